/* Fuzzing the C front end: any bytes give a program or an error with a report, never a crash.
 *
 *     clang -fsanitize=fuzzer,address ...                the usual way, with libFuzzer's own main
 *     cc -DFUZZ_STANDALONE ...; fuzz_c N SEED FILE...    N mutations of the files, chosen by the seed's generator
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "c/program.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = calloc(size + 1, 1);
    if (!text)
        return 0;
    if (size)
        memcpy(text, data, size);
    Source source = {.name = "fuzz.c", .text = text, .length = strlen(text)};
    SourceError error = {0};
    CProgram *program = c_program_compile(&source, &error);
    if (!program && (!error.report || !error.message[0]))
        abort();
    source_error_finish(&error);
    c_program_destroy(program);
    free(text);
    return 0;
}

#ifdef FUZZ_STANDALONE

enum { LARGEST = 1 << 16 };

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* Words that make a mistake likely to be an interesting one. */
static const char *const words[] = {
    "(", ")", "[", "]", "{", "}", ";", ",", "=", "*", "&", "->", ".", "...", "++", "?", ":", "\n#define A(x) x##x\n",
    "\n#if 1\n", "\n#endif\n", "\n#include <stdio.h>\n", "\n#include \"fuzz.c\"\n", "#", "##", "'", "\"", "\\", "/*", "0x",
    "1e", "int ", "char ", "struct s ", "union { int a; } ", "enum { A } ", "typedef ", "static ", "sizeof ", "return ",
    "if (", "for (;;)", "switch (x) { case 1: ", "goto x; x:", "_Generic(1, default: 2)", "int a[n];", "-1", "99999999999",
    "(int[]){1, 2}", ".x = 1", "[2] = ", "va_arg(", "__builtin_offsetof(", "({ 1; })", "asm(", "float ", "void ", "\xc3\xa9",
};

/* One random change: a byte, a word put in, a stretch left out or doubled. */
static size_t mutate(char *text, size_t size, uint64_t *state)
{
    size_t place = size ? next_random(state) % size : 0, stretch = next_random(state) % 40;
    const char *word = words[next_random(state) % (sizeof words / sizeof words[0])];
    size_t length = strlen(word);
    switch (next_random(state) % 4) {
    case 0:
        if (size)
            text[place] = (char)next_random(state);
        return size;
    case 1:
        if (size + length > LARGEST)
            return size;
        memmove(text + place + length, text + place, size - place);
        memcpy(text + place, word, length);
        return size + length;
    case 2:
        if (place + stretch > size)
            return size;
        memmove(text + place, text + place + stretch, size - place - stretch);
        return size - stretch;
    default:
        if (place + stretch > size || size + stretch > LARGEST)
            return size;
        memmove(text + place + stretch, text + place, size - place);
        return size + stretch;
    }
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fprintf(stderr, "usage: %s COUNT SEED FILE...\n", argv[0]);
        return 2;
    }
    uint64_t state = strtoull(argv[2], NULL, 10) * 2654435761u + 1;
    long count = atol(argv[1]);
    char *text = malloc(LARGEST);
    for (long i = 0; i < count && text; i++) {
        FILE *file = fopen(argv[3 + next_random(&state) % (uint64_t)(argc - 3)], "rb");
        size_t size = file ? fread(text, 1, LARGEST / 2, file) : 0;
        if (file)
            fclose(file);
        for (uint64_t changes = 1 + next_random(&state) % 5; changes; changes--)
            size = mutate(text, size, &state);
        LLVMFuzzerTestOneInput((const uint8_t *)text, size);
    }
    free(text);
    printf("%ld inputs, no crash\n", count);
    return 0;
}

#endif
