/* PNG files: a surface written with what it shows as text chunks, and those chunks read back.
 *
 * Written as RGB, 8 bits, compression level 1, no row filter: a drawn picture is flat colour, which deflate takes best
 * unfiltered, and a snapshot must not be waited for. A file appears whole or not at all: it is written beside its place
 * and renamed.
 */
#ifndef REFARROWS_DRAW_PNG_H
#define REFARROWS_DRAW_PNG_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/surface.h"

/* Stored as tEXt if the value is ASCII, else as iTXt. A keyword has 1 to 79 bytes of Latin-1. */
typedef struct PngText {
    const char *keyword, *value;       /* UTF-8 */
} PngText;

/* False on failure, with one line in `error`. What stood at `path` before is replaced only on success. Something that
 * is not a regular file (a pipe, a device) is written to directly. */
bool png_write(const char *path, const Surface *surface, const PngText *texts, size_t text_count, char *error,
               size_t error_size);

/* The same into memory, for measuring; the caller frees *bytes. */
bool png_encode(const Surface *surface, const PngText *texts, size_t text_count, unsigned char **bytes,
                size_t *length, char *error, size_t error_size);

/* The value of a text chunk, malloc'ed; NULL with one line in `error` when the file is not a PNG or has none. */
char *png_read_text(const char *path, const char *keyword, char *error, size_t error_size);

/* Reads the picture, for comparing with golden files. */
bool png_read(const char *path, Surface *surface, char *error, size_t error_size);

#endif
