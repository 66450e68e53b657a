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
    uint32_t line_count, line_capacity;
    uint32_t longest;          /* bytes of the longest line, when it was scanned */
    bool is_edited;            /* what follows the last newline counts as a line, even if it is empty */
} Syntax;

typedef struct SyntaxSpan {
    uint32_t start, length;    /* bytes within the line */
    uint8_t color;             /* ColorRole */
    bool heavy;
} SyntaxSpan;

/* `text` must outlive the result. Running out of memory ends the process. */
void syntax_scan(Syntax *syntax, const char *text, size_t length, bool is_c);
void syntax_finish(Syntax *syntax);

/* The same for a text that is being written: there is always a last line to stand in. */
void syntax_scan_edited(Syntax *syntax, const char *text, size_t length, bool is_c);

/* The text has changed: from byte `at` on, `removed` bytes gave way to `inserted` ones. `text` is as it is now, `length`
 * long. Costs what lies between there and the next line that begins as before. `longest` stays. */
void syntax_replace(Syntax *syntax, const char *text, size_t length, size_t at, size_t removed, size_t inserted);

/* The line (from 0) in which a byte of the text lies; its newline is part of it. There must be a line. */
uint32_t syntax_line_at(const Syntax *syntax, size_t at);

/* Cuts a line (from 0) into at most `capacity` spans; the last one takes what is left. Returns how many. */
size_t syntax_spans(const Syntax *syntax, uint32_t line, SyntaxSpan *spans, size_t capacity);

#endif
