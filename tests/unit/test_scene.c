/* The laws of the picture, on hundreds of random runs: boxes never overlap, arrows never pass through a box that is
 * not theirs, nothing moves while it lives, and a step looks the same however one got there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "random_run.h"
#include "scene/map.h"
#include "scene/scene.h"

enum { RUNS = 400, STEPS = 60, MOST_CHANGES = 512 };

typedef struct Film {
    View views[STEPS];
    Layout *layout;
} Film;

static const TextMeasure MEASURE = {run_text_width, NULL};

static Film *film_create(uint64_t seed, const SceneOptions *options)
{
    Film *film = calloc(1, sizeof *film);
    RandomRun *run = run_create(seed);
    film->layout = layout_create(&MEASURE, options);
    for (int i = 0; i < STEPS; i++) {
        view_init(&film->views[i]);
        run_view(run, &film->views[i]);
        film->views[i].step = (uint64_t)i;
        layout_add_view(film->layout, &film->views[i]);
        run_step(run);
    }
    layout_solve(film->layout);
    free(run);
    return film;
}

static void film_destroy(Film *film)
{
    for (int i = 0; i < STEPS; i++)
        view_finish(&film->views[i]);
    layout_destroy(film->layout);
    free(film);
}

static SceneOptions options_of(uint64_t seed)
{
    SceneOptions options = scene_options_default();
    options.level = seed % 4;
    options.full = seed % 3 == 0;
    return options;
}

/* Births and deaths, so that tags and ghosts take their room. */
static void changes_of(ChangeList *list, Change *items, const View *before, const View *after)
{
    *list = (ChangeList){.items = items};
    for (uint32_t i = 0; i < before->object_count && list->count < MOST_CHANGES; i++)
        if (view_find_object(after, before->objects[i].number) == VIEW_NONE
            && !(before->objects[i].flags & OBJECT_SHARED))
            items[list->count++] = (Change){.kind = CHANGE_DIED, .object = before->objects[i].number};
    for (uint32_t i = 0; i < after->object_count && list->count < MOST_CHANGES; i++)
        if (after->objects[i].number > before->newest_number)
            items[list->count++] = (Change){.kind = CHANGE_BORN, .object = after->objects[i].number};
}

static void build_step(Scene *scene, const Film *film, int step)
{
    static Change items[MOST_CHANGES];
    ChangeList changes;
    if (step == 0) {
        scene_build(scene, film->layout, NULL, &film->views[0], NULL);
        return;
    }
    changes_of(&changes, items, &film->views[step - 1], &film->views[step]);
    scene_build(scene, film->layout, &film->views[step - 1], &film->views[step], &changes);
}

