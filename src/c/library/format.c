/* printf: each conversion is checked against its argument's type, then handed to the host's own snprintf, which is glibc's,
 * with a value of the right type: so the text is the same to the letter. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "c/library/stdio.h"
#include "machine/memory.h"

enum { LONGEST_NUMBER = 12000, WIDEST = 1 << 20 };

/* ---- arguments ---- */

CArguments c_arguments_of_call(const CNative *call)
{
    return (CArguments){.call = call, .first = call->site->fixed};
}

bool c_arguments_of_list(CVm *vm, uint64_t list, CArguments *arguments)
{
    *arguments = (CArguments){.list = list};
    const unsigned char *memory = c_read_memory(vm, list, 24);
    if (memory)
        memcpy(&arguments->start, memory + 8, 8);
    return memory != NULL;
}

bool c_argument_at(CVm *vm, CArguments *arguments, int n, CCell *cell, const CType **type)
{
    *type = NULL;
    *cell = (CCell){0};
    if (n >= arguments->taken)
        arguments->taken = n + 1;
    if (arguments->call) {
        int index = arguments->first + n;
        if (index >= arguments->call->site->count)
            return false;
        *cell = *c_argument(arguments->call, index);
        *type = arguments->call->site->types[index];
        return true;
    }
    const unsigned char *memory = c_reach(vm, arguments->start + 16 * (uint64_t)n);
    if (!memory)
        return false;
    memcpy(cell, memory, sizeof *cell);
    return true;
}

void c_arguments_end(CVm *vm, const CArguments *arguments)
{
    unsigned char *memory = arguments->call ? NULL : c_reach(vm, arguments->list + 8);
    uint64_t next = arguments->start + 16 * (uint64_t)arguments->taken;
    if (memory)
        memcpy(memory, &next, sizeof next);
}

/* ---- the sink ---- */

void c_put(CSink *sink, const char *text, size_t length)
{
    CVm *vm = sink->vm;
    sink->count += length;
    if (sink->failed || !length)
        return;
    if (sink->stream != STREAM_NONE) {
        c_write(vm, sink->stream == STREAM_ERROR ? OUTPUT_STDERR : OUTPUT_STDOUT, text, length);
        return;
    }
    size_t part = length < sink->room ? length : (size_t)sink->room;
    unsigned char *to = part ? c_write_memory(vm, sink->address, part) : NULL;
    if (part && !to) {
        sink->failed = true;
        return;
    }
    if (part)
        memcpy(to, text, part);
    sink->address += part;
    sink->room -= part;
}

static void put_repeated(CSink *sink, char c, int64_t count)
{
    char block[64];
    memset(block, c, sizeof block);
    for (; count > 0; count -= (int64_t)sizeof block)
        c_put(sink, block, count < (int64_t)sizeof block ? (size_t)count : sizeof block);
}

/* ---- conversions ---- */

typedef struct Spec {
    char flags[8];             /* "-+ #0'" as far as given */
    int width, precision;      /* -1: none */
    char length[3];            /* "", "hh", "h", "l", "ll", "L", "q", "j", "z", "t" */
    char conversion;
    int position;              /* of n$, from 0; -1: the next one */
} Spec;

typedef struct Formatter {
    CSink *sink;
    CArguments *arguments;
    int next;                  /* argument */
} Formatter;

static bool fetch(Formatter *f, const Spec *spec, CCell *cell, const CType **type)
{
    int n = spec->position >= 0 ? spec->position : f->next++;
    if (c_argument_at(f->sink->vm, f->arguments, n, cell, type))
        return true;
    c_report(f->sink->vm, "The format has more conversions than there are arguments: '%%%s%c' finds none.", spec->length,
             spec->conversion);
    return false;
}

static int star(Formatter *f, int position)
{
    Spec spec = {.conversion = '*', .position = position};
    CCell cell;
    const CType *type;
    return fetch(f, &spec, &cell, &type) ? (int32_t)cell.i : 0;
}

static int read_number(const char **at)
{
    int value = 0;
    for (; **at >= '0' && **at <= '9'; ++*at)
        value = value < WIDEST ? value * 10 + (**at - '0') : value;
    return value;
}

/* A number, '*' or '*n$'. */
static int read_amount(Formatter *f, const char **at)
{
    if (**at != '*')
        return read_number(at);
    const char *digits = ++*at;
    int position = read_number(&digits);
    if (digits > *at && *digits == '$') {
        *at = digits + 1;
        return star(f, position - 1);
    }
    return star(f, -1);
}

static void read_length(Spec *spec, const char **at)
{
    int n = 0;
    while (n < 2 && **at && strchr("hlLqjzt", **at))
        spec->length[n++] = *(*at)++;
}

