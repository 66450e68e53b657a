/* Fingers on the window, as SDL reports them: taps, drags, long presses, two fingers. */
#include "app/touch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "python/python.h"

static const char program[] = "a = [1, 2]\nb = a\nc = 3\n";

static float half_width(void *context, const TextStyle *style, const char *text, size_t length)
{
    return style->size * 0.5f * (float)length;
}

static const TextMeasure measure = {half_width, NULL};

static void no_wake(void *context)
{
}

enum { WIDTH = 1280, HEIGHT = 720 };

typedef struct Glass {
    Timeline *timeline;
    Viewer viewer;
    Touch touch;
    Uint32 now;
} Glass;

static void draw(Glass *glass)
{
    DrawList list;
    draw_list_init(&list);
    viewer_draw(&glass->viewer, WIDTH, HEIGHT, &measure, &list);
    draw_list_finish(&list);
}

static void expect_step(Glass *glass, uint64_t step)
{
    for (int i = 0; i < 2000; i++) {
        viewer_update(&glass->viewer);
        if (!glass->viewer.busy && glass->viewer.page && glass->viewer.page->stage.stop.position.step == step) {
            draw(glass);
            return;
        }
        nanosleep(&(struct timespec){0, 5000000}, NULL);
    }
    fail_msg("step %llu is not shown", (unsigned long long)step);
}

static void open_glass(Glass *glass)
{
    Source source = {"touched.py", program, strlen(program), NULL};
    SourceError error;
    *glass = (Glass){.timeline = timeline_create(&python_language, &source, NULL, &error), .now = 1000};
    ViewerOptions options = {
        .file_name = "touched.py", .source = program, .source_length = strlen(program), .theme = theme_find("light"),
        .worker = {.timeline = glass->timeline, .measure = &measure, .scene = scene_options_default(), .wake = no_wake},
        .start = {2, 0},
    };
    assert_true(viewer_init(&glass->viewer, &options));
    expect_step(glass, 2);
    expect_step(glass, 2);             /* once drawn, the panel tells the scene how much room it has */
}

static void close_glass(Glass *glass)
{
    viewer_finish(&glass->viewer);
    timeline_destroy(glass->timeline);
}

/* The finger `id` at a point of the window, `later` milliseconds after the last event. */
static void finger(Glass *glass, Uint32 type, SDL_FingerID id, Point at, Uint32 later)
{
    glass->now += later;
    touch_rest(&glass->touch, &glass->viewer, glass->now);
    SDL_TouchFingerEvent event = {.type = type, .timestamp = glass->now, .fingerId = id, .x = at.x / WIDTH,
                                  .y = at.y / HEIGHT};
    touch_event(&glass->touch, &glass->viewer, &event);
}

static void tap(Glass *glass, Point at)
{
    finger(glass, SDL_FINGERDOWN, 7, at, 500);
    finger(glass, SDL_FINGERUP, 7, at, 60);
}

static Point middle_of(const Glass *glass, PanelTarget target)
{
    for (size_t i = 0; i < glass->viewer.hits.count; i++) {
        PanelHit hit = glass->viewer.hits.items[i];
        if (hit.target == target)
            return (Point){hit.rect.x + hit.rect.w / 2, hit.rect.y + hit.rect.h / 2};
    }
    fail_msg("nothing of target %d", (int)target);
    return (Point){0, 0};
}

/* Where a thing of the scene lies in the window: found by feeling for it. */
static Point point_of(Glass *glass, const char *id)
{
    for (float y = 60; y < HEIGHT; y += 4)
        for (float x = 400; x < WIDTH; x += 4) {
            viewer_point(&glass->viewer, x, y);
            if (strcmp(glass->viewer.highlight, id) == 0)
                return (Point){x, y};
        }
    fail_msg("%s is not in the picture", id);
    return (Point){0, 0};
}

static void a_tap_is_a_click(void **state)
{
    Glass glass;
    open_glass(&glass);
    tap(&glass, middle_of(&glass, TARGET_FORWARD));
    expect_step(&glass, 3);
    tap(&glass, middle_of(&glass, TARGET_CODE));
    assert_int_equal(glass.viewer.breakpoints.count, 1);
    Point name = point_of(&glass, "frame:0/a");
    tap(&glass, name);
    assert_string_equal(glass.viewer.asked.name, "a");
    close_glass(&glass);
}

static void a_drag_of_code_scrolls_and_sets_nothing(void **state)
{
    Glass glass;
    open_glass(&glass);
    Point code = middle_of(&glass, TARGET_CODE);
    finger(&glass, SDL_FINGERDOWN, 1, code, 0);
    finger(&glass, SDL_FINGERMOTION, 1, (Point){code.x, code.y - 40}, 20);
    finger(&glass, SDL_FINGERMOTION, 1, (Point){code.x, code.y - 80}, 20);
    finger(&glass, SDL_FINGERUP, 1, (Point){code.x, code.y - 80}, 20);
    assert_int_equal(glass.viewer.breakpoints.count, 0);
    assert_true(glass.viewer.scroll > 0);
    close_glass(&glass);
}

