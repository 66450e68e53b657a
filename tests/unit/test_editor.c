/* The editor's text: typing, moving, selecting, indentation and undo; its lines are at any time those of a fresh scan;
 * and after random edits, undo leads back to the first text and redo to the last. */
#include "app/editor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <utf8proc.h>

static Editor *editor_with(const char *text)
{
    Editor *editor = editor_create(false, false);
    assert_non_null(editor);
    assert_true(editor_set_text(editor, text, strlen(text)));
    return editor;
}

static void expect_text(const Editor *editor, const char *text)
{
    assert_string_equal(editor_text(editor, NULL), text);
}

static void expect_caret(const Editor *editor, uint32_t line, uint32_t column)
{
    EditorPlace caret = editor_caret(editor);
    assert_int_equal(caret.line, line);
    assert_int_equal(caret.column, column);
}

static void go(Editor *editor, uint32_t line, uint32_t column)
{
    editor_go(editor, (EditorPlace){line, column}, false);
}

static void drag(Editor *editor, uint32_t line, uint32_t column)
{
    editor_go(editor, (EditorPlace){line, column}, true);
}

static void type(Editor *editor, const char *text)
{
    for (; *text; text++)
        assert_true(editor_type(editor, (char[]){*text, '\0'}));
}

/* The lines beside the text are those that a fresh scan finds. */
static void expect_lines(const Editor *editor)
{
    size_t length;
    const char *text = editor_text(editor, &length);
    const Syntax *lines = editor_syntax(editor);
    Syntax fresh;
    syntax_scan_edited(&fresh, text, length, lines->is_c);
    assert_ptr_equal(lines->text, text);
    assert_int_equal(lines->line_count, fresh.line_count);
    for (uint32_t i = 0; i < fresh.line_count; i++) {
        assert_int_equal(lines->lines[i].start, fresh.lines[i].start);
        assert_int_equal(lines->lines[i].length, fresh.lines[i].length);
        assert_int_equal(lines->lines[i].state, fresh.lines[i].state);
    }
    syntax_finish(&fresh);
}

static void what_is_typed_stands_there(void **state)
{
    Editor *editor = editor_with("");
    expect_caret(editor, 0, 0);
    type(editor, "if a:");
    editor_newline(editor);
    expect_text(editor, "if a:\n    ");
    type(editor, "b = 1");
    editor_newline(editor);
    type(editor, "c");
    expect_text(editor, "if a:\n    b = 1\n    c");
    expect_caret(editor, 2, 5);
    expect_lines(editor);
    editor_destroy(editor);
}

static void what_was_typed_in_one_go_is_undone_in_one_go(void **state)
{
    Editor *editor = editor_with("x\n");
    editor_move(editor, EDITOR_TEXT_END, false);
    type(editor, "alpha beta");
    assert_true(editor_undo(editor));
    expect_text(editor, "x\nalpha ");
    assert_true(editor_undo(editor));
    assert_true(editor_undo(editor));
    expect_text(editor, "x\n");
    assert_false(editor_undo(editor));
    while (editor_redo(editor))
        expect_lines(editor);
    expect_text(editor, "x\nalpha beta");
    editor_undo(editor);
    type(editor, "g");
    assert_false(editor_redo(editor));
    expect_text(editor, "x\nalpha g");
    editor_destroy(editor);
}

