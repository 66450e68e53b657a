/* How long a picture takes: the figures of `refarrows bench frame` and `refarrows bench snapshot`. */
#ifndef REFARROWS_DRAW_BENCH_H
#define REFARROWS_DRAW_BENCH_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/text.h"
#include "draw/theme.h"
#include "scene/drawlist.h"

typedef struct FrameFigures {
    int boxes, arrows, texts;          /* rectangles, paths and lines of text in the list */
    double p50_ms, p99_ms;             /* of drawing the whole frame, glyphs cached */
} FrameFigures;

typedef struct SnapshotFigures {
    int width, height;
    double draw_ms;                    /* the first drawing, glyphs not yet cached unless `fonts` were used before */
    double encode_ms;
    size_t bytes;
} SnapshotFigures;

/* Draws the list `frames` times into a surface of width x height pixels. False with one line in `error` on failure. */
bool bench_frame(TextFonts *fonts, const DrawList *list, const Theme *theme, int width, int height, float scale,
                 int frames, FrameFigures *figures, char *error, size_t error_size);

bool bench_snapshot(TextFonts *fonts, const DrawList *list, const Theme *theme, int width, int height, float scale,
                    SnapshotFigures *figures, char *error, size_t error_size);

#endif
