/* The bytes of a source file made ready for the lexer: UTF-8 checked, byte-order mark gone, lines ended by '\n'.
 *
 * A coding comment in the first two lines (PEP 263) is obeyed for utf-8, ascii and latin-1.
 */
#ifndef REFARROWS_PYTHON_SOURCE_TEXT_H
#define REFARROWS_PYTHON_SOURCE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "python/region.h"
#include "python/syntax_error.h"

typedef struct SourceText {
    const char *text;          /* ends in '\n' unless empty, a NUL follows; lies in the region */
    size_t length;
} SourceText;

/* Returns false with the problem filled when the bytes are no text. The name is that of the file, for the message. */
bool source_text_prepare(Region *region, const char *name, const char *bytes, size_t length, SourceText *result,
                         SyntaxProblem *problem);

/* The given line (from 1) with its newline, as start and length; an empty piece when there is none. */
const char *source_text_line(const char *text, size_t length, int line, size_t *line_length);

#endif
