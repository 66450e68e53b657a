#include "cli/runs.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/complain.h"
#include "lesson/keep_file.h"
#include "cli/picture.h"
#include "lesson/progress_file.h"

static bool ends_in(const char *path, const char *suffix)
{
    size_t length = strlen(path), ending = strlen(suffix);
    return length >= ending && strcmp(path + length - ending, suffix) == 0;
}

/* ---- one run ---- */

static void run_close(Run *run)
{
    if (!run)
        return;
    program_close(&run->program);
    input_box_destroy(run->input);
    free(run);
}

static Run *run_create(void)
{
    Run *run = calloc(1, sizeof *run);
    if (run && !(run->input = input_box_create())) {
        free(run);
        return NULL;
    }
    return run;
}

static TimelineOptions timeline_of(const Run *run)
{
    return (TimelineOptions){.input = input_box_read, .context = run->input};
}

/* Looking for a lesson's places must not take the input that somebody will type. */
static bool stop_at_input(void *context)
{
    timeline_cancel(context);
    return false;
}

static void find_waypoints(Run *run)
{
    input_box_set_gate(run->input, stop_at_input, run->program.timeline);
    program_find_waypoints(&run->program);
    timeline_allow(run->program.timeline);
    input_box_set_gate(run->input, NULL, NULL);
}

/* What else is known of a run that was loaded. Pictures of it are called after the file that was opened. */
static void name_run(Run *run, const char *opened, const char *added)
{
    const char *name = strcmp(opened, "-") == 0 ? "program" : opened, *dot = strrchr(name, '.');
    const char *step = strstr(source_base_name(name), "-step-");      /* a picture of such a picture */
    size_t length = step ? (size_t)(step - name) : dot && dot > strrchr(name, '/') ? (size_t)(dot - name) : strlen(name);
    find_waypoints(run);
    snprintf(run->name, sizeof run->name, "%.160s%s%s", source_base_name(run->program.source.name), *added ? ", " : "", added);
    snprintf(run->stem, sizeof run->stem, "%.*s%s%s", (int)length, name, *added ? "-" : "", added);
}

/* What was written into the snapshot or the lesson, or typed for the run before, is given before anybody is asked. */
static void script_run(Run *run, const char *lines)
{
    if (lines)
        input_box_script(run->input, lines);
}

/* ---- where the text belongs ---- */

/* FNV-1a: tells files of equal names apart. */
static uint64_t hash_of(const char *text)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
    return hash;
}

/* "…/drafts/names-1f2e3d4c5b6a7988.py" for the file or lesson "names"; NULL if there is no data directory. */
static char *draft_path(const char *word, bool is_c)
{
    char whole[PATH_MAX], *path = NULL, *folder = progress_folder();
    const char *name = source_base_name(word), *dot = strrchr(name, '.');
    if (folder && realpath(word, whole)
        && asprintf(&path, "%s/drafts/%.*s-%016llx.%s", folder, (int)(dot ? dot - name : (long)strlen(name)), name,
                    (unsigned long long)hash_of(whole), is_c ? "c" : "py") < 0)
        path = NULL;
    free(folder);
    return path;
}

static void know(Runs *runs, const char *text, size_t length)
{
    free(runs->known);
    runs->known = strndup(text, length);
    runs->known_length = runs->known ? length : 0;
}

static void find_places(Runs *runs)
{
    const char *word = runs->options->words[0];
    const SourceFile *source = &runs->original->program.source;
    bool own = strcmp(word, "-") != 0 && !source->lesson && (runs->options->language || !ends_in(word, ".png"));
    free(runs->path);
    free(runs->draft);
    runs->path = own ? strdup(word) : NULL;
    runs->draft = strcmp(word, "-") != 0 ? draft_path(word, source_is_c(source)) : NULL;
    know(runs, source->text, source->length);
}

/* ---- all of them ---- */

int runs_open(Runs *runs, const Options *options)
{
    *runs = (Runs){.options = options};
    Run *run = runs->original = runs->shown = run_create();
    if (!run)
        return complain("there is not enough memory");
    TimelineOptions timeline = timeline_of(run);
    int status = program_open(&run->program, options);
    script_run(run, run->program.source.input);
    if (status == 0)
        status = program_load(&run->program, &timeline);
    if (status != 0)
        return status;
    name_run(run, options->words[0], "");
    find_places(runs);
    return 0;
}

