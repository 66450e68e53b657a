/* The editor in the viewer, with a host of our own: what is run, where the new run stands, what is wrong is marked where
 * it is, nothing that was written is lost without a question. */
#include "app/viewer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "python/python.h"

static float half_width(void *context, const TextStyle *style, const char *text, size_t length)
{
    return style->size * 0.5f * (float)length;
}

static const TextMeasure measure = {half_width, NULL};

static void no_wake(void *context)
{
}

/* A host with two runs at most, and a file and a draft in memory. */
typedef struct Host {
    Viewer viewer;
    Timeline *timelines[2];
    char *texts[2];
    int shown, runs;
    char file[200], draft[200];
    bool file_changed, cannot_keep;
} Host;

static bool load(Host *host, int place, const char *text, size_t length, SourceError *error)
{
    Source source = {"edited.py", text, length, NULL};
    Timeline *timeline = timeline_create(&python_language, &source, NULL, error);
    if (!timeline)
        return false;
    timeline_destroy(host->timelines[place]);
    free(host->texts[place]);
    host->timelines[place] = timeline;
    host->texts[place] = strndup(text, length);
    return true;
}

static void fill(Host *host, ViewerOptions *options)
{
    options->source = host->texts[host->shown];
    options->source_length = strlen(options->source);
    options->worker.timeline = host->timelines[host->shown];
    options->has_other_run = host->timelines[!host->shown] != NULL;
}

static bool run_text(void *context, const char *text, size_t length, bool anew, ViewerOptions *options,
                     SourceError *error)
{
    Host *host = context;
    if (!load(host, !host->shown, text, length, error))
        return false;
    host->shown = !host->shown;
    host->runs++;
    fill(host, options);
    return true;
}

static bool other_run(void *context, ViewerOptions *options)
{
    Host *host = context;
    if (!host->timelines[!host->shown])
        return false;
    host->shown = !host->shown;
    fill(host, options);
    return true;
}

static void replaced(void *context)
{
}

static bool save(void *context, const char *text, size_t length, bool overwrite, bool *conflict, char *notice,
                 size_t notice_size)
{
    Host *host = context;
    *conflict = host->file_changed && !overwrite;
    if (!*conflict)
        snprintf(host->file, sizeof host->file, "%.*s", (int)length, text);
    return !*conflict;
}

static bool keep(void *context, const char *text, size_t length)
{
    Host *host = context;
    if (host->cannot_keep)
        return false;
    snprintf(host->draft, sizeof host->draft, "%.*s", text ? (int)length : 0, text ? text : "");
    return true;
}

static char *kept(void *context)
{
    Host *host = context;
    return host->draft[0] ? strdup(host->draft) : NULL;
}

static char *read_file(void *context)
{
    return strdup(((Host *)context)->file);
}

static void pause_ms(long ms)
{
    nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL);
}

static void expect_step(Host *host, uint64_t step)
{
    uint64_t shown = UINT64_MAX;
    for (int i = 0; i < 2000; i++) {
        viewer_update(&host->viewer);
        shown = host->viewer.page ? host->viewer.page->stage.stop.position.step : UINT64_MAX;
        if (shown == step && !host->viewer.busy)
            return;
        pause_ms(5);
    }
    fail_msg("step %llu is shown, not %llu", (unsigned long long)shown, (unsigned long long)step);
}

static void draw(Host *host)
{
    DrawList list;
    draw_list_init(&list);
    viewer_draw(&host->viewer, 1280, 720, &measure, &list);
    draw_list_finish(&list);
}

static void start(Host *host, const char *text, uint64_t step)
{
    SourceError error = {0};
    *host = (Host){.shown = 0};
    snprintf(host->file, sizeof host->file, "%s", text);
    assert_true(load(host, 0, text, strlen(text), &error));
    ViewerOptions options = {
        .file_name = "edited.py", .theme = theme_find("light"), .start = {step, 0},
        .worker = {.measure = &measure, .scene = scene_options_default(), .wake = no_wake},
        .edit = {run_text, other_run, replaced, save, keep, kept, read_file, host},
    };
    fill(host, &options);
    assert_true(viewer_init(&host->viewer, &options));
    expect_step(host, step);
    draw(host);
}

static void finish(Host *host)
{
    viewer_finish(&host->viewer);
    for (int i = 0; i < 2; i++) {
        timeline_destroy(host->timelines[i]);
        free(host->texts[i]);
    }
}

