/* What the layout makes of the shapes that programs build, and what it keeps still. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "view_maker.h"

static void test_linked_list_stands_in_a_row(void **state)
{
    Maker maker;
    maker_init(&maker);
    frame(&maker, 1, "<module>");
    slot(&maker, ROLE_NAME, "head", 0);
    slot(&maker, ROLE_NAME, "tail", 4);
    for (int i = 0; i < 5; i++) {
        object(&maker, (uint64_t)i + 1, KIND_INSTANCE, "Node");
        slot(&maker, ROLE_ATTRIBUTE, "prev", i - 1);
        slot(&maker, ROLE_ATTRIBUTE, "next", i < 4 ? i + 1 : -1);
    }
    Layout *layout = solve(&maker, 1);
    for (uint64_t i = 2; i <= 5; i++) {
        assert_true(place(layout, i).y == place(layout, 1).y);
        assert_true(place(layout, i).x > place(layout, i - 1).x + place(layout, i - 1).w);
    }
    finish(layout, &maker, 1);
}

/* One that is too long for the room goes on below, from left to right again. */
static void test_long_list_is_wrapped(void **state)
{
    enum { LENGTH = 20 };
    Maker maker;
    maker_init(&maker);
    frame(&maker, 1, "<module>");
    slot(&maker, ROLE_NAME, "head", 0);
    for (int i = 0; i < LENGTH; i++) {
        object(&maker, (uint64_t)i + 1, KIND_INSTANCE, "Node");
        slot(&maker, ROLE_ATTRIBUTE, "next", i + 1 < LENGTH ? i + 1 : -1);
    }
    Layout *layout = solve(&maker, 1);
    float width, height, bottom = 0;
    int lines = 1;
    layout_extent(layout, &width, &height);
    assert_true(width <= 1316 * 13.0f / 12 + 1 && height <= 888 * 13.0f / 12 + 1);
    for (uint64_t i = 2; i <= LENGTH; i++) {
        Rect last = place(layout, i - 1), next = place(layout, i);
        bottom = last.y + last.h;
        if (next.y == last.y) {
            assert_true(next.x > last.x + last.w);
            continue;
        }
        lines++;
        assert_true(next.y > bottom && next.x == place(layout, 1).x);
    }
    assert_true(lines > 2);
    finish(layout, &maker, 1);
}

static void chain(Maker *maker, int length)
{
    maker_init(maker);
    frame(maker, 1, "<module>");
    slot(maker, ROLE_NAME, "head", 0);
    for (int i = 0; i < length; i++) {
        object(maker, (uint64_t)i + 1, KIND_INSTANCE, "Node");
        slot(maker, ROLE_ATTRIBUTE, "next", i + 1 < length ? i + 1 : -1);
    }
}

static uint32_t count_boxed(const Layout *layout, uint64_t last)
{
    uint32_t count = 0;
    for (uint64_t i = 1; i <= last; i++)
        count += layout_place(layout, i)->boxed;
    return count;
}

/* What lies deep is folded; what the user opens shows as much as a name does. */
static void test_deep_is_folded(void **state)
{
    enum { LENGTH = 300 };
    Maker maker;
    chain(&maker, LENGTH);
    Layout *layout = solve(&maker, 1);
    uint32_t usual = count_boxed(layout, LENGTH);
    assert_true(usual > 10 && usual < 40);
    assert_true(layout_place(layout, usual + 1)->folded);
    SceneOptions options = scene_options_default();
    choice_toggle(&options.choices.opened, usual);
    Layout *opened = layout_create(&MEASURE, &options);
    layout_add_view(opened, &maker.view);
    layout_solve(opened);
    assert_int_equal(count_boxed(opened, LENGTH), 2 * usual - 1);
    layout_destroy(opened);
    options = scene_options_default();
    options.full = true;
    opened = layout_create(&MEASURE, &options);
    layout_add_view(opened, &maker.view);
    layout_solve(opened);
    assert_int_equal(count_boxed(opened, LENGTH), LENGTH);
    layout_destroy(opened);
    finish(layout, &maker, 1);
}