/* Behind the '%'. */
static const char *read_spec(Formatter *f, const char *at, Spec *spec)
{
    *spec = (Spec){.width = -1, .precision = -1, .position = -1};
    const char *digits = at;
    int position = read_number(&digits);
    if (digits > at && *digits == '$') {
        spec->position = position - 1;
        at = digits + 1;
    }
    for (size_t n = 0; *at && strchr("-+ #0'I", *at); at++)
        if (n < sizeof spec->flags - 2 && !strchr(spec->flags, *at))
            spec->flags[n++] = *at;
    if (*at == '*' || (*at >= '1' && *at <= '9'))
        spec->width = read_amount(f, &at);
    if (spec->width < -1) {                /* a negative '*' means flag '-' */
        if (!strchr(spec->flags, '-'))
            strcat(spec->flags, "-");
        spec->width = -spec->width;
    }
    if (*at == '.') {
        at++;
        spec->precision = read_amount(f, &at);
    }
    if (spec->width > WIDEST)
        spec->width = WIDEST;
    read_length(spec, &at);
    spec->conversion = *at;
    return *at ? at + 1 : at;
}

static void host_format(const Spec *spec, const char *length, char *out, size_t size)
{
    char width[16] = "", precision[16] = "";
    if (spec->width >= 0)
        snprintf(width, sizeof width, "%d", spec->width);
    if (spec->precision >= 0)
        snprintf(precision, sizeof precision, ".%d", spec->precision);
    snprintf(out, size, "%%%s%s%s%s%c", spec->flags, width, precision, length, spec->conversion);
}

static bool is_long(const Spec *spec)
{
    return spec->length[0] && strchr("lLqjzt", spec->length[0]);
}

static void tell_mismatch(Formatter *f, const Spec *spec, const char *wanted, const CType *type)
{
    c_report(f->sink->vm, "The conversion '%%%s%c' wants %s, but its argument is %s.", spec->length, spec->conversion,
             wanted, c_kind_name(type));
}

static void check_integer(Formatter *f, const Spec *spec, const CType *type)
{
    if (!type)
        return;
    bool fits = c_type_is_integer(type) && (type->size == 8) == is_long(spec);
    if (!fits)
        tell_mismatch(f, spec, is_long(spec) ? "a long" : "an int", type);
}

static int64_t narrowed(const Spec *spec, int64_t value, bool is_signed)
{
    if (spec->length[0] == 'h' && spec->length[1] == 'h')
        return is_signed ? (int8_t)value : (uint8_t)value;
    if (spec->length[0] == 'h')
        return is_signed ? (int16_t)value : (uint16_t)value;
    if (is_long(spec))
        return value;
    return is_signed ? (int64_t)(int32_t)value : (int64_t)(uint32_t)value;
}

/* Widths and precisions beyond the buffer are rare; they get memory for the call. */
static void put_formatted(Formatter *f, const Spec *spec, const char *format, const CCell *cell, int kind)
{
    char small[LONGEST_NUMBER], *buffer = small;
    size_t size = sizeof small;
    int length = 0;
    for (int attempt = 0; attempt < 2; attempt++) {
        length = kind == 0 ? snprintf(buffer, size, format, (long long)cell->i)
               : kind == 1 ? snprintf(buffer, size, format, cell->d) : snprintf(buffer, size, format, cell->l);
        if (length < (int)size || attempt)
            break;
        size = (size_t)length + 1;
        buffer = memory_resize(NULL, size);
    }
    if (length > 0)
        c_put(f->sink, buffer, (size_t)length);
    if (buffer != small)
        free(buffer);
}

static void put_integer(Formatter *f, const Spec *spec)
{
    CCell cell;
    const CType *type;
    char format[64];
    if (!fetch(f, spec, &cell, &type))
        return;
    check_integer(f, spec, type);
    cell.i = narrowed(spec, cell.i, strchr("di", spec->conversion) != NULL);
    host_format(spec, "ll", format, sizeof format);
    put_formatted(f, spec, format, &cell, 0);
}

static void put_floating(Formatter *f, const Spec *spec)
{
    CCell cell;
    const CType *type;
    char format[64];
    bool is_wide = spec->length[0] == 'L';
    if (!fetch(f, spec, &cell, &type))
        return;
    bool fits = !type || (c_type_is_floating(type) && (type->kind == TY_LDOUBLE) == is_wide);
    if (!fits) {
        tell_mismatch(f, spec, is_wide ? "a long double" : "a double", type);
        if (c_type_is_floating(type) && is_wide)
            cell.l = cell.d;
        else if (c_type_is_floating(type))
            cell.d = (double)cell.l;
        else
            cell = (CCell){0};
    }
    host_format(spec, is_wide ? "L" : "", format, sizeof format);
    put_formatted(f, spec, format, &cell, is_wide ? 2 : 1);
}

static void put_padded(Formatter *f, const Spec *spec, const char *text, size_t length)
{
    int64_t padding = spec->width > (int64_t)length ? spec->width - (int64_t)length : 0;
    bool left = strchr(spec->flags, '-') != NULL;
    if (!left)
        put_repeated(f->sink, ' ', padding);
    c_put(f->sink, text, length);
    if (left)
        put_repeated(f->sink, ' ', padding);
}

