/* A page: the picture of a step with its words, complete enough to fill a panel model. The worker makes pages for the
 * window, the commands make them for files; so both show the same.
 *
 *     Page page;
 *     page_init(&page);
 *     page_make(&page, &stage, (Position){step, 0}, &words);
 *     PanelModel model = {.title = ..., .file_name = ..., .syntax = &syntax, .level = ..., .last_step = ...};
 *     page_fill(&page, NARRATION_CAUSES, &model);
 *     screen_draw(width, height, &model, &measure, &list, &hits);
 *     painter_draw(&painter, &surface, &list, theme, scale);
 *     page_finish(&page);
 */
#ifndef REFARROWS_APP_PAGE_H
#define REFARROWS_APP_PAGE_H

#include "app/stage.h"
#include "lesson/narration.h"
#include "lesson/predict.h"
#include "machine/marks.h"
#include "scene/panels/panel_model.h"

enum {
    PAGE_SENTENCES = 24,
    PAGE_OUTPUT = 64 << 10,    /* bytes of output that are kept, the last ones */
    PAGE_TICKS = 512           /* cells of the timeline bar */
};

/* Where the words about a step come from. All of it may be NULL. */
typedef struct PageWords {
    /* Sentences about a step, for each depth one per line in one malloc'ed text, or NULL. `output` is what the step wrote
     * to stdout, or its beginning. */
    void (*narrate)(void *context, const StagePicture *picture, const char *output, size_t output_length,
                    char *texts[NARRATION_DEPTHS]);
    /* A line of the program's source, malloc'ed, or NULL. */
    char *(*source_line)(void *context, int line);
    void *context;
    const char *program;       /* the whole source */
} PageWords;

/* What is told at one depth. */
typedef struct PageTold {
    char *text;                /* cut into sentences */
    const char *sentences[PAGE_SENTENCES];
    size_t count;
} PageTold;

typedef struct Page {
    StagePicture stage;
    char *output;              /* what the program wrote up to here */
    size_t output_length, output_new;
    PageTold told[NARRATION_DEPTHS];
    char where[160];           /* "line 2, in add" */
    int just_ran;              /* the line that did what the step shows; 0: none */
    char *error;               /* the last line of the traceback, or NULL */
    PredictionList predictions;        /* about the step after */
} Page;

void page_init(Page *page);
void page_finish(Page *page);

/* Makes the page of the first stop at or after `target`. As stage_show. A page is made once. */
TimelineStatus page_make(Page *page, Stage *stage, Position target, const PageWords *words);

/* Sets what the page knows; the rest of the model is left alone, but `depth` decides which words it gets. The model
 * points into the page. */
void page_fill(const Page *page, NarrationDepth depth, PanelModel *model);

/* What the timeline bar shows of a row of marks; items has room for row->count. */
void page_ticks(const MarkRow *row, PanelTick *items);

#endif