static void two_trees(Maker *maker)
{
    maker_init(maker);
    frame(maker, 1, "<module>");
    slot(maker, ROLE_NAME, "a", 0);
    slot(maker, ROLE_NAME, "b", 2);
    for (int i = 0; i < 2; i++) {
        object(maker, (uint64_t)(2 * i + 1), KIND_INSTANCE, i ? "Right" : "Left");
        slot(maker, ROLE_ATTRIBUTE, "child", 2 * i + 1);
        object(maker, (uint64_t)(2 * i + 2), KIND_DICT, "dict");
    }
}

static Layout *solve_with(Maker *maker, const SceneOptions *options)
{
    Layout *layout = layout_create(&MEASURE, options);
    layout_add_view(layout, &maker->view);
    layout_solve(layout);
    return layout;
}

static void expect_drawn(Maker *maker, const SceneOptions *options, uint32_t wanted)
{
    Scene scene;
    uint32_t drawn = 0;
    Layout *layout = solve_with(maker, options);
    scene_init(&scene);
    scene_build(&scene, layout, NULL, &maker->view, NULL);
    for (uint32_t i = 0; i < scene.box_count; i++)
        if (scene.boxes[i].kind == SCENE_OBJECT)
            drawn |= 1u << (scene.boxes[i].number - 1);
    assert_int_equal(drawn, wanted);
    scene_finish(&scene);
    layout_destroy(layout);
}

/* Folded, hidden, looked at alone: what nothing drawn leads to is not drawn. */
static void test_choices(void **state)
{
    Maker maker;
    two_trees(&maker);
    SceneOptions options = scene_options_default();
    expect_drawn(&maker, &options, 15);
    choice_toggle(&options.choices.folded, 1);
    expect_drawn(&maker, &options, 13);
    choice_toggle(&options.choices.folded, 1);
    assert_true(choice_toggle_word(&options.choices.folded_types, "Left"));
    expect_drawn(&maker, &options, 13);
    choice_toggle(&options.choices.opened, 1);         /* an exception from its type */
    expect_drawn(&maker, &options, 15);
    choice_toggle(&options.choices.opened, 1);
    assert_true(choice_toggle_word(&options.choices.folded_types, "Left"));
    assert_true(choice_toggle_word(&options.choices.hidden, "Right"));
    expect_drawn(&maker, &options, 3);
    assert_true(choice_toggle_word(&options.choices.hidden, "dict"));
    expect_drawn(&maker, &options, 1);
    assert_true(choice_toggle_word(&options.choices.hidden, "Right"));
    assert_true(choice_toggle_word(&options.choices.hidden, "dict"));
    expect_drawn(&maker, &options, 15);
    strcpy(options.choices.focus, "b");
    expect_drawn(&maker, &options, 4 | 8);
    view_finish(&maker.view);
}

/* A pinned box stands in its column and at its height, and nothing else stands there. */
static void test_pins(void **state)
{
    Maker maker;
    two_trees(&maker);
    SceneOptions options = scene_options_default();
    choice_pin(&options.choices, (ChoicePin){.number = 3, .column = 1, .y = 300});
    Layout *layout = solve_with(&maker, &options);
    assert_int_equal(layout_place(layout, 3)->column, 1);
    assert_true(place(layout, 3).y >= 299 && place(layout, 3).y <= 301);
    assert_int_equal(layout_place(layout, 4)->column, 2);
    layout_destroy(layout);
    assert_true(choice_unpin(&options.choices, 3));
    layout = solve_with(&maker, &options);
    assert_int_equal(layout_place(layout, 3)->column, 0);
    layout_destroy(layout);
    for (uint64_t i = 1; i < 200; i++) {
        choice_pin(&options.choices, (ChoicePin){.number = i});
        choice_toggle(&options.choices.opened, i);
    }
    assert_int_equal(options.choices.pin_count, CHOICE_PINS);
    assert_true(choice_has(&options.choices.opened, 199) && !choice_has(&options.choices.opened, 1));
    view_finish(&maker.view);
}

