/* The panels: where they stand in windows of every size, what can be pointed at, how code is coloured. */
#include "scene/panels/screen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "scene/panels/menu.h"

/* Every letter is half its size wide: enough for placing. */
static float half_width(void *context, const TextStyle *style, const char *text, size_t length)
{
    return style->size * 0.5f * (float)length;
}

static const TextMeasure measure = {half_width, NULL};

static const char program[] =
    "def add(item, bag):\n"
    "    \"\"\"Adds, \n"
    "    def is no keyword here\"\"\"\n"
    "    return bag + [item]  # if\n"
    "\n"
    "x = f'{1}' + rb\"a\\\"b\" + str(0x1F)\n";

static void print_spans(const Syntax *syntax, uint32_t line, char *out)
{
    SyntaxSpan spans[32];
    size_t count = syntax_spans(syntax, line, spans, 32);
    *out = '\0';
    for (size_t i = 0; i < count; i++) {
        const char *letter = spans[i].color == COLOR_KEYWORD ? "K" : spans[i].color == COLOR_STRING ? "S"
                             : spans[i].color == COLOR_NUMBER ? "N" : spans[i].color == COLOR_COMMENT ? "C" : "T";
        out += sprintf(out, "%s<%.*s>", letter, (int)spans[i].length,
                       syntax->text + syntax->lines[line].start + spans[i].start);
    }
}

static void python_is_coloured(void **state)
{
    static const char *const expected[] = {
        "K<def>T< add(item, bag):>", "T<    >S<\"\"\"Adds, >", "S<    def is no keyword here\"\"\">",
        "T<    >K<return>T< bag + [item]  >C<# if>", "", "T<x = >S<f'{1}'>T< + >S<rb\"a\\\"b\">T< + str(>N<0x1F>T<)>",
    };
    Syntax syntax;
    char out[400];
    syntax_scan(&syntax, program, sizeof program - 1, false);
    assert_int_equal(syntax.line_count, 6);
    for (uint32_t i = 0; i < 6; i++) {
        print_spans(&syntax, i, out);
        assert_string_equal(out, expected[i]);
    }
    syntax_finish(&syntax);
}

static void c_is_coloured(void **state)
{
    static const char text[] = "int x = 'a'; /* one\ntwo */ return 5; // end";
    Syntax syntax;
    char out[400];
    syntax_scan(&syntax, text, sizeof text - 1, true);
    print_spans(&syntax, 0, out);
    assert_string_equal(out, "K<int>T< x = >S<'a'>T<; >C</* one>");
    print_spans(&syntax, 1, out);
    assert_string_equal(out, "C<two */>T< >K<return>T< >N<5>T<; >C<// end>");
    syntax_finish(&syntax);
}

/* Whatever the bytes, the spans of a line are the line. */
static void any_bytes_are_coloured(void **state)
{
    unsigned seed = 1;
    char text[300];
    for (int round = 0; round < 2000; round++) {
        for (size_t i = 0; i < sizeof text; i++) {
            seed = seed * 1103515245 + 12345;
            text[i] = "'\"\\#/*\n\r ab1.\xC3\xA9r"[seed >> 16 & 15];
        }
        Syntax syntax;
        syntax_scan(&syntax, text, sizeof text, round & 1);
        for (uint32_t line = 0; line < syntax.line_count; line++) {
            SyntaxSpan spans[8];
            size_t count = syntax_spans(&syntax, line, spans, 8), at = 0;
            for (size_t i = 0; i < count; at += spans[i++].length)
                assert_int_equal(spans[i].start, at);
            assert_int_equal(at, syntax.lines[line].length);
        }
        syntax_finish(&syntax);
    }
}

