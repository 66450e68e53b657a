/* What has a place at all, beside whom, and for how long it keeps the place free. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "view_maker.h"

/* Only a class that is written beside its name leads to a list: nothing would lead to its box. */
static void test_what_nothing_leads_to_has_no_place(void **state)
{
    Maker maker;
    maker_init(&maker);
    frame(&maker, 1, "<module>");
    slot(&maker, ROLE_NAME, "Enum", 0);
    slot(&maker, ROLE_NAME, "own", 2);
    object(&maker, 1, KIND_CLASS, "type");
    slot(&maker, ROLE_ATTRIBUTE, "members", 1);
    maker.view.objects[0].flags |= OBJECT_LIBRARY;
    object(&maker, 2, KIND_SEQUENCE, "list");
    object(&maker, 3, KIND_SEQUENCE, "list");
    Layout *layout = solve(&maker, 1);
    assert_false(layout_place(layout, 1)->boxed);
    assert_false(layout_place(layout, 2)->boxed);
    assert_true(layout_place(layout, 3)->boxed);
    finish(layout, &maker, 1);
}

/* What a shipped library has for itself is named beside the name that leads to it; with `full` it is drawn. */
static void test_shipped_things_are_written_in(void **state)
{
    for (int full = 0; full < 2; full++) {
        Maker maker;
        SceneOptions options = scene_options_default();
        options.full = full;
        maker_init(&maker);
        frame(&maker, 1, "<module>");
        slot(&maker, ROLE_NAME, "dataclass", 0);
        object(&maker, 1, KIND_FUNCTION, "function");
        slot(&maker, ROLE_DEFAULT, "init", 1);
        maker.view.objects[0].flags |= OBJECT_SHIPPED;
        object(&maker, 2, KIND_SCALAR, "bool");
        Layout *layout = layout_create(&MEASURE, &options);
        layout_add_view(layout, &maker.view);
        layout_solve(layout);
        assert_int_equal(layout_place(layout, 1)->boxed, full);
        finish(layout, &maker, 1);
    }
}

/* The walk comes to it by way of something that is not drawn; it stands beside the holder that is. */
static void test_orphan_is_adopted(void **state)
{
    Maker maker;
    maker_init(&maker);
    frame(&maker, 1, "<module>");
    slot(&maker, ROLE_NAME, "Square", 0);
    slot(&maker, ROLE_NAME, "square", 1);
    object(&maker, 1, KIND_CLASS, "type");
    slot(&maker, ROLE_ATTRIBUTE, "corner", 2);
    maker.view.objects[0].flags |= OBJECT_LIBRARY;
    object(&maker, 2, KIND_INSTANCE, "Square");
    slot(&maker, ROLE_ATTRIBUTE, "corner", 2);
    object(&maker, 3, KIND_INSTANCE, "Point");
    slot(&maker, ROLE_ATTRIBUTE, "x", -1);
    Layout *layout = solve(&maker, 1);
    assert_true(place(layout, 3).x > place(layout, 2).x + place(layout, 2).w);
    assert_true(place(layout, 3).y == place(layout, 2).y);
    finish(layout, &maker, 1);
}

/* A list of a class that is not drawn: seen while the body of the class runs, a name of the module leads to its item
 * later, by way of another list. */
static void class_list(Maker *maker, bool in_body)
{
    maker_init(maker);
    frame(maker, 1, "<module>");
    slot(maker, ROLE_NAME, "Counter", in_body ? -1 : 0);
    slot(maker, ROLE_NAME, "all", in_body ? -1 : 3);
    if (in_body) {
        frame(maker, 2, "Counter");
        slot(maker, ROLE_NAME, "instances", 1);
    }
    object(maker, 1, KIND_CLASS, "type");
    slot(maker, ROLE_ATTRIBUTE, "instances", 1);
    maker->view.objects[0].flags |= OBJECT_LIBRARY;
    object(maker, 2, KIND_SEQUENCE, "list");
    slot(maker, ROLE_ITEM, "0", in_body ? -1 : 2);
    object(maker, 3, KIND_INSTANCE, "Counter");
    object(maker, 4, KIND_SEQUENCE, "list");
    slot(maker, ROLE_ITEM, "0", 2);
}

static void test_nothing_stands_beside_what_is_not_drawn(void **state)
{
    enum { VIEWS = 8 };
    Maker makers[VIEWS];
    for (int i = 0; i < VIEWS; i++)
        class_list(&makers[i], i < 2);
    Layout *layout = solve(makers, VIEWS);
    assert_true(layout_place(layout, 2)->boxed && layout_place(layout, 4)->column == 0);
    assert_int_equal(layout_place(layout, 3)->column, 1);
    assert_true(place(layout, 3).y == place(layout, 4).y);
    finish(layout, makers, VIEWS);
}

/* Two methods of a class stand in one row, below what else it has. */
static float height_of_class(int methods, int attributes)
{
    Maker maker;
    maker_init(&maker);
    frame(&maker, 1, "<module>");
    slot(&maker, ROLE_NAME, "Shape", 0);
    object(&maker, 1, KIND_CLASS, "type");
    for (int i = 0; i < methods; i++)
        slot(&maker, ROLE_ATTRIBUTE, "area", 1);
    for (int i = 0; i < attributes; i++)
        slot(&maker, ROLE_ATTRIBUTE, "sides", 2);
    object(&maker, 2, KIND_FUNCTION, "function");
    object(&maker, 3, KIND_SCALAR, "int");
    Layout *layout = solve(&maker, 1);
    float height = place(layout, 1).h;
    assert_false(layout_place(layout, 2)->boxed);
    finish(layout, &maker, 1);
    return height;
}

