/* Doubles in decimal. glibc prints any number of digits exactly and reads them back correctly rounded; what is added
 * here is the choice of digits and of the notation that repr() and the 'g' codes of Python want.
 *
 * The shortest digits that read back as the same double: if a decimal of at most 15 digits does, the double rounded to
 * 15 digits is that decimal with zeros behind it (not so for subnormals, which have fewer bits: they try every length).
 * Else 16 or 17 digits. The nearest decimal of a length may miss while its neighbour hits only where doubles lie closer on
 * one side than on the other, at powers of two: there the neighbour above is tried as well.
 */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "python/format_spec.h"
#include "python/objects/float.h"
#include "python/vm.h"

enum {
    SHORT_DIGITS = DBL_DIG, LONG_DIGITS = 17,         /* always found again; always enough */
    SHORT_TEXT = 32,                                  /* room for "d.dddddddddddddddde-308" */
    REPR_MIN_POINT = -3, REPR_MAX_POINT = 16          /* repr: places of the point without an exponent */
};

/* Significant digits and the place of the point: 0.DIGITS * 10^point. */
typedef struct Decimal {
    const char *digits;
    size_t count;
    int point;
} Decimal;

/* Prints `count` digits of a positive value as "d.ddde+xx"; true when they read back as the same value. */
static bool try_digits(double value, int count, char *text)
{
    snprintf(text, SHORT_TEXT, "%.*e", count - 1, value);
    return strtod(text, NULL) == value;
}

/* The decimal one step above; a row of nines is never met here, since it would have been shorter. */
static bool try_above(double value, char *text)
{
    char *last = strchr(text, 'e') - 1;
    while (last >= text && (*last == '9' || *last == '.')) {
        if (*last == '9')
            *last = '0';
        last--;
    }
    if (last < text)
        return false;
    ++*last;
    return strtod(text, NULL) == value;
}

static bool is_power_of_two(double value)
{
    int exponent;
    return frexp(value, &exponent) == 0.5;
}

static void find_shortest(double value, char *text)
{
    char above[SHORT_TEXT];
    int count = value < DBL_MIN ? 1 : SHORT_DIGITS;
    for (; count < LONG_DIGITS; count++) {
        if (try_digits(value, count, text))
            return;
        memcpy(above, text, SHORT_TEXT);
        if (is_power_of_two(value) && try_above(value, above)) {
            memcpy(text, above, SHORT_TEXT);
            return;
        }
    }
    try_digits(value, LONG_DIGITS, text);
}

/* Turns "d.ddde+xx" into a Decimal in place, without trailing zeros unless they are wanted. */
static Decimal read_decimal(char *text, bool keep_zeros)
{
    char *e = strchr(text, 'e');
    Decimal decimal = { text, 0, atoi(e + 1) + 1 };
    for (const char *p = text; p < e; p++)
        if (*p != '.')
            text[decimal.count++] = *p;
    while (!keep_zeros && decimal.count > 1 && text[decimal.count - 1] == '0')
        decimal.count--;
    return decimal;
}

/* ---- rendering ---- */

static char *put(char *out, const char *text, size_t length)
{
    memcpy(out, text, length);
    return out + length;
}

static char *put_zeros(char *out, int count)
{
    for (; count > 0; count--)
        *out++ = '0';
    return out;
}

static char *render_exponent(char *out, Decimal d, unsigned flags)
{
    *out++ = d.digits[0];
    if (d.count > 1 || (flags & DOUBLE_ALTERNATE))
        *out++ = '.';
    out = put(out, d.digits + 1, d.count - 1);
    return out + sprintf(out, "e%+03d", d.point - 1);
}

static char *render_fixed(char *out, Decimal d, unsigned flags)
{
    int whole = d.point < 0 ? 0 : d.point < (int)d.count ? d.point : (int)d.count;
    out = d.point <= 0 ? put(out, "0", 1) : put(out, d.digits, (size_t)whole);
    out = put_zeros(out, d.point - (int)d.count);
    if (whole < (int)d.count) {
        *out++ = '.';
        out = put_zeros(out, -d.point);
        return put(out, d.digits + whole, d.count - (size_t)whole);
    }
    if (flags & (DOUBLE_ALTERNATE | DOUBLE_ADD_DOT_ZERO))
        *out++ = '.';
    return flags & DOUBLE_ADD_DOT_ZERO ? put_zeros(out, 1) : out;
}