/* A tree made early by a function stands beside the name that holds it, whatever was made meanwhile. */
static void test_lasting_name_decides(void **state)
{
    Maker makers[3];
    for (int i = 0; i < 3; i++) {
        maker_init(&makers[i]);
        frame(&makers[i], 1, "<module>");
        slot(&makers[i], ROLE_NAME, "tree", i > 0 ? 0 : -1);
        slot(&makers[i], ROLE_NAME, "other", i > 0 ? 1 : -1);
        if (i == 0) {
            frame(&makers[i], 2, "make");
            slot(&makers[i], ROLE_NAME, "self", 0);
        }
        object(&makers[i], 1, KIND_INSTANCE, "Tree");
        if (i > 0)
            object(&makers[i], 2, KIND_SEQUENCE, "list");
    }
    Layout *layout = solve(makers, 3);
    assert_true(place(layout, 1).y < place(layout, 2).y);
    finish(layout, makers, 3);
}

/* Twelve tall trees do not fit one below the other: they stand beside each other and inside the room. */
static void test_room_is_used(void **state)
{
    Maker maker;
    maker_init(&maker);
    frame(&maker, 1, "<module>");
    for (int i = 0; i < 12; i++) {
        char name[8] = {(char)('a' + i)};
        slot(&maker, ROLE_NAME, name, i);
    }
    for (int i = 0; i < 12; i++) {
        object(&maker, (uint64_t)i + 1, KIND_INSTANCE, "Tall");
        for (int k = 0; k < 6; k++)
            slot(&maker, ROLE_ATTRIBUTE, "field", -1);
    }
    Layout *layout = solve(&maker, 1);
    float width, height;
    layout_extent(layout, &width, &height);
    assert_true(width <= 1316 * 13.0f / 12 + 1 && height <= 888 * 13.0f / 12 + 1);
    finish(layout, &maker, 1);
}

static void test_tree_is_tidy(void **state)
{
    Maker maker;
    maker_init(&maker);
    frame(&maker, 1, "<module>");
    slot(&maker, ROLE_NAME, "root", 0);
    for (int i = 0; i < 7; i++) {
        object(&maker, (uint64_t)i + 1, KIND_INSTANCE, "Tree");
        slot(&maker, ROLE_ATTRIBUTE, "left", i < 3 ? 2 * i + 1 : -1);
        slot(&maker, ROLE_ATTRIBUTE, "right", i < 3 ? 2 * i + 2 : -1);
    }
    Layout *layout = solve(&maker, 1);
    for (uint64_t i = 1; i <= 3; i++) {
        Rect left = place(layout, 2 * i), right = place(layout, 2 * i + 1), parent = place(layout, i);
        assert_true(left.y < right.y && left.x == right.x && parent.x < left.x);
        assert_true(parent.y * 2 <= left.y + right.y + 2 && parent.y * 2 >= left.y + right.y - 2);
    }
    finish(layout, &maker, 1);
}

/* [0] * 10: one int in the middle below the list. */
static void test_satellite(void **state)
{
    Maker maker;
    maker_init(&maker);
    frame(&maker, 1, "<module>");
    slot(&maker, ROLE_NAME, "zeros", 0);
    object(&maker, 1, KIND_SEQUENCE, "list");
    for (int i = 0; i < 10; i++)
        slot(&maker, ROLE_ITEM, "0", 1);
    object(&maker, 2, KIND_SCALAR, "int");
    Layout *layout = solve(&maker, 1);
    Rect list = place(layout, 1), zero = place(layout, 2);
    assert_true(zero.y > list.y + list.h);
    assert_true(zero.x + zero.w / 2 > list.x + list.w / 2 - 4 && zero.x + zero.w / 2 < list.x + list.w / 2 + 4);
    assert_int_equal(layout_place(layout, 2)->block, 1);
    finish(layout, &maker, 1);
}

