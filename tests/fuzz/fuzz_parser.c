/* Fuzzing the parser: any bytes give a tree or a problem, never a crash. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "python/parser.h"

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

const char *const fuzz_words[] = {
    "(", ")", "[", "]", "{", "}", ":", ",", "=", ":=", "*", "**", "\n", "\n    ", "\t", "'", "\"", "'''", "f'{", "}'",
    "\\", "if ", "else", "for ", " in ", "lambda ", "def f(", "class ", "try:", "except ", "with ", "match x:", "case ",
    "async ", "await ", "yield ", "not ", "0x", "1e", "#", "\xC3\xA9", "\xFF", "@", "->", "import ", "from ", "print ",
    NULL,
};

const size_t fuzz_piece = 400;

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
