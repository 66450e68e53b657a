/* The learner's drawing of the next step against what the machine does. */
#include "lesson/interpreter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "c/c.h"
#include "machine/timeline.h"
#include "python/python.h"

static const char python_program[] =
    "a = [1, 2]\nb = a\nb = [3]\nn = 4\nm = n\ndel a\ns = 'x y'\ndef f(p):\n    p.append(5)\n    return p\n"
    "r = f(b)\nclass P: pass\nq = P()\nq.x = b\nd = {'k': b, 'l': (1, 2)}\nt = {1, 2}\n";

static const char c_program[] =
    "#include <stdlib.h>\nstruct node { int value; struct node *next; };\nint main(void)\n{\n    int a = 3;\n"
    "    int *p = &a;\n    *p = 7;\n    struct node *head = malloc(sizeof *head);\n    head->value = 1;\n"
    "    head->next = NULL;\n    struct node *same = head;\n    char word[] = \"ab\";\n    same->value = 2;\n"
    "    free(head);\n    return 0;\n}\n";

typedef struct Step {
    Timeline *timeline;
    View before, after;
    Interpreter it;
    bool can;
} Step;

/* The step that runs a line for the first time. */
static void open_line(Step *step, int line, bool is_c)
{
    SourceError error;
    ViewOptions options = {0};
    StopInfo stop = {0};
    Source source = {"drawn", is_c ? c_program : python_program, strlen(is_c ? c_program : python_program)};
    step->timeline = timeline_create(is_c ? &c_language : &python_language, &source, NULL, &error);
    assert_non_null(step->timeline);
    view_init(&step->before);
    view_init(&step->after);
    interpreter_init(&step->it);
    for (uint64_t at = 0; at < 100; at++) {
        timeline_seek(step->timeline, (Position){at, 0}, &options, &step->before, &stop);
        if (stop.line == line && stop.event == STEP_LINE)
            break;
    }
    assert_int_equal(stop.line, line);
    Position next = {stop.position.step + 1, 0};
    assert_int_equal(timeline_seek(step->timeline, next, &options, &step->after, NULL), TIMELINE_REACHED);
    step->can = interpreter_begin(&step->it, &step->before, &step->after, is_c);
}

static void close_step(Step *step)
{
    interpreter_finish(&step->it);
    view_finish(&step->before);
    view_finish(&step->after);
    timeline_destroy(step->timeline);
}

/* "q.x": the attribute of what a name of the module refers to. */
static const char *id_of_attribute(Step *step, const char *way)
{
    static char id[INTERPRETER_ID];
    const View *view = &step->it.shown;
    for (uint32_t i = 0; i < view->frames[0].slot_count; i++) {
        const ViewSlot *slot = &view->slots[view->frames[0].first_slot + i];
        if (slot->target != VIEW_NONE && view_text(view, slot->label)[0] == way[0])
            snprintf(id, sizeof id, "object:%llu/%s", (unsigned long long)view->objects[slot->target].number, way + 2);
    }
    return id;
}

static void write_at(Step *step, const char *id, const char *typed)
{
    if (id[1] == '.')
        id = id_of_attribute(step, id);
    if (!interpreter_select(&step->it, id))
        fail_msg("no place %s", id);
    interpreter_type(&step->it, typed);
}

static const char *words_at(Step *step, const char *id)
{
    static char words[200];
    assert_true(interpreter_select(&step->it, id));
    interpreter_words(&step->it, words, sizeof words);
    return words;
}

static void boxes_are_reached_by_keys(void **state)
{
    Step step;
    bool seen = false;
    open_line(&step, 2, false);
    interpreter_type(&step.it, "[1, 2]");
    for (int i = 0; i < 12 && !seen; i++) {
        interpreter_next(&step.it, 1);
        seen = strncmp(step.it.selected, "object:", 7) == 0 && !strchr(step.it.selected, '/');
    }
    assert_true(seen);
    interpreter_type(&step.it, "[1, 2, 3]");
    assert_string_equal(words_at(&step, "frame:0/a"), "the list [1, 2, 3]");
    close_step(&step);
}

static bool is_wrong(const Step *step, const char *id)
{
    for (uint32_t i = 0; i < step->it.mark_count; i++)
        if (!step->it.marks[i].right && (!strcmp(step->it.marks[i].drawn, id) || !strcmp(step->it.marks[i].truth, id)))
            return true;
    return false;
}