static bool overlap(Rect a, Rect b)
{
    return a.w > 0 && b.w > 0 && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static void panels_never_overlap(void **state)
{
    for (float width = 640; width <= 4000; width += 137)
        for (float height = 480; height <= 2200; height += 83)
            for (int present = 0; present < 2; present++) {
                PanelModel model = {.present = present};
                ScreenPlan plan = screen_plan(width, height, &model);
                const Rect all[] = {plan.top, plan.code, plan.narration, plan.output, plan.memory, plan.timeline};
                for (int i = 0; i < 6; i++) {
                    assert_true(all[i].x >= 0 && all[i].x + all[i].w <= width && all[i].y + all[i].h <= height);
                    for (int k = 0; k < i; k++)
                        assert_false(overlap(all[i], all[k]));
                }
                assert_true(plan.memory.w >= 280 && plan.code.h >= 100 && plan.track.w >= 150);
            }
}

static void the_design_is_met_at_its_size(void **state)
{
    PanelModel model = {0};
    ScreenPlan plan = screen_plan(1920, 1080, &model);
    assert_true(plan.code.x == 24 && plan.code.y == 64 && plan.code.w == 540 && plan.code.h == 420);
    assert_true(plan.narration.y == 500 && plan.narration.h == 272 && plan.output.y == 788 && plan.output.h == 164);
    assert_true(plan.memory.x == 580 && plan.memory.w == 1316 && plan.memory.h == 888);
    assert_true(plan.timeline.y == 968 && plan.timeline.h == 92);
}

static void steps_and_places_on_the_track_agree(void **state)
{
    PanelModel model = {.last_step = 24};
    ScreenPlan plan = screen_plan(1920, 1080, &model);
    for (uint64_t step = 0; step <= 24; step++)
        assert_int_equal(screen_step_at(&plan, &model, plan.track.x + plan.track.w * (float)step / 24), step);
    assert_int_equal(screen_step_at(&plan, &model, -100), 0);
    assert_int_equal(screen_step_at(&plan, &model, 5000), 24);
}

/* The line about to run is always on the page, however long the program. */
static void the_next_line_is_in_sight(void **state)
{
    char *text = malloc(2000);
    memset(text, '\n', 2000);
    Syntax syntax;
    syntax_scan(&syntax, text, 2000, false);
    for (int line = 1; line <= 2000; line++) {
        PanelModel model = {.syntax = &syntax, .line = line};
        ScreenPlan plan = screen_plan(1280, 720, &model);
        int count, first = screen_first_line(&plan, &model, &count);
        assert_true(line > first && line <= first + count);
        assert_true(first >= 0 && first + count <= 2000);
    }
    syntax_finish(&syntax);
    free(text);
}

static size_t hits_of(const PanelHits *hits, PanelTarget target)
{
    size_t count = 0;
    for (size_t i = 0; i < hits->count; i++)
        count += hits->items[i].target == target;
    return count;
}

static void everything_can_be_pointed_at(void **state)
{
    const PanelKey keys[] = {{"Right", "one step on"}};
    const char *const sentences[] = {"A name was bound to a list that did not exist before, which is now at home in "
                                     "the heap.", "Nothing else."};
    const PanelTick ticks[] = {{1, false, false, false}, {2, true, false, false}, {2, false, true, true}};
    Syntax syntax;
    DrawList list, again;
    PanelHits hits;
    syntax_scan(&syntax, program, sizeof program - 1, false);
    PanelModel model = {
        .course = "Course", .title = "Title", .lesson = 2, .lesson_count = 8, .level = LEVEL_COUNTS,
        .file_name = "add.py", .syntax = &syntax, .line = 4, .previous_line = 1, .sentences = sentences,
        .sentence_count = 2, .output = "one\ntwo\n", .output_length = 8, .output_new = 4, .step = 3, .last_step = 9,
        .where = "line 4, in add", .ticks = ticks, .tick_count = 3, .tick_steps = 10, .help = true, .keys = keys,
        .key_count = 1, .find = "bag", .notice = "saved", .asked = "Who holds the list?", .asked_count = "2",
    };
    draw_list_init(&list);
    draw_list_init(&again);
    screen_draw(1280, 720, &model, &measure, &list, &hits);
    screen_draw(1280, 720, &model, &measure, &again, &hits);
    assert_true(draw_list_hash(&list) == draw_list_hash(&again));
    assert_int_equal(hits_of(&hits, TARGET_LEVEL), 4);
    assert_int_equal(hits_of(&hits, TARGET_CODE), 6);
    for (int target = TARGET_FIRST; target <= TARGET_LAST; target++)
        assert_int_equal(hits_of(&hits, (PanelTarget)target), 1);
    ScreenPlan plan = screen_plan(1280, 720, &model);
    assert_int_equal(screen_hit(&hits, plan.track.x + 50, plan.track.y).target, TARGET_TRACK);
    assert_int_equal(screen_hit(&hits, plan.memory.x + 50, plan.memory.y + 50).target, TARGET_MEMORY);
    assert_int_equal(screen_hit(&hits, 2, 2).target, TARGET_NONE);
    char *text = draw_list_print(&list);
    assert_non_null(strstr(text, "\"step 3 of 9\""));
    assert_non_null(strstr(text, "COMMENT"));
    assert_non_null(strstr(text, "MARK 400 start \"two\""));
    free(text);
    model.blank = true;
    draw_list_reset(&list);
    screen_draw(1280, 720, &model, &measure, &list, &hits);
    assert_int_equal(list.length, 0);
    assert_int_equal(hits.count, 0);
    draw_list_finish(&list);
    draw_list_finish(&again);
    syntax_finish(&syntax);
}

/* Words that are much too long, in a window that is much too small. */
static void long_words_are_shortened(void **state)
{
    char *word = malloc(100001);
    memset(word, 'w', 100000);
    word[100000] = '\0';
    for (int i = 0; i < 100000; i += 2)
        memcpy(word + i, "\xC3\xA9", 2);
    const char *const sentences[] = {word, word};
    const PanelHolder holders[] = {{word, "in module", "since step 2", COLOR_ARROW_0}};
    const PanelEvent events[] = {{word, NULL, false}, {word, "line 2, step 3", true}};
    Syntax syntax;
    syntax_scan(&syntax, word, 100000, false);
    PanelModel model = {
        .course = "c", .title = word, .file_name = word, .syntax = &syntax, .line = 1, .sentences = sentences,
        .sentence_count = 2, .output = word, .output_length = 100000, .where = word, .asked = word, .find = word,
        .holders = holders, .holder_count = 1, .more_holders = 3, .events = events, .event_count = 2,
        .asked_why = word, .notice = word, .error = word,
    };
    DrawList list;
    PanelHits hits;
    draw_list_init(&list);
    screen_draw(640, 480, &model, &measure, &list, &hits);
    for (const DrawHeader *at = draw_list_next(&list, NULL); at; at = draw_list_next(&list, at)) {
        const DrawText *text = (const DrawText *)(at + 1);
        if (at->op == DRAW_TEXT && text->length && text->length < 2000)     /* the code itself is clipped, not cut */
            assert_true((((const char *)(text + 1))[0] & 0xC0) != 0x80);
    }
    draw_list_finish(&list);
    syntax_finish(&syntax);
    free(word);
}

/* The right edge of the innermost clip that the text of that length is drawn in; -1: it is not drawn. */
static float clip_end_of_text(const DrawList *list, uint32_t length)
{
    Rect clips[8];
    int depth = 0;
    for (const DrawHeader *at = draw_list_next(list, NULL); at; at = draw_list_next(list, at)) {
        if (at->op == DRAW_CLIP_PUSH && depth < 8)
            clips[depth++] = *(const Rect *)(at + 1);
        else if (at->op == DRAW_CLIP_POP)
            depth--;
        else if (at->op == DRAW_TEXT && ((const DrawText *)(at + 1))->length == length && depth > 0)
            return clips[depth - 1].x + clips[depth - 1].w;
    }
    return -1;
}

/* Nothing of a long line shows behind the word at the end of its band. */
static void a_long_line_ends_before_its_word(void **state)
{
    char line[400];
    memset(line, 'x', sizeof line);
    Syntax syntax;
    syntax_scan(&syntax, line, sizeof line, false);
    PanelModel model = {.title = "t", .file_name = "t.py", .syntax = &syntax, .line = 1};
    DrawList list;
    PanelHits hits;
    draw_list_init(&list);
    screen_draw(1280, 720, &model, &measure, &list, &hits);
    ScreenPlan plan = screen_plan(1280, 720, &model);
    float word_start = plan.code.x + plan.code.w - 6 - 10 - 4 * 12.5f * 0.5f;
    float end = clip_end_of_text(&list, sizeof line);
    assert_true(end > 0 && end < word_start);
    draw_list_finish(&list);
    syntax_finish(&syntax);
}

/* Three lessons of one course, two of another: every move stays among them, and leads where one looks. */
static void the_menu_leads_from_course_to_course(void **state)
{
    static const MenuItem items[] = {{"a", "one"}, {"b", "one"}, {"c", "one"}, {"d", "two"}, {"e", "two"}};
    static const struct { size_t from; MenuMove move; size_t to; } expected[] = {
        {0, MENU_UP, 0}, {2, MENU_DOWN, 3}, {4, MENU_DOWN, 4}, {1, MENU_RIGHT, 4}, {2, MENU_RIGHT, 4},
        {4, MENU_RIGHT, 4}, {4, MENU_LEFT, 1}, {0, MENU_LEFT, 0},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_int_equal(menu_move(items, 5, expected[i].from, expected[i].move), expected[i].to);
    assert_int_equal(menu_move(items, 0, 0, MENU_RIGHT), 0);
}

/* However small the window, the chosen lesson can be clicked. */
static void the_chosen_lesson_is_in_sight(void **state)
{
    static const float widths[] = {640, 1000, 1400}, heights[] = {480, 800};
    MenuItem items[40];
    char titles[40][12];
    for (int i = 0; i < 40; i++) {
        snprintf(titles[i], sizeof titles[i], "%d", i);
        items[i] = (MenuItem){titles[i], i < 25 ? "one" : "two", "a goal"};
    }
    for (int i = 0; i < 6; i++)
        for (size_t chosen = 0; chosen < 40; chosen++) {
            PanelHits hits;
            DrawList list;
            draw_list_init(&list);
            menu_draw(widths[i % 3], heights[i / 3], items, 40, chosen, &measure, &list, &hits);
            bool seen = false;
            for (size_t k = 0; k < hits.count; k++)
                seen |= hits.items[k].value == (int)chosen && hits.items[k].rect.y > 0
                        && hits.items[k].rect.y + hits.items[k].rect.h < heights[i / 3];
            assert_true(seen);
            draw_list_finish(&list);
        }
}

/* On a projector of 1280x720 no lesson of ours is hidden; on 1024x768 the courses share columns, and what is hidden is
 * told. */
static void the_menu_shows_all_it_can(void **state)
{
    static const struct { const char *course; int count; } courses[] = {
        {"Names and objects", 9}, {"The stack and the heap", 8}, {"Who keeps it alive", 16}, {"Structures", 7},
        {"Memory in C", 15},
    };
    static const struct { float width, height; size_t seen; bool told; } windows[] = {
        {1280, 720, 55, false}, {1400, 787.5f, 55, false}, {1024, 500, 21, true},
    };
    MenuItem items[55];
    size_t count = 0;
    for (size_t c = 0; c < sizeof courses / sizeof *courses; c++)
        for (int i = 0; i < courses[c].count; i++)
            items[count++] = (MenuItem){"a lesson", courses[c].course, "a goal", 0};
    for (size_t i = 0; i < sizeof windows / sizeof *windows; i++) {
        PanelHits hits;
        DrawList list;
        draw_list_init(&list);
        menu_draw(windows[i].width, windows[i].height, items, count, 0, &measure, &list, &hits);
        assert_int_equal(hits.count, windows[i].seen);
        assert_int_equal(memmem(list.bytes, list.length, "more below", 10) != NULL, windows[i].told);
        draw_list_finish(&list);
    }
}

/* What is told and does not fit can be scrolled by a click, on and at its end back. */
static void what_is_told_scrolls_by_a_click(void **state)
{
    char word[2001];
    for (size_t i = 0; i < sizeof word - 1; i++)
        word[i] = i % 8 == 7 ? ' ' : 'w';
    word[sizeof word - 1] = '\0';
    const char *const sentences[] = {word};
    Syntax syntax;
    DrawList list;
    PanelHits hits;
    syntax_scan(&syntax, program, sizeof program - 1, false);
    PanelModel model = {.file_name = "add.py", .syntax = &syntax, .sentences = sentences, .sentence_count = 1,
                        .last_step = 9};
    draw_list_init(&list);
    for (int end = 0; end < 2; end++) {
        model.narration_scroll = end ? 1000 : 0;
        draw_list_reset(&list);
        screen_draw(1024, 768, &model, &measure, &list, &hits);
        assert_int_equal(hits_of(&hits, TARGET_TOLD), 1);
        for (size_t i = 0; i < hits.count; i++)
            if (hits.items[i].target == TARGET_TOLD)
                assert_int_equal(hits.items[i].value, !end);
    }
    draw_list_finish(&list);
    syntax_finish(&syntax);
}

/* Two steps side by side: as large, the earlier one on the left; in a small window they have all of its width. */
static void two_pictures_share_the_memory(void **state)
{
    Syntax syntax;
    syntax_scan(&syntax, program, sizeof program - 1, false);
    for (int later = 0; later < 2; later++)
        for (int small = 0; small < 2; small++) {
            PanelModel model = {.file_name = "add.py", .syntax = &syntax, .last_step = 9, .compares = true,
                                .kept_is_later = later};
            ScreenPlan plan = screen_plan(small ? 1024 : 1920, small ? 768 : 1080, &model);
            assert_true(plan.kept.w == plan.memory.w && plan.kept.h == plan.memory.h && plan.kept.y == plan.memory.y);
            assert_true((plan.kept.x > plan.memory.x) == later);
            float left = later ? plan.memory.x : plan.kept.x, right = later ? plan.kept.x : plan.memory.x;
            assert_true(left + plan.memory.w < right);
            assert_true((plan.code.w == 0) == small);
            model.asking = true;           /* the question needs its place */
            assert_true(screen_plan(1024, 768, &model).code.w > 0);
        }
    syntax_finish(&syntax);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_menu_leads_from_course_to_course), cmocka_unit_test(the_chosen_lesson_is_in_sight),
        cmocka_unit_test(the_menu_shows_all_it_can),
        cmocka_unit_test(python_is_coloured), cmocka_unit_test(c_is_coloured), cmocka_unit_test(any_bytes_are_coloured),
        cmocka_unit_test(panels_never_overlap), cmocka_unit_test(the_design_is_met_at_its_size),
        cmocka_unit_test(steps_and_places_on_the_track_agree), cmocka_unit_test(the_next_line_is_in_sight),
        cmocka_unit_test(a_long_line_ends_before_its_word), cmocka_unit_test(what_is_told_scrolls_by_a_click),
        cmocka_unit_test(two_pictures_share_the_memory),
        cmocka_unit_test(everything_can_be_pointed_at), cmocka_unit_test(long_words_are_shortened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
