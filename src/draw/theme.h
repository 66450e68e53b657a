/* The theme: what every colour role looks like, one table for all themes.
 *
 * Colour carries meaning (see scene/drawlist.h for the roles): the accent is the present, MARK is what the step just
 * changed, a type has a tint and an edge, DEAD is what was freed. Nothing else in the program names a colour.
 */
#ifndef REFARROWS_DRAW_THEME_H
#define REFARROWS_DRAW_THEME_H

#include <stdint.h>

#include "scene/drawlist.h"

typedef struct Theme {
    const char *name;
    uint32_t colors[COLOR_COUNT];     /* 0xAARRGGBB, not premultiplied */
} Theme;

/* The theme of that name, or NULL. "light", "dark" and "contrast" exist. */
const Theme *theme_find(const char *name);

/* The i-th theme, NULL past the last one; the first is the default. */
const Theme *theme_at(int index);

/* The theme after this one in the table, the first after the last. */
const Theme *theme_next(const Theme *theme);

/* A role's colour with a paint's alpha multiplied in; 0 for COLOR_NONE. */
uint32_t theme_color(const Theme *theme, uint8_t role, uint8_t alpha);

#endif
