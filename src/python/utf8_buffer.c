/* UTF-8 of a str for C code. The text lives in the buffer, never in the object: an object does not change because
 * somebody looked at it. */
#include <stdlib.h>

#include "python/objects/str_parts.h"
#include "python/vm.h"

enum { UTF8_MAX_PER_CHAR = 4 };

static char *room_for(Utf8Buffer *buffer, int64_t characters)
{
    size_t need = (size_t)characters * UTF8_MAX_PER_CHAR + 1;
    buffer->large = NULL;
    if (need <= sizeof buffer->small)
        return buffer->small;
    buffer->large = malloc(need);
    return buffer->large;
}

static char *put_utf8(char *out, uint32_t c)
{
    if (c < 0x80) {
        *out = (char)c;
        return out + 1;
    }
    int n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (int i = n; i-- > 1; c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)(0xF00 >> n | c);
    return out + n;
}

const char *str_utf8(Vm *vm, Object *str, Utf8Buffer *buffer, size_t *length)
{
    Chars c = str_chars(str);
    char *text = room_for(buffer, c.length), *end = text;
    if (!text)
        return vm_raise_memory(vm);
    for (int64_t i = 0; i < c.length; i++)
        end = put_utf8(end, chars_at(c, i));
    *end = 0;
    buffer->length = (size_t)(end - text);
    if (length)
        *length = buffer->length;
    return text;
}

void utf8_buffer_finish(Utf8Buffer *buffer)
{
    free(buffer->large);
    buffer->large = NULL;
}
