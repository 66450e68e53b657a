/* cp1252, for the codecs and for source files in it. */
#ifndef REFARROWS_PYTHON_CODEC_CHARMAP_H
#define REFARROWS_PYTHON_CODEC_CHARMAP_H

#include <stdint.h>

/* The byte of a character in cp1252, -1 if it has none; and one character as codec_get. */
int charmap_byte(uint32_t c);
int64_t charmap_get(const uint8_t *p, uint32_t *c, const char **reason);

#endif
