/* Syntax: a source cut into lines and, within a line, into spans of one colour. Good enough to read by, for Python and
 * for C; it never fails, and knows nothing of grammar.
 *
 * The source is scanned once; each line remembers whether it begins inside a string or comment that runs over several
 * lines, so that any line can be coloured on its own, in a file of any length.
 */
#ifndef REFARROWS_SCENE_PANELS_SYNTAX_H
#define REFARROWS_SCENE_PANELS_SYNTAX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum SyntaxState {
    SYNTAX_PLAIN,
    SYNTAX_TRIPLE_SINGLE, SYNTAX_TRIPLE_DOUBLE,    /* inside a Python string of three quotes */
    SYNTAX_BLOCK_COMMENT                           /* inside a C comment */
} SyntaxState;

typedef struct SyntaxLine {
    uint32_t start, length;    /* bytes, without the newline */
    uint8_t state;             /* SyntaxState at its beginning */
} SyntaxLine;

typedef struct Syntax {
    const char *text;          /* not owned */
    bool is_c;
    SyntaxLine *lines;
    uint32_t line_count;
    uint32_t longest;          /* bytes of the longest line */
} Syntax;

typedef struct SyntaxSpan {
    uint32_t start, length;    /* bytes within the line */
    uint8_t color;             /* ColorRole */
    bool heavy;
} SyntaxSpan;

/* `text` must outlive the result. Running out of memory ends the process. */
void syntax_scan(Syntax *syntax, const char *text, size_t length, bool is_c);
void syntax_finish(Syntax *syntax);

/* Cuts a line (from 0) into at most `capacity` spans; the last one takes what is left. Returns how many. */
size_t syntax_spans(const Syntax *syntax, uint32_t line, SyntaxSpan *spans, size_t capacity);

#endif
