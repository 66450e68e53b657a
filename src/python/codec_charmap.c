/* The code page 1252 of Windows: latin-1 but for 0x80 to 0x9F. Source: Unicode's mapping table CP1252.TXT. */
#include "python/codec_charmap.h"

enum { FIRST = 0x80, LAST = 0x9F, LATIN1_LAST = 0xFF };

/* 0: undefined. */
static const uint16_t cp1252[LAST - FIRST + 1] = {
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
};

int charmap_byte(uint32_t c)
{
    if (c < FIRST || (c > LAST && c <= LATIN1_LAST))
        return (int)c;
    for (int i = 0; c > LAST && i <= LAST - FIRST; i++)
        if (cp1252[i] == c)
            return FIRST + i;
    return -1;
}

int64_t charmap_get(const uint8_t *p, uint32_t *c, const char **reason)
{
    *c = p[0] < FIRST || p[0] > LAST ? p[0] : cp1252[p[0] - FIRST];
    *reason = "character maps to <undefined>";
    return *c || !p[0] ? 1 : -1;
}
