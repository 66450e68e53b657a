/* Each round is timed by itself and the median taken, so that a disturbance of the machine does not count. */
#include "scene/layout_bench.h"

#include <stdlib.h>
#include <time.h>

#include "scene/scene.h"

enum { ROUNDS = 21 };

static double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int compare_times(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return left < right ? -1 : left > right;
}

static double median(double *times)
{
    qsort(times, ROUNDS, sizeof *times, compare_times);
    return times[ROUNDS / 2];
}

static Layout *lay_out(const TextMeasure *measure, const SceneOptions *options, const View *before, const View *view)
{
    Layout *layout = layout_create(measure, options);
    if (before)
        layout_add_view(layout, before);
    layout_add_view(layout, view);
    layout_solve(layout);
    return layout;
}

static double time_full(const TextMeasure *measure, const SceneOptions *options, const View *view, Scene *scene)
{
    double times[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
        double start = milliseconds();
        Layout *layout = lay_out(measure, options, NULL, view);
        scene_build(scene, layout, NULL, view, NULL);
        times[i] = milliseconds() - start;
        layout_destroy(layout);
    }
    return median(times);
}

static double time_step(const Layout *layout, const View *before, const View *view, const ChangeList *changes,
                        Scene *scene)
{
    double times[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
        double start = milliseconds();
        scene_build(scene, layout, before, view, changes);
        times[i] = milliseconds() - start;
    }
    return median(times);
}

static uint32_t count_objects(const Scene *scene)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < scene->box_count; i++)
        count += scene->boxes[i].kind == SCENE_OBJECT;
    return count;
}

void layout_bench(const TextMeasure *measure, const SceneOptions *options, const View *before, const View *view,
                  const ChangeList *changes, FILE *file)
{
    Scene scene;
    scene_init(&scene);
    double full = time_full(measure, options, view, &scene);
    Layout *layout = lay_out(measure, options, before, view);
    double step = time_step(layout, before, view, changes, &scene);
    fprintf(file, "{\"objects\":%u,\"arrows\":%u,\"full_ms\":%.3f,\"step_ms\":%.3f}\n", count_objects(&scene),
            scene.arrow_count, full, step);
    layout_destroy(layout);
    scene_finish(&scene);
}
