/* The laws of the picture, on real programs: every program of tests/golden and tests/python/programs is stepped through
 * from its start, and steps of it are reached again from behind. No two boxes overlap, no arrow goes through a box that is
 * not its own, within a stretch nothing moves, and a step looks the same however one got there.
 *
 * Without an argument some steps of each program are looked at; with --all as many as STEPS_ALL. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/stage.h"
#include "draw/text.h"
#include "python/python.h"
#include "scene/map.h"

enum { STEPS_USUAL = 60, STEPS_ALL = 2000, PLACES = 1 << 16 };

static uint64_t most_steps = STEPS_USUAL;

typedef struct Run {
    const char *name;
    char *text;
    Timeline *timeline;
    TextFonts *fonts;
    TextMeasure measure;
    Stage stage;
    uint64_t stretch;          /* first step of the stretch whose places are known */
    NumberMap seen;
    Point *places;
} Run;

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t room = 1 << 20;
    char *text = malloc(room + 1);
    assert_non_null(text);
    text[fread(text, 1, room, file)] = '\0';
    fclose(file);
    return text;
}

static void open_run(Run *run, const char *path)
{
    char error[300];
    SourceError wrong = {0};
    *run = (Run){.name = path, .text = read_file(path), .stretch = UINT64_MAX};
    Source source = {run->name, run->text, strlen(run->text)};
    run->timeline = timeline_create(&python_language, &source, NULL, &wrong);
    assert_non_null(run->timeline);
    run->fonts = text_create(error, sizeof error);
    assert_non_null(run->fonts);
    run->measure = text_measure(run->fonts);
    run->places = malloc(PLACES * sizeof *run->places);
    assert_non_null(run->places);
    SceneOptions options = scene_options_default();
    stage_init(&run->stage, run->timeline, &run->measure, &options);
}

static void close_run(Run *run)
{
    stage_finish(&run->stage);
    timeline_destroy(run->timeline);
    text_destroy(run->fonts);
    number_map_finish(&run->seen);
    free(run->places);
    free(run->text);
}

static void check_boxes(const Run *run, const Scene *scene, uint64_t step)
{
    for (uint32_t i = 0; i < scene->box_count; i++)
        for (uint32_t k = 0; k < i; k++) {
            Rect a = scene->boxes[i].rect, b = scene->boxes[k].rect;
            if (a.x + 0.5f < b.x + b.w && b.x + 0.5f < a.x + a.w && a.y + 0.5f < b.y + b.h && b.y + 0.5f < a.y + a.h)
                fail_msg("%s, step %d: boxes %u and %u overlap", run->name, (int)step, k, i);
        }
}

static bool line_hits(const PointPool *line, Rect rect)
{
    Rect inner = {rect.x + 0.5f, rect.y + 0.5f, rect.w - 1, rect.h - 1};
    for (uint32_t i = 1; i < line->count; i++)
        if (segment_hits_rect(line->points[i - 1], line->points[i], inner))
            return true;
    return false;
}

static void check_arrows(const Run *run, const Scene *scene, uint64_t step)
{
    PointPool line = {0};
    for (uint32_t a = 0; a < scene->arrow_count; a++) {
        const SceneArrow *arrow = &scene->arrows[a];
        line.count = 0;
        curve_flatten(scene->points.points + arrow->first_point, arrow->point_count, 0.25f, &line);
        for (uint32_t box = 0; box < scene->box_count; box++)
            if (box != arrow->from_box && box != arrow->to_box && line_hits(&line, scene->boxes[box].rect))
                fail_msg("%s, step %d: arrow %u goes through box %u", run->name, (int)step, a, box);
    }
    point_pool_finish(&line);
}

static void check_still(Run *run, const Scene *scene, uint64_t step)
{
    if (run->stretch != run->stage.first) {
        number_map_finish(&run->seen);
        run->stretch = run->stage.first;
    }
    for (uint32_t i = 0; i < scene->box_count; i++) {
        const SceneBox *box = &scene->boxes[i];
        if (box->kind == SCENE_FRAME)
            continue;
        uint32_t known = number_map_get(&run->seen, box->number);
        if (known == MAP_ABSENT) {
            assert_true(run->seen.count < PLACES);
            run->places[run->seen.count] = (Point){box->rect.x, box->rect.y};
            number_map_put(&run->seen, box->number, run->seen.count);
        } else if (run->places[known].x != box->rect.x || run->places[known].y != box->rect.y) {
            fail_msg("%s, step %d: object %d moved", run->name, (int)step, (int)box->number);
        }
    }
}

static uint64_t look_at(Run *run, uint64_t step)
{
    StagePicture picture;
    DrawList list;
    stage_picture_init(&picture);
    draw_list_init(&list);
    assert_int_equal(stage_show(&run->stage, (Position){step, 0}, &picture), TIMELINE_REACHED);
    check_boxes(run, &picture.scene, step);
    check_arrows(run, &picture.scene, step);
    check_still(run, &picture.scene, step);
    scene_draw(&picture.scene, NULL, &list);
    uint64_t hash = draw_list_hash(&list);
    draw_list_finish(&list);
    stage_picture_finish(&picture);
    return hash;
}

/* The first steps one by one, then some spread over the run, then all of them again from behind. */
static void check_program(const char *path)
{
    Run run;
    open_run(&run, path);
    timeline_record(run.timeline, (Position){20000, 0}, TIMELINE_WHOLE);
    uint64_t last = timeline_extent(run.timeline).last.step, count = 0;
    uint64_t *steps = malloc((most_steps + 1) * sizeof *steps), *hashes = malloc((most_steps + 1) * sizeof *hashes);
    assert_non_null(steps);
    assert_non_null(hashes);
    for (uint64_t i = 0; i < most_steps && i <= last; i++)
        steps[count++] = last < most_steps || i < most_steps / 2 ? i : last * i / (most_steps - 1);
    for (uint64_t i = 0; i < count; i++)
        hashes[i] = look_at(&run, steps[i]);
    for (uint64_t i = count; i-- > 0;)
        if (look_at(&run, steps[i]) != hashes[i])
            fail_msg("%s: step %d looks different from behind", path, (int)steps[i]);
    free(steps);
    free(hashes);
    close_run(&run);
}

static void check_folder(const char *folder)
{
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    int programs = 0;
    for (struct dirent *entry; (entry = readdir(dir));) {
        const char *end = strrchr(entry->d_name, '.');
        char path[600];
        if (!end || strcmp(end, ".py") != 0)
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        check_program(path);
        programs++;
    }
    closedir(dir);
    assert_true(programs > 9);
}

static void test_golden_programs(void **state)
{
    check_folder("tests/golden");
}

static void test_other_programs(void **state)
{
    check_folder("tests/python/programs");
}

int main(int count, char **words)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_golden_programs), cmocka_unit_test(test_other_programs)};
    most_steps = count > 1 && strcmp(words[1], "--all") == 0 ? STEPS_ALL : STEPS_USUAL;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
