#include "cli/picture.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/complain.h"
#include "cli/narrate.h"
#include "app/snapshot_view.h"
#include "scene/panels/memory_fit.h"

enum { PICTURE_AHEAD = 20000 };        /* steps */

_Static_assert((int)LESSON_HIDDEN <= (int)CHOICE_WORDS && (int)LESSON_WORD <= (int)CHOICE_LETTERS,
               "what a lesson hides can be chosen");

static void choose_as_lesson(Choices *choices, const Lesson *lesson)
{
    for (uint32_t i = 0; i < lesson->hide_count; i++)
        choice_toggle_word(&choices->hidden, lesson->hide[i]);
    if (lesson->focus != NULL)
        snprintf(choices->focus, sizeof choices->focus, "%s", lesson->focus);
}

SceneOptions picture_scene_options(const Options *options, const SourceFile *source)
{
    SceneOptions scene = scene_options_default();
    scene.full = options->full;
    if (source->view != NULL) {
        scene.full |= source->view->full;
        scene.choices = source->view->choices;
    } else if (source->lesson != NULL) {
        choose_as_lesson(&scene.choices, source->lesson);
    }
    return scene;
}

float picture_zoom(const SourceFile *source)
{
    if (source->view != NULL)
        return (float)source->view->zoom;
    return source->lesson != NULL && source->lesson->zoom > 0 ? (float)source->lesson->zoom / 100 : 1;
}

uint8_t picture_level(const Options *options, const SourceFile *source, uint8_t usual)
{
    if (options->has_level)
        return (uint8_t)options->level;
    if (source->view != NULL)
        return (uint8_t)source->view->level;
    static const char *const names[] = {"values", "references", "counts", "memory"};
    const char *wanted = source->lesson ? source->lesson->level : NULL;
    for (uint8_t i = 0; wanted && i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], wanted) == 0)
            return i;
    return usual;
}

static void picture_narrate(void *context, const StagePicture *step, const char *output, size_t output_length,
                            char *texts[NARRATION_DEPTHS])
{
    StepFacts facts = {.after = &step->view, .output = output, .output_length = output_length};
    if (step->has_before) {
        facts.before = &step->before;
        facts.changes = &step->changes;
    }
    narrate_step(context, &facts, texts);
}

static char *picture_source_line(void *context, int line)
{
    return source_copy_line(context, line);
}

PageWords picture_words(const SourceFile *source)
{
    return (PageWords){picture_narrate, picture_source_line, (void *)source, source->text};
}

const Theme *picture_theme(const Options *options, const SourceFile *source)
{
    const Theme *seen = source->view ? theme_find(source->view->theme) : NULL;
    const char *wish = options->theme ? options->theme : source->lesson ? source->lesson->theme : NULL;
    if (seen && !options->theme)
        return seen;
    return wish ? theme_find(wish) : theme_at(0);
}

/* The window records ahead while one looks; a picture knows as much of the run, counted in steps, not in time, so that
 * it is the same every time. */
static void look_ahead(Picture *picture)
{
    Timeline *timeline = picture->program->timeline;
    timeline_record(timeline, (Position){PICTURE_AHEAD, 0}, TIMELINE_WHOLE);
    MarkRow row;
    marks_init(&row, 0, timeline_extent(timeline).last.step + 1, PAGE_TICKS);
    marks_gather(&row, timeline, TIMELINE_WHOLE);
    picture->tick_count = row.count;
    picture->tick_steps = row.to;
    page_ticks(&row, picture->ticks);
    marks_finish(&row);
}

static PanelShares shares_of(const SourceFile *source)
{
    const SnapshotView *seen = source->view;
    return seen ? (PanelShares){(float)seen->left, (float)seen->words, (float)seen->output} : (PanelShares){0};
}
/* The step to compare with: that of the command line, or that of the snapshot. */
static StageQuestion question_of(const Options *options, const SourceFile *source)
{
    const SnapshotView *seen = source->view;
    if (options->has_since)
        return (StageQuestion){.compares = true, .kept = {options->since, 0, 0}};
    return seen && seen->compares ? (StageQuestion){.compares = true, .kept = seen->kept} : (StageQuestion){0};
}

int picture_init(Picture *picture, Program *program, const Options *options)
{
    char error[300];
    *picture = (Picture){.program = program, .options = options};
    draw_list_init(&picture->list);
    quiz_init(&picture->quiz);
    picture->theme = picture_theme(options, &program->source);
    if (!picture->theme)
        return complain("there is no theme '%s'; --theme takes light, dark or contrast", options->theme);
    picture->fonts = text_create(error, sizeof error);
    if (!picture->fonts)
        return complain("%s", error);
    picture->measure = text_measure(picture->fonts);
    painter_init(&picture->painter, picture->fonts);
    if (!surface_init(&picture->surface, options->width, options->height))
        return complain("there is not enough memory for a picture of %dx%d; take a smaller --size", options->width,
                        options->height);
    program_find_waypoints(program);
    picture->waypoints = lesson_steps(program->source.lesson, &picture->waypoint_count);
    syntax_scan(&picture->syntax, program->source.text, program->source.length,
                source_is_c(&program->source));
    SceneOptions scene = picture_scene_options(options, &program->source);
    scene.level = picture_level(options, &program->source, scene.level);
    look_ahead(picture);
    StageQuestion question = question_of(options, &program->source);
    PanelModel model = {.syntax = &picture->syntax, .shares = shares_of(&program->source), .compares = question.compares,
                        .present = program->source.view && program->source.view->present};
    ScreenPlan plan = screen_plan((float)(options->width / options->scale), (float)(options->height / options->scale),
                                  &model);
    memory_fit_room(plan.memory, &scene);
    stage_init(&picture->stage, program->timeline, &picture->measure, &scene);
    picture->stage.question = question;
    return 0;
}

