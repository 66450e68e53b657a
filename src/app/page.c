#include "app/page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void page_init(Page *page)
{
    *page = (Page){0};
    stage_picture_init(&page->stage);
    predictions_init(&page->predictions);
}

void page_finish(Page *page)
{
    stage_picture_finish(&page->stage);
    free(page->output);
    for (int depth = 0; depth < NARRATION_DEPTHS; depth++)
        free(page->told[depth].text);
    free(page->error);
    predictions_finish(&page->predictions);
}

static void take_output(Page *page, const Transcript *transcript)
{
    uint64_t length = page->stage.view.output_length, from = length > PAGE_OUTPUT ? length - PAGE_OUTPUT : 0;
    page->output = malloc((size_t)(length - from) + 1);
    if (!page->output)
        return;
    page->output_length = transcript_copy(transcript, OUTPUT_STDOUT, from, length, page->output,
                                          (size_t)(length - from));
    if (page->stage.has_before) {
        uint64_t fresh = length - page->stage.before.output_length;
        page->output_new = fresh < page->output_length ? (size_t)fresh : page->output_length;
    }
}

static void word_position(Page *page)
{
    static const char *const words[] = {
        [STEP_LINE] = "", [STEP_CALL] = ", called", [STEP_RETURN] = ", returns", [STEP_EXCEPTION] = ", exception",
        [STEP_END] = "the end", [STEP_ERROR] = "ended by an error",
    };
    const View *view = &page->stage.view;
    char name[80] = "";
    if (view->frame_count && !view->frames[view->frame_count - 1].is_module) {
        ViewText text = view->frames[view->frame_count - 1].name;
        snprintf(name, sizeof name, ", in %.*s", (int)text.length, view_text(view, text));
    }
    if (view->moment > 0)
        snprintf(page->where, sizeof page->where, "in a collection: %s",
                 collector_phase_name((CollectorPhase)view->collector.phase));
    else if (view->event >= STEP_END)
        snprintf(page->where, sizeof page->where, "%s", words[view->event]);
    else if (view->instruction > 0 && view->next.name.length)
        snprintf(page->where, sizeof page->where, "line %d%s, before %.*s %.*s", (int)view->line, name,
                 (int)view->next.name.length, view_text(view, view->next.name), (int)view->next.operand.length,
                 view_text(view, view->next.operand));
    else
        snprintf(page->where, sizeof page->where, "line %d%s%s", (int)view->line, name, words[view->event]);
}

static void cut_sentences(PageTold *told)
{
    for (char *at = told->text; at && *at && told->count < PAGE_SENTENCES;) {
        char *newline = strchr(at, '\n');
        if (newline)
            *newline = '\0';
        if (*at)
            told->sentences[told->count++] = at;
        at = newline ? newline + 1 : NULL;
    }
}

enum { TOLD_OUTPUT = 1024 };       /* bytes of a step's output that the words about it are made from */

static void tell(Page *page, const Transcript *transcript, const PageWords *words)
{
    const StagePicture *stage = &page->stage;
    char output[TOLD_OUTPUT], *texts[NARRATION_DEPTHS] = {NULL};
    size_t length = 0;
    if (!words->narrate)
        return;
    if (stage->has_before)
        length = transcript_copy(transcript, OUTPUT_STDOUT, stage->before.output_length, stage->view.output_length,
                                 output, sizeof output);
    words->narrate(words->context, stage, output, length, texts);
    for (int depth = 0; depth < NARRATION_DEPTHS; depth++) {
        page->told[depth].text = texts[depth];
        cut_sentences(&page->told[depth]);
    }
}

static void take_error(Page *page)
{
    ViewText error = page->stage.view.error;
    if (error.length)
        page->error = strndup(view_text(&page->stage.view, error), error.length);
}

enum { PREDICTED_OUTPUT = 256 };   /* bytes; more is nobody's guess */

