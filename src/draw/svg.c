#include "draw/svg.h"


/* One document being written. Every push of a clip or transform opens one <g>, every pop closes one. */
typedef struct Svg {
    FILE *out;
    const Theme *theme;
    int clip_count;            /* clip paths defined so far: their names */
} Svg;

static void write_color(const Svg *svg, const char *property, uint8_t role, uint8_t alpha)
{
    uint32_t color = theme_color(svg->theme, role, alpha);
    if (color >> 24 == 0) {
        fprintf(svg->out, " %s=\"none\"", property);
        return;
    }
    fprintf(svg->out, " %s=\"#%06x\"", property, (unsigned)(color & 0xFFFFFF));
    if (color >> 24 != 255)
        fprintf(svg->out, " %s-opacity=\"%.3g\"", property, (double)(color >> 24) / 255);
}

static void write_paint(const Svg *svg, const Paint *paint)
{
    write_color(svg, "fill", paint->fill, paint->alpha);
    if (paint->stroke == COLOR_NONE)
        return;
    write_color(svg, "stroke", paint->stroke, paint->alpha);
    fprintf(svg->out, " stroke-width=\"%g\"", (double)paint->width);
    if (paint->dash_on > 0 && paint->dash_off > 0)
        fprintf(svg->out, " stroke-dasharray=\"%g %g\"", (double)paint->dash_on, (double)paint->dash_off);
    else
        fputs(" stroke-linecap=\"round\"", svg->out);
    fputs(" stroke-linejoin=\"round\"", svg->out);
}

static void write_escaped(FILE *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '&')
            fputs("&amp;", out);
        else if (c == '<')
            fputs("&lt;", out);
        else if (c == '>')
            fputs("&gt;", out);
        else
            fputc(c < 0x20 ? ' ' : c, out);
    }
}

static void write_rect(Svg *svg, const void *payload)
{
    const DrawRect *command = payload;
    const Rect *rect = &command->rect;
    fprintf(svg->out, "<rect x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\" rx=\"%g\"", (double)rect->x,
            (double)rect->y, (double)rect->w, (double)rect->h, (double)command->radius);
    write_paint(svg, &command->paint);
    fputs("/>\n", svg->out);
}

static void write_path(Svg *svg, const void *payload)
{
    static const struct { char letter; int points; } forms[] = {
        [PATH_MOVE] = {'M', 1}, [PATH_LINE] = {'L', 1}, [PATH_CUBIC] = {'C', 3}, [PATH_CLOSE] = {'Z', 0},
    };
    const DrawPath *command = payload;
    const uint8_t *verbs = (const uint8_t *)(command + 1);
    const Point *point = (const Point *)(verbs + (command->verb_count + 3) / 4 * 4);
    fputs("<path d=\"", svg->out);
    for (uint32_t i = 0; i < command->verb_count; i++) {
        fputc(forms[verbs[i]].letter, svg->out);
        for (int p = 0; p < forms[verbs[i]].points; p++, point++)
            fprintf(svg->out, "%s%g,%g", p ? " " : "", (double)point->x, (double)point->y);
    }
    fputc('"', svg->out);
    write_paint(svg, &command->paint);
    fputs("/>\n", svg->out);
}

static void write_text(Svg *svg, const void *payload)
{
    static const char *const families[FACE_COUNT] = {
        [FACE_SANS] = "Inter, sans-serif", [FACE_MONO] = "JetBrains Mono, monospace",
    };
    static const int weights[WEIGHT_COUNT] = {
        [WEIGHT_REGULAR] = 400, [WEIGHT_MEDIUM] = 500, [WEIGHT_SEMIBOLD] = 600, [WEIGHT_BOLD] = 700,
    };
    static const char *const anchors[] = {
        [ANCHOR_START] = "start", [ANCHOR_MIDDLE] = "middle", [ANCHOR_END] = "end",
    };
    const DrawText *command = payload;
    const TextStyle *style = &command->style;
    fprintf(svg->out, "<text x=\"%g\" y=\"%g\" font-family=\"%s\" font-size=\"%g\" font-weight=\"%d\" "
            "text-anchor=\"%s\" xml:space=\"preserve\"", (double)command->x, (double)command->y,
            families[style->face], (double)style->size, weights[style->weight], anchors[style->anchor]);
    write_color(svg, "fill", style->color, 255);
    fputc('>', svg->out);
    write_escaped(svg->out, (const char *)(command + 1), command->length);
    fputs("</text>\n", svg->out);
}

static void open_clip(Svg *svg, const void *payload)
{
    const Rect *rect = payload;
    svg->clip_count++;
    fprintf(svg->out, "<clipPath id=\"clip%d\"><rect x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\"/></clipPath>\n"
            "<g clip-path=\"url(#clip%d)\">\n", svg->clip_count, (double)rect->x, (double)rect->y, (double)rect->w,
            (double)rect->h, svg->clip_count);
}

static void open_transform(Svg *svg, const void *payload)
{
    const DrawTransform *transform = payload;
    fprintf(svg->out, "<g transform=\"translate(%g %g) scale(%g)\">\n", (double)transform->dx,
            (double)transform->dy, (double)transform->scale);
}

static void close_group(Svg *svg, const void *payload)
{
    fputs("</g>\n", svg->out);
}

bool svg_write(FILE *out, const DrawList *list, const Theme *theme, int width, int height)
{
    static void (*const commands[])(Svg *, const void *) = {
        [DRAW_RECT] = write_rect, [DRAW_PATH] = write_path, [DRAW_TEXT] = write_text,
        [DRAW_CLIP_PUSH] = open_clip, [DRAW_CLIP_POP] = close_group,
        [DRAW_TRANSFORM_PUSH] = open_transform, [DRAW_TRANSFORM_POP] = close_group,
    };
    Svg svg = {out, theme, 0};
    fprintf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n",
            width, height, width, height);
    fprintf(out, "<rect width=\"%d\" height=\"%d\"", width, height);
    write_color(&svg, "fill", COLOR_PAGE, 255);
    fputs("/>\n", out);
    for (const DrawHeader *at = draw_list_next(list, NULL); at; at = draw_list_next(list, at))
        commands[at->op](&svg, at + 1);
    fputs("</svg>\n", out);
    return !ferror(out);
}