/* A list of twenty different scalars has them written in. */
static void test_many_scalars_are_written_in(void **state)
{
    Maker maker;
    maker_init(&maker);
    frame(&maker, 1, "<module>");
    slot(&maker, ROLE_NAME, "list", 0);
    object(&maker, 1, KIND_SEQUENCE, "list");
    for (int i = 0; i < 20; i++)
        slot(&maker, ROLE_ITEM, "0", i + 1);
    for (int i = 0; i < 20; i++)
        object(&maker, (uint64_t)i + 2, KIND_SCALAR, "int");
    Layout *layout = solve(&maker, 1);
    assert_true(layout_place(layout, 1)->figure.inlines);
    for (uint64_t i = 2; i < 22; i++)
        assert_false(layout_place(layout, i)->boxed);
    finish(layout, &maker, 1);
}

/* The ghost of the first keeps its place for the step in which the second is born, so those two must be apart; a
 * third may stand where the first was. */
static void test_places_are_used_again(void **state)
{
    Maker makers[6];
    for (int i = 0; i < 6; i++) {
        maker_init(&makers[i]);
        frame(&makers[i], 1, "<module>");
        slot(&makers[i], ROLE_NAME, "x", 0);
        object(&makers[i], (uint64_t)i / 2 + 1, KIND_SEQUENCE, "list");
    }
    Layout *layout = solve(makers, 6);
    assert_true(place(layout, 1).y != place(layout, 2).y);
    assert_true(place(layout, 1).y == place(layout, 3).y && place(layout, 1).x == place(layout, 3).x);
    finish(layout, makers, 6);
}

/* Room is kept from the start for what grows later. */
static void test_growth_is_foreseen(void **state)
{
    Maker makers[2];
    for (int i = 0; i < 2; i++) {
        maker_init(&makers[i]);
        frame(&makers[i], 1, "<module>");
        slot(&makers[i], ROLE_NAME, "a", 0);
        slot(&makers[i], ROLE_NAME, "b", 1);
        object(&makers[i], 1, KIND_INSTANCE, "Thing");
        for (int k = 0; k < 1 + 6 * i; k++)
            slot(&makers[i], ROLE_ATTRIBUTE, "name", 1);
        object(&makers[i], 2, KIND_SEQUENCE, "list");
    }
    Layout *small = solve(makers, 1), *both = solve(makers, 2);
    assert_true(place(both, 1).h > place(small, 1).h + 150);
    layout_destroy(small);
    finish(both, makers, 2);
}

static void test_rows_of_names_stay(void **state)
{
    static const char *const NAMES[2][2] = {{"a", "b"}, {"b", "c"}};
    Maker makers[2];
    for (int i = 0; i < 2; i++) {
        maker_init(&makers[i]);
        frame(&makers[i], 1, "<module>");
        slot(&makers[i], ROLE_NAME, NAMES[i][0], -1);
        slot(&makers[i], ROLE_NAME, NAMES[i][1], -1);
    }
    Layout *layout = solve(makers, 2);
    assert_int_equal(layout_frame_row(layout, 1, "a", 1, 0), 0);
    assert_int_equal(layout_frame_row(layout, 1, "b", 1, 0), 1);
    assert_int_equal(layout_frame_row(layout, 1, "c", 1, 0), 2);
    assert_int_equal(layout_frame_row(layout, 1, "d", 1, 0), -1);
    assert_int_equal(layout_frame_row(layout, 2, "a", 1, 0), -1);
    finish(layout, makers, 2);
}

/* A view that was never fed is drawn with what is known of it. */
/* A hierarchy reads from the class that is derived to its base, as any other reference does. */
static void test_classes_stand_in_a_row(void **state)
{
    static const char *const NAMES[] = {"Shape", "Rect", "Square"};
    Maker maker;
    maker_init(&maker);
    frame(&maker, 1, "<module>");
    for (int i = 0; i < 3; i++)
        slot(&maker, ROLE_NAME, NAMES[i], i);
    for (int i = 0; i < 3; i++) {
        object(&maker, (uint64_t)i + 1, KIND_CLASS, "type");
        slot(&maker, ROLE_BASE, "base", i - 1);
    }
    Layout *layout = solve(&maker, 1);
    for (uint64_t i = 2; i <= 3; i++) {
        assert_true(place(layout, i).y == place(layout, i - 1).y);
        assert_true(place(layout, i - 1).x > place(layout, i).x + place(layout, i).w);
    }
    finish(layout, &maker, 1);
}

