/* StrWriter: text built piece by piece.
 *
 * The buffer is a str of its own, longer than what is written so far, widened when a wider character comes, cut to length
 * at the end. It grows by a quarter beyond need, as CPython's _PyUnicodeWriter does, so n pieces cost O(n).
 */
#include "python/objects/str_parts.h"
#include "python/vm.h"

enum { WRITER_FIRST_ROOM = 32, WRITER_GROWTH = 4 };

void writer_init(StrWriter *writer) { *writer = (StrWriter){NULL, 0, 1, 0x7F}; }

static uint32_t bound_of(uint32_t c) { return c < 0x80 ? 0x7F : c < 0x100 ? 0xFF : c < 0x10000 ? 0xFFFF : UNICODE_MAX; }

/* The buffer may be a str that others know (see writer_str): nothing is written into that. */
static bool is_borrowed(const Object *buffer)
{
    const Str *s = (const Str *)buffer;
    return s->head.count > 1 || s->interned || s->hash != -1;
}

/* A new buffer of that room and width with what is written so far. */
static int move(Vm *vm, StrWriter *writer, int64_t room, uint32_t max)
{
    Object *buffer = str_new(vm, room, max);
    if (!buffer)
        return -1;
    if (writer->buffer)
        chars_copy(str_buffer(buffer), ((Str *)buffer)->kind, 0,
                   chars_slice(str_chars(writer->buffer), 0, writer->length));
    xdecref(vm, writer->buffer);
    writer->buffer = buffer;
    writer->kind = ((Str *)buffer)->kind;
    writer->max = max;
    return 0;
}

static int prepare(Vm *vm, StrWriter *writer, int64_t extra, uint32_t c)
{
    int64_t room = writer->buffer ? str_length(writer->buffer) : 0;
    int64_t need = writer->length + extra;
    uint32_t max = c > writer->max ? bound_of(c) : writer->max;
    if (need <= room && max == writer->max)
        return 0;
    if (need > INT64_MAX / 16) {
        vm_raise_memory(vm);
        return -1;
    }
    if (need > room)
        room = need < WRITER_FIRST_ROOM ? WRITER_FIRST_ROOM : need + need / WRITER_GROWTH;
    if (max != writer->max || !writer->buffer || is_borrowed(writer->buffer))
        return move(vm, writer, room, max);
    writer->buffer = str_resize(vm, writer->buffer, room);
    return writer->buffer ? 0 : -1;
}

int writer_char(Vm *vm, StrWriter *writer, uint32_t c)
{
    if (prepare(vm, writer, 1, c) < 0)
        return -1;
    chars_put(str_buffer(writer->buffer), writer->kind, writer->length++, c);
    return 0;
}

int writer_chars(Vm *vm, StrWriter *writer, Chars chars)
{
    if (chars.length == 0)
        return 0;
    if (prepare(vm, writer, chars.length, chars_max(chars)) < 0)
        return -1;
    chars_copy(str_buffer(writer->buffer), writer->kind, writer->length, chars);
    writer->length += chars.length;
    return 0;
}

int writer_fill(Vm *vm, StrWriter *writer, uint32_t c, int64_t count)
{
    if (count <= 0)
        return 0;
    if (prepare(vm, writer, count, c) < 0)
        return -1;
    chars_fill(str_buffer(writer->buffer), writer->kind, writer->length, c, count);
    writer->length += count;
    return 0;
}

/* While a str is all there is, it is the text itself: "%s" % x is x. */
int writer_str(Vm *vm, StrWriter *writer, Object *str)
{
    if (writer->buffer || !is_exact(str, STR) || str_length(str) == 0)
        return writer_chars(vm, writer, str_chars(str));
    *writer = (StrWriter){incref(str), str_length(str), ((Str *)str)->kind, str_max(str)};
    return 0;
}

int writer_ascii(Vm *vm, StrWriter *writer, const char *text, size_t length)
{
    return writer_chars(vm, writer, (Chars){text, (int64_t)length, 1});
}

Object *writer_finish(Vm *vm, StrWriter *writer)
{
    Object *buffer = writer->buffer;
    int64_t length = writer->length;
    writer_init(writer);
    if (!buffer)
        return str_new(vm, 0, 0);
    uint32_t first = length == 1 ? chars_at(str_chars(buffer), 0) : UNICODE_MAX;
    if (first < 256) {
        Object *one = str_from_code_point(vm, first);
        decref(vm, buffer);
        return one;
    }
    return length == str_length(buffer) ? buffer : str_resize(vm, buffer, length);
}

void writer_discard(Vm *vm, StrWriter *writer)
{
    xdecref(vm, writer->buffer);
    writer_init(writer);
}