static void command(Host *host, Command command)
{
    viewer_command(&host->viewer, command);
    draw(host);
}

/* Types at the beginning of a line (from 0), with the editor open. */
static void write_at(Host *host, uint32_t line, const char *text)
{
    editor_go(host->viewer.edit.editor, (EditorPlace){line, 0}, false);
    edit_type(&host->viewer, text);
    draw(host);
}

static void write_all(Host *host, const char *text)
{
    editor_select_all(host->viewer.edit.editor);
    edit_type(&host->viewer, text);
    draw(host);
}

static const char program[] = "a = 1\nfor i in range(3):\n    a += i\nprint(a)\n";

static void a_new_run_stands_at_the_same_line(void **state)
{
    Host host;
    start(&host, program, 4);                      /* a += i, the second time: line 3 */
    assert_int_equal(host.viewer.page->stage.stop.line, 3);
    command(&host, COMMAND_EDIT);
    EditorPlace caret = editor_caret(host.viewer.edit.editor);
    assert_true(caret.line == 2 && caret.column <= 4); /* where the line begins: a long one is not scrolled away */
    write_at(&host, 0, "b = 0\nc = 0\n");
    command(&host, COMMAND_EDIT_RUN);
    assert_false(host.viewer.edit.open);
    expect_step(&host, 6);
    assert_int_equal(host.viewer.page->stage.stop.line, 5);
    command(&host, COMMAND_OTHER_RUN);
    expect_step(&host, 4);
    assert_int_equal(host.viewer.page->stage.stop.line, 3);
    command(&host, COMMAND_EDIT);                  /* a line that is gone: nearby */
    write_all(&host, "a = 1\n");
    command(&host, COMMAND_EDIT_RUN);
    expect_step(&host, 2);
    assert_int_equal(host.runs, 2);
    finish(&host);
}

static void what_is_wrong_is_marked_and_the_run_stays(void **state)
{
    Host host;
    start(&host, program, 2);
    command(&host, COMMAND_EDIT);
    write_at(&host, 3, "\xC3\xA9\xE4\xB8\x96 = 'x' $ 3\n");
    command(&host, COMMAND_EDIT_RUN);
    assert_true(host.viewer.edit.open);
    assert_int_equal(host.runs, 0);
    assert_int_equal(host.viewer.edit.wrong_line, 4);
    assert_int_equal(host.viewer.edit.wrong_from, 12);     /* bytes; 10 letters before it */
    assert_non_null(strstr(host.viewer.edit.wrong, "SyntaxError"));
    expect_step(&host, 2);
    command(&host, COMMAND_ESCAPE);                /* once is enough: it was tried */
    assert_false(host.viewer.edit.open);
    assert_false(host.viewer.quit);
    expect_step(&host, 2);
    assert_string_not_equal(host.draft, "");
    command(&host, COMMAND_EDIT);
    assert_int_equal(host.viewer.edit.wrong_line, 4);
    edit_type(&host.viewer, "x");
    assert_int_equal(host.viewer.edit.wrong_line, 0);
    editor_undo(host.viewer.edit.editor);
    editor_undo(host.viewer.edit.editor);
    command(&host, COMMAND_ESCAPE);
    assert_false(host.viewer.edit.open);
    assert_int_equal(host.runs, 0);                /* it is again what is shown */
    assert_string_equal(host.draft, "");
    finish(&host);
}

static void escape_runs_what_was_changed(void **state)
{
    Host host;
    start(&host, program, 0);
    command(&host, COMMAND_OTHER_RUN);
    assert_string_not_equal(host.viewer.notice, "");
    command(&host, COMMAND_EDIT);
    write_at(&host, 0, "import math\n");
    command(&host, COMMAND_ESCAPE);
    assert_int_equal(host.runs, 1);
    assert_true(host.viewer.options.has_other_run);
    expect_step(&host, 1);                         /* where a = 1 is next, as before */
    finish(&host);
}

