/* One growing array of bytes that always ends in a NUL. */
#include "lesson/prose.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

void prose_init(Prose *prose)
{
    *prose = (Prose){NULL, 0, 0};
}

void prose_finish(Prose *prose)
{
    free(prose->text);
    prose_init(prose);
}

void prose_reset(Prose *prose)
{
    prose->length = 0;
    if (prose->text != NULL)
        prose->text[0] = '\0';
}

static char *prose_room(Prose *prose, size_t length)
{
    prose->text = memory_grow(prose->text, &prose->capacity, (uint64_t)prose->length + length + 1, 1);
    return prose->text + prose->length;
}

void prose_add_bytes(Prose *prose, const char *text, size_t length)
{
    char *room = prose_room(prose, length);
    if (length > 0)
        memcpy(room, text, length);
    room[length] = '\0';
    prose->length += (uint32_t)length;
}

void prose_add(Prose *prose, const char *text)
{
    prose_add_bytes(prose, text, strlen(text));
}

void prose_format_list(Prose *prose, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length <= 0)
        return;
    vsnprintf(prose_room(prose, (size_t)length), (size_t)length + 1, format, arguments);
    prose->length += (uint32_t)length;
}

void prose_format(Prose *prose, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    prose_format_list(prose, format, arguments);
    va_end(arguments);
}

void prose_join(Prose *prose, uint32_t index, uint32_t count)
{
    if (index > 0)
        prose_add(prose, index + 1 == count ? " and " : ", ");
}

char *prose_take(Prose *prose)
{
    char *text = prose->text;
    if (text == NULL) {
        text = memory_resize(NULL, 1);
        text[0] = '\0';
    }
    prose_init(prose);
    return text;
}

void prose_capitalize(Prose *prose, uint32_t start)
{
    if (start < prose->length && prose->text[start] >= 'a' && prose->text[start] <= 'z')
        prose->text[start] = (char)(prose->text[start] - 'a' + 'A');
}
