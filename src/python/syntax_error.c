/* Turning places into carets, as CPython's traceback printer does. */
#include "python/syntax_error.h"

#include <stdlib.h>
#include <string.h>

#include "python/source_text.h"

void syntax_problem_init(SyntaxProblem *problem)
{
    memset(problem, 0, sizeof *problem);
}

void syntax_problem_finish(SyntaxProblem *problem)
{
    free(problem->source_line);
    problem->source_line = NULL;
}

const char *syntax_problem_kind_name(SyntaxProblemKind kind)
{
    static const char *const names[] = {
        [PROBLEM_NONE] = "", [PROBLEM_SYNTAX_ERROR] = "SyntaxError",
        [PROBLEM_INDENTATION_ERROR] = "IndentationError", [PROBLEM_TAB_ERROR] = "TabError",
        [PROBLEM_MEMORY_ERROR] = "MemoryError", [PROBLEM_RECURSION_ERROR] = "RecursionError",
    };
    return names[kind];
}

/* ------------------------------------------------------------------------------------------------ filling ---------- */

/* The number of characters that begin in the first `column` bytes of the line; past its end every byte counts. */
static int character_column(const char *line, size_t length, int column)
{
    int characters = 0;
    if (column <= 0)
        return column;
    for (size_t i = 0; i < (size_t)column; i++)
        characters += i >= length || ((unsigned char)line[i] & 0xC0) != 0x80;
    return characters;
}

void syntax_problem_place(SyntaxProblem *problem, const char *text, size_t length, int first_line)
{
    size_t line_length, end_length;
    if (problem->line < 1)
        return;
    const char *line = source_text_line(text, length, problem->line - first_line + 1, &line_length);
    const char *end_line = source_text_line(text, length, problem->end_line - first_line + 1, &end_length);
    problem->column = character_column(line, line_length, problem->column);
    problem->end_column = character_column(end_line, end_length, problem->end_column);
    /* CPython looks for the end in the first line, and stops where that ends */
    int first_length = (int)strcspn(line, "\n") + 1;
    if (problem->end_line != problem->line && problem->end_column > first_length)
        problem->end_column = first_length;
    while (line_length > 0 && line[line_length - 1] == '\r')
        line_length--;
    free(problem->source_line);
    problem->source_line = strndup(line, line_length);
}

void syntax_problem_set_va(SyntaxProblem *problem, SyntaxProblemKind kind, Span span, const char *text, size_t length,
                           const char *format, va_list arguments)
{
    problem->kind = kind;
    problem->line = span.line;
    problem->column = span.column + 1;
    problem->end_line = span.end_line;
    problem->end_column = span.end_column + 1;
    vsnprintf(problem->message, sizeof problem->message, format, arguments);
    syntax_problem_place(problem, text, length, 1);
}

void syntax_problem_set(SyntaxProblem *problem, SyntaxProblemKind kind, Span span, const char *text, size_t length,
                        const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    syntax_problem_set_va(problem, kind, span, text, length, format, arguments);
    va_end(arguments);
}

/* ------------------------------------------------------------------------------------------------ printing --------- */

static void repeat(FILE *out, char c, long count)
{
    for (; count > 0; count--)
        putc(c, out);
}

static long count_characters(const char *text)
{
    long count = 0;
    for (; *text; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

/* The source line without the white space it starts with, and carets under what is wrong. A range that goes on in later
 * lines is shown up to the end of its first one. */
static void print_source(FILE *out, const SyntaxProblem *problem)
{
    const char *line = problem->source_line;
    long start = problem->column, end = problem->end_column;
    if (problem->end_line != problem->line)
        end = count_characters(line);
    bool has_range = problem->kind == PROBLEM_SYNTAX_ERROR && end > start;
    long carets = has_range ? end - start : 1;
    start--;
    for (; *line == ' ' || *line == '\t' || *line == '\f'; line++)
        start--;
    size_t length = strcspn(line, "\n");
    if (start > (long)length)
        start = (long)length;
    fprintf(out, "    %.*s\n", (int)length, line);
    if (start < 0 || problem->is_at_end)
        return;
    fputs("    ", out);
    repeat(out, ' ', start);
    repeat(out, '^', carets);
    putc('\n', out);
}

char *syntax_problem_report(const SyntaxProblem *problem, const char *name)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        return NULL;
    if (problem->line > 0 && problem->source_line)
        fprintf(out, "  File \"%s\", line %d\n", name, problem->line);
    if (problem->source_line)
        print_source(out, problem);
    fputs(syntax_problem_kind_name(problem->kind), out);
    if (problem->message[0])
        fprintf(out, ": %s", problem->message);
    putc('\n', out);
    fclose(out);
    return text;
}

void syntax_problem_to_source_error(const SyntaxProblem *problem, const char *name, SourceError *error)
{
    memset(error, 0, sizeof *error);
    error->line = problem->line;
    error->column = problem->column > 0 ? problem->column : 0;
    error->end_line = problem->end_line > 0 ? problem->end_line : problem->line;
    error->end_column = problem->end_column > 0 ? problem->end_column : error->column;
    snprintf(error->kind, sizeof error->kind, "%s", syntax_problem_kind_name(problem->kind));
    snprintf(error->message, sizeof error->message, "%s", problem->message);
    error->report = syntax_problem_report(problem, name);
}
