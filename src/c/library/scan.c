/* scanf: characters come from standard input or from a string, one at a time, and are taken only when they fit. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "c/library/stdio.h"

enum { LONGEST_TOKEN = 512 };

typedef struct Scanner {
    CVm *vm;
    CArguments *arguments;
    const char *text;          /* NULL: standard input */
    uint64_t length, at;
    int64_t taken;             /* characters, for %n */
    int next, assigned;
    bool input_failed, failed; /* the end came before a conversion; the program died */
} Scanner;

typedef struct Spec {
    bool drops;                /* * */
    int width;                 /* 0: none given */
    char length[3];
    char conversion;
    bool set[256];             /* of %[ */
} Spec;

static int peek(Scanner *s)
{
    if (!s->text)
        return c_input_peek(s->vm);
    return s->at < s->length ? (unsigned char)s->text[s->at] : -1;
}

static void take(Scanner *s)
{
    s->taken++;
    if (s->text)
        s->at++;
    else
        c_input_take(s->vm);
}

static void skip_space(Scanner *s)
{
    for (int c = peek(s); c >= 0 && isspace(c); c = peek(s))
        take(s);
}

/* ---- where values go ---- */

static bool fetch(Scanner *s, const Spec *spec, uint64_t *address, const CType **type)
{
    CCell cell;
    bool found = c_argument_at(s->vm, s->arguments, s->next++, &cell, type);
    if (!found)
        c_report(s->vm, "The format has more conversions than there are arguments: '%%%s%c' finds none.", spec->length,
                 spec->conversion);
    *address = cell.u;
    s->failed |= !found;
    return found;
}

static const char *wanted_name(const Spec *spec, size_t size, bool floating)
{
    if (floating)
        return size == 4 ? "the address of a float" : size == 8 ? "the address of a double" : "the address of a long double";
    return size == 1 ? "the address of a char" : size == 2 ? "the address of a short"
         : size == 4 ? "the address of an int" : "the address of a long";
}

static void check_target(Scanner *s, const Spec *spec, const CType *type, size_t size, bool floating)
{
    if (!type)
        return;
    const CType *base = type->kind == TY_POINTER ? type->base : NULL;
    bool fits = base && (base->kind == TY_VOID
                         || ((size_t)base->size == size && c_type_is_floating(base) == floating
                             && c_type_is_scalar(base)));
    if (c_type_is_array(base ? base : type) && !fits)
        return;
    if (!fits)
        c_report(s->vm, "The conversion '%%%s%c' wants %s, but its argument is %s", spec->length, spec->conversion,
                 wanted_name(spec, size, floating), !base ? "no address: is an '&' missing?" : "an address of another type.");
}

static void store(Scanner *s, uint64_t address, const void *value, size_t size)
{
    unsigned char *to = c_write_memory(s->vm, address, size);
    if (to)
        memcpy(to, value, size);
    else
        s->failed = true;
}

static size_t integer_size(const Spec *spec)
{
    return spec->length[0] == 'h' ? spec->length[1] == 'h' ? 1 : 2 : spec->length[0] ? 8 : 4;
}

/* ---- numbers ---- */

typedef struct Token {
    char text[LONGEST_TOKEN];
    size_t length;
    int left;                  /* characters that the width still allows */
} Token;

/* Takes the next character if `accepts` has it. */
static bool accept(Scanner *s, Token *token, const char *accepts)
{
    int c = peek(s);
    if (c <= 0 || token->left == 0 || !strchr(accepts, c))
        return false;
    take(s);
    token->left--;
    if (token->length < LONGEST_TOKEN - 1)
        token->text[token->length++] = (char)c;
    token->text[token->length] = '\0';
    return true;
}

static bool accept_all(Scanner *s, Token *token, const char *accepts)
{
    bool any = false;
    while (accept(s, token, accepts))
        any = true;
    return any;
}

static const char decimal[] = "0123456789", hexadecimal[] = "0123456789abcdefABCDEF", octal[] = "01234567";

static bool read_integer(Scanner *s, Token *token, int *base)
{
    accept(s, token, "+-");
    bool zero = (*base == 0 || *base == 16) && accept(s, token, "0");
    if (zero && accept(s, token, "xX"))
        return *base = 16, accept_all(s, token, hexadecimal);
    if (zero && *base == 0)
        *base = 8;
    else if (*base == 0)
        *base = 10;
    return accept_all(s, token, *base == 16 ? hexadecimal : *base == 8 ? octal : decimal) || zero;
}

static bool read_word(Scanner *s, Token *token, const char *word)
{
    for (; *word; word++) {
        char both[] = {*word, (char)toupper((unsigned char)*word), 0};
        if (!accept(s, token, both))
            return false;
    }
    return true;
}

