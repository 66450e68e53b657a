/* The lexer: clean text to an array of tokens.
 *
 * The whole text is cut at once; a mistake becomes a last token of kind TOKEN_ERROR and is reported only when the parser
 * gets there, because a mistake in the grammar before it goes first, as in CPython.
 *
 * The text has no '\r', ends in a newline, and a NUL follows it (source_text.h makes it so).
 */
#ifndef REFARROWS_PYTHON_LEXER_H
#define REFARROWS_PYTHON_LEXER_H

#include <stdbool.h>
#include <stddef.h>

#include "python/identifier.h"
#include "python/syntax_error.h"
#include "python/token.h"

enum {
    LEXER_MAX_LEVEL = 200,     /* open brackets, as CPython's MAXLEVEL */
    LEXER_MAX_INDENT = 100     /* indentation levels, as CPython's MAXINDENT */
};

/* What stopped the lexer. Columns are 1 + a byte offset in the line; 0 and -1 are passed on as they are. */
typedef struct LexerError {
    SyntaxProblemKind kind;    /* PROBLEM_NONE while all is well */
    int line, column, end_column;
    bool outranks_grammar;     /* told rather than a mistake in the grammar before it, as CPython does with some */
    bool is_end_of_text;       /* the text ended inside brackets or after a backslash */
    char message[200];
} LexerError;

typedef struct LexerBracket { char character; int line, column; } LexerBracket;

typedef struct Lexer {
    IdentifierTable *names;
    const char *text, *end;    /* end is where the NUL stands */
    const char *next;          /* the first character not read */
    const char *line_start;
    int line;
    int first_line;            /* the line the text starts in; f-string expressions start in the middle */
    int first_column;          /* added to columns in that line */
    const char *token_start;

    int indents[LEXER_MAX_INDENT], tab_indents[LEXER_MAX_INDENT];  /* columns with tabs of 8, and of 1 */
    int indent_count;          /* entries besides the first, which is 0 */
    LexerBracket brackets[LEXER_MAX_LEVEL];
    int level;                 /* open brackets */

    Region *region;            /* where the tokens live */
    Token *tokens;             /* the last one is TOKEN_END or TOKEN_ERROR */
    size_t count, capacity;
    LexerError error;
} Lexer;

/* Cuts `length` bytes of text that starts at the given place of a file. Names go to the table, tokens to the region. */
void lexer_run(Lexer *lexer, Region *region, IdentifierTable *names, const char *text, size_t length, int first_line,
               int first_column);

/* For the lexer's own parts: lexer_number.c reads the rest of a number, whose first character is at token_start, and
 * returns false after a mistake. */
bool lexer_number(Lexer *lexer);

/* Records a mistake that ends at the first unread character, as CPython's tokenizer does; returns false. */
bool lexer_fail(Lexer *lexer, const char *format, ...) __attribute__((format(printf, 2, 3)));

static inline bool lexer_is_digit(char c) { return c >= '0' && c <= '9'; }

/* Letters, digits, underscore and all non-ASCII bytes. */
bool lexer_is_word(char c);

#endif
