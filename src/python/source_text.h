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

/* Returns false with the problem filled when the bytes are no text. The name is that of the file, for the message. Of
 * decoded text, which was a str, only the lines are ended. */
bool source_text_prepare(Region *region, const char *name, const char *bytes, size_t length, bool is_decoded,
                         SourceText *result, SyntaxProblem *problem);

/* A file that is not UTF-8 as UTF-8, if its coding comment names a code that we know: latin-1, iso-8859-15, cp1252. The
 * comment then says utf-8. malloc'd and ends in a NUL; NULL when the file cannot be read so. */
char *source_text_decode(const char *bytes, size_t length, size_t *decoded_length);

/* The given line (from 1) with its newline, as start and length; an empty piece when there is none. */
const char *source_text_line(const char *text, size_t length, int line, size_t *line_length);

#endif