static bool is_in_use(const Runs *runs, const Run *run)
{
    return run == runs->original || run == runs->other || run == runs->shown;
}

/* The viewer may still be using it. */
static void leave(Runs *runs, Run *run)
{
    for (unsigned i = 0; i < runs->leaving_count; i++)
        if (runs->leaving[i] == run)
            return;
    if (run && runs->leaving_count < sizeof runs->leaving / sizeof *runs->leaving)
        runs->leaving[runs->leaving_count++] = run;
}

void runs_replaced(void *context)
{
    Runs *runs = context;
    for (unsigned i = 0; i < runs->leaving_count; i++)
        if (!is_in_use(runs, runs->leaving[i]))
            run_close(runs->leaving[i]);
    runs->leaving_count = 0;
}

void runs_close(Runs *runs)
{
    leave(runs, runs->shown);
    leave(runs, runs->other);
    leave(runs, runs->original);
    runs->shown = runs->other = runs->original = NULL;
    runs_replaced(runs);
    free(runs->path);
    free(runs->draft);
    free(runs->known);
    free(runs->dropped);
    *runs = (Runs){0};
}

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
        snprintf(notice, size, "%.*s", (int)strcspn(source_base_name(said), "\n"), source_base_name(said));
    free(said);
    return fine;
}

/* Loads the file as it is now. NULL, with a line, when it cannot be run. */
static Run *load_again(const Options *options, char *notice, size_t size)
{
    const char *path = options->words[0];
    SourceError error = {0};
    if (ends_in(path, ".json") && !check_lesson(path, notice, size))
        return NULL;
    Run *run = run_create();
    if (!run || program_open(&run->program, options) != 0) {
        snprintf(notice, size, "%.100s cannot be read; the terminal says why", source_base_name(path));
        run_close(run);
        return NULL;
    }
    TimelineOptions timeline = timeline_of(run);
    script_run(run, run->program.source.input);
    bool loaded = program_try_load(&run->program, &timeline, &error);
    if (!loaded)
        snprintf(notice, size, "%.60s, line %d: %s: %.60s", source_base_name(run->program.source.name), error.line,
                 error.kind, error.message);
    source_error_finish(&error);
    if (loaded) {
        name_run(run, path, "");
        return run;
    }
    run_close(run);
    return NULL;
}

/* That run takes the place of all others. */
static void take_run(Runs *runs, Run *run)
{
    leave(runs, runs->shown);
    leave(runs, runs->other);
    leave(runs, runs->original);
    runs->other = NULL;
    runs->original = runs->shown = run;
    find_places(runs);
}

bool runs_reopen(Runs *runs, char *notice, size_t notice_size)
{
    Run *run = load_again(runs->options, notice, notice_size);
    if (run)
        take_run(runs, run);
    return run != NULL;
}

bool runs_open_path(Runs *runs, const char *path, char *notice, size_t notice_size)
{
    Options own = *runs->options;
    const char *words[2] = {path, NULL};
    own.words = words;
    own.word_count = 1;
    own.language = own.input = NULL;
    own.has_step = false;
    if (!language_of_path(path) && !ends_in(path, ".json") && !ends_in(path, ".png")) {
        snprintf(notice, notice_size, "%.80s: only .py, .c, .json and .png files can be opened", source_base_name(path));
        return false;
    }
    Run *run = load_again(&own, notice, notice_size);
    char *copy = run ? strdup(path) : NULL;
    if (!copy) {
        run_close(run);
        return false;
    }
    free(runs->dropped);
    runs->dropped = copy;
    runs->words[0] = copy;
    runs->own = own;
    runs->own.words = runs->words;
    runs->options = &runs->own;
    take_run(runs, run);
    return true;
}

/* ---- as host of the editor ---- */

static bool copy_source(SourceFile *copy, const SourceFile *source, const char *text, size_t length)
{
    *copy = (SourceFile){.name = strdup(source->name), .text = malloc(length + 1), .length = length,
                         .language = source->language};
    if (!copy->name || !copy->text)
        return false;
    memcpy(copy->text, text, length);
    copy->text[length] = '\0';
    return true;
}