/* While the body of a class runs, its names lead to the methods; they are no boxes for that, unless others know them. */
static void test_methods_are_written_in(void **state)
{
    Maker makers[2];
    for (int i = 0; i < 2; i++) {
        maker_init(&makers[i]);
        frame(&makers[i], 1, "<module>");
        slot(&makers[i], ROLE_NAME, "Dog", i ? 0 : -1);
        slot(&makers[i], ROLE_NAME, "bark", i ? 2 : -1);
        if (i == 0) {
            frame(&makers[i], 2, "Dog");
            makers[i].view.frames[1].is_class_body = true;
            slot(&makers[i], ROLE_NAME, "sit", 1);
            slot(&makers[i], ROLE_NAME, "bark", 2);
        }
        object(&makers[i], 1, KIND_CLASS, "type");
        if (i == 1) {
            slot(&makers[i], ROLE_ATTRIBUTE, "sit", 1);
            slot(&makers[i], ROLE_ATTRIBUTE, "bark", 2);
        }
        object(&makers[i], 2, KIND_FUNCTION, "function");
        object(&makers[i], 3, KIND_FUNCTION, "function");
    }
    Layout *layout = solve(makers, 2);
    assert_true(layout_place(layout, 1)->boxed);
    assert_false(layout_place(layout, 2)->boxed);
    assert_true(layout_place(layout, 3)->boxed);
    finish(layout, makers, 2);
}

/* Vertices with names, each with a list of its neighbours: they stand beside their names, not all in one row. */
static void test_vertices_stand_beside_their_names(void **state)
{
    enum { COUNT = 4 };
    static const int NEIGHBOURS[COUNT][2] = {{1, 2}, {0, 3}, {0, 3}, {1, 2}};
    Maker maker;
    maker_init(&maker);
    frame(&maker, 1, "<module>");
    for (int i = 0; i < COUNT; i++)
        slot(&maker, ROLE_NAME, (const char[2]){(char)('a' + i), 0}, 2 * i);
    for (int i = 0; i < COUNT; i++) {
        object(&maker, (uint64_t)i + 1, KIND_INSTANCE, "Vertex");
        slot(&maker, ROLE_ATTRIBUTE, "next", 2 * i + 1);
        object(&maker, (uint64_t)i + 11, KIND_SEQUENCE, "list");
        for (int k = 0; k < 2; k++)
            slot(&maker, ROLE_ITEM, k ? "1" : "0", 2 * NEIGHBOURS[i][k]);
    }
    Layout *layout = solve(&maker, 1);
    for (uint64_t i = 1; i <= COUNT; i++)
        assert_int_equal(layout_place(layout, i + 10)->column, layout_place(layout, i)->column + 1);
    assert_true(layout_place(layout, 1)->column <= 2 && layout_place(layout, 4)->column <= 2);
    finish(layout, &maker, 1);
}

/* A wide thing that is there for a while does not push aside what never meets it. */
static void test_only_who_lives_is_in_the_way(void **state)
{
    Maker makers[3];
    for (int i = 0; i < 3; i++) {
        maker_init(&makers[i]);
        makers[i].view.step = (uint64_t)i;
        frame(&makers[i], 1, "<module>");
        slot(&makers[i], ROLE_NAME, "a", 0);
        object(&makers[i], (uint64_t)i * 10 + 1, KIND_INSTANCE, "A");
        slot(&makers[i], ROLE_ATTRIBUTE, i ? "b" : "an_attribute_with_a_long_name", 1);
        object(&makers[i], (uint64_t)i * 10 + 2, KIND_INSTANCE, "B");
        slot(&makers[i], ROLE_ATTRIBUTE, "c", -1);
    }
    Layout *layout = solve(makers, 3);
    assert_true(place(layout, 1).w > place(layout, 21).w + 70);
    assert_true(place(layout, 2).x > place(layout, 1).x + place(layout, 1).w);
    assert_true(place(layout, 22).x > place(layout, 21).x + place(layout, 21).w);
    assert_true(place(layout, 22).x + 70 < place(layout, 2).x);
    finish(layout, makers, 3);
}

