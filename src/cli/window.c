/* No command: the window, on the file given or on the lesson menu. */
#include "app/window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/lessons.h"
#include "cli/picture.h"
#include "cli/watch.h"
#include "lesson/progress_file.h"

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* A program that is open in the window, with what it needs. */
typedef struct Shown {
    const Options *options;    /* of the command line; the words are replaced for a lesson of the menu */
    Options own;
    const char *words[2];
    Program program;
    InputBox *input;
    Program old_program;       /* the one before the file changed, until it is no longer shown */
    InputBox *old_input;
    Watch watch;
    LessonList lessons;
    Progress progress;         /* of the menu's lessons */
    char *progress_folder;     /* NULL: progress is not kept */
    char *desk_folder, *desk_key;      /* as in ViewerOptions */
    char *lesson_name;         /* of the lesson open, in the progress */
    char notice[400];          /* for the menu */
} Shown;

static void fill_viewer(const Shown *shown, ViewerOptions *viewer)
{
    const SourceFile *source = &shown->program.source;
    const Lesson *lesson = source->lesson;
    viewer->course = lesson ? lesson->course : NULL;
    viewer->title = lesson ? lesson->title : base_name(source->name);
    viewer->zoom = picture_zoom(source);
    viewer->file_name = base_name(source->name);
    viewer->source = source->text;
    viewer->source_length = source->length;
    viewer->lesson_file = lesson;
    viewer->worker = (WorkerOptions){
        .timeline = shown->program.timeline, .input = shown->input, .scene = picture_scene_options(shown->options, source),
        .words = picture_words(source),
    };
    viewer->worker.scene.level = picture_level(shown->options, source, viewer->worker.scene.level);
    viewer->start = (Position){shown->options->has_step ? shown->options->step : source->step, 0};
}

/* A program is known by its path; what came through a pipe by nothing. */
static void find_desk(Shown *shown, ViewerOptions *viewer)
{
    shown->desk_folder = progress_folder();
    shown->desk_key = realpath(shown->options->words[0], NULL);
    viewer->desk_folder = shown->desk_folder;
    viewer->desk_key = shown->desk_key;
}

static void close_shown(Shown *shown)
{
    free(shown->desk_folder);
    free(shown->desk_key);
    shown->desk_folder = shown->desk_key = NULL;
    program_close(&shown->program);
    input_box_destroy(shown->input);
    shown->input = NULL;
}

/* Returns 0 or the exit status; what is wrong was told. Close it in any case. */
static int open_shown(Shown *shown)
{
    shown->input = input_box_create();
    TimelineOptions timeline = {.input = input_box_read, .context = shown->input};
    int status = program_open(&shown->program, shown->options);
    if (status == 0)
        status = shown->input ? program_load(&shown->program, &timeline) : complain("there is not enough memory");
    if (status == 0)
        program_find_waypoints(&shown->program);
    return status;
}

/* The file that is shown may change. */

/* What is wrong with a lesson, in one line. False if something is. */
static bool check_lesson(const char *path, char *notice, size_t size)
{
    char *said = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&said, &length);
    Lesson *lesson = out ? lesson_load(path, out) : NULL;
    if (out)
        fclose(out);
    bool fine = lesson != NULL;
    lesson_destroy(lesson);
    if (!fine && said)
        snprintf(notice, size, "%.*s", (int)strcspn(base_name(said), "\n"), base_name(said));
    free(said);
    return fine;
}

/* Loads the file as it is now into a program of its own. False, with a line, when it cannot be run. */
static bool load_again(Shown *fresh, char *notice, size_t size)
{
    const char *path = fresh->options->words[0], *dot = strrchr(path, '.');
    TimelineOptions timeline = {.input = input_box_read};
    SourceError error = {0};
    if (dot && strcmp(dot, ".json") == 0 && !check_lesson(path, notice, size))
        return false;
    fresh->input = timeline.context = input_box_create();
    if (!fresh->input || program_open(&fresh->program, fresh->options) != 0) {
        snprintf(notice, size, "%.100s cannot be read again; the terminal says why", base_name(path));
        return false;
    }
    bool loaded = program_try_load(&fresh->program, &timeline, &error);
    if (!loaded)
        snprintf(notice, size, "%.60s, line %d: %s: %.60s", base_name(fresh->program.source.name),
                 error.line, error.kind, error.message);
    source_error_finish(&error);
    if (loaded)
        program_find_waypoints(&fresh->program);
    return loaded;
}

static bool reload(void *context, ViewerOptions *viewer, char *notice, size_t notice_size)
{
    Shown *shown = context, fresh = {.options = shown->options};
    notice[0] = '\0';
    if (!watch_changed(&shown->watch))
        return false;
    if (!load_again(&fresh, notice, notice_size)) {
        close_shown(&fresh);
        return false;
    }
    shown->old_program = shown->program;
    shown->old_input = shown->input;
    shown->program = fresh.program;
    shown->input = fresh.input;
    fill_viewer(shown, viewer);
    return true;
}

static void reloaded(void *context)
{
    Shown *shown = context;
    program_close(&shown->old_program);
    input_box_destroy(shown->old_input);
    shown->old_input = NULL;
}