/* Shows a run, and keeps the one shown until now beside it. */
static void show_beside(Runs *runs, Run *run, ViewerOptions *options)
{
    leave(runs, runs->other);
    leave(runs, runs->shown);
    runs->other = runs->shown;
    runs->shown = run;
    runs_fill(runs, options);
}

static bool run_text(void *context, const char *text, size_t length, bool anew, ViewerOptions *options,
                     SourceError *error)
{
    Runs *runs = context;
    Run *run = run_create();
    const SourceFile *source = &runs->original->program.source;
    bool same = !anew && length == source->length && memcmp(text, source->text, length) == 0;
    if (!run || !copy_source(&run->program.source, source, text, length)) {
        run_close(run);
        snprintf(error->kind, sizeof error->kind, "MemoryError");
        snprintf(error->message, sizeof error->message, "there is not enough memory");
        return false;
    }
    run->program.stops_at_error = runs->shown->program.stops_at_error;
    TimelineOptions timeline = timeline_of(run);
    char *typed = anew ? NULL : input_box_given(runs->shown->input);
    script_run(run, anew ? source->input : typed);
    free(typed);
    if (!same && !program_try_load(&run->program, &timeline, error)) {
        run_close(run);
        return false;
    }
    if (same) {                /* back to what was read: that run, with the lesson's words */
        run_close(run);
        run = runs->original;
    } else {
        name_run(run, runs->options->words[0], anew ? "again" : "edited");
    }
    show_beside(runs, run, options);
    return true;
}

static bool strict_run(void *context, ViewerOptions *options, bool *stops)
{
    Runs *runs = context;
    Run *run = run_create();
    const SourceFile *source = &runs->shown->program.source;
    SourceError error = {0};
    if (!run || !copy_source(&run->program.source, source, source->text, source->length)) {
        run_close(run);
        return false;
    }
    run->program.stops_at_error = *stops = !runs->shown->program.stops_at_error;
    TimelineOptions timeline = timeline_of(run);
    char *typed = input_box_given(runs->shown->input);
    script_run(run, typed);
    free(typed);
    if (!program_try_load(&run->program, &timeline, &error)) {
        source_error_finish(&error);
        run_close(run);
        return false;
    }
    name_run(run, runs->options->words[0], *stops ? "ends at a mistake" : "goes on");
    show_beside(runs, run, options);
    return true;
}

static bool other_run(void *context, ViewerOptions *options)
{
    Runs *runs = context;
    Run *run = runs->other;
    if (!run)
        return false;
    runs->other = runs->shown;
    runs->shown = run;
    runs_fill(runs, options);
    return true;
}

/* The file's text with newlines as line ends, as the editor has it; `crlf` tells whether it had others. */
static char *read_plain(const Runs *runs, size_t *length, bool *crlf)
{
    char *text = runs->path ? keep_file_read(runs->path, length) : NULL;
    size_t kept = 0;
    *crlf = false;
    for (size_t i = 0; text && i < *length; i++) {
        bool pair = text[i] == '\r' && text[i + 1] == '\n';
        *crlf |= pair;
        if (!pair)
            text[kept++] = text[i];
    }
    if (text) {
        text[kept] = '\0';
        *length = kept;
    }
    return text;
}

/* The same text with the line ends that the file had. */
static char *with_line_ends(const char *text, size_t length, bool crlf, size_t *made_length)
{
    char *made = malloc(2 * length + 1);
    *made_length = 0;
    for (size_t i = 0; made && i < length; i++) {
        if (crlf && text[i] == '\n')
            made[(*made_length)++] = '\r';
        made[(*made_length)++] = text[i];
    }
    return made;
}

/* `known` may have other line ends than newlines. */
static bool equals_known(const Runs *runs, const char *text, size_t length)
{
    size_t at = 0;
    for (size_t i = 0; i < runs->known_length; i++) {
        if (runs->known[i] == '\r' && runs->known[i + 1] == '\n')
            continue;
        if (at >= length || text[at++] != runs->known[i])
            return false;
    }
    return at == length;
}

bool runs_file_differs(const Runs *runs)
{
    size_t length;
    bool crlf, differs;
    if (!runs->path)
        return true;
    char *text = read_plain(runs, &length, &crlf);
    differs = text && runs->known && !equals_known(runs, text, length);
    free(text);
    return differs;
}

