/* Values in words. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "c/view.h"

enum { LONGEST_TEXT = 120 };

bool c_view_is_set(const unsigned char *memory, uint64_t size)
{
    const unsigned char *shadow = memory + SHADOW_DISTANCE;
    for (uint64_t i = 0; i < size; i++)
        if (shadow[i] != SHADOW_SET && shadow[i] != SHADOW_FREED)      /* what is left in a block given back */
            return false;
    return true;
}

static int put_char(char *out, size_t size, unsigned char c, char quote)
{
    static const char letters[] = "\aa\bb\ff\nn\rr\tt\vv\\\\";
    const char *at = c ? memchr(letters, c, sizeof letters - 1) : NULL;
    bool is_key = at && (at - letters) % 2 == 0;
    if (c == 0)
        return snprintf(out, size, "\\0");
    if (is_key)
        return snprintf(out, size, "\\%c", at[1]);
    if (c == (unsigned char)quote)
        return snprintf(out, size, "\\%c", c);
    return c < 32 || c >= 127 ? snprintf(out, size, "\\x%02x", c) : snprintf(out, size, "%c", c);
}

static void put_character(char *out, size_t size, int64_t value)
{
    int n = snprintf(out, size, "'");
    n += put_char(out + n, size - (size_t)n, (unsigned char)value, '\'');
    snprintf(out + n, size - (size_t)n, "'");
}

/* Does the text stand for the value, in the type that needs so many digits at most? */
static bool is_enough(const char *text, long double value, int digits)
{
    return digits == 9 ? strtof(text, NULL) == (float)value : digits == 17 ? strtod(text, NULL) == (double)value
         : strtold(text, NULL) == value;
}

void c_view_put_floating(char *out, size_t size, long double value, int digits)
{
    for (int precision = 6; precision <= digits; precision++) {
        snprintf(out, size, "%.*Lg", precision, value);
        if (precision == digits || is_enough(out, value, digits))
            return;
    }
}

static const char *enumerator_name(const CType *type, int64_t value)
{
    for (const CEnumerator *e = c_type_resolve((CType *)type)->enumerators; e; e = e->next)
        if (e->value == value)
            return e->name;
    return NULL;
}

void c_view_put_integer(char *out, size_t size, const CType *type, int64_t value)
{
    const char *name = type->kind == TY_ENUM ? enumerator_name(type, value) : NULL;
    if (name)
        snprintf(out, size, "%s", name);
    else if (type->kind == TY_CHAR)
        put_character(out, size, value);
    else if (c_type_is_unsigned(type))
        snprintf(out, size, "%" PRIu64, (uint64_t)value);
    else
        snprintf(out, size, "%" PRId64, value);
}

static int64_t read_integer(const unsigned char *memory, const CType *type)
{
    int64_t value = 0;
    memcpy(&value, memory, (size_t)type->size);
    return c_truncate(value, type);
}

static int64_t read_bits(const unsigned char *memory, const CMember *field)
{
    int first = field->bit_offset / 8, shift = field->bit_offset % 8;
    unsigned __int128 unit = 0;
    memcpy(&unit, memory + first, (size_t)(shift + field->bit_width + 7) / 8);
    uint64_t bits = (uint64_t)(unit >> shift) << (64 - field->bit_width);
    return c_type_is_unsigned(field->type) ? (int64_t)(bits >> (64 - field->bit_width))
                                           : (int64_t)bits >> (64 - field->bit_width);
}

void c_view_put_scalar(char *out, size_t size, const unsigned char *memory, const CType *type, const CMember *field)
{
    float f;
    double d;
    long double l = 0;
    switch (type->kind) {
    case TY_FLOAT: memcpy(&f, memory, sizeof f); c_view_put_floating(out, size, f, 9); break;
    case TY_DOUBLE: memcpy(&d, memory, sizeof d); c_view_put_floating(out, size, d, 17); break;
    case TY_LDOUBLE: memcpy(&l, memory, 10); c_view_put_floating(out, size, l, 21); break;
    default: c_view_put_integer(out, size, type, field ? read_bits(memory, field) : read_integer(memory, type));
    }
}

void c_view_put_text(char *out, size_t size, const unsigned char *memory, uint64_t length)
{
    size_t n = (size_t)snprintf(out, size, "\"");
    uint64_t i = 0;
    for (; i < length && i < LONGEST_TEXT && memory[i] && c_view_is_set(memory + i, 1) && n + 10 < size; i++)
        n += (size_t)put_char(out + n, size - n, memory[i], '"');
    bool is_cut = i < length && i >= LONGEST_TEXT && memory[i];
    snprintf(out + n, size - n, is_cut ? "\xe2\x80\xa6\"" : "\"");
}

/* "&x", "&a[2]", "&p.y": what an address inside a variable is called. */
static void put_part(char *out, size_t size, const CType *type, int64_t offset)
{
    size_t n = strlen(out);
    while (type && n < size) {
        if (type->kind == TY_ARRAY && type->base->size > 0) {
            snprintf(out + n, size - n, "[%" PRId64 "]", offset / type->base->size);
            offset %= type->base->size;
            type = type->base;
        } else if (c_type_is_record(type) && offset > 0) {
            const CMember *m = c_type_resolve((CType *)type)->members;
            while (m && !(offset >= m->offset && offset < m->offset + m->type->size))
                m = m->next;
            if (m && m->name)
                snprintf(out + n, size - n, ".%s", m->name);
            offset -= m ? m->offset : offset;
            type = m ? m->type : NULL;
        } else {
            type = NULL;
        }
        n = strlen(out);
    }
}

void c_view_put_pointer(const CVm *vm, char *out, size_t size, uint64_t address, const CObject *object)
{
    const CVariable *variable = object->variable;
    bool ends = variable && c_type_is_array(variable->type) && address == object->address + object->size;
    bool inside = variable && variable->name && address >= object->address
               && (ends || address < object->address + object->size);
    if (!address) {
        snprintf(out, size, "NULL");
    } else if (inside) {
        snprintf(out, size, "&%s", variable->name);
        put_part(out, size, variable->type, (int64_t)(address - object->address));
    } else if (object->kind == OBJECT_CODE) {
        int32_t index = c_routine_at(vm, address);
        if (index >= 0)
            snprintf(out, size, "%s", vm->program->routines[index].name);
        else
            snprintf(out, size, "0x%" PRIx64, address);
    } else {
        snprintf(out, size, "0x%" PRIx64, address);
    }
}
