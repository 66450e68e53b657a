/* The parser: UTF-8 text to a tree, or the SyntaxError that CPython 3.11 would raise.
 */
#ifndef REFARROWS_PYTHON_PARSER_H
#define REFARROWS_PYTHON_PARSER_H

#include <stddef.h>

#include "python/ast.h"
#include "python/region.h"
#include "python/syntax_error.h"

/* PARSE_DECODED is added to one of the others when the text is a str's: a coding comment means nothing then, and a
 * byte-order mark is a character. */
typedef enum ParseMode { PARSE_EXEC, PARSE_EVAL, PARSE_SINGLE, PARSE_DECODED = 4 } ParseMode;

/* Parses a whole source as compile(text, name, mode) does. The text need not end in a NUL or newline, may start with a
 * byte-order mark, and must be UTF-8. The tree lies in the region, text and name are not referred to afterwards.
 * Returns NULL with the problem filled (finish it) when the text is wrong, nested too deep (MemoryError or a
 * SyntaxError, as CPython) or too large for memory (MemoryError). The region may hold leftovers after a failure. Its
 * on_exhausted is used during the call and put back. `problem` is initialised by the call. */
Module *parse_source(Region *region, const char *name, const char *text, size_t length, ParseMode mode,
                     SyntaxProblem *problem);

#endif