static void unsaved_text_is_kept_and_comes_back(void **state)
{
    Host host;
    start(&host, program, 0);
    command(&host, COMMAND_EDIT);
    write_at(&host, 0, "x = 1\n");
    assert_true(edit_wants_keeping(&host.viewer));
    assert_true(edit_keep(&host.viewer));
    assert_false(edit_wants_keeping(&host.viewer));
    assert_int_equal(strncmp(host.draft, "x = 1\na = 1\n", 12), 0);
    char draft[200];
    memcpy(draft, host.draft, sizeof draft);
    finish(&host);
    start(&host, program, 0);
    memcpy(host.draft, draft, sizeof draft);
    command(&host, COMMAND_EDIT);
    assert_string_equal(editor_text(host.viewer.edit.editor, NULL), draft);
    command(&host, COMMAND_EDIT_SAVE);
    assert_string_equal(host.file, draft);
    assert_string_equal(host.draft, "");
    assert_false(edit_has_changes(&host.viewer));
    editor_undo(host.viewer.edit.editor);
    assert_string_equal(editor_text(host.viewer.edit.editor, NULL), program);
    finish(&host);
}

static void what_cannot_be_kept_is_asked_about(void **state)
{
    Host host;
    start(&host, program, 0);
    command(&host, COMMAND_EDIT);
    write_at(&host, 0, "y = (");
    host.cannot_keep = true;
    command(&host, COMMAND_ESCAPE);
    command(&host, COMMAND_ESCAPE);
    assert_false(host.viewer.edit.open);
    command(&host, COMMAND_QUIT);
    assert_false(host.viewer.quit);
    assert_string_not_equal(host.viewer.notice, "");
    command(&host, COMMAND_QUIT);
    assert_true(host.viewer.quit);
    finish(&host);
}

static void a_file_changed_by_others_is_asked_about(void **state)
{
    Host host;
    start(&host, program, 0);
    command(&host, COMMAND_EDIT);
    write_at(&host, 0, "mine = 1\n");
    snprintf(host.file, sizeof host.file, "theirs = 1\n");
    host.file_changed = true;
    command(&host, COMMAND_EDIT_SAVE);
    assert_string_equal(host.file, "theirs = 1\n");
    assert_true(host.viewer.edit.conflict);
    draw(&host);
    edit_take_file(&host.viewer);
    assert_string_equal(editor_text(host.viewer.edit.editor, NULL), "theirs = 1\n");
    assert_false(edit_has_changes(&host.viewer));
    editor_undo(host.viewer.edit.editor);
    edit_note_conflict(&host.viewer);
    command(&host, COMMAND_EDIT_SAVE);
    assert_string_equal(host.file, "theirs = 1\n");
    command(&host, COMMAND_EDIT_SAVE);
    assert_int_equal(strncmp(host.file, "mine = 1\n", 9), 0);
    finish(&host);
}

/* By the mouse: the text stands where the panel says, half a letter to either side. */
static void the_mouse_sets_the_caret_and_selects(void **state)
{
    Host host;
    start(&host, program, 0);
    command(&host, COMMAND_EDIT);
    editor_go(host.viewer.edit.editor, (EditorPlace){2, 4}, false);
    PanelModel model = viewer_model(&host.viewer);
    ScreenPlan plan = screen_plan(1280, 720, &model);
    Rect caret = screen_edit_caret(&plan, &model, &measure);
    editor_go(host.viewer.edit.editor, (EditorPlace){0, 0}, false);
    float y = caret.y + caret.h / 2;
    assert_true(edit_press(&host.viewer, caret.x + 2, y, 1, false));
    EditorPlace place = editor_caret(host.viewer.edit.editor), from, to;
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 4);
    viewer_point(&host.viewer, caret.x + 2000, y);
    viewer_release(&host.viewer, caret.x + 2000, y);
    assert_true(editor_selection(host.viewer.edit.editor, &from, &to));
    assert_int_equal(from.column, 4);
    assert_int_equal(to.column, 10);
    assert_true(edit_press(&host.viewer, caret.x + 2, y - caret.h, 2, false));
    char *word = editor_copy(host.viewer.edit.editor);
    assert_string_equal(word, "i");
    free(word);
    assert_false(edit_press(&host.viewer, 1000, 300, 1, false));
    finish(&host);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_run_stands_at_the_same_line),
        cmocka_unit_test(what_is_wrong_is_marked_and_the_run_stays),
        cmocka_unit_test(escape_runs_what_was_changed),
        cmocka_unit_test(unsaved_text_is_kept_and_comes_back),
        cmocka_unit_test(what_cannot_be_kept_is_asked_about),
        cmocka_unit_test(a_file_changed_by_others_is_asked_about),
        cmocka_unit_test(the_mouse_sets_the_caret_and_selects),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
