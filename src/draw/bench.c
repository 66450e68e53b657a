#include "draw/bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "draw/painter.h"
#include "draw/png.h"

static double now_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int compare_times(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void count_commands(const DrawList *list, FrameFigures *figures)
{
    for (const DrawHeader *at = draw_list_next(list, NULL); at; at = draw_list_next(list, at)) {
        figures->boxes += at->op == DRAW_RECT;
        figures->arrows += at->op == DRAW_PATH;
        figures->texts += at->op == DRAW_TEXT;
    }
}

bool bench_frame(TextFonts *fonts, const DrawList *list, const Theme *theme, int width, int height, float scale,
                 int frames, FrameFigures *figures, char *error, size_t error_size)
{
    *figures = (FrameFigures){0};
    count_commands(list, figures);
    Surface surface;
    double *times = malloc((size_t)frames * sizeof *times);
    bool ready = surface_init(&surface, width, height) && times;
    if (!ready) {
        snprintf(error, error_size, "out of memory");
    } else {
        Painter painter;
        painter_init(&painter, fonts);
        painter_draw(&painter, &surface, list, theme, scale);
        for (int i = 0; i < frames; i++) {
            double start = now_ms();
            painter_draw(&painter, &surface, list, theme, scale);
            times[i] = now_ms() - start;
        }
        painter_finish(&painter);
        qsort(times, (size_t)frames, sizeof *times, compare_times);
        figures->p50_ms = times[frames / 2];
        figures->p99_ms = times[frames * 99 / 100];
    }
    surface_finish(&surface);
    free(times);
    return ready;
}

bool bench_snapshot(TextFonts *fonts, const DrawList *list, const Theme *theme, int width, int height, float scale,
                    SnapshotFigures *figures, char *error, size_t error_size)
{
    *figures = (SnapshotFigures){.width = width, .height = height};
    Surface surface;
    if (!surface_init(&surface, width, height)) {
        snprintf(error, error_size, "out of memory");
        return false;
    }
    Painter painter;
    painter_init(&painter, fonts);
    double start = now_ms();
    painter_draw(&painter, &surface, list, theme, scale);
    double drawn = now_ms();
    unsigned char *bytes = NULL;
    bool encoded = png_encode(&surface, NULL, 0, &bytes, &figures->bytes, error, error_size);
    figures->draw_ms = drawn - start;
    figures->encode_ms = now_ms() - drawn;
    free(bytes);
    painter_finish(&painter);
    surface_finish(&surface);
    return encoded;
}