static void test_methods_stand_side_by_side(void **state)
{
    float row = height_of_class(3, 0) - height_of_class(2, 0);
    assert_true(row > 0 && height_of_class(4, 0) - height_of_class(3, 0) == 0);
    assert_true(height_of_class(2, 1) - height_of_class(2, 0) == row);
    assert_true(height_of_class(2, 2) - height_of_class(2, 1) == row);
}

enum { NODES = 4, CLASS = 9, WAIT = 4 };

/* A linked list whose first `turned` links lead backwards already; one name leads to either end. */
static void turned_list(Maker *maker, int turned)
{
    maker_init(maker);
    frame(maker, 1, "<module>");
    slot(maker, ROLE_NAME, "Node", NODES);
    slot(maker, ROLE_NAME, "rest", turned < NODES ? turned : -1);
    slot(maker, ROLE_NAME, "done", turned - 1);
    for (int i = 0; i < NODES; i++) {
        object(maker, (uint64_t)i + 1, KIND_INSTANCE, "Node");
        slot(maker, ROLE_CLASS, "class", NODES);
        slot(maker, ROLE_ATTRIBUTE, "next", i < turned ? i - 1 : i + 1 < NODES ? i + 1 : -1);
    }
    object(maker, CLASS, KIND_CLASS, "type");
}

static void test_list_that_is_turned_round_stays_in_its_row(void **state)
{
    Maker makers[WAIT + 3 * NODES];
    for (int i = 0; i < WAIT + 3 * NODES; i++)
        turned_list(&makers[i], i < WAIT ? 0 : i - WAIT < NODES ? i - WAIT : NODES);
    Layout *layout = solve(makers, WAIT + 3 * NODES);
    for (uint64_t i = 2; i <= NODES; i++) {
        assert_true(place(layout, i).y == place(layout, 1).y);
        assert_true(place(layout, i).x > place(layout, i - 1).x);
    }
    finish(layout, makers, WAIT + 3 * NODES);
}

/* Each call of a deep recursion has a list of its own, all of which live to its end. Those of folded frames are not
 * drawn, so they do not keep room. */
static void test_folded_frames_keep_no_room(void **state)
{
    enum { DEPTH = 40 };
    Maker makers[DEPTH];
    float width, height;
    for (int i = 0; i < DEPTH; i++) {
        maker_init(&makers[i]);
        frame(&makers[i], 1, "<module>");
        for (int f = 1; f <= i; f++) {
            frame(&makers[i], (uint64_t)f + 1, "total");
            slot(&makers[i], ROLE_NAME, "numbers", f - 1);
        }
        for (int f = 1; f <= i; f++) {
            object(&makers[i], (uint64_t)f, KIND_SEQUENCE, "list");
            for (int k = 0; k < 3; k++)
                slot(&makers[i], ROLE_ITEM, "", i);
        }
        object(&makers[i], 1000, KIND_SCALAR, "int");
    }
    Layout *layout = solve(makers, DEPTH);
    layout_extent(layout, &width, &height);
    assert_true(width < 1500);
    assert_true(place(layout, DEPTH - 1).x < 900);     /* they would need six columns */
    finish(layout, makers, DEPTH);
}

/* The reason at the ghost of what died as its only name was unbound. */
static void check_ghost(uint8_t kind, const char *expected)
{
    Maker makers[2];
    ChangeList changes;
    Scene scene;
    const char *tag = "no ghost";
    for (int i = 0; i < 2; i++) {
        maker_init(&makers[i]);
        frame(&makers[i], 1, "<module>");
        slot(&makers[i], ROLE_NAME, "p", i == 0 ? 0 : -1);
    }
    object(&makers[0], 7, kind, "thing");
    Layout *layout = solve(makers, 2);
    change_init(&changes);
    change_compute(&changes, &makers[0].view, &makers[1].view);
    scene_init(&scene);
    scene_build(&scene, layout, &makers[0].view, &makers[1].view, &changes);
    for (uint32_t i = 0; i < scene.box_count; i++)
        if (scene.boxes[i].kind == SCENE_GHOST)
            tag = scene_text(&scene, scene.boxes[i].tag);
    assert_string_equal(tag, expected);
    scene_finish(&scene);
    change_finish(&changes);
    finish(layout, makers, 2);
}

/* A block of C is freed by who frees it, not by a pointer that went. */
static void test_ghosts_say_why(void **state)
{
    check_ghost(KIND_INSTANCE, "freed: p let go");
    check_ghost(KIND_BLOCK, "freed");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_nothing_leads_to_has_no_place),
        cmocka_unit_test(test_shipped_things_are_written_in),
        cmocka_unit_test(test_orphan_is_adopted),
        cmocka_unit_test(test_nothing_stands_beside_what_is_not_drawn),
        cmocka_unit_test(test_methods_stand_side_by_side),
        cmocka_unit_test(test_list_that_is_turned_round_stays_in_its_row),
        cmocka_unit_test(test_folded_frames_keep_no_room),
        cmocka_unit_test(test_ghosts_say_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