static void a_drag_moves_the_memory(void **state)
{
    Glass glass;
    open_glass(&glass);
    finger(&glass, SDL_FINGERDOWN, 1, (Point){1200, 600}, 0);
    finger(&glass, SDL_FINGERMOTION, 1, (Point){1180, 590}, 20);
    finger(&glass, SDL_FINGERMOTION, 1, (Point){1150, 570}, 20);
    finger(&glass, SDL_FINGERUP, 1, (Point){1150, 570}, 20);
    assert_true(glass.viewer.pan_x == -50 && glass.viewer.pan_y == -30);
    close_glass(&glass);
}

static void a_long_press_lights_up_and_opens_the_menu(void **state)
{
    Glass glass;
    open_glass(&glass);
    Point name = point_of(&glass, "frame:0/a"), other = point_of(&glass, "frame:0/b");
    viewer_point(&glass.viewer, 2, 2);
    finger(&glass, SDL_FINGERDOWN, 1, name, 0);
    assert_string_equal(glass.viewer.highlight, "");
    int wait = touch_patience(&glass.touch, glass.now);
    assert_true(wait > 0);
    glass.now += (Uint32)wait;
    touch_rest(&glass.touch, &glass.viewer, glass.now);
    assert_string_equal(glass.viewer.highlight, "frame:0/a");
    assert_int_equal(touch_patience(&glass.touch, glass.now), -1);
    finger(&glass, SDL_FINGERUP, 1, name, 20);
    assert_true(glass.viewer.menu.count > 0);
    tap(&glass, (Point){2, 2});
    assert_int_equal(glass.viewer.menu.count, 0);
    finger(&glass, SDL_FINGERDOWN, 1, name, 500);
    finger(&glass, SDL_FINGERMOTION, 1, name, 600);
    finger(&glass, SDL_FINGERMOTION, 1, other, 20);
    assert_string_equal(glass.viewer.highlight, "frame:0/b");          /* it is traced along */
    finger(&glass, SDL_FINGERUP, 1, other, 20);
    assert_int_equal(glass.viewer.menu.count, 0);
    assert_false(chronicle_is_asked(&glass.viewer.asked));
    close_glass(&glass);
}

static void two_fingers_zoom_and_move(void **state)
{
    Glass glass;
    open_glass(&glass);
    finger(&glass, SDL_FINGERDOWN, 1, (Point){700, 400}, 0);
    finger(&glass, SDL_FINGERDOWN, 2, (Point){900, 400}, 20);
    finger(&glass, SDL_FINGERMOTION, 1, (Point){600, 400}, 20);
    finger(&glass, SDL_FINGERMOTION, 2, (Point){1000, 400}, 20);
    assert_true(glass.viewer.zoom > 1.99f && glass.viewer.zoom < 2.01f);
    float x = glass.viewer.pan_x, y = glass.viewer.pan_y;
    finger(&glass, SDL_FINGERMOTION, 1, (Point){600, 500}, 20);
    finger(&glass, SDL_FINGERMOTION, 2, (Point){1000, 500}, 20);
    assert_true(glass.viewer.pan_y > y + 95 && glass.viewer.pan_y < y + 105);
    assert_true(glass.viewer.pan_x > x - 5 && glass.viewer.pan_x < x + 5);
    finger(&glass, SDL_FINGERUP, 2, (Point){1000, 500}, 20);
    y = glass.viewer.pan_y;
    finger(&glass, SDL_FINGERMOTION, 1, (Point){600, 300}, 20);        /* the one that is left does nothing */
    assert_true(glass.viewer.pan_y == y);
    finger(&glass, SDL_FINGERUP, 1, (Point){600, 300}, 20);
    tap(&glass, middle_of(&glass, TARGET_FORWARD));
    expect_step(&glass, 3);
    close_glass(&glass);
}

static void a_second_finger_ends_a_drag(void **state)
{
    Glass glass;
    open_glass(&glass);
    finger(&glass, SDL_FINGERDOWN, 1, (Point){1200, 600}, 0);
    finger(&glass, SDL_FINGERMOTION, 1, (Point){1150, 600}, 20);
    finger(&glass, SDL_FINGERDOWN, 2, (Point){900, 600}, 20);
    assert_int_equal(glass.viewer.drag, DRAG_NONE);
    finger(&glass, SDL_FINGERDOWN, 3, (Point){900, 300}, 20);          /* a third is of no account */
    finger(&glass, SDL_FINGERUP, 3, (Point){900, 300}, 20);
    finger(&glass, SDL_FINGERUP, 1, (Point){1150, 600}, 20);
    finger(&glass, SDL_FINGERUP, 2, (Point){900, 600}, 20);
    assert_int_equal(glass.touch.count, 0);
    assert_int_equal(glass.touch.state, TOUCH_NONE);
    close_glass(&glass);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tap_is_a_click), cmocka_unit_test(a_drag_of_code_scrolls_and_sets_nothing),
        cmocka_unit_test(a_drag_moves_the_memory), cmocka_unit_test(a_long_press_lights_up_and_opens_the_menu),
        cmocka_unit_test(two_fingers_zoom_and_move), cmocka_unit_test(a_second_finger_ends_a_drag),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
