/* Places in sources and what is wrong there: errors gather here, and a report shows each with its line and a caret, as
 * clang's do. A mistake after which nothing sensible can be read ends the compilation by a jump (c_diagnose_fatal). */
#ifndef REFARROWS_C_DIAGNOSE_H
#define REFARROWS_C_DIAGNOSE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>

#include "c/pool.h"
#include "machine/machine.h"

/* One file of the program: the source itself, a file beside it, or a header that is built in. */
typedef struct CFile {
    const char *name;
    const char *text;          /* ends in a NUL */
    size_t length;
    bool is_builtin;           /* a standard header or the prelude: part of refarrows, not of the program */
    bool was_latin1;           /* see Source */
} CFile;

/* Where something stands. Lines and columns count from 1; columns count bytes. */
typedef struct CPlace {
    const CFile *file;
    int line, column, length;
} CPlace;

/* A stretch of source, from its first byte to the one behind its last. */
typedef struct CSpan {
    const CFile *file;         /* NULL: not known */
    int line, column, end_line, end_column;
} CSpan;

enum { C_MOST_ERRORS = 20 };

typedef struct CError {
    CPlace place;
    const char *message;
} CError;

typedef struct CDiagnoser {
    CPool *pool;
    CError errors[C_MOST_ERRORS];
    int count;
    jmp_buf fatal;             /* armed by whoever compiles */
} CDiagnoser;

/* Notes an error; compilation goes on. After C_MOST_ERRORS it ends. A second error on one line is dropped: it is
 * nearly always the echo of the first. */
void c_diagnose(CDiagnoser *diagnoser, CPlace place, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Notes an error and ends the compilation. */
_Noreturn void c_diagnose_fatal(CDiagnoser *diagnoser, CPlace place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

const char *c_line_start(const CFile *file, int line);         /* its end where there are fewer lines */

/* Fills `error` from what was noted: the first error's place, and a report of all of them. */
void c_diagnose_report(const CDiagnoser *diagnoser, SourceError *error);

#endif
