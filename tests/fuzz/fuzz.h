/* What the fuzzers share: each is a reader of any bytes, with words that make a mistake in them likely to be an interesting
 * one. With libFuzzer only the reader is used:
 *
 *     clang -fsanitize=fuzzer,address ...                the usual way, with libFuzzer's own main
 *     cc ... fuzz.c; fuzz_x N SEED FILE...               N mutations of the files, chosen by the seed's generator
 */
#ifndef REFARROWS_TESTS_FUZZ_H
#define REFARROWS_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Reads the bytes; aborts when it finds what must not be. Always 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ended by NULL. */
extern const char *const fuzz_words[];

/* Bytes of a file that are taken: from the start of some line if it is longer. */
extern const size_t fuzz_piece;

#endif