static bool read_floating(Scanner *s, Token *token)
{
    accept(s, token, "+-");
    int c = peek(s);
    if (c == 'i' || c == 'I')
        return read_word(s, token, "inf") && (!strchr("iI", peek(s)) || peek(s) <= 0 || read_word(s, token, "inity"));
    if (c == 'n' || c == 'N')
        return read_word(s, token, "nan");
    bool zero = accept(s, token, "0"), hex = zero && accept(s, token, "xX");
    const char *digits = hex ? hexadecimal : decimal;
    bool any = accept_all(s, token, digits) || (zero && !hex);
    if (accept(s, token, "."))
        any |= accept_all(s, token, digits);
    if (any && accept(s, token, hex ? "pP" : "eE")) {
        accept(s, token, "+-");
        return accept_all(s, token, decimal);
    }
    return any;
}

static bool scan_integer(Scanner *s, const Spec *spec)
{
    int base = spec->conversion == 'i' ? 0 : strchr("xXp", spec->conversion) ? 16 : spec->conversion == 'o' ? 8 : 10;
    Token token = {.left = spec->width ? spec->width : INT32_MAX};
    if (!read_integer(s, &token, &base))
        return false;
    bool is_signed = strchr("di", spec->conversion) != NULL;
    uint64_t value = is_signed ? (uint64_t)strtoll(token.text, NULL, base) : strtoull(token.text, NULL, base);
    uint64_t address;
    const CType *type;
    if (spec->drops || !fetch(s, spec, &address, &type))
        return !s->failed;
    size_t size = spec->conversion == 'p' ? 8 : integer_size(spec);
    if (spec->conversion != 'p')
        check_target(s, spec, type, size, false);
    store(s, address, &value, size);
    s->assigned++;
    return true;
}

static bool scan_floating(Scanner *s, const Spec *spec)
{
    Token token = {.left = spec->width ? spec->width : INT32_MAX};
    uint64_t address;
    const CType *type;
    if (!read_floating(s, &token))
        return false;
    if (spec->drops || !fetch(s, spec, &address, &type))
        return !s->failed;
    size_t size = spec->length[0] == 'L' ? 16 : spec->length[0] == 'l' ? 8 : 4;
    check_target(s, spec, type, size, true);
    float f = strtof(token.text, NULL);
    double d = strtod(token.text, NULL);
    long double l = strtold(token.text, NULL);
    store(s, address, size == 4 ? (const void *)&f : size == 8 ? (const void *)&d : (const void *)&l,
          size == 16 ? 10 : size);
    s->assigned++;
    return true;
}

/* ---- text ---- */

static bool is_wanted(const Spec *spec, int c)
{
    switch (spec->conversion) {
    case 'c': return true;
    case 's': return !isspace(c);
    default: return spec->set[c];
    }
}

static bool scan_text(Scanner *s, const Spec *spec)
{
    uint64_t address = 0;
    const CType *type = NULL;
    int left = spec->width ? spec->width : spec->conversion == 'c' ? 1 : INT32_MAX, n = 0;
    if (peek(s) < 0) {
        s->input_failed = true;
        return false;
    }
    if (!is_wanted(spec, peek(s)))
        return false;
    if (!spec->drops && !fetch(s, spec, &address, &type))
        return false;
    if (type)
        check_target(s, spec, type, 1, false);
    for (; left > 0 && !s->failed; left--, n++) {
        int c = peek(s);
        if (c < 0 || !is_wanted(spec, c))
            break;
        take(s);
        char byte = (char)c;
        if (!spec->drops)
            store(s, address++, &byte, 1);
    }
    if (!spec->drops && spec->conversion != 'c')
        store(s, address, "", 1);
    if (type && s->arguments->call)
        c_check_part(s->arguments->call, s->arguments->first + s->next - 1, (uint64_t)n + (spec->conversion != 'c'));
    s->assigned += !spec->drops;
    return spec->conversion != 'c' || spec->width == 0 || n == spec->width;
}

static bool store_taken(Scanner *s, const Spec *spec)
{
    uint64_t address;
    const CType *type;
    if (!spec->drops && fetch(s, spec, &address, &type))
        store(s, address, &s->taken, integer_size(spec));
    return true;
}

/* ---- the format ---- */