/* One line of a program: what is typed where, and how many places are wrong then. */
typedef struct Try { int line; const char *writes[6][2]; uint32_t wrong; bool recall; } Try;

static void check_try(const Try *try, bool is_c)
{
    Step step;
    open_line(&step, try->line, is_c);
    assert_true(step.can);
    if (try->recall)
        interpreter_recall(&step.it);
    for (int i = 0; i < 6 && try->writes[i][0]; i++)
        write_at(&step, try->writes[i][0], try->writes[i][1]);
    interpreter_compare(&step.it);
    if (step.it.wrong != try->wrong)
        fail_msg("line %d, first write %s: %u wrong, not %u: %s", try->line, try->writes[0][1], step.it.wrong,
                 try->wrong, step.it.mark_count ? step.it.marks[0].words : "");
    close_step(&step);
}

static void python_is_drawn(void **state)
{
    static const Try tries[] = {
        {2, {{"frame:0/a", "[1, 2]"}, {"frame:0/b", "a"}}, 0, false},
        {2, {{"frame:0/a", "[1, 2]"}, {"frame:0/b", "[1, 2]"}}, 1, false},          /* a copy */
        {2, {{"frame:0/a", "[1, 3]"}, {"frame:0/b", "a"}}, 1, false},               /* another item */
        {2, {{"frame:0/b", "a"}}, 0, true},
        {2, {{NULL, NULL}}, 1, true},
        {3, {{"frame:0/b", "[ 3 ]"}}, 0, true},
        {3, {{"frame:0/b", "[3, 3]"}}, 1, true},
        {3, {{"frame:0/b", "(3,)"}}, 1, true},                                      /* no list */
        {5, {{"frame:0/m", "4"}}, 0, true},                                         /* which 4 makes no difference */
        {5, {{"frame:0/m", "4.0"}}, 1, true},
        {7, {{"frame:0/s", "\"x y\""}}, 0, true},
        {8, {{"frame:0/f", "f"}}, 0, true},
        {8, {{"frame:0/f", "function f"}}, 0, true},
        {8, {{"frame:0/f", "g"}}, 1, true},
        {13, {{"frame:0/q", "P()"}}, 0, true},
        {13, {{"frame:0/q", "7"}}, 1, true},
        {14, {{"q.x", "b"}}, 0, true},                                              /* an attribute that is made */
        {14, {{"q.x", "[3, 5]"}}, 1, true},
        {14, {{NULL, NULL}}, 1, true},
        {15, {{"frame:0/d", "{'k': b, 'l': (1, 2)}"}}, 0, true},
        {15, {{"frame:0/d", "{'k': [3, 5], 'l': (1, 2)}"}}, 1, true},               /* not that list */
        {15, {{"frame:0/d", "{'l': (1, 2), 'k': b"}}, 0, true},                     /* in any order, not ended */
        {16, {{"frame:0/t", "{2, 1}"}}, 0, true},
        {16, {{"frame:0/t", "{2, 3}"}}, 1, true},
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        check_try(&tries[i], false);
}

static void c_is_drawn(void **state)
{
    static const Try tries[] = {
        {6, {{"frame:0/p", "&a"}}, 0, false},
        {6, {{"frame:0/p", "NULL"}}, 1, false},
        {7, {{"frame:0/a", "7"}}, 0, false},
        {7, {{NULL, NULL}}, 1, false},
        {8, {{"frame:0/head", "new"}}, 0, false},
        {8, {{"frame:0/head", "NULL"}}, 1, false},
        {11, {{"frame:0/same", "head"}}, 0, true},
        {11, {{"frame:0/same", "new"}}, 1, true},
        {12, {{"frame:0/word", "\"ab\""}}, 0, true},
        {14, {{NULL, NULL}}, 0, true},                 /* free changes no pointer */
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        check_try(&tries[i], true);
}

static void the_heap_is_hidden(void **state)
{
    Step step;
    open_line(&step, 5, false);                        /* m = n */
    assert_string_equal(words_at(&step, "frame:0/a"), "not drawn yet");
    assert_string_equal(words_at(&step, "frame:0/n"), "not drawn yet");
    assert_string_equal(words_at(&step, "frame:0/m"), "not bound");
    assert_int_equal(step.it.shown.object_count, 0);
    interpreter_recall(&step.it);
    assert_string_equal(words_at(&step, "frame:0/a"), "the list [1, 2]");
    close_step(&step);
    open_line(&step, 11, true);                        /* the stack of C shows its values, its blocks are hidden */
    assert_string_equal(words_at(&step, "frame:0/a"), "7");
    assert_string_equal(words_at(&step, "frame:0/head"), "not drawn yet");
    assert_int_equal(step.it.shown.object_count, 0);
    close_step(&step);
}

static void arrows_lead_to_the_same_object(void **state)
{
    Step step;
    char id[INTERPRETER_ID];
    open_line(&step, 2, false);
    write_at(&step, "frame:0/a", "[1, 2]");
    assert_true(interpreter_select(&step.it, "frame:0/b"));
    assert_false(interpreter_aim(&step.it, "frame:0/r"));      /* that is not bound */
    assert_true(interpreter_aim(&step.it, "frame:0/a"));
    snprintf(id, sizeof id, "object:%llu", (unsigned long long)step.it.shown.objects[0].number);
    interpreter_unbind(&step.it);
    assert_string_equal(words_at(&step, "frame:0/b"), "not bound");
    assert_true(interpreter_aim(&step.it, id));
    interpreter_compare(&step.it);
    assert_int_equal(step.it.wrong, 0);
    assert_false(interpreter_select(&step.it, "frame:0/a"));   /* too late */
    close_step(&step);
}

static void a_box_is_written_anew_in_place(void **state)
{
    Step step;
    char id[INTERPRETER_ID];
    open_line(&step, 9, false);                        /* p.append(5), p is also b */
    interpreter_recall(&step.it);
    int32_t list = VIEW_NONE;
    for (uint32_t i = 0; i < step.it.shown.object_count; i++)
        if (step.it.shown.objects[i].kind == KIND_SEQUENCE && step.it.shown.objects[i].length == 1)
            list = (int32_t)i;
    assert_true(list != VIEW_NONE);
    snprintf(id, sizeof id, "object:%llu", (unsigned long long)step.it.shown.objects[list].number);
    write_at(&step, id, "[3, 5]");
    interpreter_compare(&step.it);
    assert_int_equal(step.it.wrong, 0);
    close_step(&step);
}

static void a_call_has_its_frame_drawn(void **state)
{
    Step step;
    open_line(&step, 11, false);                       /* r = f(b) */
    assert_int_equal(step.after.event, STEP_CALL);
    assert_true(step.can);
    assert_string_equal(step.it.selected, "frame:1/p");
    interpreter_type(&step.it, "b");
    interpreter_compare(&step.it);
    assert_int_equal(step.it.wrong, 0);
    close_step(&step);
}

static void what_differs_is_said(void **state)
{
    Step step;
    open_line(&step, 2, false);
    write_at(&step, "frame:0/a", "[1, 2]");
    write_at(&step, "frame:0/b", "[1, 2]");
    interpreter_compare(&step.it);
    assert_true(is_wrong(&step, "frame:0/b"));
    for (uint32_t i = 0; i < step.it.mark_count; i++)
        if (!step.it.marks[i].right)
            assert_string_equal(step.it.marks[i].words,
                                "b: a new list [1, 2]; the machine: the list [1, 2], which a names");
    /* what is the same is in the same place in both pictures */
    assert_true(view_find_object(&step.it.shown, step.it.truth.objects[0].number) != VIEW_NONE);
    close_step(&step);
}

static void letters_are_taken_back(void **state)
{
    Step step;
    open_line(&step, 3, false);
    interpreter_recall(&step.it);
    write_at(&step, "frame:0/b", "'\xC3\xA9");
    assert_string_equal(words_at(&step, "frame:0/b"), "the str '\xC3\xA9'");
    interpreter_erase(&step.it);
    interpreter_erase(&step.it);
    assert_string_equal(words_at(&step, "frame:0/b"), "the list [1, 2]");
    for (int i = 0; i < 60; i++)
        interpreter_type(&step.it, "1234");            /* no further than there is room */
    assert_true(strlen(step.it.typed) < INTERPRETER_TYPED);
    close_step(&step);
}

/* Whatever is typed, nothing breaks, and what is right stays right. */
static void anything_may_be_typed(void **state)
{
    static const char *const texts[] = {
        "[", "]", "(", "()", "(1)", "{", "{:", "{1:", "{1:2,", "[[[[[[[[1]]]]]]]]", "'", "\"\\", "b'", "b", "-", "-1", ".",
        ".5", "1e-5", "a.b", "a(", "P(1, (2", ",,,", "\xC3\xA9", "&", "&x", "*p", "new", "NULL", "0", "set()", "None", "\x01",
        "[1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8]", "head", "a",
    };
    for (int is_c = 0; is_c < 2; is_c++)
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
            for (int line = is_c ? 5 : 1; line <= (is_c ? 14 : 6); line++) {
                Step step;
                open_line(&step, line, is_c);
                for (int place = 0; step.can && place < 5; place++) {
                    for (const char *at = texts[i]; *at; at++)
                        interpreter_type(&step.it, (char[]){*at, '\0'});
                    interpreter_next(&step.it, place % 2 ? 1 : -1);
                    interpreter_cycle(&step.it, 1);
                }
                interpreter_compare(&step.it);
                assert_true(step.it.wrong <= step.it.total);
                close_step(&step);
            }
}

static char *read_file(const char *path)
{
    char *text = NULL;
    size_t size = 0, used = 0;
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("%s cannot be read", path);
    do {
        text = realloc(text, size += 4096);
        used += fread(text + used, 1, size - used - 1, file);
    } while (used == size - 1);
    text[used] = '\0';
    fclose(file);
    return text;
}

/* Whoever draws what the machine does is never told to be wrong; what was there before is wrong only where something has
 * changed. */
static void check_program(const char *path)
{
    bool is_c = strcmp(path + strlen(path) - 2, ".c") == 0;
    SourceError error;
    ViewOptions options = {.max_slots = 30, .max_repr = 200};
    char *text = read_file(path);
    Source source = {path, text, strlen(text)};
    Timeline *timeline = timeline_create(is_c ? &c_language : &python_language, &source, NULL, &error);
    View before, after;
    Interpreter it;
    assert_non_null(timeline);
    view_init(&before);
    view_init(&after);
    interpreter_init(&it);
    uint32_t drawn = 0;
    for (uint64_t step = 0; step < 300; step++) {
        timeline_seek(timeline, (Position){step, 0}, &options, &before, NULL);
        if (timeline_seek(timeline, (Position){step + 1, 0}, &options, &after, NULL) != TIMELINE_REACHED)
            break;
        if (!interpreter_begin(&it, &before, &after, is_c))
            continue;
        drawn++;
        view_copy(&it.shown, &it.truth);
        interpreter_compare(&it);
        if (it.wrong)
            fail_msg("%s, step %d: %u wrong: %s", path, (int)step, it.wrong, it.marks[0].words);
        assert_true(interpreter_begin(&it, &before, &after, is_c));
        interpreter_recall(&it);
        interpreter_compare(&it);
        assert_true(it.wrong <= it.total);
    }
    assert_true(drawn > 3);
    interpreter_finish(&it);
    view_finish(&before);
    view_finish(&after);
    timeline_destroy(timeline);
    free(text);
}

static void who_draws_the_truth_is_right(void **state)
{
    static const char *const programs[] = {
        "tests/golden/shapes.py", "tests/golden/linked.py", "tests/golden/tree.py", "tests/golden/closure.py",
        "tests/golden/dictlists.py", "tests/golden/arguments.py", "tests/golden/cycle.py", "tests/golden/strings.py",
        "tests/c/programs/linked_list.c", "tests/c/programs/structs.c", "tests/c/programs/strings.c",
        "tests/c/programs/binary_tree.c", "tests/c/programs/pointers.c", "tests/c/programs/function_pointers.c",
    };
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
        check_program(programs[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(python_is_drawn), cmocka_unit_test(c_is_drawn), cmocka_unit_test(the_heap_is_hidden),
        cmocka_unit_test(arrows_lead_to_the_same_object), cmocka_unit_test(a_box_is_written_anew_in_place),
        cmocka_unit_test(a_call_has_its_frame_drawn), cmocka_unit_test(what_differs_is_said),
        cmocka_unit_test(letters_are_taken_back), cmocka_unit_test(anything_may_be_typed),
        cmocka_unit_test(who_draws_the_truth_is_right), cmocka_unit_test(boxes_are_reached_by_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