static size_t encode(uint32_t c, char *out)
{
    if (c < 0x80)
        return *out = (char)c, 1;
    int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char leads[] = {0, 0xc0, 0xe0, 0xf0};
    *out = (char)(leads[more] | c >> (6 * more));
    for (int i = 1; i <= more; i++)
        out[i] = (char)(0x80 | (c >> (6 * (more - i)) & 0x3f));
    return (size_t)more + 1;
}

static void put_char(Formatter *f, const Spec *spec)
{
    CCell cell;
    const CType *type;
    char text[4];
    if (!fetch(f, spec, &cell, &type))
        return;
    if (type && (!c_type_is_integer(type)))
        tell_mismatch(f, spec, "an int", type);
    text[0] = (char)cell.i;
    put_padded(f, spec, text, spec->length[0] == 'l' ? encode((uint32_t)cell.i, text) : 1);
}

static void put_wide_string(Formatter *f, const Spec *spec, uint64_t address)
{
    char text[4096];
    size_t length = 0;
    for (uint32_t c = 1; c && length < sizeof text - 4; address += 4) {
        const unsigned char *memory = c_read_memory(f->sink->vm, address, 4);
        if (!memory) {
            f->sink->failed = true;
            return;
        }
        memcpy(&c, memory, 4);
        length += c ? encode(c, text + length) : 0;
    }
    put_padded(f, spec, text, length);
}

static void put_string(Formatter *f, const Spec *spec)
{
    CCell cell;
    const CType *type;
    if (!fetch(f, spec, &cell, &type))
        return;
    if (type && type->kind != TY_POINTER)
        tell_mismatch(f, spec, "a pointer to text", type);
    if (cell.u == 0) {
        c_report(f->sink->vm, "The conversion '%%s' gets a null pointer: there is no text.");
        put_padded(f, spec, "(null)", spec->precision >= 0 && spec->precision < 6 ? 0 : 6);
        return;
    }
    if (spec->length[0] == 'l') {
        put_wide_string(f, spec, cell.u);
        return;
    }
    uint64_t length, most = spec->precision >= 0 ? (uint64_t)spec->precision : UINT64_MAX;
    const char *text = c_read_string_up_to(f->sink->vm, cell.u, most, &length);
    if (text)
        put_padded(f, spec, text, length);
    else
        f->sink->failed = true;
}

static void put_pointer(Formatter *f, const Spec *spec)
{
    CCell cell;
    const CType *type;
    char text[32];
    if (!fetch(f, spec, &cell, &type))
        return;
    if (type && type->kind != TY_POINTER)
        tell_mismatch(f, spec, "a pointer", type);
    int length = cell.u ? snprintf(text, sizeof text, "0x%llx", (unsigned long long)cell.u)
                        : snprintf(text, sizeof text, "(nil)");
    put_padded(f, spec, text, (size_t)length);
}

static void store_count(Formatter *f, const Spec *spec)
{
    CCell cell;
    const CType *type;
    if (!fetch(f, spec, &cell, &type))
        return;
    size_t size = is_long(spec) ? 8 : spec->length[0] == 'h' ? spec->length[1] ? 1 : 2 : 4;
    unsigned char *to = c_write_memory(f->sink->vm, cell.u, size);
    if (to)
        memcpy(to, &f->sink->count, size);
    else
        f->sink->failed = true;
}

static void convert(Formatter *f, const Spec *spec)
{
    switch (spec->conversion) {
    case 'd': case 'i': case 'u': case 'o': case 'x': case 'X': case 'b': put_integer(f, spec); break;
    case 'f': case 'F': case 'e': case 'E': case 'g': case 'G': case 'a': case 'A': put_floating(f, spec); break;
    case 'c': case 'C': put_char(f, spec); break;
    case 's': case 'S': put_string(f, spec); break;
    case 'p': put_pointer(f, spec); break;
    case 'n': store_count(f, spec); break;
    case 'm': put_padded(f, spec, "Success", 7); break;
    case '%': c_put(f->sink, "%", 1); break;
    default:
        c_report(f->sink->vm, "The format contains '%%%c', which is no conversion.", spec->conversion);
    }
}

void c_format(CSink *sink, uint64_t address, CArguments *arguments)
{
    uint64_t length;
    const char *at = c_read_string(sink->vm, address, &length);
    Formatter f = {sink, arguments, 0};
    if (!at) {
        sink->failed = true;
        return;
    }
    while (*at && !sink->failed && !sink->vm->ending) {
        const char *percent = strchrnul(at, '%');
        c_put(sink, at, (size_t)(percent - at));
        if (!*percent)
            break;
        Spec spec;
        at = read_spec(&f, percent + 1, &spec);
        if (!spec.conversion)
            c_report(sink->vm, "The format ends in the middle of a conversion.");
        else
            convert(&f, &spec);
    }
    if (!arguments->call)
        c_arguments_end(sink->vm, arguments);
}
