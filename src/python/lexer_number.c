/* Numbers: 0x1F, 0b1_0, 0o17, 12, 1_000.5e-3, 2j.
 *
 * number:   '0' ('x' | 'o' | 'b') digits | digits ['.' [digits]] [exponent] ['j'] | '.' digits [exponent] ['j']
 * exponent: 'e' ['+' | '-'] digits
 *
 * A number may be followed at once by a keyword that can stand there (1if x else 2), as in CPython 3.11.
 */
#include "python/lexer.h"

#include <string.h>

typedef struct Radix {
    char letter;
    int base;
    const char *name;
} Radix;

static const Radix radices[] = {{'x', 16, "hexadecimal"}, {'o', 8, "octal"}, {'b', 2, "binary"}};

static bool is_digit_of(char c, int base)
{
    if (base == 16)
        return lexer_is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    return c >= '0' && c < '0' + base;
}

/* The keywords that may follow a number without a space; those in i need not end there: 1if, but also 1inf. */
static bool keyword_follows(const char *text)
{
    static const char *const words[] = {"and", "else", "for", "or", "not"};
    if (text[0] == 'i')
        return text[1] == 'f' || text[1] == 'n' || text[1] == 's';
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (!strncmp(text, words[i], strlen(words[i])))
            return !lexer_is_word(text[strlen(words[i])]);
    return false;
}

/* `next` stands behind the number. */
static bool check_end(Lexer *lexer, const char *kind)
{
    if (lexer_is_word(*lexer->next) && !keyword_follows(lexer->next))
        return lexer_fail(lexer, "invalid %s literal", kind);
    return true;
}

/* Reads digits with single underscores between them; the first character is a digit or none is read. */
static bool read_decimal_tail(Lexer *lexer)
{
    for (;;) {
        while (lexer_is_digit(*lexer->next))
            lexer->next++;
        if (*lexer->next != '_')
            return true;
        lexer->next++;
        if (!lexer_is_digit(*lexer->next))
            return lexer_fail(lexer, "invalid decimal literal");
    }
}

static bool bad_digit(Lexer *lexer, const Radix *radix)
{
    if (!lexer_is_digit(*lexer->next))
        return lexer_fail(lexer, "invalid %s literal", radix->name);
    lexer->next++;
    return lexer_fail(lexer, "invalid digit '%c' in %s literal", lexer->next[-1], radix->name);
}

/* After the 0 and the letter. */
static bool read_radix(Lexer *lexer, const Radix *radix)
{
    do {
        if (*lexer->next == '_')
            lexer->next++;
        if (!is_digit_of(*lexer->next, radix->base))
            return bad_digit(lexer, radix);
        while (is_digit_of(*lexer->next, radix->base))
            lexer->next++;
    } while (*lexer->next == '_');
    if (lexer_is_digit(*lexer->next))
        return bad_digit(lexer, radix);
    return check_end(lexer, radix->name);
}

static bool read_imaginary_or_end(Lexer *lexer)
{
    if (*lexer->next != 'j' && *lexer->next != 'J')
        return check_end(lexer, "decimal");
    lexer->next++;
    return check_end(lexer, "imaginary");
}

/* An `e` that no digits follow is not part of the number: 1else. */
static bool read_exponent(Lexer *lexer)
{
    char after = lexer->next[1];
    if (after == '+' || after == '-') {
        lexer->next += 2;
        if (!lexer_is_digit(*lexer->next))
            return lexer_fail(lexer, "invalid decimal literal");
    } else if (lexer_is_digit(after)) {
        lexer->next++;
    } else {
        return check_end(lexer, "decimal");
    }
    return read_decimal_tail(lexer) && read_imaginary_or_end(lexer);
}

/* `next` stands behind the digits before a possible point. */
static bool read_fraction(Lexer *lexer)
{
    if (*lexer->next == '.') {
        lexer->next++;
        if (lexer_is_digit(*lexer->next) && !read_decimal_tail(lexer))
            return false;
    }
    if (*lexer->next == 'e' || *lexer->next == 'E')
        return read_exponent(lexer);
    return read_imaginary_or_end(lexer);
}

static bool fail_leading_zeros(Lexer *lexer, const char *zeros_end)
{
    lexer->next = zeros_end;
    lexer_fail(lexer, "leading zeros in decimal integer literals are not permitted; "
                      "use an 0o prefix for octal integers");
    lexer->error.column = (int)(lexer->token_start + 1 - lexer->line_start);
    return false;
}

/* After a first 0: more zeros, or a float such as 09.5; 09 itself is a mistake. */
static bool read_after_zero(Lexer *lexer)
{
    for (;;) {
        if (*lexer->next == '_') {
            lexer->next++;
            if (!lexer_is_digit(*lexer->next))
                return lexer_fail(lexer, "invalid decimal literal");
        }
        if (*lexer->next != '0')
            break;
        lexer->next++;
    }
    const char *zeros_end = lexer->next + 1;
    bool is_nonzero = lexer_is_digit(*lexer->next);
    if (is_nonzero && !read_decimal_tail(lexer))
        return false;
    if (is_nonzero && (!*lexer->next || !strchr(".eEjJ", *lexer->next)))
        return fail_leading_zeros(lexer, zeros_end);
    return read_fraction(lexer);
}

bool lexer_number(Lexer *lexer)
{
    if (*lexer->next != '0')
        return read_decimal_tail(lexer) && read_fraction(lexer);
    lexer->next++;
    for (size_t i = 0; i < sizeof radices / sizeof radices[0]; i++)
        if ((*lexer->next | 0x20) == radices[i].letter) {
            lexer->next++;
            return read_radix(lexer, &radices[i]);
        }
    return read_after_zero(lexer);
}