static void predict(Page *page, const Transcript *transcript, const PageWords *words)
{
    const View *view = &page->stage.view, *next = &page->stage.next;
    char output[PREDICTED_OUTPUT];
    ChangeList changes;
    if (!page->stage.has_next)
        return;
    change_init(&changes);
    change_compute(&changes, view, next);
    char *line = words->source_line ? words->source_line(words->context, narration_line(view, next)) : NULL;
    StepFacts step = {
        view, next, &changes, line, output,
        transcript_copy(transcript, OUTPUT_STDOUT, view->output_length, next->output_length, output, sizeof output),
        words->program,
    };
    predictions_make(&page->predictions, &step);
    free(line);
    change_finish(&changes);
}

TimelineStatus page_make(Page *page, Stage *stage, Position target, const PageWords *words)
{
    TimelineStatus status = stage_show(stage, target, &page->stage);
    if (status == TIMELINE_CANCELLED)
        return status;
    take_output(page, timeline_transcript(stage->timeline));
    take_error(page);
    word_position(page);
    page->just_ran = narration_line(page->stage.has_before ? &page->stage.before : NULL, &page->stage.view);
    tell(page, timeline_transcript(stage->timeline), words);
    predict(page, timeline_transcript(stage->timeline), words);
    return status;
}

/* What the line of the event is: mostly about to run. */
static const char *line_word(uint8_t event)
{
    static const char *const words[] = {
        [STEP_LINE] = "next", [STEP_CALL] = "called", [STEP_RETURN] = "returns", [STEP_EXCEPTION] = "raised here",
    };
    return event < sizeof words / sizeof *words ? words[event] : NULL;
}

static void fill_comparison(const Comparison *comparison, PanelModel *model)
{
    model->compares = true;
    model->kept = &comparison->scenes[COMPARED_KEPT];
    model->kept_step = comparison->kept.step;
    model->kept_is_later = comparison->kept_is_later;
    model->of_runs = comparison->of_runs;
    model->compared = comparison->words;
    model->extent_width = comparison->extent_width;
    model->extent_height = comparison->extent_height;
    model->unsettled = 0;
}

void page_fill(const Page *page, NarrationDepth depth, PanelModel *model)
{
    const StagePicture *stage = &page->stage;
    model->line = stage->view.event < STEP_END ? stage->view.line : 0;
    model->line_word = line_word(stage->view.event);
    if (stage->view.instruction > 0) {
        const ViewInstruction *next = &stage->view.next;
        model->part = (PanelPart){next->line, next->end_line, next->column, next->end_column};
    }
    model->previous_line = page->just_ran;
    model->sentences = page->told[depth].sentences;
    model->sentence_count = page->told[depth].count;
    model->first_is_weighty = true;
    model->error = page->error;
    model->output = page->output;
    model->output_length = page->output_length;
    model->output_new = page->output_new;
    model->step = stage->stop.position.step;
    model->where = page->where;
    model->scene = stage_picture_scene(stage);
    model->pools = stage->has_pools ? &stage->pools : NULL;
    model->pools_before = stage->has_pools && stage->has_before ? &stage->pools_before : NULL;
    model->bytes = stage->has_bytes ? &stage->bytes : NULL;
    model->extent_width = stage->extent_width;
    model->extent_height = stage->extent_height;
    if (stage->comparison.is_there)
        fill_comparison(&stage->comparison, model);
}

void page_ticks(const MarkRow *row, PanelTick *items)
{
    for (uint32_t i = 0; i < row->count; i++) {
        Mark mark = row->cells[i];
        items[i] = (PanelTick){mark.depth, mark.seen >> STEP_CALL & 1, (mark.seen & MARK_STDOUT) != 0,
                               mark.seen >> STEP_EXCEPTION & 1, (mark.seen & MARK_COLLECTION) != 0,
                               (mark.seen & MARK_DEATH) != 0, (mark.seen & MARK_LINE) != 0};
    }
}
