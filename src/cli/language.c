#include "cli/language.h"

#include <stdlib.h>
#include <string.h>

#include "c/c.h"
#include "python/python.h"
#include "python/source_text.h"

/* gcc takes any bytes in comments and strings, and old C files are in Latin-1. */
static char *decode_latin1(const char *bytes, size_t length, size_t *decoded_length)
{
    char *text = malloc(2 * length + 1), *to = text;
    for (size_t i = 0; text && i < length; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (c >= 0x80)
            *to++ = (char)(0xc0 | c >> 6);
        *to++ = (char)(c < 0x80 ? c : 0x80 | (c & 0x3f));
    }
    if (text)
        *to = '\0';
    *decoded_length = (size_t)(to - text);
    return text;
}

static const Language languages[] = {
    {"python", ".py", &python_language, python_finish, true, source_text_decode},
    {"c", ".c", &c_language, NULL, false, decode_latin1},
};

enum { LANGUAGE_COUNT = sizeof languages / sizeof *languages };

const Language *language_of_name(const char *name)
{
    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        if (strcmp(languages[i].name, name) == 0)
            return &languages[i];
    return NULL;
}

const Language *language_of_path(const char *path)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.');
    for (size_t i = 0; dot && i < LANGUAGE_COUNT; i++)
        if (strcmp(languages[i].suffix, dot) == 0)
            return &languages[i];
    return NULL;
}
