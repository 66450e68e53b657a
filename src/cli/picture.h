/* Pictures for files: the same that the window shows of a step, made by the same pages and panels. */
#ifndef REFARROWS_CLI_PICTURE_H
#define REFARROWS_CLI_PICTURE_H

#include "app/page.h"
#include "app/quiz.h"
#include "cli/options.h"
#include "cli/program.h"
#include "draw/painter.h"
#include "scene/panels/screen.h"

typedef struct Picture {
    Program *program;
    const Options *options;
    const Theme *theme;
    TextFonts *fonts;
    TextMeasure measure;
    Painter painter;
    Surface surface;
    DrawList list;
    Syntax syntax;
    Stage stage;
    PanelTick ticks[PAGE_TICKS];       /* of the timeline bar */
    uint32_t tick_count;
    uint64_t tick_steps;
    uint64_t *waypoints;       /* steps of the lesson's places */
    uint32_t waypoint_count;
    Page page;                 /* of the step drawn last */
    bool has_page;
    Quiz quiz;                 /* the question that the page could ask */
} Picture;

/* Prepares to draw a loaded program as the options say. Returns 0, or the exit status after complaining. Finish it in
 * any case. */
int picture_init(Picture *picture, Program *program, const Options *options);
void picture_finish(Picture *picture);

/* Makes page and draw list of a step, which must exist. Returns 0 or the exit status. */
int picture_make(Picture *picture, uint64_t step);

/* Draws the list into the surface. */
void picture_draw(Picture *picture);

/* Writes the surface as a PNG that carries program, step and view, so that it can be opened again. Returns 0 or the
 * exit status. */
int picture_write(Picture *picture, const char *path);

/* The options of scenes that the command line and the lesson ask for. */
SceneOptions picture_scene_options(const Options *options, const SourceFile *source);

/* The theme that the options, the snapshot or the lesson ask for; NULL: there is none of that name. */
const Theme *picture_theme(const Options *options, const SourceFile *source);

/* The zoom of the memory that the lesson asks for, else 1. */
float picture_zoom(const SourceFile *source);

/* The level of truth that the options or the lesson ask for, else the usual one. */
uint8_t picture_level(const Options *options, const SourceFile *source, uint8_t usual);

/* What is said about a step, for page_make; refers to the source. */
PageWords picture_words(const SourceFile *source);

#endif