/* Writes into `out` the value without its sign; returns its end. */
static char *render_repr(char *out, double value, unsigned flags)
{
    char text[SHORT_TEXT];
    if (value == 0.0)
        strcpy(text, "0e+0");
    else
        find_shortest(value, text);
    Decimal d = read_decimal(text, false);
    bool exponent = d.point < REPR_MIN_POINT || d.point > REPR_MAX_POINT;
    return exponent ? render_exponent(out, d, flags) : render_fixed(out, d, flags);
}

/* 'g' with Python's rules: an integer that would need ".0" behind all its digits is written with an exponent. `work`
 * has room for the digits. */
static char *render_general(char *out, char *work, double value, int precision, unsigned flags)
{
    sprintf(work, "%.*e", precision - 1, value);
    Decimal d = read_decimal(work, (flags & DOUBLE_ALTERNATE) != 0);
    bool exponent = d.point < REPR_MIN_POINT || d.point > precision - ((flags & DOUBLE_ADD_DOT_ZERO) != 0);
    return exponent ? render_exponent(out, d, flags) : render_fixed(out, d, flags);
}

size_t float_print(double value, char *text)
{
    char *out = text;
    if (isnan(value))
        out = put(out, "nan", 3);
    else {
        if (signbit(value))
            *out++ = '-';
        out = isinf(value) ? put(out, "inf", 3) : render_repr(out, fabs(value), DOUBLE_ADD_DOT_ZERO);
    }
    *out = '\0';
    return (size_t)(out - text);
}

/* ---- any code ---- */

/* Room for sign, digits before and after the point, exponent, and a '%' that the caller may add. */
static size_t room_for(int precision) { return (size_t)precision + DBL_MAX_10_EXP + 24; }

static char *render(char *out, char *work, double value, char code, int precision, unsigned flags)
{
    switch (code) {
    case 'r': return render_repr(out, value, flags);
    case 'g': return render_general(out, work, value, precision > 0 ? precision : 1, flags);
    case 'e': return out + sprintf(out, flags & DOUBLE_ALTERNATE ? "%#.*e" : "%.*e", precision, value);
    default: return out + sprintf(out, flags & DOUBLE_ALTERNATE ? "%#.*f" : "%.*f", precision, value);
    }
}

static bool shows_zero(const char *text)
{
    text += *text == '-';
    return text[strspn(text, "0.")] == '\0' || (text[strspn(text, "0.")] | 0x20) == 'e';
}

static void make_upper(char *text)
{
    for (; *text; text++)
        if (*text >= 'a' && *text <= 'z')
            *text = (char)(*text - 'a' + 'A');
}

static size_t render_signed(char *out, char *work, double value, char code, int precision, unsigned flags)
{
    char *start = out;
    if (isnan(value))
        out = put(out, "nan", 3);
    else {
        if (signbit(value))
            *out++ = '-';
        out = isinf(value) ? put(out, "inf", 3) : render(out, work, fabs(value), code, precision, flags);
    }
    *out = '\0';
    if ((flags & DOUBLE_NO_NEGATIVE_ZERO) && *start == '-' && shows_zero(start)) {
        memmove(start, start + 1, (size_t)(out - start));
        out--;
    }
    return (size_t)(out - start);
}

bool double_text_init(Vm *vm, DoubleText *text, double value, char code, int precision, unsigned flags)
{
    size_t room = room_for(code == 'r' || !isfinite(value) ? LONG_DIGITS : precision);
    bool upper = code >= 'A' && code <= 'Z';
    bool is_short = (code == 'r' || !isfinite(value) || (fabs(value) < 1e15 && precision < 24));
    text->text = is_short ? text->small : mem_alloc(vm, 2 * room);
    char work_small[64], *work = is_short ? work_small : text->text + room;
    if (!text->text) {
        vm_raise_memory(vm);
        return false;
    }
    text->length = render_signed(text->text, work, value, upper ? (char)(code | 0x20) : code, precision, flags);
    if (upper)
        make_upper(text->text);
    return true;
}

void double_text_release(Vm *vm, DoubleText *text)
{
    if (text->text != text->small)
        mem_free(vm, text->text);
}