static bool overlap(Rect a, Rect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static void check_boxes(const Scene *scene, const char *where)
{
    for (uint32_t i = 0; i < scene->box_count; i++)
        for (uint32_t k = 0; k < i; k++)
            if (overlap(scene->boxes[i].rect, scene->boxes[k].rect))
                fail_msg("%s: boxes %u and %u overlap", where, i, k);
}

static bool crosses(const Scene *scene, const SceneArrow *arrow, const PointPool *line, uint32_t box)
{
    if (box == arrow->from_box || box == arrow->to_box)
        return false;
    Rect rect = scene->boxes[box].rect;
    if (!overlap(rect, curve_bounds(line->points, line->count)))
        return false;
    for (uint32_t i = 1; i < line->count; i++)
        if (segment_hits_rect(line->points[i - 1], line->points[i], rect))
            return true;
    return false;
}

static void check_arrows(const Scene *scene, const char *where)
{
    PointPool line = {0};
    for (uint32_t a = 0; a < scene->arrow_count; a++) {
        const SceneArrow *arrow = &scene->arrows[a];
        line.count = 0;
        curve_flatten(scene->points.points + arrow->first_point, arrow->point_count, 0.25f, &line);
        for (uint32_t box = 0; box < scene->box_count; box++)
            if (crosses(scene, arrow, &line, box))
                fail_msg("%s: arrow %u goes through box %u", where, a, box);
        Point end = line.points[line.count - 1];
        Rect target = scene->boxes[arrow->to_box].rect;
        assert_true(end.x >= target.x - 0.1f && end.x <= target.x + target.w + 0.1f);
        assert_true(end.y >= target.y - 0.1f && end.y <= target.y + target.h + 0.1f);
    }
    point_pool_finish(&line);
}

/* Every cell with a port has exactly one arrow. */
static void check_ports(const Scene *scene)
{
    uint32_t ports = 0;
    for (uint32_t i = 0; i < scene->cell_count; i++)
        ports += scene->cells[i].has_port;
    assert_int_equal(ports, scene->arrow_count);
}

static void test_no_overlaps_and_no_crossed_boxes(void **state)
{
    Scene scene;
    scene_init(&scene);
    for (uint64_t seed = 0; seed < RUNS; seed++) {
        SceneOptions options = options_of(seed);
        Film *film = film_create(seed, &options);
        for (int step = 0; step < STEPS; step++) {
            char where[64];
            sprintf(where, "seed %d step %d", (int)seed, step);
            build_step(&scene, film, step);
            check_boxes(&scene, where);
            check_arrows(&scene, where);
            check_ports(&scene);
        }
        film_destroy(film);
    }
    scene_finish(&scene);
}

static void check_still(const Scene *scene, NumberMap *seen, Point *places)
{
    for (uint32_t i = 0; i < scene->box_count; i++) {
        const SceneBox *box = &scene->boxes[i];
        uint64_t key = box->number * 2 + (box->kind == SCENE_FRAME);
        uint32_t known = number_map_get(seen, key);
        if (known == MAP_ABSENT) {
            places[seen->count] = (Point){box->rect.x, box->rect.y};
            number_map_put(seen, key, seen->count);
            continue;
        }
        assert_true(places[known].x == box->rect.x && places[known].y == box->rect.y);
    }
}

static void test_nothing_moves(void **state)
{
    static Point places[RUN_OBJECTS * 2];
    Scene scene;
    scene_init(&scene);
    for (uint64_t seed = 0; seed < RUNS / 3; seed++) {
        NumberMap seen = {0};
        SceneOptions options = options_of(seed);
        Film *film = film_create(seed, &options);
        for (int step = 0; step < STEPS; step++) {
            build_step(&scene, film, step);
            check_still(&scene, &seen, places);
        }
        number_map_finish(&seen);
        film_destroy(film);
    }
    scene_finish(&scene);
}

static uint64_t step_hash(Scene *scene, const Film *film, int step)
{
    DrawList list;
    draw_list_init(&list);
    build_step(scene, film, step);
    scene_draw(scene, NULL, &list);
    uint64_t hash = draw_list_hash(&list);
    draw_list_finish(&list);
    return hash;
}

/* Forwards, then backwards and in a scene and a layout of their own. */
static void test_path_independent(void **state)
{
    uint64_t forwards[STEPS];
    Scene scene, other;
    scene_init(&scene);
    for (uint64_t seed = 0; seed < RUNS / 5; seed++) {
        SceneOptions options = options_of(seed);
        Film *film = film_create(seed, &options), *again = film_create(seed, &options);
        for (int step = 0; step < STEPS; step++)
            forwards[step] = step_hash(&scene, film, step);
        for (int step = STEPS - 1; step >= 0; step--) {
            scene_init(&other);
            assert_true(forwards[step] == step_hash(&other, again, step));
            scene_finish(&other);
        }
        film_destroy(film);
        film_destroy(again);
    }
    scene_finish(&scene);
}

static void test_hit_and_related(void **state)
{
    char id[128];
    Scene scene;
    scene_init(&scene);
    SceneOptions options = scene_options_default();
    Film *film = film_create(3, &options);
    build_step(&scene, film, STEPS - 1);
    for (uint32_t i = 0; i < scene.arrow_count; i++) {
        const SceneArrow *arrow = &scene.arrows[i];
        char expected[128];
        SceneRelated related;
        scene_id(&scene, arrow->from_box, arrow->from_cell, expected, sizeof expected);
        Point port = scene.cells[arrow->from_cell].port;
        assert_true(scene_hit(&scene, port.x + 1, port.y, id, sizeof id));
        assert_string_equal(id, expected);
        assert_true(scene_related(&scene, id, &related));
        assert_true(related.boxes[arrow->from_box] && related.boxes[arrow->to_box] && related.arrows[i]);
        scene_related_finish(&related);
    }
    assert_false(scene_hit(&scene, -50, -50, id, sizeof id));
    SceneRelated none;
    assert_false(scene_related(&scene, "object:999999", &none));
    film_destroy(film);
    scene_finish(&scene);
}

static void test_highlight_dims(void **state)
{
    Scene scene;
    DrawList plain, lit;
    SceneOptions options = scene_options_default();
    Film *film = film_create(5, &options);
    scene_init(&scene);
    draw_list_init(&plain);
    draw_list_init(&lit);
    build_step(&scene, film, STEPS - 1);
    scene_draw(&scene, NULL, &plain);
    scene_draw(&scene, "frame:0", &lit);
    assert_true(draw_list_hash(&plain) != draw_list_hash(&lit));
    draw_list_reset(&lit);
    scene_draw(&scene, "no such thing", &lit);
    assert_true(draw_list_hash(&plain) == draw_list_hash(&lit));
    draw_list_finish(&plain);
    draw_list_finish(&lit);
    film_destroy(film);
    scene_finish(&scene);
}

static void test_layout_json(void **state)
{
    char *text = NULL;
    size_t length = 0;
    Scene scene;
    SceneOptions options = scene_options_default();
    Film *film = film_create(8, &options);
    scene_init(&scene);
    build_step(&scene, film, STEPS - 1);
    FILE *file = open_memstream(&text, &length);
    scene_print_layout(&scene, 1920, 1080, file);
    fclose(file);
    assert_memory_equal(text, "{\"width\":1920,\"height\":1080,", 28);
    assert_non_null(strstr(text, "{\"id\":\"frame:0\",\"kind\":\"frame\",\"x\":24.00,\"y\":56.00"));
    assert_non_null(strstr(text, "{\"from\":\"frame:0/name"));
    uint32_t ids = 0;
    for (const char *at = text; (at = strstr(at, "\"id\":")); at++)
        ids++;
    assert_int_equal(ids, scene.box_count);
    free(text);
    film_destroy(film);
    scene_finish(&scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_overlaps_and_no_crossed_boxes),
        cmocka_unit_test(test_nothing_moves),
        cmocka_unit_test(test_path_independent),
        cmocka_unit_test(test_hit_and_related),
        cmocka_unit_test(test_highlight_dims),
        cmocka_unit_test(test_layout_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
