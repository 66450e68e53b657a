#include "lesson/branch.h"

#include <string.h>

/* A line without the spaces around it and without a comment behind it. */
typedef struct Line {
    const char *start;
    size_t length;
    int indentation;           /* columns */
    int depth;                 /* brackets opened in it and not closed, less those closed and not opened */
} Line;

/* Behind a text in quotes, or a comment; `at` is where it is if nothing of the kind begins there. */
static const char *branch_skip(const char *at, const char *end, bool is_c)
{
    if (*at == '"' || *at == '\'') {
        char quote = *at++;
        while (at < end && *at != quote)
            at += *at == '\\' ? 2 : 1;
        return at < end ? at + 1 : end;
    }
    bool is_comment = is_c ? end - at > 1 && at[0] == '/' && (at[1] == '/' || at[1] == '*') : *at == '#';
    return is_comment ? end : at;
}

/* Counts brackets of one kind and tells where the text that means something ends. */
static Line branch_line(const char *source, bool is_c, int number)
{
    Line line = {.start = source};
    for (int i = 1; line.start != NULL && i < number; i++) {
        line.start = strchr(line.start, '\n');
        line.start += line.start != NULL;
    }
    if (line.start == NULL)
        return line;
    const char *end = line.start + strcspn(line.start, "\r\n");
    for (; line.start < end && strchr(" \t", *line.start); line.start++)
        line.indentation += *line.start == '\t' ? 8 - line.indentation % 8 : 1;
    for (const char *at = line.start; at < end;) {
        const char *next = branch_skip(at, end, is_c);
        bool is_text = next != at && (*at == '"' || *at == '\'');
        if (next == at) {
            line.depth += strchr("([{", *at) != NULL;
            line.depth -= strchr(")]}", *at) != NULL;
            is_text = !strchr(" \t", *at);
            next = at + 1;
        }
        if (is_text)
            line.length = (size_t)(next - line.start);
        at = next;
    }
    return line;
}

static bool branch_ends_with(const Line *line, char c)
{
    return line->length > 0 && line->start[line->length - 1] == c;
}

/* The number of the first line behind `number` that has something in it, or 0. */
static int branch_next_line(const char *source, bool is_c, int number, Line *line)
{
    do
        *line = branch_line(source, is_c, ++number);
    while (line->start != NULL && line->length == 0);
    return line->start == NULL ? 0 : number;
}

/* The block is what is indented further than its head. */
static Branch branch_python(const char *source, int head, int next)
{
    Line first = branch_line(source, false, head), line;
    if (!branch_ends_with(&first, ':') || first.depth != 0)
        return BRANCH_UNKNOWN;
    if (next <= head)
        return BRANCH_PASSED;
    for (int at = head; (at = branch_next_line(source, false, at, &line)) != 0;) {
        if (line.indentation <= first.indentation)
            return BRANCH_PASSED;
        if (at >= next)
            return BRANCH_TAKEN;
    }
    return BRANCH_PASSED;
}

/* Is the line within the braces that open at the end of `head`? Their last line is not. */
static Branch branch_in_braces(const char *source, int head, int next)
{
    Line line;
    int depth = 1, at = head;
    while (depth > 0 && (at = branch_next_line(source, true, at, &line)) != 0) {
        /* "} else {" closes the block and opens another */
        if (depth == 1 && line.start[0] == '}')
            break;
        depth += line.depth;
    }
    return at == 0 || (next > head && next < at) ? BRANCH_TAKEN : BRANCH_PASSED;
}

/* The block stands in braces, or is the one statement on the next line. */
static Branch branch_c(const char *source, int head, int next)
{
    Line first = branch_line(source, true, head), line;
    if (first.start[0] == '}' && branch_ends_with(&first, ';'))
        return next <= head ? BRANCH_TAKEN : BRANCH_PASSED;        /* of `do`, whose block stands before */
    first.depth += first.start[0] == '}';
    if (branch_ends_with(&first, '{'))
        return first.depth == 1 ? branch_in_braces(source, head, next) : BRANCH_UNKNOWN;
    int body = branch_next_line(source, true, head, &line);
    if (!branch_ends_with(&first, ')') || first.depth != 0 || body == 0)
        return BRANCH_UNKNOWN;
    if (line.start[0] == '{')
        return line.length == 1 ? branch_in_braces(source, body, next) : BRANCH_UNKNOWN;
    return next == body ? BRANCH_TAKEN : BRANCH_PASSED;
}

Branch branch_of(const char *source, bool is_c, int head, int next)
{
    if (source == NULL || branch_line(source, is_c, head).length == 0)
        return BRANCH_UNKNOWN;
    return is_c ? branch_c(source, head, next) : branch_python(source, head, next);
}

int branch_following_line(const char *source, bool is_c, int number)
{
    Line line;
    bool idle = true;
    while (source != NULL && idle && (number = branch_next_line(source, is_c, number, &line)) != 0)
        idle = is_c && (*line.start == '#' || strspn(line.start, "{}; \t") >= line.length);
    return source == NULL ? 0 : number;
}
