/* Fuzzing the parser: any bytes give a tree or a problem, never a crash.
 *
 *     clang -fsanitize=fuzzer,address ...                    the usual way, with libFuzzer's own main
 *     cc -DFUZZ_STANDALONE ...; fuzz_parser N SEED FILE...   N mutations of the files, chosen by the seed's generator
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "python/parser.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void parse_once(const char *text, size_t size, ParseMode mode)
{
    Region region;
    SyntaxProblem problem;
    region_init(&region);
    if (!parse_source(&region, "fuzz.py", text, size, mode, &problem)) {
        char *report = syntax_problem_report(&problem, "fuzz.py");
        if (problem.kind == PROBLEM_NONE || !report)
            abort();
        free(report);
    }
    syntax_problem_finish(&problem);
    region_finish(&region);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    if (!text)
        return 0;
    if (size)
        memcpy(text, data, size);
    parse_once(text, size, PARSE_EXEC);
    parse_once(text, size, PARSE_EVAL);
    parse_once(text, size, PARSE_SINGLE);
    free(text);
    return 0;
}

#ifdef FUZZ_STANDALONE

enum { LONGEST_PIECE = 400 };

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* Words that make a mistake likely to be an interesting one. */
static const char *const words[] = {
    "(", ")", "[", "]", "{", "}", ":", ",", "=", ":=", "*", "**", "\n", "\n    ", "\t", "'", "\"", "'''", "f'{", "}'",
    "\\", "if ", "else", "for ", " in ", "lambda ", "def f(", "class ", "try:", "except ", "with ", "match x:", "case ",
    "async ", "await ", "yield ", "not ", "0x", "1e", "#", "\xC3\xA9", "\xFF", "@", "->", "import ", "from ", "print ",
};

/* One random change: a byte, a word put in, a stretch left out or doubled. */
static size_t mutate(char *text, size_t size, size_t capacity, uint64_t *state)
{
    size_t place = size ? next_random(state) % size : 0;
    size_t stretch = next_random(state) % 20;
    const char *word = words[next_random(state) % (sizeof words / sizeof words[0])];
    size_t length = strlen(word);
    switch (next_random(state) % 4) {
    case 0:
        if (size)
            text[place] = (char)next_random(state);
        return size;
    case 1:
        if (size + length > capacity)
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
        if (place + stretch > size || size + stretch > capacity)
            return size;
        memmove(text + place + stretch, text + place, size - place);
        return size + stretch;
    }
}

/* A piece of a seed file that starts at a line. */
static size_t read_piece(const char *name, char *text, uint64_t *state)
{
    FILE *file = fopen(name, "rb");
    if (!file)
        return 0;
    fseek(file, 0, SEEK_END);
    long length = ftell(file);
    fseek(file, length > 0 ? (long)(next_random(state) % (uint64_t)length) : 0, SEEK_SET);
    int c;
    while ((c = getc(file)) != '\n' && c != EOF)
        continue;
    size_t size = fread(text, 1, 50 + next_random(state) % LONGEST_PIECE, file);
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
    static const size_t capacity = 4 * LONGEST_PIECE;
    char *text = malloc(capacity);
    for (long i = 0; i < count; i++) {
        size_t size = read_piece(argv[3 + next_random(&state) % (uint64_t)(argc - 3)], text, &state);
        for (uint64_t changes = 1 + next_random(&state) % 6; changes; changes--)
            size = mutate(text, size, capacity, &state);
        LLVMFuzzerTestOneInput((const uint8_t *)text, size);
    }
    free(text);
    printf("%ld inputs, no crash\n", count);
    return 0;
}

#endif
