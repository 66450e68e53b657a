#include "cli/language.h"

#include <string.h>

#include "c/c.h"
#include "python/python.h"

static const Language languages[] = {
    {"python", ".py", &python_language, python_finish, true, false},
    {"c", ".c", &c_language, NULL, false, true},
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
