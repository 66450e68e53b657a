/* Number tokens to constants. The lexer has already seen to their form. */
#include "python/parser_rules.h"

#include <stdlib.h>
#include <string.h>

/* CPython's default for sys.set_int_max_str_digits. */
enum { MAX_DECIMAL_DIGITS = 4300 };

/* The token's text without underscores, in the region. */
static char *clean_text(Parser *p, const Token *token, size_t *length)
{
    char *copy = region_strdup(p->region, p->lexer->text + token->start, token->end - token->start);
    char *to = copy;
    for (const char *from = copy; *from; from++)
        if (*from != '_')
            *to++ = *from;
    *to = '\0';
    *length = (size_t)(to - copy);
    return copy;
}

static int base_of(const char *text)
{
    if (text[0] != '0')
        return 10;
    switch (text[1] | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 10;
    }
}

/* Leading zeros do not count. */
static void check_digits(Parser *p, const Token *token, const char *text, size_t length)
{
    size_t zeros = strspn(text, "0");
    size_t digits = zeros == length ? 1 : length;
    if (digits > MAX_DECIMAL_DIGITS)
        parser_raise_at(p, (Span){token->span.line, -1, token->span.end_line, -1}, "Exceeds the limit (%d digits) for integer string conversion: value has %zu "
                        "digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for "
                        "huge integer literals to avoid decimal conversion limits.", MAX_DECIMAL_DIGITS, digits);
}

static void set_int(Parser *p, Constant *constant, const Token *token, const char *text, size_t length)
{
    int base = base_of(text);
    size_t prefix = base == 10 ? 0 : 2;
    if (base == 10)
        check_digits(p, token, text, length);
    *constant = (Constant){.kind = CONSTANT_INT, .base = base, .text = text + prefix, .length = length - prefix};
}

Expr *parse_number(Parser *p)
{
    const Token *token = parser_expect(p, TOKEN_NUMBER);
    Expr *expr = parser_expr(p, EXPR_CONSTANT, token->span);
    size_t length;
    char *text = clean_text(p, token, &length);
    bool is_imaginary = (text[length - 1] | 0x20) == 'j';
    bool is_float = base_of(text) == 10 && strpbrk(text, ".eE");
    if (is_imaginary || is_float)
        expr->constant = (Constant){.kind = is_imaginary ? CONSTANT_COMPLEX : CONSTANT_FLOAT,
                                    .number = strtod(text, NULL)};
    else
        set_int(p, &expr->constant, token, text, length);
    return expr;
}
