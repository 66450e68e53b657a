/* The draw list's buffer: appending, walking, hashing, printing.
 *
 * Every byte of the buffer is defined: a command's memory is zeroed before its fields are set one by one, because a
 * struct assignment would copy whatever the caller's padding held, and equal pictures must have equal bytes.
 */
#include "scene/drawlist.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t padded(size_t size, size_t unit)
{
    return (size + unit - 1) / unit * unit;
}

void draw_list_init(DrawList *list)
{
    *list = (DrawList){0};
}

void draw_list_finish(DrawList *list)
{
    free(list->bytes);
    *list = (DrawList){0};
}

void draw_list_reset(DrawList *list)
{
    list->length = 0;
}

static void out_of_memory(void)
{
    fputs("refarrows: out of memory\n", stderr);
    exit(2);
}

static void reserve(DrawList *list, size_t more)
{
    if (list->length + more <= list->capacity)
        return;
    size_t capacity = list->capacity ? list->capacity : 4096;
    while (capacity < list->length + more)
        capacity *= 2;
    unsigned char *bytes = realloc(list->bytes, capacity);
    if (!bytes)
        out_of_memory();
    list->bytes = bytes;
    list->capacity = capacity;
}

/* A new command with `payload` zeroed bytes behind its header; returns the payload. */
static void *append(DrawList *list, DrawOp op, size_t payload)
{
    size_t size = padded(sizeof(DrawHeader) + payload, 8);
    reserve(list, size);
    unsigned char *command = list->bytes + list->length;
    memset(command, 0, size);
    DrawHeader *header = (DrawHeader *)command;
    header->op = (uint16_t)op;
    header->size = (uint32_t)size;
    list->length += size;
    return command + sizeof(DrawHeader);
}

static void set_paint(Paint *to, Paint from)
{
    to->fill = from.fill;
    to->stroke = from.stroke;
    to->alpha = from.alpha;
    to->width = from.width;
    to->dash_on = from.dash_on;
    to->dash_off = from.dash_off;
}

void draw_rect(DrawList *list, Rect rect, float radius, Paint paint)
{
    DrawRect *command = append(list, DRAW_RECT, sizeof *command);
    command->rect = rect;
    command->radius = radius;
    set_paint(&command->paint, paint);
}

void draw_path(DrawList *list, const uint8_t *verbs, size_t verb_count, const Point *points, size_t point_count,
               Paint paint)
{
    size_t verb_bytes = padded(verb_count, 4);
    DrawPath *command = append(list, DRAW_PATH, sizeof *command + verb_bytes + point_count * sizeof *points);
    set_paint(&command->paint, paint);
    command->verb_count = (uint32_t)verb_count;
    command->point_count = (uint32_t)point_count;
    unsigned char *tail = (unsigned char *)(command + 1);
    if (verb_count)
        memcpy(tail, verbs, verb_count);
    if (point_count)
        memcpy(tail + verb_bytes, points, point_count * sizeof *points);
}

void draw_line(DrawList *list, Point from, Point to, Paint paint)
{
    const uint8_t verbs[] = {PATH_MOVE, PATH_LINE};
    const Point points[] = {from, to};
    draw_path(list, verbs, 2, points, 2, paint);
}

