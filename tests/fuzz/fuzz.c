#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_CHANGES = 6, MOST_ADDED = 64 };    /* by one change: no word and no stretch is longer */

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static const char *choose_word(uint64_t *state)
{
    size_t count = 0;
    while (fuzz_words[count])
        count++;
    return fuzz_words[next_random(state) % count];
}

/* Puts `length` bytes over `removed` ones at a place; they may lie in the text itself, behind the place. */
static size_t splice(char *text, size_t size, size_t place, size_t removed, const char *bytes, size_t length)
{
    char copy[MOST_ADDED];
    if (length > 0)
        memcpy(copy, bytes, length);
    memmove(text + place + length, text + place + removed, size - place - removed);
    memcpy(text + place, copy, length);
    return size - removed + length;
}

/* One random change: a byte, a word put in or put over something, a stretch left out or doubled. */
static size_t mutate(char *text, size_t size, uint64_t *state)
{
    size_t place = size ? next_random(state) % size : 0, stretch = next_random(state) % 40;
    const char *word = choose_word(state);
    if (stretch > size - place)
        stretch = size - place;
    switch (next_random(state) % 5) {
    case 0:
        if (size)
            text[place] = (char)next_random(state);
        return size;
    case 1: return splice(text, size, place, 0, word, strlen(word));
    case 2: return splice(text, size, place, stretch, word, strlen(word));
    case 3: return splice(text, size, place, stretch, NULL, 0);
    default: return splice(text, size, place, 0, text + place, stretch);
    }
}

/* The whole file, or a piece of it that starts at a line. */
static size_t read_seed(const char *name, char *text, uint64_t *state)
{
    FILE *file = fopen(name, "rb");
    if (!file) {
        fprintf(stderr, "%s: cannot be read\n", name);
        exit(2);
    }
    fseek(file, 0, SEEK_END);
    long length = ftell(file);
    rewind(file);
    if ((size_t)length > fuzz_piece) {
        fseek(file, (long)(next_random(state) % (uint64_t)length), SEEK_SET);
        for (int c = 0; c != '\n' && c != EOF;)
            c = getc(file);
    }
    size_t size = fread(text, 1, fuzz_piece, file);
    fclose(file);
    return size;
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fprintf(stderr, "usage: %s COUNT SEED FILE...\n", argv[0]);
        return 2;
    }
    uint64_t state = strtoull(argv[2], NULL, 10) * 2654435761u + 1;
    long count = atol(argv[1]);
    char *text = malloc(fuzz_piece + MOST_CHANGES * MOST_ADDED);
    for (long i = 0; i < count && text; i++) {
        size_t size = read_seed(argv[3 + next_random(&state) % (uint64_t)(argc - 3)], text, &state);
        for (uint64_t changes = next_random(&state) % (MOST_CHANGES + 1); changes; changes--)
            size = mutate(text, size, &state);
        LLVMFuzzerTestOneInput((const uint8_t *)text, size);
    }
    free(text);
    printf("%ld inputs, no crash\n", count);
    return 0;
}
