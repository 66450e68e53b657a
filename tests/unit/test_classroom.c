/* What somebody in front of a class has: tools, ink that belongs to its step, hands, the projector's size. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "app/classroom.h"

static void a_tool_is_taken_and_laid_down(void **state)
{
    Classroom room;
    classroom_init(&room);
    classroom_take(&room, TOOL_SPOTLIGHT);
    assert_int_equal(room.tool, TOOL_SPOTLIGHT);
    classroom_take(&room, TOOL_INK);
    assert_int_equal(room.tool, TOOL_INK);
    classroom_take(&room, TOOL_INK);
    assert_int_equal(room.tool, TOOL_NONE);
    classroom_finish(&room);
}

static void a_tool_has_its_size_within_bounds(void **state)
{
    Classroom room;
    classroom_init(&room);
    classroom_take(&room, TOOL_LOUPE);
    float first = room.size[TOOL_LOUPE], spot = room.size[TOOL_SPOTLIGHT];
    classroom_resize(&room, true);
    assert_true(room.size[TOOL_LOUPE] > first && room.size[TOOL_SPOTLIGHT] == spot);
    for (int i = 0; i < 100; i++)
        classroom_resize(&room, true);
    float most = room.size[TOOL_LOUPE];
    classroom_resize(&room, true);
    assert_true(room.size[TOOL_LOUPE] == most);
    for (int i = 0; i < 100; i++)
        classroom_resize(&room, false);
    assert_true(room.size[TOOL_LOUPE] > 1);
    classroom_finish(&room);
}

static uint32_t strokes_at(Classroom *room, uint64_t step)
{
    PanelModel model = {0};
    classroom_fill(room, step, &model);
    return model.stroke_count;
}

static void ink_stays_with_its_step(void **state)
{
    Classroom room;
    PanelModel model = {0};
    classroom_init(&room);
    assert_true(classroom_begin_stroke(&room, 3, true, (Point){1, 2}));
    classroom_go_on(&room, (Point){3, 4});
    classroom_end_stroke(&room);
    classroom_go_on(&room, (Point){5, 6});         /* the pen is up */
    assert_true(classroom_begin_stroke(&room, 3, false, (Point){7, 8}));
    classroom_end_stroke(&room);
    assert_true(classroom_begin_stroke(&room, 9, true, (Point){1, 1}));
    classroom_end_stroke(&room);
    assert_int_equal(strokes_at(&room, 3), 2);
    assert_int_equal(strokes_at(&room, 4), 0);
    assert_int_equal(strokes_at(&room, 9), 1);
    classroom_fill(&room, 3, &model);
    assert_int_equal(model.strokes[0].count, 2);
    assert_true(model.strokes[0].in_scene && !model.strokes[1].in_scene && model.strokes[0].points[1].y == 4);
    classroom_clear(&room, 3);
    assert_int_equal(strokes_at(&room, 3), 0);
    assert_int_equal(strokes_at(&room, 9), 1);
    classroom_finish(&room);
}

static void ink_runs_out(void **state)
{
    Classroom room;
    classroom_init(&room);
    for (int i = 0; i < CLASSROOM_STROKES; i++)
        assert_true(classroom_begin_stroke(&room, (uint64_t)i, true, (Point){0, 0}));
    assert_false(classroom_begin_stroke(&room, 1, true, (Point){0, 0}));
    for (int i = 0; i < CLASSROOM_POINTS + 10; i++)
        classroom_go_on(&room, (Point){0, 0});
    assert_int_equal(room.strokes[CLASSROOM_STROKES - 1].drawn.count, CLASSROOM_POINTS);
    classroom_clear(&room, 7);
    assert_true(classroom_begin_stroke(&room, 1, true, (Point){0, 0}));
    classroom_finish(&room);
}

static void hands_are_counted_by_digits(void **state)
{
    Classroom room;
    classroom_init(&room);
    classroom_ask(&room);
    classroom_digit(&room, 1);
    classroom_digit(&room, 2);
    classroom_select(&room, 1, 3);
    classroom_digit(&room, 7);
    classroom_select(&room, 1, 3);
    classroom_select(&room, 1, 3);                  /* round to the first */
    assert_int_equal(room.selected, 0);
    assert_int_equal(room.hands[0], 12);
    assert_int_equal(room.hands[1], 7);
    classroom_erase(&room);
    assert_int_equal(room.hands[0], 1);
    for (int i = 0; i < 5; i++)
        classroom_digit(&room, 9);
    assert_int_equal(room.hands[0], 199);          /* no more than three digits */
    classroom_select(&room, -1, 3);
    assert_int_equal(room.selected, 2);
    classroom_ask(&room);
    assert_int_equal(room.hands[1], 0);
    classroom_finish(&room);
}

static void both_sizes_are_remembered(void **state)
{
    Classroom room;
    const Theme *theme = theme_find("dark"), *bright = theme_find("contrast");
    float size = 1.25f;
    classroom_init(&room);
    classroom_swap(&room, &size, &theme, bright);
    assert_true(size == 1.25f && theme == bright);
    size = 2;
    classroom_swap(&room, &size, &theme, bright);
    assert_true(size == 1.25f && theme == theme_find("dark"));
    classroom_swap(&room, &size, &theme, bright);
    assert_true(size == 2 && theme == bright);
    classroom_finish(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tool_is_taken_and_laid_down), cmocka_unit_test(a_tool_has_its_size_within_bounds),
        cmocka_unit_test(ink_stays_with_its_step), cmocka_unit_test(ink_runs_out),
        cmocka_unit_test(hands_are_counted_by_digits), cmocka_unit_test(both_sizes_are_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