static void drop_page(Picture *picture)
{
    if (picture->has_page)
        page_finish(&picture->page);
    picture->has_page = false;
}

void picture_finish(Picture *picture)
{
    drop_page(picture);
    free(picture->waypoints);
    draw_list_finish(&picture->list);
    if (picture->fonts) {
        stage_finish(&picture->stage);
        syntax_finish(&picture->syntax);
        painter_finish(&picture->painter);
        surface_finish(&picture->surface);
        text_destroy(picture->fonts);
    }
    *picture = (Picture){0};
}

/* The model of the window's picture, as the window would fill it. */
static PanelModel fill_model(Picture *picture)
{
    const SourceFile *source = &picture->program->source;
    TimelineExtent extent = timeline_extent(picture->program->timeline);
    const Lesson *lesson = source->lesson;
    PanelModel model = {
        .course = lesson ? lesson->course : NULL,
        .title = lesson ? lesson->title : source_base_name(source->name),
        .level = picture->stage.options.level,
        .file_name = source_base_name(source->name),
        .syntax = &picture->syntax,
        .last_step = extent.last.step,
        .recording = !extent.ended,
        .ticks = picture->ticks,
        .tick_count = picture->tick_count,
        .tick_steps = picture->tick_steps,
        .waypoints = picture->waypoints,
        .waypoint_count = picture->waypoint_count,
        .zoom = picture_zoom(source),
        .pan_x = source->view ? (float)source->view->pan_x : 0,
        .pan_y = source->view ? (float)source->view->pan_y : 0,
        .present = source->view && source->view->present,
        .shares = shares_of(source),
    };
    page_fill(&picture->page, NARRATION_CAUSES, &model);
    quiz_fill(&picture->quiz, &picture->page, lesson, &model);
    return model;
}

int picture_make(Picture *picture, uint64_t step)
{
    const Options *options = picture->options;
    drop_page(picture);
    page_init(&picture->page);
    picture->has_page = true;
    PageWords words = picture_words(&picture->program->source);
    Position place = {step, options->instruction};
    const SourceFile *source = &picture->program->source;
    if (source->view && source->step == step)
        place = (Position){step, source->view->inside.instruction, source->view->inside.moment};
    if (timeline_seek(picture->program->timeline, picture->stage.question.kept, NULL, NULL, NULL) == TIMELINE_END)
        return program_no_step(picture->program, picture->stage.question.kept.step);
    TimelineStatus status = page_make(&picture->page, &picture->stage, place, &words);
    if (status != TIMELINE_REACHED || picture->page.stage.stop.position.step != step)
        return program_no_step(picture->program, step);
    PanelModel model = fill_model(picture);
    PanelHits hits = {0};
    draw_list_reset(&picture->list);
    screen_draw((float)(options->width / options->scale), (float)(options->height / options->scale), &model,
                &picture->measure, &picture->list, &hits);
    return 0;
}

void picture_draw(Picture *picture)
{
    painter_draw(&picture->painter, &picture->surface, &picture->list, picture->theme,
                 (float)picture->options->scale);
}

/* The lines that the program has read, each with a newline, malloc'ed; NULL: none. */
static char *input_of(Timeline *timeline)
{
    const char *line;
    char *text = NULL;
    size_t length, size;
    FILE *out = open_memstream(&text, &size);
    for (uint64_t i = 0; out && transcript_line(timeline_transcript(timeline), i, &line, &length); i++)
        fprintf(out, "%.*s\n", (int)length, line);
    if (out)
        fclose(out);
    return text;
}

static SnapshotView view_of(const Picture *picture)
{
    const Options *options = picture->options;
    const SnapshotView *seen = picture->program->source.view;
    SnapshotView view = {
        .width = options->width, .height = options->height, .scale = options->scale,
        .enlarged = seen ? seen->enlarged : options->scale, .level = picture->stage.options.level,
        .full = picture->stage.options.full, .present = seen && seen->present,
        .zoom = (double)picture_zoom(&picture->program->source), .pan_x = seen ? seen->pan_x : 0,
        .pan_y = seen ? seen->pan_y : 0, .inside = picture->page.stage.stop.position,
        .left = seen ? seen->left : 0, .words = seen ? seen->words : 0, .output = seen ? seen->output : 0,
        .compares = picture->stage.question.compares, .kept = picture->stage.question.kept,
        .choices = picture->stage.options.choices,
    };
    snprintf(view.theme, sizeof view.theme, "%s", picture->theme->name);
    return view;
}

int picture_write(Picture *picture, const char *path)
{
    const SourceFile *source = &picture->program->source;
    char error[4400];
    char *input = input_of(picture->program->timeline);
    SnapshotCarry carry = {
        .title = source->name, .language = source->language->name, .source = source->text, .input = input,
        .lesson = source->lesson ? source->lesson_text : NULL, .step = picture->page.stage.stop.position.step,
        .view = view_of(picture),
    };
    bool written = snapshot_write(path, &picture->surface, &carry, error, sizeof error);
    free(input);
    return written ? 0 : complain("%s", error);
}
