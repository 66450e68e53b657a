/* A problem in the text of a program: kept as data, printed as CPython prints it.
 *
 * The lexer, the parser and the compiler all answer with one of these. Fields are the attributes of the exception that
 * CPython 3.11 raises: columns count characters (not bytes) from 1.
 */
#ifndef REFARROWS_PYTHON_SYNTAX_ERROR_H
#define REFARROWS_PYTHON_SYNTAX_ERROR_H

#include <stdarg.h>
#include <stdio.h>

#include "machine/machine.h"
#include "python/ast.h"

typedef enum SyntaxProblemKind {
    PROBLEM_NONE, PROBLEM_SYNTAX_ERROR, PROBLEM_INDENTATION_ERROR, PROBLEM_TAB_ERROR, PROBLEM_MEMORY_ERROR,
    PROBLEM_RECURSION_ERROR
} SyntaxProblemKind;

typedef struct SyntaxProblem {
    SyntaxProblemKind kind;
    int line, column;          /* lineno, offset; line 0: no place is known */
    int end_line, end_column;  /* end_lineno, end_offset; 0 where CPython says 0, -1 where it says -1 */
    bool is_at_end;            /* the place is the end of the text: python3 FILE shows no caret there */
    char message[320];         /* as str(e.msg) */
    char *source_line;         /* e.text, UTF-8 with its newline if it had one; malloc'd; NULL if there is none */
} SyntaxProblem;

/* No problem, nothing owned. */
void syntax_problem_init(SyntaxProblem *problem);

/* Releases the source line. */
void syntax_problem_finish(SyntaxProblem *problem);

/* Fills a problem from a node's span (byte columns from 0) in the whole source text: for the compiler's own errors,
 * "'return' outside function" and the like. Formats the message as printf does. */
void syntax_problem_set(SyntaxProblem *problem, SyntaxProblemKind kind, Span span, const char *text, size_t length,
                        const char *format, ...) __attribute__((format(printf, 6, 7)));
void syntax_problem_set_va(SyntaxProblem *problem, SyntaxProblemKind kind, Span span, const char *text, size_t length,
                           const char *format, va_list arguments);

/* For the parser: the problem's columns are 1 + byte offsets (other values are kept); turns them into characters and
 * copies the source line out of the text, whose first line has the given number. */
void syntax_problem_place(SyntaxProblem *problem, const char *text, size_t length, int first_line);

/* "SyntaxError", "IndentationError", ... */
const char *syntax_problem_kind_name(SyntaxProblemKind kind);

/* What `python3 FILE` prints to stderr for it: place, source line, carets, kind and message. The text is malloc'd and
 * ends in a newline; NULL only without memory. */
char *syntax_problem_report(const SyntaxProblem *problem, const char *name);

/* The same as the machine's notation, the report included; finish it with source_error_finish. */
void syntax_problem_to_source_error(const SyntaxProblem *problem, const char *name, SourceError *error);

#endif
