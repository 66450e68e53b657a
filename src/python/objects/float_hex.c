/* Floats in hexadecimal (float.hex, float.fromhex), and round() to decimal digits. */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "python/objects/float_parts.h"
#include "python/objects/int_limbs.h"
#include "python/objects/str.h"
#include "python/vm.h"

/* ---- hex ---- */

Object *float_to_hex(Vm *vm, double value)
{
    enum { FRACTION_DIGITS = (DBL_MANT_DIG - 1) / 4 };
    char text[40], *out = text;
    int exponent;
    if (!isfinite(value))
        return str_from_utf8(vm, text, float_print(value, text));
    if (signbit(value))
        *out++ = '-';
    if (value == 0.0)
        return str_from_utf8(vm, text, (size_t)(out - text) + (size_t)sprintf(out, "0x0.0p+0"));
    double m = frexp(fabs(value), &exponent) * 2;     /* 1 <= m < 2, less for subnormals */
    exponent--;
    if (exponent < DBL_MIN_EXP - 1) {
        m = ldexp(m, exponent - (DBL_MIN_EXP - 1));
        exponent = DBL_MIN_EXP - 1;
    }
    unsigned long long fraction = (unsigned long long)ldexp(m - floor(m), 4 * FRACTION_DIGITS);
    out += sprintf(out, "0x%d.%0*llxp%+d", (int)m, FRACTION_DIGITS, fraction, exponent);
    return str_from_utf8(vm, text, (size_t)(out - text));
}

/* ---- fromhex: [sign] [0x] digits [. digits] [p exponent] ---- */

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* What was read: mantissa * 2^exponent, the lowest bit of the mantissa standing for all that did not fit. */
typedef struct HexNumber { uint64_t mantissa; int64_t exponent; size_t digits; } HexNumber;

static void add_digit(HexNumber *number, int digit, bool behind_point)
{
    number->digits++;
    if (number->mantissa >> (LIMB_BITS - 4)) {
        number->mantissa |= digit != 0;
        number->exponent += behind_point ? 0 : 4;
        return;
    }
    number->mantissa = number->mantissa << 4 | (unsigned)digit;
    number->exponent -= behind_point ? 4 : 0;
}

static const char *read_digits(const char *p, HexNumber *number)
{
    bool behind = false;
    for (; hex_value(*p) >= 0 || (*p == '.' && !behind); p++)
        if (*p == '.')
            behind = true;
        else
            add_digit(number, hex_value(*p), behind);
    return p;
}

/* Exponents beyond this are all the same: out of range, or nothing. */
enum { EXPONENT_BOUND = 1000000000 };

static const char *read_exponent(const char *p, int64_t *exponent)
{
    *exponent = 0;
    if ((*p | 0x20) != 'p')
        return p;
    bool negative = *++p == '-';
    p += *p == '-' || *p == '+';
    if (*p < '0' || *p > '9')
        return NULL;
    for (; *p >= '0' && *p <= '9'; p++)
        *exponent = *exponent > EXPONENT_BOUND ? *exponent : *exponent * 10 + (*p - '0');
    *exponent = negative ? -*exponent : *exponent;
    return p;
}

static const char *read_special(const char *p, double *value)
{
    static const char *const words[] = { "infinity", "inf", "nan" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncasecmp(p, words[i], strlen(words[i])) == 0) {
            *value = i == 2 ? (double)NAN : (double)INFINITY;
            return p + strlen(words[i]);
        }
    return NULL;
}

static const char *read_hex(const char *p, double *value)
{
    HexNumber number = { 0, 0, 0 };
    int64_t exponent;
    if (p[0] == '0' && (p[1] | 0x20) == 'x')
        p += 2;
    p = read_digits(p, &number);
    if (number.digits == 0 || !(p = read_exponent(p, &exponent)))
        return NULL;
    *value = limbs_scale(number.mantissa, number.exponent + exponent);
    return p;
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool float_from_hex(Vm *vm, const char *text, size_t length, double *value)
{
    const char *text_end = text + length;
    while (is_space(*text))
        text++;
    bool negative = *text == '-';
    text += *text == '-' || *text == '+';
    const char *end = read_special(text, value);
    bool special = end != NULL;
    if (!special)
        end = read_hex(text, value);
    while (end && is_space(*end))
        end++;
    if (!end || end != text_end)
        vm_raise(vm, TYPE_ValueError, "invalid hexadecimal floating-point string");
    else if (!special && isinf(*value))
        vm_raise(vm, TYPE_OverflowError, "hexadecimal value too large to represent as a float");
    *value = negative ? -*value : *value;
    return !vm_failed(vm);
}

/* ---- round ---- */

enum {
    ROUND_MOST_DIGITS = 323,                          /* (53 + 1074) * log10(2): no double has decimals beyond */
    ROUND_LEAST_DIGITS = -309,                        /* no double has digits before that */
    EXACT_TEXT = 800                                  /* significant digits of any double, with room to spare */
};

/* Whether a positive value, whose first digit stands for 10^exponent, is above half of 10^(exponent + 1). */
static bool above_half(double value, int *exponent)
{
    char text[EXACT_TEXT + 16];
    snprintf(text, sizeof text, "%.*e", EXACT_TEXT, value);
    *exponent = atoi(strchr(text, 'e') + 1);
    if (text[0] != '5')
        return text[0] > '5';
    return strspn(text + 2, "0") < (size_t)EXACT_TEXT;
}

/* A positive value rounded to a multiple of 10^power. glibc rounds what it prints exactly, halves to even; when no
 * digit is left to print, the value is compared with half of that power. */
static double round_to_power(double value, int power)
{
    char text[EXACT_TEXT];
    int exponent;
    bool up = above_half(value, &exponent);
    if (exponent < power) {
        snprintf(text, sizeof text, "1e%d", power);
        return up && exponent == power - 1 ? strtod(text, NULL) : 0.0;
    }
    snprintf(text, sizeof text, "%.*e", exponent - power, value);
    return strtod(text, NULL);
}

Object *float_round(Vm *vm, double value, int64_t digits)
{
    char text[EXACT_TEXT];
    if (!isfinite(value) || digits > ROUND_MOST_DIGITS || value == 0.0)
        return float_new(vm, value);
    if (digits < ROUND_LEAST_DIGITS)
        return float_new(vm, 0.0 * value);
    double size = fabs(value), rounded;
    if (digits >= 0) {
        snprintf(text, sizeof text, "%.*f", (int)digits, size);
        rounded = strtod(text, NULL);
    } else {
        rounded = round_to_power(size, (int)-digits);
    }
    if (isinf(rounded))
        return vm_raise(vm, TYPE_OverflowError, "rounded value too large to represent");
    return float_new(vm, copysign(rounded, value));
}