static void the_caret_goes_by_letters_of_any_width(void **state)
{
    Editor *editor = editor_with("a\xC3\xA9\xE4\xB8\x96\xF0\x9F\x98\x80z\nab\xE4\xB8\x96\xE7\x95\x8C" "cd");
    static const uint32_t stops[] = {1, 3, 6, 10, 11};
    go(editor, 0, 0);
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        editor_move(editor, EDITOR_RIGHT, false);
        expect_caret(editor, 0, stops[i]);
    }
    editor_move(editor, EDITOR_LEFT, false);
    expect_caret(editor, 0, 10);
    editor_move(editor, EDITOR_LEFT, true);
    expect_caret(editor, 0, 6);
    char *copied = editor_copy(editor);
    assert_string_equal(copied, "\xF0\x9F\x98\x80");
    free(copied);
    editor_erase(editor, false, false);
    editor_erase(editor, false, false);
    expect_text(editor, "a\xC3\xA9z\nab\xE4\xB8\x96\xE7\x95\x8C" "cd");
    editor_erase(editor, true, false);
    go(editor, 0, 2);                  /* between the bytes of a letter: before it */
    expect_caret(editor, 0, 1);
    editor_erase(editor, true, false);
    expect_text(editor, "a\nab\xE4\xB8\x96\xE7\x95\x8C" "cd");
    go(editor, 1, 8);                  /* behind both wide letters: column 6 of the screen */
    type(editor, "\n123456789");
    go(editor, 2, 6);
    editor_move(editor, EDITOR_UP, false);
    expect_caret(editor, 1, 8);
    go(editor, 2, 5);
    editor_move(editor, EDITOR_UP, false);
    expect_caret(editor, 1, 5);        /* half a letter is none */
    editor_destroy(editor);
}

static void up_and_down_keep_the_column(void **state)
{
    Editor *editor = editor_with("abcdef\nab\n\nabcdefgh");
    go(editor, 0, 5);
    editor_move(editor, EDITOR_DOWN, false);
    expect_caret(editor, 1, 2);
    editor_move(editor, EDITOR_DOWN, false);
    expect_caret(editor, 2, 0);
    editor_move(editor, EDITOR_DOWN, false);
    expect_caret(editor, 3, 5);
    editor_move(editor, EDITOR_DOWN, false);
    expect_caret(editor, 3, 8);
    editor_move(editor, EDITOR_UP, false);
    expect_caret(editor, 2, 0);
    editor_set_page(editor, 2);
    editor_move(editor, EDITOR_PAGE_UP, true);
    expect_caret(editor, 0, 6);
    editor_move(editor, EDITOR_PAGE_UP, false);
    expect_caret(editor, 0, 0);
    editor_move(editor, EDITOR_PAGE_DOWN, false);
    expect_caret(editor, 2, 0);
    editor_destroy(editor);
}

static void words_and_lines_are_selected(void **state)
{
    EditorPlace from, to;
    Editor *editor = editor_with("total = price_1 + tax\n    next");
    editor_select_word(editor, (EditorPlace){0, 10});
    assert_true(editor_selection(editor, &from, &to));
    assert_int_equal(from.column, 8);
    assert_int_equal(to.column, 15);
    editor_type(editor, "cost");
    expect_text(editor, "total = cost + tax\n    next");
    editor_select_line(editor, 0);
    char *copied = editor_copy(editor);
    assert_string_equal(copied, "total = cost + tax\n");
    free(copied);
    go(editor, 1, 8);
    editor_move(editor, EDITOR_LINE_START, false);
    expect_caret(editor, 1, 4);
    editor_move(editor, EDITOR_LINE_START, false);
    expect_caret(editor, 1, 0);
    editor_move(editor, EDITOR_LINE_START, true);
    assert_true(editor_selection(editor, &from, &to));
    editor_move(editor, EDITOR_LEFT, false);
    assert_false(editor_selection(editor, &from, &to));
    go(editor, 0, 18);
    editor_move(editor, EDITOR_WORD_LEFT, false);
    expect_caret(editor, 0, 15);
    editor_move(editor, EDITOR_WORD_LEFT, false);
    expect_caret(editor, 0, 13);
    editor_move(editor, EDITOR_WORD_RIGHT, false);
    expect_caret(editor, 0, 15);
    editor_erase(editor, false, true);
    expect_text(editor, "total = cost tax\n    next");
    editor_select_all(editor);
    editor_erase(editor, false, false);
    expect_text(editor, "");
    expect_lines(editor);
    editor_undo(editor);
    expect_text(editor, "total = cost tax\n    next");
    editor_destroy(editor);
}

