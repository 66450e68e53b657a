/* The draw list as SVG: the same picture for a document, with text as text. */
#ifndef REFARROWS_DRAW_SVG_H
#define REFARROWS_DRAW_SVG_H

#include <stdbool.h>
#include <stdio.h>

#include "draw/theme.h"
#include "scene/drawlist.h"

/* Writes a whole SVG document of that size in logical pixels. False when writing failed. */
bool svg_write(FILE *out, const DrawList *list, const Theme *theme, int width, int height);

#endif
