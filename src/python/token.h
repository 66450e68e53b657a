/* Tokens: what the lexer makes of the text and the parser reads.
 *
 * One table, token.c, says everything about a kind of token: how it is spelt and, for operators, how it binds. Keywords
 * and operators are kinds of their own; the soft keywords match, case and _ are names.
 */
#ifndef REFARROWS_PYTHON_TOKEN_H
#define REFARROWS_PYTHON_TOKEN_H

#include <stdint.h>

#include "python/ast.h"

typedef enum TokenKind {
    TOKEN_END, TOKEN_ERROR, TOKEN_NEWLINE, TOKEN_INDENT, TOKEN_DEDENT, TOKEN_NAME, TOKEN_NUMBER, TOKEN_STRING,
    TOKEN_UNKNOWN,             /* a character that no rule accepts: ? $ ! */

    TOKEN_LPAREN, TOKEN_RPAREN, TOKEN_LBRACKET, TOKEN_RBRACKET, TOKEN_LBRACE, TOKEN_RBRACE,
    TOKEN_COLON, TOKEN_COMMA, TOKEN_SEMICOLON, TOKEN_DOT, TOKEN_ELLIPSIS, TOKEN_ARROW, TOKEN_WALRUS, TOKEN_ASSIGN,
    TOKEN_TILDE,
    TOKEN_PLUS, TOKEN_MINUS, TOKEN_STAR, TOKEN_SLASH, TOKEN_DOUBLE_SLASH, TOKEN_PERCENT, TOKEN_AT, TOKEN_DOUBLE_STAR,
    TOKEN_PIPE, TOKEN_CARET, TOKEN_AMPERSAND, TOKEN_SHIFT_LEFT, TOKEN_SHIFT_RIGHT,
    TOKEN_LESS, TOKEN_GREATER, TOKEN_EQUAL, TOKEN_NOT_EQUAL, TOKEN_LESS_EQUAL, TOKEN_GREATER_EQUAL,
    TOKEN_PLUS_ASSIGN, TOKEN_MINUS_ASSIGN, TOKEN_STAR_ASSIGN, TOKEN_SLASH_ASSIGN, TOKEN_DOUBLE_SLASH_ASSIGN,
    TOKEN_PERCENT_ASSIGN, TOKEN_AT_ASSIGN, TOKEN_DOUBLE_STAR_ASSIGN, TOKEN_PIPE_ASSIGN, TOKEN_CARET_ASSIGN,
    TOKEN_AMPERSAND_ASSIGN, TOKEN_SHIFT_LEFT_ASSIGN, TOKEN_SHIFT_RIGHT_ASSIGN,

    TOKEN_FALSE, TOKEN_NONE, TOKEN_TRUE, TOKEN_AND, TOKEN_AS, TOKEN_ASSERT, TOKEN_ASYNC, TOKEN_AWAIT, TOKEN_BREAK,
    TOKEN_CLASS, TOKEN_CONTINUE, TOKEN_DEF, TOKEN_DEL, TOKEN_ELIF, TOKEN_ELSE, TOKEN_EXCEPT, TOKEN_FINALLY, TOKEN_FOR,
    TOKEN_FROM, TOKEN_GLOBAL, TOKEN_IF, TOKEN_IMPORT, TOKEN_IN, TOKEN_IS, TOKEN_LAMBDA, TOKEN_NONLOCAL, TOKEN_NOT,
    TOKEN_OR, TOKEN_PASS, TOKEN_RAISE, TOKEN_RETURN, TOKEN_TRY, TOKEN_WHILE, TOKEN_WITH, TOKEN_YIELD,
    TOKEN_KIND_COUNT
} TokenKind;

#define TOKEN_FIRST_KEYWORD TOKEN_FALSE

typedef struct Token {
    uint8_t kind;              /* TokenKind */
    uint8_t level;             /* open brackets after this token */
    uint32_t start, end;       /* byte offsets into the lexer's text */
    Span span;                 /* column -1: the token has no text of its own (INDENT, DEDENT, END) */
    Identifier name;           /* NAME and keywords: the interned text */
} Token;

typedef struct TokenTraits {
    const char *text;          /* as written, or the name CPython gives the kind */
    uint8_t binary_power;      /* infix arithmetic: how tightly it binds, 0 if it is none */
    uint8_t binary_op;         /* BinaryOperator, where binary_power or is_augmented is set */
    uint8_t is_augmented;      /* += and its kin */
} TokenTraits;

/* The traits of a kind. */
const TokenTraits *token_traits(TokenKind kind);

#endif