static void indentation_goes_by_levels(void **state)
{
    Editor *editor = editor_with("for a in b:\n    c\n\n    d\ne\n");
    go(editor, 1, 2);
    drag(editor, 4, 0);
    editor_indent(editor, false);
    expect_text(editor, "for a in b:\n        c\n\n        d\ne\n");
    editor_indent(editor, true);
    editor_indent(editor, true);
    expect_text(editor, "for a in b:\nc\n\nd\ne\n");
    editor_undo(editor);
    editor_undo(editor);
    editor_undo(editor);
    expect_text(editor, "for a in b:\n    c\n\n    d\ne\n");
    go(editor, 1, 4);
    editor_erase(editor, false, false);
    expect_text(editor, "for a in b:\nc\n\n    d\ne\n");
    editor_indent(editor, false);
    expect_text(editor, "for a in b:\n    c\n\n    d\ne\n");
    go(editor, 1, 5);
    editor_indent(editor, true);
    expect_text(editor, "for a in b:\nc\n\n    d\ne\n");
    expect_caret(editor, 1, 1);
    editor_set_text(editor, "if x:\n\ty\n", 9);
    go(editor, 1, 2);
    editor_newline(editor);
    editor_indent(editor, false);
    expect_text(editor, "if x:\n\ty\n\t\t\n");
    editor_erase(editor, false, false);
    expect_text(editor, "if x:\n\ty\n\t\n");
    editor_destroy(editor);
}

static void comments_come_and_go(void **state)
{
    Editor *editor = editor_with("    a\n\n        b\nc");
    go(editor, 0, 0);
    drag(editor, 2, 3);
    editor_comment(editor);
    expect_text(editor, "    # a\n\n    #     b\nc");
    editor_comment(editor);
    expect_text(editor, "    a\n\n        b\nc");
    editor_destroy(editor);
}

static void wrong_text_is_refused(void **state)
{
    Editor *editor = editor_with("a");
    static const char *const wrong[] = {"\xFF", "\xC3", "\xED\xA0\x80", "\xC0\x80", "ok \x80"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(editor_type(editor, wrong[i]));
        assert_false(editor_set_text(editor, wrong[i], strlen(wrong[i])));
        assert_false(editor_change_text(editor, wrong[i], strlen(wrong[i])));
    }
    assert_false(editor_set_text(editor, "a\0b", 3));
    expect_text(editor, "a");
    assert_true(editor_type(editor, "\r\nb\rc"));
    expect_text(editor, "\nb\nca");
    char *much = malloc(EDITOR_MOST + 1);
    memset(much, 'x', EDITOR_MOST);
    much[EDITOR_MOST] = '\0';
    assert_false(editor_type(editor, much));
    expect_text(editor, "\nb\nca");
    assert_true(editor_set_text(editor, much, EDITOR_MOST));
    assert_false(editor_type(editor, "y"));
    editor_select_all(editor);
    assert_true(editor_type(editor, "z"));
    expect_text(editor, "z");
    assert_true(editor_undo(editor));
    assert_string_equal(editor_text(editor, NULL), much);
    assert_true(editor_redo(editor));
    expect_text(editor, "z");
    free(much);
    editor_destroy(editor);
}

static void a_single_line_stays_one(void **state)
{
    Editor *editor = editor_create(false, true);
    assert_true(editor_type(editor, "a\nb"));
    editor_newline(editor);
    expect_text(editor, "a b");
    editor_destroy(editor);
}

static void changes_are_noticed(void **state)
{
    Editor *editor = editor_with("one\ntwo\nthree\n");
    editor_mark_kept(editor);
    assert_false(editor_is_changed(editor));
    go(editor, 2, 3);
    assert_true(editor_change_text(editor, "one\n2\nthree\n", 12));
    expect_caret(editor, 2, 3);
    assert_true(editor_is_changed(editor));
    assert_true(editor_undo(editor));
    assert_false(editor_is_changed(editor));
    assert_false(editor_undo(editor));
    editor_destroy(editor);
}

/* ---- random edits ---- */

static uint32_t next_random(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33);
}

