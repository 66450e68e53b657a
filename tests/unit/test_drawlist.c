/* The draw list's buffer: what is written is what is read, equal pictures have equal bytes, different ones do not. */
#include "scene/drawlist.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const TextStyle style = {FACE_MONO, WEIGHT_BOLD, ANCHOR_MIDDLE, COLOR_TEXT, 18};

static void draw_sample(DrawList *list, Paint paint)
{
    const uint8_t verbs[] = {PATH_MOVE, PATH_CUBIC, PATH_CLOSE};
    const Point points[] = {{1, 2}, {3, 4}, {5, 6}, {7, 8}};
    draw_clip_push(list, (Rect){0, 0, 100, 50});
    draw_transform_push(list, 2, 10, 20);
    draw_rect(list, (Rect){1, 2, 3, 4}, 5, paint);
    draw_path(list, verbs, 3, points, 4, paint);
    draw_text(list, 7, 8, style, "naïve", 6);
    draw_transform_pop(list);
    draw_clip_pop(list);
}

static void prints_what_was_written(void **state)
{
    DrawList list;
    draw_list_init(&list);
    draw_sample(&list, (Paint){.fill = COLOR_PANEL, .stroke = COLOR_LINE, .alpha = 128, .width = 1.5f,
                               .dash_on = 6, .dash_off = 5});
    draw_line(&list, (Point){0, 0}, (Point){9, 9}, (Paint){.stroke = COLOR_MARK, .alpha = 255, .width = 2});
    draw_circle(&list, (Point){10, 20}, 5, (Paint){.fill = COLOR_OK, .alpha = 255});
    char *text = draw_list_print(&list);
    assert_string_equal(text,
                        "clip 0 0 100 50\n"
                        "transform 2 10 20\n"
                        "rect 1 2 3 4 r 5 fill PANEL stroke LINE 1.5 dash 6 5 alpha 128\n"
                        "path M 1 2 C 3 4 5 6 7 8 Z fill PANEL stroke LINE 1.5 dash 6 5 alpha 128\n"
                        "text 7 8 mono 18 TEXT 700 middle \"naïve\"\n"
                        "end transform\n"
                        "end clip\n"
                        "path M 0 0 L 9 9 stroke MARK 2\n"
                        "rect 5 15 10 10 r 5 fill OK\n");
    free(text);
    draw_list_finish(&list);
}

/* The paints differ only in the byte between their fields: that must not reach the list. */
static void equal_pictures_have_equal_bytes(void **state)
{
    DrawList a, b;
    Paint clean, dirty;
    memset(&clean, 0, sizeof clean);
    memset(&dirty, 0xAA, sizeof dirty);
    clean.fill = dirty.fill = COLOR_OK;
    clean.stroke = dirty.stroke = COLOR_DEAD;
    clean.alpha = dirty.alpha = 255;
    clean.width = dirty.width = 2;
    clean.dash_on = dirty.dash_on = clean.dash_off = dirty.dash_off = 0;
    draw_list_init(&a);
    draw_list_init(&b);
    draw_sample(&a, clean);
    draw_sample(&b, dirty);
    assert_int_equal(a.length, b.length);
    assert_memory_equal(a.bytes, b.bytes, a.length);
    assert_true(draw_list_hash(&a) == draw_list_hash(&b));
    draw_list_finish(&a);
    draw_list_finish(&b);
}

static uint64_t hash_of_rect(float x, uint8_t fill)
{
    DrawList list;
    draw_list_init(&list);
    draw_rect(&list, (Rect){x, 0, 10, 10}, 2, (Paint){.fill = fill, .alpha = 255});
    uint64_t hash = draw_list_hash(&list);
    draw_list_finish(&list);
    return hash;
}

static void hash_sees_every_difference(void **state)
{
    assert_true(hash_of_rect(1, COLOR_OK) == hash_of_rect(1, COLOR_OK));
    assert_true(hash_of_rect(1, COLOR_OK) != hash_of_rect(1.0000001f, COLOR_OK));
    assert_true(hash_of_rect(1, COLOR_OK) != hash_of_rect(1, COLOR_DEAD));
    DrawList empty;
    draw_list_init(&empty);
    assert_true(draw_list_hash(&empty) != hash_of_rect(1, COLOR_OK));
    assert_null(draw_list_next(&empty, NULL));
    draw_list_finish(&empty);
}

static void grows_and_resets(void **state)
{
    DrawList list;
    draw_list_init(&list);
    for (int i = 0; i < 10000; i++)
        draw_rect(&list, (Rect){(float)i, 0, 1, 1}, 0, (Paint){.fill = COLOR_OK, .alpha = 255});
    int count = 0;
    for (const DrawHeader *at = draw_list_next(&list, NULL); at; at = draw_list_next(&list, at), count++)
        assert_true(((const DrawRect *)(at + 1))->rect.x == (float)count);
    assert_int_equal(count, 10000);
    draw_list_reset(&list);
    assert_null(draw_list_next(&list, NULL));
    draw_list_finish(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_what_was_written), cmocka_unit_test(equal_pictures_have_equal_bytes),
        cmocka_unit_test(hash_sees_every_difference), cmocka_unit_test(grows_and_resets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
