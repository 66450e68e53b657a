/* No command: the window, on the file given or on the lesson menu. */
#include "app/window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/lessons.h"
#include "cli/runs.h"
#include "cli/watch.h"
#include "lesson/progress_file.h"

/* A program that is open in the window, with what it needs. */
typedef struct Shown {
    const Options *options;    /* of the command line; the words are replaced for a lesson of the menu */
    Options own;
    const char *words[2];
    Runs runs;
    Watch watch;
    LessonList lessons;
    Progress progress;         /* of the menu's lessons */
    char *progress_folder;     /* NULL: progress is not kept */
    char *desk_folder, *desk_key;      /* as in ViewerOptions */
    char *lesson_name;         /* of the lesson open, in the progress */
    char notice[400];          /* for the menu */
} Shown;

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
    runs_close(&shown->runs);
}

/* The file that is shown may change. What was written here is no change. */
static bool file_changed(void *context)
{
    Shown *shown = context;
    return watch_changed(&shown->watch) && runs_file_differs(&shown->runs);
}

static bool reload(void *context, ViewerOptions *viewer, char *notice, size_t notice_size)
{
    Shown *shown = context;
    notice[0] = '\0';
    if (!runs_reopen(&shown->runs, notice, notice_size))
        return false;
    runs_fill(&shown->runs, viewer);
    return true;
}

static void reloaded(void *context)
{
    runs_replaced(&((Shown *)context)->runs);
}

/* What came through a pipe, or in a snapshot, is not watched. */
static void watch_file(Shown *shown)
{
    const char *path = shown->runs.options->words[0], *dot = strrchr(path, '.');
    bool changes = strcmp(path, "-") != 0 && !(dot && strcmp(dot, ".png") == 0);
    watch_begin(&shown->watch, changes ? path : NULL);
}

/* A file was dropped on the window. It is no lesson of the menu. */
static bool open_dropped(void *context, const char *path, ViewerOptions *viewer, char *notice, size_t notice_size)
{
    Shown *shown = context;
    notice[0] = '\0';
    if (!runs_open_path(&shown->runs, path, notice, notice_size))
        return false;
    runs_fill(&shown->runs, viewer);
    watch_file(shown);
    viewer->note = NULL;
    viewer->mistakes = NULL;
    viewer->desk_key = NULL;
    viewer->resumes = false;
    viewer->lesson = viewer->lesson_count = 0;
    return true;
}

static void host_viewer(Shown *shown, ViewerOptions *viewer)
{
    runs_fill(&shown->runs, viewer);
    watch_file(shown);
    viewer->file = (ViewerFile){file_changed, reload, reloaded, open_dropped, shown};
}

static void set_size(WindowOptions *window, const Options *options, const SnapshotView *view)
{
    if (!options->has_size && !view)
        return;
    window->width = options->has_size ? options->width : view->width;
    window->height = options->has_size ? options->height : view->height;
}

static int show_file(const Options *options, const Theme *theme)
{
    char error[400];
    Shown shown = {.options = options};
    WindowOptions window = {.viewer = {.theme = theme}};
    int status = runs_open(&shown.runs, options);
    if (status == 0) {
        set_size(&window, options, shown.runs.original->program.source.view);
        host_viewer(&shown, &window.viewer);
        find_desk(&shown, &window.viewer);
        window.viewer.resumes = !options->has_step;
        status = window_run(&window, error, sizeof error) ? 0 : complain("%s", error);
    }
    close_shown(&shown);
    return status;
}

/* Progress. */

/* What a lesson is called there: "lessons/08-a-cycle.json" is "08-a-cycle". */
static char *name_in_progress(const char *path)
{
    const char *name = source_base_name(path), *dot = strrchr(name, '.');
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
    if (note->ask)
        progress_wrong(lesson, note->step, note->ask, note->taken, note->answer);
    bool saved = progress_save(&shown->progress, shown->progress_folder, shown->notice, sizeof shown->notice);
    snprintf(error, error_size, "%.*s", (int)error_size - 1, shown->notice);
    if (saved)
        shown->notice[0] = '\0';
    return saved;
}

/* What went wrong in the lesson the last times. */
static uint32_t kept_mistakes(void *context, Mistake *items, uint32_t most)
{
    const Shown *shown = context;
    const ProgressLesson *lesson = progress_find(&shown->progress, shown->lesson_name);
    uint32_t count = lesson ? lesson->wrong_count : 0, first = count > most ? count - most : 0;
    for (uint32_t i = first; i < count; i++) {
        Mistake *item = &items[i - first];
        item->step = lesson->wrong[i].step;
        snprintf(item->ask, sizeof item->ask, "%s", lesson->wrong[i].ask);
        snprintf(item->taken, sizeof item->taken, "%s", lesson->wrong[i].taken);
        snprintf(item->right, sizeof item->right, "%s", lesson->wrong[i].right);
    }
    return count - first;
}

/* Goes on where the lesson was left. */
static void resume(Shown *shown, ViewerOptions *viewer)
{
    uint64_t step = progress_resume(progress_find(&shown->progress, shown->lesson_name));
    viewer->note = keep_note;
    viewer->note_context = shown;
    viewer->mistakes = kept_mistakes;
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
    if (runs_open(&shown->runs, shown->options) != 0) {
        snprintf(error, error_size, "%.200s cannot be opened; the terminal says why", shown->lessons.paths[index]);
        close_shown(shown);
        return false;
    }
    host_viewer(shown, viewer);
    find_desk(shown, viewer);
    shown->notice[0] = '\0';
    shown->lesson_name = name_in_progress(shown->lessons.paths[index]);
    if (shown->lesson_name)
        resume(shown, viewer);
    viewer->lesson = (uint32_t)index + 1;
    viewer->lesson_count = (uint32_t)shown->lessons.count;
    return true;
}

/* A file dropped on the menu: no lesson of it, and no progress. */
static bool open_path(void *context, const char *path, ViewerOptions *viewer, char *error, size_t error_size)
{
    Shown *shown = context;
    shown->words[0] = path;
    shown->own.words = shown->words;
    shown->own.word_count = 1;
    shown->runs = (Runs){.options = shown->options};
    shown->lesson_name = NULL;
    if (!runs_open_path(&shown->runs, path, error, error_size))
        return false;
    host_viewer(shown, viewer);
    shown->notice[0] = '\0';
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
                       .open_path = open_path,
                       .close = close_lesson, .notice = shown.notice, .context = &shown};
    WindowOptions window = {.menu = &menu, .viewer = {.theme = theme}};
    set_size(&window, options, NULL);
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