static void random_edit(Editor *editor, uint64_t *seed)
{
    static const char *const texts[] = {
        "a", "b", "_", " ", "\n", "'''", "\"\"\"", "/*", "*/", "\xC3\xA9", "\xE4\xB8\x96", "\xF0\x9F\x98\x80", "#", "\\",
        "def f(x):\n    return x\n", "\t", "if (a) {\n\tb();\n}\n", "'", "\r\n", "0x1f",
    };
    uint32_t choice = next_random(seed) % 100;
    EditorPlace place = {next_random(seed) % (editor_syntax(editor)->line_count + 1), next_random(seed) % 20};
    if (choice < 35)
        assert_true(editor_type(editor, texts[next_random(seed) % (sizeof texts / sizeof *texts)]));
    else if (choice < 50)
        editor_erase(editor, choice & 1, choice < 38);
    else if (choice < 55)
        editor_newline(editor);
    else if (choice < 60)
        editor_indent(editor, choice & 1);
    else if (choice < 63)
        editor_comment(editor);
    else if (choice < 66)
        editor_select_word(editor, place);
    else if (choice < 85)
        editor_move(editor, (EditorMove)(next_random(seed) % (EDITOR_PAGE_DOWN + 1)), choice & 1);
    else if (choice < 95)
        editor_go(editor, place, choice & 1);
    else if (choice < 97)
        editor_undo(editor);
    else if (choice < 99)
        editor_redo(editor);
    else
        editor_change_text(editor, "x = '''\n'''\n", 12);
}

static void expect_sound(const Editor *editor)
{
    size_t length;
    const char *text = editor_text(editor, &length);
    EditorPlace caret = editor_caret(editor), from, to;
    const Syntax *lines = editor_syntax(editor);
    utf8proc_int32_t letter;
    assert_int_equal(strlen(text), length);
    for (size_t at = 0; at < length;) {
        utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)(length - at),
                                                  &letter);
        assert_true(taken > 0);
        at += (size_t)taken;
    }
    assert_true(caret.line < lines->line_count && caret.column <= lines->lines[caret.line].length);
    assert_true((text[lines->lines[caret.line].start + caret.column] & 0xC0) != 0x80);
    if (editor_selection(editor, &from, &to))
        assert_true((text[lines->lines[from.line].start + from.column] & 0xC0) != 0x80);
    expect_lines(editor);
}

static void random_edits_are_undone(void **state)
{
    enum { RUNS = 60, EDITS = 400 };
    static const char first[] = "def f(a):\n    '''text\n    more'''\n    return a\n\nprint(f(1))\n";
    for (uint64_t run = 1; run <= RUNS; run++) {
        uint64_t seed = run;
        Editor *editor = editor_create(run & 1, false);
        assert_true(editor_set_text(editor, first, strlen(first)));
        for (int i = 0; i < EDITS; i++) {
            random_edit(editor, &seed);
            expect_sound(editor);
        }
        assert_true(editor_type(editor, ";"));         /* nothing to redo from here */
        char *last = strdup(editor_text(editor, NULL));
        while (editor_undo(editor))
            expect_sound(editor);
        expect_text(editor, first);
        while (editor_redo(editor))
            continue;
        while (editor_undo(editor))
            continue;
        expect_text(editor, first);
        while (editor_redo(editor))
            expect_sound(editor);
        expect_text(editor, last);
        free(last);
        editor_destroy(editor);
    }
}

/* Nothing but the oldest is lost when there is too much to remember. */
static void many_edits_are_undone_as_far_as_they_are_kept(void **state)
{
    Editor *editor = editor_with("");
    for (int i = 0; i < EDITOR_UNDO + 10; i++)
        assert_true(editor_type(editor, ";"));
    while (editor_undo(editor))
        continue;
    expect_text(editor, ";;;;;;;;;;");
    for (int i = 0; editor_redo(editor); i++)
        continue;
    size_t length;
    editor_text(editor, &length);
    assert_int_equal(length, EDITOR_UNDO + 10);
    editor_destroy(editor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_typed_stands_there),
        cmocka_unit_test(what_was_typed_in_one_go_is_undone_in_one_go),
        cmocka_unit_test(the_caret_goes_by_letters_of_any_width),
        cmocka_unit_test(up_and_down_keep_the_column),
        cmocka_unit_test(words_and_lines_are_selected),
        cmocka_unit_test(indentation_goes_by_levels),
        cmocka_unit_test(comments_come_and_go),
        cmocka_unit_test(wrong_text_is_refused),
        cmocka_unit_test(a_single_line_stays_one),
        cmocka_unit_test(changes_are_noticed),
        cmocka_unit_test(random_edits_are_undone),
        cmocka_unit_test(many_edits_are_undone_as_far_as_they_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
