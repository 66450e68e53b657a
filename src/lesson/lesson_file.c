/* A directory, a missing file and one that may not be read each give the system's own words. */
#include "lesson/lesson_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <utf8proc.h>

#include "lesson/lesson.h"
#include "machine/memory.h"

static const char too_large[] = "is larger than 1 MiB, which no lesson needs; is it the right file?";

/* Reads what there is; one byte more than allowed tells a file that is too large, whatever its size was said to be. */
static char *file_read_stream(FILE *file, size_t *length, const char **why)
{
    char *text = memory_resize(NULL, LESSON_LARGEST + 2);
    *length = fread(text, 1, LESSON_LARGEST + 1, file);
    if (ferror(file))
        *why = strerror(errno);
    else if (*length > LESSON_LARGEST)
        *why = too_large;
    else {
        text[*length] = '\0';
        return memory_resize(text, *length + 1);
    }
    free(text);
    return NULL;
}

char *lesson_file_read(const char *path, size_t *length, const char **why)
{
    struct stat status;
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        *why = strerror(errno);
        return NULL;
    }
    char *text = NULL;
    if (fstat(fileno(file), &status) == 0 && S_ISDIR(status.st_mode))
        *why = "is a directory; name a file in it";
    else
        text = file_read_stream(file, length, why);
    fclose(file);
    return text;
}

size_t lesson_file_first_wrong(const char *text, size_t length, const char **why)
{
    size_t at = 0;
    while (at < length) {
        utf8proc_int32_t letter;
        utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)(length - at),
                                                 &letter);
        *why = used <= 0 ? "this byte is not UTF-8; save the file in that encoding"
                         : "a NUL byte has no place in a text; remove it";
        if (used <= 0 || letter == 0)
            return at;
        at += (size_t)used;
    }
    return length;
}
