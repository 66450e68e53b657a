/* The draw list: a picture as plain commands in one buffer.
 *
 * The scene and the panels write it; the rasteriser, the SVG writer and the tests read it. It is hashed to skip equal
 * frames and compared byte for byte in tests, so it holds nothing but numbers and text: colours are roles that the theme
 * resolves when the list becomes pixels, lengths are logical pixels that the scale multiplies then.
 */
#ifndef REFARROWS_SCENE_DRAWLIST_H
#define REFARROWS_SCENE_DRAWLIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Every colour there is. The theme gives each an RGBA value; see draw/theme.h. A type's pair is a tint and an edge. */
#define COLOR_ROLES(X) \
    X(NONE) X(PAGE) X(PANEL) X(CANVAS) X(LINE) X(TEXT) X(SOFT) X(FAINT) X(ACCENT) X(ACCENT_SOFT) X(MARK) X(MARK_SOFT) \
    X(OK) X(DEAD) X(GHOST) X(SHADOW) X(FRAME) X(ON_ACCENT) X(KEYWORD) X(STRING) X(NUMBER) X(COMMENT) \
    X(LIST_TINT) X(LIST_EDGE) X(INT_TINT) X(INT_EDGE) X(FUNCTION_TINT) X(FUNCTION_EDGE) X(STR_TINT) X(STR_EDGE) \
    X(INSTANCE_TINT) X(INSTANCE_EDGE) X(DICT_TINT) X(DICT_EDGE) X(OTHER_TINT) X(OTHER_EDGE) \
    X(ARROW_0) X(ARROW_1) X(ARROW_2) X(ARROW_3) X(ARROW_OBJECT) X(DIM)

typedef enum ColorRole {
#define X(name) COLOR_##name,
    COLOR_ROLES(X)
#undef X
    COLOR_COUNT
} ColorRole;

typedef enum FontFace { FACE_SANS, FACE_MONO, FACE_COUNT } FontFace;
typedef enum FontWeight { WEIGHT_REGULAR, WEIGHT_MEDIUM, WEIGHT_SEMIBOLD, WEIGHT_BOLD, WEIGHT_COUNT } FontWeight;
typedef enum TextAnchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END } TextAnchor;

typedef struct TextStyle {
    uint8_t face, weight;      /* FontFace, FontWeight */
    uint8_t anchor;            /* TextAnchor: what x is */
    uint8_t color;             /* ColorRole */
    float size;                /* logical pixels of the em */
} TextStyle;

typedef struct Paint {
    uint8_t fill;              /* ColorRole; COLOR_NONE: not filled */
    uint8_t stroke;            /* ColorRole; COLOR_NONE: no outline */
    uint8_t alpha;             /* 255: opaque; multiplies the role's own */
    float width;               /* of the stroke, centred on the outline */
    float dash_on, dash_off;   /* 0, 0: solid */
} Paint;

typedef struct Point { float x, y; } Point;
typedef struct Rect { float x, y, w, h; } Rect;

typedef enum DrawOp {
    DRAW_RECT,                 /* a rectangle with rounded corners */
    DRAW_PATH,                 /* lines and cubic curves, see PathVerb */
    DRAW_TEXT,                 /* one line of text; y is the baseline */
    DRAW_CLIP_PUSH,            /* intersect the clip with a rectangle */
    DRAW_CLIP_POP,
    DRAW_TRANSFORM_PUSH,       /* scale, then move: applies within those around it */
    DRAW_TRANSFORM_POP
} DrawOp;

typedef enum PathVerb { PATH_MOVE, PATH_LINE, PATH_CUBIC, PATH_CLOSE } PathVerb;   /* take 1, 1, 3, 0 points */

/* A command lies in the buffer as this header and its payload, padded to 8 bytes:
 * RECT: DrawRect. PATH: DrawPath, verbs (bytes, padded to 4), points. TEXT: DrawText, bytes. CLIP_PUSH: Rect.
 * TRANSFORM_PUSH: DrawTransform. */
typedef struct DrawHeader { uint16_t op; uint16_t reserved; uint32_t size; } DrawHeader;   /* size: whole command */
typedef struct DrawRect { Rect rect; float radius; Paint paint; } DrawRect;
typedef struct DrawPath { Paint paint; uint32_t verb_count, point_count; } DrawPath;
typedef struct DrawText { float x, y; TextStyle style; uint32_t length; } DrawText;
typedef struct DrawTransform { float scale, dx, dy; } DrawTransform;

typedef struct DrawList {
    unsigned char *bytes;
    size_t length, capacity;
} DrawList;

/* Lists own their memory. Running out of memory ends the process with a message. */
void draw_list_init(DrawList *list);
void draw_list_finish(DrawList *list);
void draw_list_reset(DrawList *list);
uint64_t draw_list_hash(const DrawList *list);

void draw_rect(DrawList *list, Rect rect, float radius, Paint paint);
void draw_path(DrawList *list, const uint8_t *verbs, size_t verb_count, const Point *points, size_t point_count,
               Paint paint);
void draw_line(DrawList *list, Point from, Point to, Paint paint);
void draw_circle(DrawList *list, Point centre, float radius, Paint paint);
void draw_text(DrawList *list, float x, float baseline, TextStyle style, const char *text, size_t length);
void draw_clip_push(DrawList *list, Rect rect);
void draw_clip_pop(DrawList *list);
void draw_transform_push(DrawList *list, float scale, float dx, float dy);
void draw_transform_pop(DrawList *list);

/* Walks the commands: pass NULL for the first, then the one returned before; NULL at the end. */
const DrawHeader *draw_list_next(const DrawList *list, const DrawHeader *after);

/* One line per command, for golden tests and for reading. The caller frees the text. */
char *draw_list_print(const DrawList *list);

/* How wide text is, asked of whoever owns the fonts: the scene must not know them. Width in logical pixels at scale 1. */
typedef struct TextMeasure {
    float (*width)(void *context, const TextStyle *style, const char *text, size_t length);
    void *context;
} TextMeasure;

#endif
