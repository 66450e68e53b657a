#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

#include "machine/numbers.h"
#include "machine/view.h"

static void fill(View *view)
{
    view_reset(view);
    view->step = 5;
    view->line = 3;
    view->error = view_add_string(view, "ValueError: no");
    ViewFrame *frame = view_add_frame(view);
    frame->number = 1;
    frame->name = view_add_string(view, "<module>");
    frame->slot_count = 1;
    ViewSlot *slot = view_add_slot(view);
    slot->label = view_add_string(view, "x");
    slot->target = 0;
    ViewObject *object = view_add_object(view);
    object->number = 12;
    object->type = view_add_string(view, "int");
    object->repr = view_add_string(view, "10");
}

static void test_filling_and_reading(void **state)
{
    View view;
    view_init(&view);
    fill(&view);
    assert_int_equal(view.return_value, VIEW_NONE);
    assert_int_equal(view.objects[0].first_slot, 1);       /* behind the frame's */
    assert_int_equal(view.slots[0].key, VIEW_NONE);
    assert_true(view_text_equals(&view, view.frames[0].name, "<module>"));
    assert_false(view_text_equals(&view, view.frames[0].name, "<modul"));
    assert_true(view_text_equals(&view, (ViewText){0, 0}, ""));
    assert_int_equal(view_find_object(&view, 12), 0);
    assert_int_equal(view_find_object(&view, 13), VIEW_NONE);
    assert_int_equal(view_find_frame(&view, 1), 0);
    assert_int_equal(view_find_frame(&view, 0), VIEW_NONE);
    view_finish(&view);
    view_finish(&view);
}

static void test_reset_keeps_memory(void **state)
{
    View view;
    view_init(&view);
    fill(&view);
    ViewObject *objects = view.objects;
    view_reset(&view);
    assert_int_equal(view.object_count, 0);
    assert_int_equal(view.text_length, 0);
    assert_int_equal(view.exception, VIEW_NONE);
    fill(&view);
    assert_ptr_equal(view.objects, objects);
    view_finish(&view);
}

static void test_copies_are_equal_and_their_own(void **state)
{
    View view, copy;
    view_init(&view);
    view_init(&copy);
    assert_true(view_equal(&view, &copy));
    fill(&view);
    assert_false(view_equal(&view, &copy));
    view_copy(&copy, &view);
    assert_true(view_equal(&view, &copy));
    assert_ptr_not_equal(view.slots, copy.slots);
    for (int i = 0; i < 1000; i++)
        view_add_slot(&view)->label = view_add_string(&view, "more");
    view_copy(&copy, &view);
    assert_true(view_equal(&view, &copy));
    fill(&view);
    view_copy(&copy, &view);
    assert_int_equal(copy.slot_count, 1);
    assert_true(view_equal(&view, &copy));
    view_finish(&view);
    view_finish(&copy);
}

/* Every field counts; where a text lies does not. */
static void test_equality(void **state)
{
    View a, b;
    view_init(&a);
    view_init(&b);
    fill(&a);
    view_add_string(&b, "something in front");
    ViewText front = {0, b.text_length};
    fill(&b);
    assert_true(view_equal(&a, &b));
    b.error = view_add_string(&b, "ValueError: no");
    assert_true(view_equal(&a, &b) && front.length > 0);
    b.objects[0].count++;
    assert_false(view_equal(&a, &b));
    b.objects[0].count--;
    b.slots[0].offset = 4;
    assert_false(view_equal(&a, &b));
    b.slots[0].offset = 0;
    b.frames[0].is_returning = true;
    assert_false(view_equal(&a, &b));
    b.frames[0].is_returning = false;
    b.objects[0].repr = view_add_string(&b, "11");
    assert_false(view_equal(&a, &b));
    view_finish(&a);
    view_finish(&b);
}

static void test_number_index(void **state)
{
    NumberIndex index;
    number_index_init(&index);
    assert_int_equal(number_index_find(&index, 1), VIEW_NONE);
    number_index_reset(&index, 1000);
    for (int32_t i = 0; i < 1000; i++)
        number_index_add(&index, (uint64_t)i << 32 | 5, i);
    number_index_add(&index, 5, 77);
    for (int32_t i = 0; i < 1000; i++)
        assert_int_equal(number_index_find(&index, (uint64_t)i << 32 | 5), i);
    assert_int_equal(number_index_find(&index, 6), VIEW_NONE);
    number_index_reset(&index, 2);
    assert_int_equal(number_index_find(&index, 5), VIEW_NONE);
    number_index_finish(&index);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_filling_and_reading), cmocka_unit_test(test_reset_keeps_memory),
        cmocka_unit_test(test_copies_are_equal_and_their_own), cmocka_unit_test(test_equality),
        cmocka_unit_test(test_number_index),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
