/* Fuzzing the lesson reader: any bytes give a lesson or at least one complaint, never a crash.
 *
 *     clang -fsanitize=fuzzer,address ...                    the usual way, with libFuzzer's own main
 *     cc -DFUZZ_STANDALONE ...; fuzz_lesson N SEED FILE...   N mutations of the files, chosen by the seed's generator
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/lesson.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *said = NULL, *text = malloc(size + 1);
    size_t length = 0;
    FILE *out = open_memstream(&said, &length);
    if (!text || !out)
        abort();
    if (size)
        memcpy(text, data, size);
    Lesson *lesson = lesson_parse("fuzz.json", text, size, out);
    fclose(out);
    if ((lesson == NULL) != (length > 0))
        abort();
    lesson_destroy(lesson);
    free(said);
    free(text);
    return 0;
}

#ifdef FUZZ_STANDALONE

enum { MOST_CHANGES = 5, ROOM = 64 };  /* no word is longer than ROOM */

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* Words that make a mistake likely to be an interesting one. */
static const char *const words[] = {
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "\n", "null", "true", "-1", "1e999", "0.5",
    "99999999999", "\"at\":", "\"say\": \"x\",", "\"line\": 3", "\"event\": \"call\"", "\"program\":", "{}", "[]",
    "\"program_file\": \"x\",", "\xFF", "\xC3\xA9", "//", "\"a/b\": 1,", "[[[[[[[[[[[[[[[[",
};

/* Puts a word over `removed` bytes at a place. */
static size_t splice(char *text, size_t size, size_t place, size_t removed, const char *word)
{
    size_t length = strlen(word);
    if (place + removed > size)
        return size;
    memmove(text + place + length, text + place + removed, size - place - removed);
    memcpy(text + place, word, length);
    return size - removed + length;
}

static size_t mutate(char *text, size_t size, uint64_t *state)
{
    size_t place = size ? next_random(state) % size : 0;
    const char *word = words[next_random(state) % (sizeof words / sizeof words[0])];
    switch (next_random(state) % 4) {
    case 0:
        if (size)
            text[place] = (char)next_random(state);
        return size;
    case 1: return splice(text, size, place, 0, word);
    case 2: return splice(text, size, place, next_random(state) % 20, "");
    default: return splice(text, size, place, next_random(state) % 12, word);
    }
}

/* The whole file, with room for what mutations add. */
static char *read_seed(const char *name, size_t *size)
{
    FILE *file = fopen(name, "rb");
    if (!file)
        return NULL;
    char *text = malloc(LESSON_LARGEST + MOST_CHANGES * ROOM);
    if (text)
        *size = fread(text, 1, LESSON_LARGEST, file);
    fclose(file);
    return text;
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fprintf(stderr, "usage: %s COUNT SEED FILE...\n", argv[0]);
        return 2;
    }
    uint64_t state = strtoull(argv[2], NULL, 10) * 2654435761u + 1;
    long count = atol(argv[1]);
    for (long i = 0; i < count; i++) {
        const char *name = argv[3 + next_random(&state) % (uint64_t)(argc - 3)];
        size_t size = 0;
        char *text = read_seed(name, &size);
        if (!text) {
            fprintf(stderr, "%s: cannot be read\n", name);
            return 2;
        }
        for (uint64_t changes = next_random(&state) % (MOST_CHANGES + 1); changes; changes--)
            size = mutate(text, size, &state);
        LLVMFuzzerTestOneInput((const uint8_t *)text, size);
        free(text);
    }
    printf("%ld inputs, no crash\n", count);
    return 0;
}

#endif
