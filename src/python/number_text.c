#include "python/number_text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "python/objects/str.h"
#include "python/text.h"
#include "python/unicode.h"
#include "python/vm.h"

static char narrow(uint32_t c)
{
    int digit;
    if (c < 0x80)
        return (char)c;
    if (unicode_is_space(c))
        return ' ';
    digit = unicode_decimal_value(c);
    return digit < 0 ? '?' : (char)('0' + digit);
}

static bool reserve(Vm *vm, NumberText *text, size_t length)
{
    text->length = length;
    text->text = length < sizeof text->small ? text->small : mem_alloc(vm, length + 1);
    if (!text->text) {
        vm_raise_memory(vm);
        return false;
    }
    text->text[length] = '\0';
    return true;
}

int number_text_init(Vm *vm, NumberText *text, Object *source)
{
    if (is_str(vm, source)) {
        const Str *str = (const Str *)source;
        if (!reserve(vm, text, (size_t)str->length))
            return -1;
        for (int64_t i = 0; i < str->length; i++)
            text->text[i] = narrow(str_at(str, i));
        return 1;
    }
    if (!text_is_bytes_like(vm, source))
        return 0;
    Chars bytes = text_chars(vm, source);
    if (!reserve(vm, text, (size_t)bytes.length))
        return -1;
    memcpy(text->text, bytes.data, (size_t)bytes.length);
    return 1;
}

void number_text_release(Vm *vm, NumberText *text)
{
    if (text->text != text->small)
        mem_free(vm, text->text);
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

void number_text_strip(const char **start, const char **end)
{
    while (*start < *end && is_space(**start))
        (*start)++;
    while (*end > *start && is_space((*end)[-1]))
        (*end)--;
}

bool number_text_drop_underscores(NumberText *text)
{
    char *out = text->text, before = '\0';
    for (size_t i = 0; i < text->length; i++) {
        char c = text->text[i];
        if (c == '_' ? !is_digit(before) : before == '_' && !is_digit(c))
            return false;
        if (c != '_')
            *out++ = c;
        before = c;
    }
    if (before == '_')
        return false;
    text->length = (size_t)(out - text->text);
    *out = '\0';
    return true;
}

static const char *read_word(const char *p, double *value)
{
    static const struct { const char *word; double value; } words[] = {
        { "infinity", (double)INFINITY }, { "inf", (double)INFINITY }, { "nan", (double)NAN },
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncasecmp(p, words[i].word, strlen(words[i].word)) == 0) {
            *value = words[i].value;
            return p + strlen(words[i].word);
        }
    return NULL;
}

static const char *skip_digits(const char *p)
{
    while (is_digit(*p))
        p++;
    return p;
}

/* digits [. digits] [e [sign] digits], with at least one digit before the exponent; NULL: something else. */
static const char *decimal_end(const char *p)
{
    const char *point = skip_digits(p), *end = point;
    if (*point == '.')
        end = skip_digits(point + 1);
    if (end == p || (end == point + 1 && point == p))
        return NULL;
    if ((*end | 0x20) != 'e')
        return end;
    const char *digits = end + 1 + (end[1] == '+' || end[1] == '-');
    return is_digit(*digits) ? skip_digits(digits) : end;
}

const char *number_text_read_double(const char *text, double *value)
{
    const char *p = text + (*text == '-' || *text == '+');
    const char *end = decimal_end(p);
    if (end)
        *value = strtod(p, NULL);     /* reads the same extent: it cannot be hexadecimal, decimal_end ends at the 'x' */
    else
        end = read_word(p, value);
    if (end && *text == '-')
        *value = -*value;
    return end;
}
