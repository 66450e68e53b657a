/* What a snapshot carries besides its picture, so that it can be opened exactly there: the program, its input, the step,
 * and how it was looked at.
 */
#ifndef REFARROWS_APP_SNAPSHOT_VIEW_H
#define REFARROWS_APP_SNAPSHOT_VIEW_H

#include "draw/surface.h"
#include "machine/machine.h"
#include "scene/choice.h"

/* How a step is looked at. Whoever writes one sets all of it. */
typedef struct SnapshotView {
    int width, height;         /* pixels of the picture */
    double scale;              /* pixels per logical pixel */
    double enlarged;           /* what of the scale is the user's own */
    char theme[24];
    uint64_t level;            /* TruthLevel */
    bool full, present;
    double zoom, pan_x, pan_y; /* of the memory, as in PanelModel */
    double left, words, output;        /* as in PanelShares */
    Position inside;           /* instruction and moment within the step; `step` is unused */
    bool compares;             /* with this step: */
    Position kept;
    Choices choices;
} SnapshotView;

/* "size=1280x720 theme=light …", one line, malloc'ed. */
char *snapshot_view_print(const SnapshotView *view);

/* Reads such a line; what it does not know or cannot believe is left as usual. */
void snapshot_view_read(SnapshotView *view, const char *text);

typedef struct SnapshotCarry {
    const char *title, *language, *source;
    const char *lesson;        /* its JSON; NULL: none */
    const char *input;         /* the lines that were typed, each with a newline; NULL: none */
    uint64_t step;
    SnapshotView view;
} SnapshotCarry;

/* Writes a PNG. As png_write. */
bool snapshot_write(const char *path, const Surface *surface, const SnapshotCarry *carry, char *error,
                    size_t error_size);

#endif
