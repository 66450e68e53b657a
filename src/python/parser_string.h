/* What parser_string.c and parser_fstring.c share.
 */
#ifndef REFARROWS_PYTHON_PARSER_STRING_H
#define REFARROWS_PYTHON_PARSER_STRING_H

#include "python/parser_core.h"

/* One literal. */
typedef struct StringPiece {
    const Token *token;
    const char *text, *end;    /* between the quotes */
    bool is_raw, is_bytes, is_fstring, has_u;
} StringPiece;

typedef struct StringBuffer {
    char *text;                /* in the region, followed by a NUL; NULL while nothing was added */
    size_t length, capacity;
} StringBuffer;

/* An f-string being built: its finished values lie on the parser's stack above `mark`, and text that has not become a
 * constant yet in `literal`. */
typedef struct FString {
    Span span;                 /* of all literals joined: CPython gives it to every part */
    size_t mark;
    StringBuffer literal;
    bool has_u;
} FString;

void parser_string_append(Parser *p, StringBuffer *buffer, const char *text, size_t length);

/* Appends text of a literal, its escapes decoded. */
void parser_string_decode(Parser *p, StringBuffer *buffer, const char *text, size_t length, const StringPiece *piece);
Expr *parser_string_constant(Parser *p, const StringBuffer *buffer, Span span);

/* Adds an f-string literal to the f-string. */
void parser_fstring_parse(Parser *p, FString *fstring, const StringPiece *piece);

/* Makes the JoinedStr. */
Expr *parser_fstring_finish(Parser *p, FString *fstring);

#endif