static const char *read_set(Spec *spec, const char *at)
{
    bool inverted = *at == '^';
    at += inverted;
    for (bool first = true; *at && (*at != ']' || first); first = false, at++) {
        unsigned char from = (unsigned char)*at, to = from;
        if (at[1] == '-' && at[2] && at[2] != ']') {
            to = (unsigned char)at[2];
            at += 2;
        }
        for (int c = from; c <= to; c++)
            spec->set[c] = true;
    }
    for (int c = 0; inverted && c < 256; c++)
        spec->set[c] = !spec->set[c];
    return *at ? at + 1 : at;
}

static const char *read_spec(Spec *spec, const char *at)
{
    memset(spec, 0, sizeof *spec);
    if (*at == '*') {
        spec->drops = true;
        at++;
    }
    while (isdigit((unsigned char)*at))
        spec->width = spec->width < 100000 ? spec->width * 10 + (*at++ - '0') : (at++, spec->width);
    for (int n = 0; n < 2 && *at && strchr("hlLqjzt", *at); n++)
        spec->length[n] = *at++;
    spec->conversion = *at;
    if (*at)
        at++;
    return spec->conversion == '[' ? read_set(spec, at) : at;
}

static bool convert(Scanner *s, const Spec *spec)
{
    char c = spec->conversion;
    if (c == 'n')
        return store_taken(s, spec);
    if (!strchr("c[", c))
        skip_space(s);
    if (c == '%') {
        bool fits = peek(s) == '%';
        if (fits)
            take(s);
        return fits;
    }
    if (peek(s) < 0) {
        s->input_failed = true;
        return false;
    }
    if (strchr("diouxXp", c))
        return scan_integer(s, spec);
    if (strchr("fFeEgGaA", c))
        return scan_floating(s, spec);
    if (strchr("cs[", c))
        return scan_text(s, spec);
    c_report(s->vm, "The format contains '%%%c', which is no conversion.", c);
    return false;
}

static bool match_literal(Scanner *s, char c)
{
    if (peek(s) < 0)
        s->input_failed = true;
    bool fits = peek(s) == (unsigned char)c;
    if (fits)
        take(s);
    return fits;
}

static void scan(Scanner *s, const char *at)
{
    while (*at && !s->failed && !s->vm->ending) {
        if (isspace((unsigned char)*at)) {
            at++;
            skip_space(s);
        } else if (*at != '%') {
            if (!match_literal(s, *at++))
                return;
        } else {
            Spec spec;
            at = read_spec(&spec, at + 1);
            if (!convert(s, &spec))
                return;
        }
    }
}

static bool run(Scanner *s, uint64_t format, CCell *result)
{
    uint64_t length;
    const char *at = c_read_string(s->vm, format, &length);
    if (!at)
        return false;
    scan(s, at);
    if (!s->arguments->call)
        c_arguments_end(s->vm, s->arguments);
    result->i = s->assigned == 0 && s->input_failed ? -1 : s->assigned;
    return !s->vm->ending;
}

static bool n_scanf(CNative *call, CCell *result)
{
    CArguments arguments = c_arguments_of_call(call);
    Scanner s = {.vm = call->vm, .arguments = &arguments};
    return run(&s, c_address_argument(call, 0), result);
}

static bool n_fscanf(CNative *call, CCell *result)
{
    if (c_stream(call->vm, c_address_argument(call, 0)) != STREAM_IN)
        return !call->vm->ending;
    CArguments arguments = c_arguments_of_call(call);
    Scanner s = {.vm = call->vm, .arguments = &arguments};
    return run(&s, c_address_argument(call, 1), result);
}

static bool scan_string(CNative *call, CCell *result, CArguments *arguments)
{
    Scanner s = {.vm = call->vm, .arguments = arguments};
    s.text = c_read_string(call->vm, c_address_argument(call, 0), &s.length);
    return s.text && run(&s, c_address_argument(call, 1), result);
}

static bool n_sscanf(CNative *call, CCell *result)
{
    CArguments arguments = c_arguments_of_call(call);
    return scan_string(call, result, &arguments);
}

static bool n_vscanf(CNative *call, CCell *result)
{
    CArguments arguments;
    if (!c_arguments_of_list(call->vm, c_address_argument(call, 1), &arguments))
        return false;
    Scanner s = {.vm = call->vm, .arguments = &arguments};
    return run(&s, c_address_argument(call, 0), result);
}

static bool n_vsscanf(CNative *call, CCell *result)
{
    CArguments arguments;
    return c_arguments_of_list(call->vm, c_address_argument(call, 2), &arguments)
        && scan_string(call, result, &arguments);
}

const CNativeEntry c_natives_scan[] = {
    {"scanf", n_scanf}, {"fscanf", n_fscanf}, {"sscanf", n_sscanf}, {"vscanf", n_vscanf}, {"vsscanf", n_vsscanf},
    {NULL, NULL},
};
