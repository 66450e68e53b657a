/* "%s and %-5r" % (a, b) is compiled as the f-string that says the same (as optimize_format in ast_opt.c). Only %s, %r
 * and %a with flags, width and precision take part; a format with anything else, or with too few or too many fields,
 * stays an operation of the running program. */
#include "python/fold.h"

#include <stdio.h>
#include <string.h>

#include "python/objects/str.h"

enum { FORMAT_DIGITS_MAX = 3 };

typedef struct FormatReader {
    const Str *format;
    int64_t at;
} FormatReader;

static bool at_end(const FormatReader *r) { return r->at >= r->format->length; }
static uint32_t peek(const FormatReader *r) { return at_end(r) ? 0 : str_at(r->format, r->at); }

static Expr *text_constant(Compiler *c, Object *text, Span span)
{
    Expr *e = REGION_NEW(&c->region, Expr);
    e->kind = EXPR_CONSTANT;
    e->span = span;
    map_set(&c->region, &c->values, e, (intptr_t)text);
    return e;
}

/* Text up to the next field; NULL if there is none. %% stands for one %. */
static Expr *read_text(Compiler *c, FormatReader *r)
{
    StrWriter writer;
    writer_init(&writer);
    int64_t start = r->at;
    bool failed = false;
    while (!failed && !at_end(r)) {
        uint32_t character = peek(r);
        if (character == '%' && (r->at + 1 >= r->format->length || str_at(r->format, r->at + 1) != '%'))
            break;
        r->at += character == '%' ? 2 : 1;
        failed = writer_char(c->vm, &writer, character) < 0;
    }
    if (r->at == start && !failed) {
        writer_discard(c->vm, &writer);
        return NULL;
    }
    return text_constant(c, keep(c, writer_finish(c->vm, &writer)), (Span){ -1, -1, -1, -1 });
}

/* Up to two digits; false if there are more. -1: none. */
static bool read_number(FormatReader *r, int *number)
{
    int digits = 0;
    while (peek(r) >= '0' && peek(r) <= '9') {
        if (*number < 0)
            *number = 0;
        *number = *number * 10 + (int)(peek(r) - '0');
        r->at++;
        if (++digits >= FORMAT_DIGITS_MAX)
            return false;
    }
    return true;
}

/* The field behind a %, applied to `argument`; NULL: not one of the simple ones. */
static Expr *read_field(Compiler *c, FormatReader *r, Expr *argument)
{
    bool left = false;
    int width = -1, precision = -1;
    for (; peek(r) && strchr("-+ #0", (int)peek(r)) && peek(r) < 128; r->at++)
        left |= peek(r) == '-';
    if (!read_number(r, &width))
        return NULL;
    if (peek(r) == '.') {
        r->at++;
        precision = 0;
        if (!read_number(r, &precision))
            return NULL;
    }
    uint32_t conversion = peek(r);
    if (conversion != 's' && conversion != 'r' && conversion != 'a')
        return NULL;
    r->at++;
    char spec[32] = "";
    size_t length = 0;
    if (!left && width > 0)
        length += (size_t)snprintf(spec + length, sizeof spec - length, ">");
    if (width >= 0)
        length += (size_t)snprintf(spec + length, sizeof spec - length, "%d", width);
    if (precision >= 0)
        length += (size_t)snprintf(spec + length, sizeof spec - length, ".%d", precision);
    Expr *e = REGION_NEW(&c->region, Expr);
    e->kind = EXPR_FORMATTED_VALUE;
    e->span = argument->span;
    e->formatted.value = argument;
    e->formatted.conversion = (int)conversion;
    if (length > 0)
        e->formatted.format_spec = text_constant(c, keep(c, str_from_utf8(c->vm, spec, length)), argument->span);
    return e;
}

Expr *fold_format(Compiler *c, const Expr *binary, const Object *format, const ExprList *arguments)
{
    FormatReader r = { (const Str *)format, 0 };
    Expr **items = region_alloc_array(&c->region, (size_t)arguments->count * 2 + 1, sizeof(Expr *));
    int count = 0;
    for (int i = 0; i < arguments->count; i++) {
        Expr *text = read_text(c, &r);
        if (text)
            items[count++] = text;
        if (at_end(&r))
            return NULL;
        r.at++;
        Expr *field = read_field(c, &r, arguments->items[i]);
        if (!field)
            return NULL;
        items[count++] = field;
    }
    Expr *text = read_text(c, &r);
    if (text)
        items[count++] = text;
    if (!at_end(&r))
        return NULL;
    Expr *joined = REGION_NEW(&c->region, Expr);
    joined->kind = EXPR_JOINED_STR;
    joined->span = binary->span;
    joined->joined.values = (ExprList){ items, count };
    return joined;
}