/* Of a run that is crowded at its end, its beginning is shown larger; the scale changes once. */
static void test_room_follows_the_run(void **state)
{
    enum { VIEWS = 80, CROWDED = 50, BRANCHES = 12 };
    Maker makers[VIEWS];
    for (int i = 0; i < VIEWS; i++) {
        maker_init(&makers[i]);
        makers[i].view.step = (uint64_t)i;
        frame(&makers[i], 1, "<module>");
        slot(&makers[i], ROLE_NAME, "a", 0);
        object(&makers[i], 1, KIND_INSTANCE, "A");
        for (int k = 0; k < BRANCHES; k++)
            slot(&makers[i], ROLE_ATTRIBUTE, "b", i < CROWDED ? -1 : k + 1);
        for (int k = 0; k < BRANCHES && i >= CROWDED; k++) {
            object(&makers[i], (uint64_t)k + 2, KIND_INSTANCE, "B");
            slot(&makers[i], ROLE_ATTRIBUTE, "c", -1);
        }
    }
    Layout *layout = solve(makers, VIEWS);
    float width, height, at_width, at_height, last = 0;
    int changes = 0;
    layout_extent(layout, &width, &height);
    for (uint64_t i = 0; i < VIEWS; i++) {
        layout_room_at(layout, i, &at_width, &at_height);
        changes += i > 0 && at_height != last;
        last = at_height;
        assert_true(at_height <= height && (i < CROWDED || at_height == height));
    }
    layout_room_at(layout, 0, &at_width, &at_height);
    assert_true(at_height < height * 0.9f);
    assert_int_equal(changes, 1);
    finish(layout, makers, VIEWS);
}

static void test_unknown_view(void **state)
{
    Maker makers[2];
    Scene scene;
    scene_init(&scene);
    for (int i = 0; i < 2; i++) {
        maker_init(&makers[i]);
        frame(&makers[i], 1, "<module>");
        slot(&makers[i], ROLE_NAME, "a", 0);
        object(&makers[i], (uint64_t)i + 1, KIND_SEQUENCE, "list");
    }
    Layout *layout = solve(makers, 1);
    assert_null(layout_place(layout, 2));
    scene_build(&scene, layout, NULL, &makers[1].view, NULL);
    assert_int_equal(scene.box_count, 1);
    assert_int_equal(scene.arrow_count, 0);
    scene_finish(&scene);
    finish(layout, makers, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_linked_list_stands_in_a_row),
        cmocka_unit_test(test_long_list_is_wrapped),
        cmocka_unit_test(test_deep_is_folded),
        cmocka_unit_test(test_choices),
        cmocka_unit_test(test_pins),
        cmocka_unit_test(test_lasting_name_decides),
        cmocka_unit_test(test_room_is_used),
        cmocka_unit_test(test_tree_is_tidy),
        cmocka_unit_test(test_satellite),
        cmocka_unit_test(test_many_scalars_are_written_in),
        cmocka_unit_test(test_places_are_used_again),
        cmocka_unit_test(test_growth_is_foreseen),
        cmocka_unit_test(test_rows_of_names_stay),
        cmocka_unit_test(test_classes_stand_in_a_row),
        cmocka_unit_test(test_methods_are_written_in),
        cmocka_unit_test(test_vertices_stand_beside_their_names),
        cmocka_unit_test(test_only_who_lives_is_in_the_way),
        cmocka_unit_test(test_room_follows_the_run),
        cmocka_unit_test(test_unknown_view),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