static bool save_draft(Runs *runs, const char *text, size_t length, char *error, size_t error_size)
{
    char *slash = runs->draft ? strrchr(runs->draft, '/') : NULL;
    if (!slash) {
        snprintf(error, error_size, "there is nowhere to keep it: neither XDG_DATA_HOME nor HOME names a folder");
        return false;
    }
    *slash = '\0';
    keep_file_folder(runs->draft);
    *slash = '/';
    return keep_file_write(runs->draft, text, length, error, error_size);
}

static bool save_text(void *context, const char *text, size_t length, bool overwrite, bool *conflict, char *notice,
                      size_t notice_size)
{
    Runs *runs = context;
    size_t there_length = 0, made_length;
    bool crlf = false;
    *conflict = false;
    if (!runs->path) {
        bool kept = save_draft(runs, text, length, notice, notice_size);
        if (kept)
            snprintf(notice, notice_size, "kept as your own version: %.100s", runs->draft);
        return false;
    }
    char *there = read_plain(runs, &there_length, &crlf);
    *conflict = there && !overwrite && !equals_known(runs, there, there_length)
                && (there_length != length || memcmp(there, text, length) != 0);
    free(there);
    if (*conflict)
        return false;
    char *made = with_line_ends(text, length, crlf, &made_length);
    bool saved = made && keep_file_write(runs->path, made, made_length, notice, notice_size);
    free(made);
    if (saved) {
        know(runs, text, length);
        snprintf(notice, notice_size, "saved %.140s", runs->path);
    }
    return saved;
}

static bool keep_text(void *context, const char *text, size_t length)
{
    Runs *runs = context;
    char error[200];
    if (text)
        return save_draft(runs, text, length, error, sizeof error);
    if (runs->draft)
        unlink(runs->draft);
    return true;
}

static char *kept_text(void *context)
{
    size_t length;
    return ((Runs *)context)->draft ? keep_file_read(((Runs *)context)->draft, &length) : NULL;
}

static char *read_text(void *context)
{
    Runs *runs = context;
    size_t length;
    bool crlf;
    char *text = read_plain(runs, &length, &crlf);
    if (text)
        know(runs, text, length);
    return text;
}

/* The other run, for whoever shows both side by side. */
static OtherRun other_of(const Runs *runs)
{
    const Run *run = runs->other;
    if (!run)
        return (OtherRun){.timeline = NULL};
    return (OtherRun){run->program.timeline, run->input, run->program.source.text, run->program.source.length};
}

void runs_fill(Runs *runs, ViewerOptions *viewer)
{
    Run *run = runs->shown;
    const SourceFile *source = &run->program.source;
    const Lesson *lesson = runs->original->program.source.lesson;
    viewer->course = lesson ? lesson->course : NULL;
    viewer->title = lesson ? lesson->title : source_base_name(source->name);
    viewer->view = runs->original->program.source.view;
    const Theme *theme = picture_theme(runs->options, &runs->original->program.source);
    viewer->theme = theme ? theme : viewer->theme;
    viewer->program_name = source->name;
    viewer->snapshot_stem = run->stem;
    viewer->lesson_text = source->lesson ? source->lesson_text : NULL;
    viewer->zoom = picture_zoom(&runs->original->program.source);
    viewer->task = lesson ? lesson->exercise : NULL;
    viewer->file_name = run->name;
    viewer->source = source->text;
    viewer->source_length = source->length;
    viewer->is_c = source_is_c(source);
    viewer->lesson_file = source->lesson;
    viewer->has_other_run = runs->other != NULL;
    viewer->worker = (WorkerOptions){
        .timeline = run->program.timeline, .input = run->input, .words = picture_words(source),
        .source = source->text, .source_length = source->length, .other = other_of(runs),
        .scene = picture_scene_options(runs->options, &runs->original->program.source),
    };
    viewer->worker.scene.level = picture_level(runs->options, &runs->original->program.source,
                                               viewer->worker.scene.level);
    const SnapshotView *seen = source->view;
    viewer->start = (Position){source->step, seen ? seen->inside.instruction : 0, seen ? seen->inside.moment : 0};
    if (runs->options->has_step)
        viewer->start = (Position){runs->options->step, 0, 0};
    viewer->edit = (EditHost){run_text, other_run, runs_replaced, save_text, keep_text, kept_text, read_text, runs,
                              strict_run};
}