/* What came through a pipe, or in a snapshot, is not watched. */
static void watch_file(Shown *shown, ViewerOptions *viewer)
{
    const char *path = shown->options->words[0], *dot = strrchr(path, '.');
    bool changes = strcmp(path, "-") != 0 && !(dot && strcmp(dot, ".png") == 0);
    watch_begin(&shown->watch, changes ? path : NULL);
    viewer->file = (ViewerFile){reload, reloaded, shown};
}

static void set_size(WindowOptions *window, const Options *options)
{
    if (!options->has_size)
        return;
    window->width = options->width;
    window->height = options->height;
}

static int show_file(const Options *options, const Theme *theme)
{
    char error[400];
    Shown shown = {.options = options};
    WindowOptions window = {.viewer = {.theme = theme}};
    set_size(&window, options);
    int status = open_shown(&shown);
    if (status == 0) {
        fill_viewer(&shown, &window.viewer);
        watch_file(&shown, &window.viewer);
        find_desk(&shown, &window.viewer);
        status = window_run(&window, error, sizeof error) ? 0 : complain("%s", error);
    }
    close_shown(&shown);
    return status;
}

/* Progress. */

/* What a lesson is called there: "lessons/08-a-cycle.json" is "08-a-cycle". */
static char *name_in_progress(const char *path)
{
    const char *name = base_name(path), *dot = strrchr(name, '.');
    return strndup(name, dot ? (size_t)(dot - name) : strlen(name));
}

static void mark_items(Shown *shown)
{
    for (size_t i = 0; i < shown->lessons.count; i++) {
        char *name = name_in_progress(shown->lessons.paths[i]);
        shown->lessons.items[i].part = name ? progress_part(progress_find(&shown->progress, name)) : 0;
        free(name);
    }
}

static void open_progress(Shown *shown)
{
    progress_init(&shown->progress);
    shown->progress_folder = progress_folder();
    progress_load(&shown->progress, shown->progress_folder, shown->notice, sizeof shown->notice);
    mark_items(shown);
}

static void close_progress(Shown *shown)
{
    progress_finish(&shown->progress);
    free(shown->progress_folder);
}

static bool keep_note(void *context, const ViewerNote *note, char *error, size_t error_size)
{
    Shown *shown = context;
    ProgressLesson *lesson = progress_lesson(&shown->progress, shown->lesson_name);
    progress_show(lesson, note->furthest, note->last_step, note->reached_end);
    progress_show(lesson, note->step, note->last_step, note->reached_end);
    if (note->answered)
        progress_answer(lesson, note->right, note->kind, note->belief);
    bool saved = progress_save(&shown->progress, shown->progress_folder, shown->notice, sizeof shown->notice);
    snprintf(error, error_size, "%.*s", (int)error_size - 1, shown->notice);
    if (saved)
        shown->notice[0] = '\0';
    return saved;
}

/* Goes on where the lesson was left. */
static void resume(Shown *shown, ViewerOptions *viewer)
{
    uint64_t step = progress_resume(progress_find(&shown->progress, shown->lesson_name));
    viewer->note = keep_note;
    viewer->note_context = shown;
    if (step == 0 || shown->options->has_step)
        return;
    viewer->start = (Position){step, 0};
    viewer->resumed = true;
}

static bool open_lesson(void *context, size_t index, ViewerOptions *viewer, char *error, size_t error_size)
{
    Shown *shown = context;
    shown->words[0] = shown->lessons.paths[index];
    shown->own.words = shown->words;
    shown->own.word_count = 1;
    if (open_shown(shown) != 0) {
        snprintf(error, error_size, "%.200s cannot be opened; the terminal says why", shown->lessons.paths[index]);
        close_shown(shown);
        return false;
    }
    fill_viewer(shown, viewer);
    watch_file(shown, viewer);
    find_desk(shown, viewer);
    shown->notice[0] = '\0';
    shown->lesson_name = name_in_progress(shown->lessons.paths[index]);
    if (shown->lesson_name)
        resume(shown, viewer);
    viewer->lesson = (uint32_t)index + 1;
    viewer->lesson_count = (uint32_t)shown->lessons.count;
    return true;
}

static void close_lesson(void *context, char *notice, size_t notice_size)
{
    Shown *shown = context;
    mark_items(shown);
    snprintf(notice, notice_size, "%s", shown->notice);
    free(shown->lesson_name);
    shown->lesson_name = NULL;
    close_shown(shown);
}

static int show_menu(const Options *options, const Theme *theme)
{
    char error[400];
    Shown shown = {.own = *options};
    shown.options = &shown.own;
    lesson_list_read(&shown.lessons);
    open_progress(&shown);
    WindowMenu menu = {.items = shown.lessons.items, .count = shown.lessons.count, .open = open_lesson,
                       .close = close_lesson, .notice = shown.notice, .context = &shown};
    WindowOptions window = {.menu = &menu, .viewer = {.theme = theme}};
    set_size(&window, options);
    int status;
    if (shown.lessons.count)
        status = window_run(&window, error, sizeof error) ? 0 : complain("%s", error);
    else
        status = complain("there are no lessons here; name a file: refarrows FILE.py");
    close_progress(&shown);
    lesson_list_finish(&shown.lessons);
    return status;
}

int window_command(const Options *options)
{
    const Theme *theme = options->theme ? theme_find(options->theme) : theme_at(0);
    if (!theme)
        return complain("there is no theme '%s'; --theme takes light, dark or contrast", options->theme);
    return options->word_count ? show_file(options, theme) : show_menu(options, theme);
}
