/* String tokens to one constant or one f-string: adjacent literals are joined. */
#include "python/parser_string.h"

#include <string.h>

#include "python/escape.h"
#include "python/parser_rules.h"

/* A literal's prefix, quotes and inside. */
static StringPiece split_token(Parser *p, const Token *token)
{
    const char *text = p->lexer->text + token->start, *end = p->lexer->text + token->end;
    StringPiece piece = {.token = token};
    for (; *text != '\'' && *text != '"'; text++)
        switch (*text | 0x20) {
        case 'r': piece.is_raw = true; break;
        case 'b': piece.is_bytes = true; break;
        case 'f': piece.is_fstring = true; break;
        default: piece.has_u = *text == 'u'; break;
        }
    int quotes = text[0] == text[1] && end - text >= 6 && text[1] == text[2] ? 3 : 1;
    piece.text = text + quotes;
    piece.end = end - quotes;
    return piece;
}

static void check_ascii(Parser *p, const StringPiece *piece)
{
    for (const char *c = piece->text; c < piece->end; c++)
        if ((unsigned char)*c >= 0x80)
            parser_raise_last(p, PROBLEM_SYNTAX_ERROR, "bytes can only contain ASCII literal characters");
}

static _Noreturn void raise_escape_error(Parser *p, bool is_bytes, const EscapeError *error)
{
    if (is_bytes)
        parser_raise_last(p, PROBLEM_SYNTAX_ERROR, "(value error) %s at position %zu", error->reason, error->start);
    if (error->end - error->start == 1)
        parser_raise_last(p, PROBLEM_SYNTAX_ERROR, "(unicode error) 'unicodeescape' codec can't decode byte 0x5c in "
                          "position %zu: %s", error->start, error->reason);
    parser_raise_last(p, PROBLEM_SYNTAX_ERROR, "(unicode error) 'unicodeescape' codec can't decode bytes in position "
                      "%zu-%zu: %s", error->start, error->end - 1, error->reason);
}

void parser_string_append(Parser *p, StringBuffer *buffer, const char *text, size_t length)
{
    if (buffer->length + length + 1 > buffer->capacity) {
        size_t larger = (buffer->length + length + 1) * 2;
        buffer->text = region_grow(p->region, buffer->text, buffer->capacity, larger);
        buffer->capacity = larger;
    }
    memcpy(buffer->text + buffer->length, text, length);
    buffer->length += length;
    buffer->text[buffer->length] = '\0';
}

void parser_string_decode(Parser *p, StringBuffer *buffer, const char *text, size_t length, const StringPiece *piece)
{
    if (piece->is_raw || !memchr(text, '\\', length)) {
        parser_string_append(p, buffer, text, length);
        return;
    }
    EscapeError error;
    size_t decoded_length;
    char *decoded = piece->is_bytes ? escape_decode_bytes(p->scratch, text, length, &decoded_length, &error)
                                    : escape_decode_str(p->scratch, text, length, &decoded_length, &error);
    if (!decoded)
        raise_escape_error(p, piece->is_bytes, &error);
    parser_string_append(p, buffer, decoded, decoded_length);
}

Expr *parser_string_constant(Parser *p, const StringBuffer *buffer, Span span)
{
    Expr *expr = REGION_NEW(p->region, Expr);
    expr->kind = EXPR_CONSTANT;
    expr->span = span;
    expr->constant.kind = CONSTANT_STR;
    expr->constant.text = buffer->text ? buffer->text : "";
    expr->constant.length = buffer->length;
    return expr;
}

/* A single literal without escapes, the common case, is copied once and to size. */
static void append_piece(Parser *p, StringBuffer *buffer, const StringPiece *piece, bool is_only)
{
    size_t length = (size_t)(piece->end - piece->text);
    if (is_only && (piece->is_raw || !memchr(piece->text, '\\', length))) {
        buffer->text = region_strdup(p->region, piece->text, length);
        buffer->length = length;
        return;
    }
    parser_string_decode(p, buffer, piece->text, length, piece);
}

static Expr *join_plain(Parser *p, size_t first, size_t count)
{
    StringBuffer buffer = {0};
    StringPiece piece = {0};
    for (size_t i = 0; i < count; i++) {
        piece = split_token(p, &p->tokens[first + i]);
        append_piece(p, &buffer, &piece, count == 1);
    }
    Expr *expr = parser_string_constant(p, &buffer, parser_span_from(p, p->tokens[first].span));
    expr->constant.kind = piece.is_bytes ? CONSTANT_BYTES : CONSTANT_STR;
    return expr;
}

static Expr *join_formatted(Parser *p, size_t first, size_t count, bool has_u)
{
    FString fstring = {.span = parser_span_from(p, p->tokens[first].span), .mark = parser_mark(p), .has_u = has_u};
    for (size_t i = 0; i < count; i++) {
        StringPiece piece = split_token(p, &p->tokens[first + i]);
        if (piece.is_fstring)
            parser_fstring_parse(p, &fstring, &piece);
        else
            parser_string_decode(p, &fstring.literal, piece.text, (size_t)(piece.end - piece.text), &piece);
    }
    return parser_fstring_finish(p, &fstring);
}

/* strings: STRING+ */
Expr *parse_strings(Parser *p)
{
    size_t first = p->position;
    bool is_formatted = false, is_bytes = false;
    while (parser_at(p, TOKEN_STRING))
        parser_advance(p);
    size_t count = p->position - first;
    if (parser_at(p, TOKEN_ERROR))
        parser_fail(p);
    for (size_t i = 0; i < count; i++) {
        StringPiece piece = split_token(p, &p->tokens[first + i]);
        if (i && piece.is_bytes != is_bytes)
            parser_raise_last(p, PROBLEM_SYNTAX_ERROR, "cannot mix bytes and nonbytes literals");
        is_bytes = piece.is_bytes;
        is_formatted |= piece.is_fstring;
        if (is_bytes)
            check_ascii(p, &piece);
    }
    bool has_u = split_token(p, &p->tokens[first]).has_u;
    Expr *expr = is_formatted ? join_formatted(p, first, count, has_u) : join_plain(p, first, count);
    if (expr->kind == EXPR_CONSTANT)
        expr->constant.unicode_prefix = has_u;
    return expr;
}