/* A circle is a square whose corners meet: the rasteriser's corners are exact, so nothing is lost. */
void draw_circle(DrawList *list, Point centre, float radius, Paint paint)
{
    draw_rect(list, (Rect){centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, radius, paint);
}

void draw_text(DrawList *list, float x, float baseline, TextStyle style, const char *text, size_t length)
{
    DrawText *command = append(list, DRAW_TEXT, sizeof *command + length);
    command->x = x;
    command->y = baseline;
    command->style = style;
    command->length = (uint32_t)length;
    if (length)
        memcpy(command + 1, text, length);
}

void draw_clip_push(DrawList *list, Rect rect)
{
    *(Rect *)append(list, DRAW_CLIP_PUSH, sizeof rect) = rect;
}

void draw_clip_pop(DrawList *list)
{
    append(list, DRAW_CLIP_POP, 0);
}

void draw_transform_push(DrawList *list, float scale, float dx, float dy)
{
    *(DrawTransform *)append(list, DRAW_TRANSFORM_PUSH, sizeof(DrawTransform)) = (DrawTransform){scale, dx, dy};
}

void draw_transform_pop(DrawList *list)
{
    append(list, DRAW_TRANSFORM_POP, 0);
}

const DrawHeader *draw_list_next(const DrawList *list, const DrawHeader *after)
{
    size_t at = after ? (size_t)((const unsigned char *)after - list->bytes) + after->size : 0;
    return at < list->length ? (const DrawHeader *)(list->bytes + at) : NULL;
}

/* Commands are multiples of 8 bytes, so the buffer is hashed word by word; each word is multiplied and folded, which
 * makes the result depend on the order. */
uint64_t draw_list_hash(const DrawList *list)
{
    uint64_t hash = UINT64_C(0x9e3779b97f4a7c15) ^ list->length;
    for (size_t at = 0; at < list->length; at += 8) {
        uint64_t word;
        memcpy(&word, list->bytes + at, 8);
        hash = (hash ^ word) * UINT64_C(0xff51afd7ed558ccd);
        hash ^= hash >> 32;
    }
    return hash;
}

static const char *const role_names[COLOR_COUNT] = {
#define X(name) [COLOR_##name] = #name,
    COLOR_ROLES(X)
#undef X
};

static const char *role_name(uint8_t role)
{
    return role < COLOR_COUNT ? role_names[role] : "?";
}

static void print_paint(FILE *out, const Paint *paint)
{
    if (paint->fill)
        fprintf(out, " fill %s", role_name(paint->fill));
    if (paint->stroke)
        fprintf(out, " stroke %s %g", role_name(paint->stroke), (double)paint->width);
    if (paint->dash_on > 0)
        fprintf(out, " dash %g %g", (double)paint->dash_on, (double)paint->dash_off);
    if (paint->alpha != 255)
        fprintf(out, " alpha %u", paint->alpha);
}

static void print_numbers(FILE *out, const float *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        fprintf(out, " %.6g", (double)numbers[i]);
}

static void print_rect(FILE *out, const void *payload)
{
    const DrawRect *command = payload;
    fputs("rect", out);
    print_numbers(out, &command->rect.x, 4);
    fprintf(out, " r %g", (double)command->radius);
    print_paint(out, &command->paint);
}

static void print_path(FILE *out, const void *payload)
{
    static const struct { char letter; int points; } verb_forms[] = {
        [PATH_MOVE] = {'M', 1}, [PATH_LINE] = {'L', 1}, [PATH_CUBIC] = {'C', 3}, [PATH_CLOSE] = {'Z', 0},
    };
    const DrawPath *command = payload;
    const uint8_t *verbs = (const uint8_t *)(command + 1);
    const Point *points = (const Point *)(verbs + padded(command->verb_count, 4));
    fputs("path", out);
    for (uint32_t i = 0; i < command->verb_count && verbs[i] <= PATH_CLOSE; i++) {
        fprintf(out, " %c", verb_forms[verbs[i]].letter);
        print_numbers(out, &points->x, 2 * (size_t)verb_forms[verbs[i]].points);
        points += verb_forms[verbs[i]].points;
    }
    print_paint(out, &command->paint);
}

static void print_text(FILE *out, const void *payload)
{
    static const char *const faces[FACE_COUNT] = {[FACE_SANS] = "sans", [FACE_MONO] = "mono"};
    static const int weights[WEIGHT_COUNT] = {
        [WEIGHT_REGULAR] = 400, [WEIGHT_MEDIUM] = 500, [WEIGHT_SEMIBOLD] = 600, [WEIGHT_BOLD] = 700,
    };
    static const char *const anchors[] = {
        [ANCHOR_START] = "start", [ANCHOR_MIDDLE] = "middle", [ANCHOR_END] = "end",
    };
    const DrawText *command = payload;
    const TextStyle *style = &command->style;
    fprintf(out, "text %.6g %.6g %s %g %s %d %s \"%.*s\"", (double)command->x, (double)command->y,
            faces[style->face], (double)style->size, role_name(style->color), weights[style->weight],
            anchors[style->anchor], (int)command->length, (const char *)(command + 1));
}

static void print_clip(FILE *out, const void *payload)
{
    fputs("clip", out);
    print_numbers(out, payload, 4);
}

static void print_transform(FILE *out, const void *payload)
{
    fputs("transform", out);
    print_numbers(out, payload, 3);
}

static void print_clip_pop(FILE *out, const void *payload)
{
    fputs("end clip", out);
}

static void print_transform_pop(FILE *out, const void *payload)
{
    fputs("end transform", out);
}

char *draw_list_print(const DrawList *list)
{
    static void (*const printers[])(FILE *, const void *) = {
        [DRAW_RECT] = print_rect, [DRAW_PATH] = print_path, [DRAW_TEXT] = print_text,
        [DRAW_CLIP_PUSH] = print_clip, [DRAW_CLIP_POP] = print_clip_pop,
        [DRAW_TRANSFORM_PUSH] = print_transform, [DRAW_TRANSFORM_POP] = print_transform_pop,
    };
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    if (!out)
        out_of_memory();
    for (const DrawHeader *at = draw_list_next(list, NULL); at; at = draw_list_next(list, at)) {
        printers[at->op](out, at + 1);
        fputc('\n', out);
    }
    if (fclose(out) != 0)
        out_of_memory();
    return text;
}
