#include "scene/passing.h"

#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

/* From which cell to which object, as a number: cells have other indexes in every scene, so their names are compared. */
static uint64_t arrow_key(const Scene *scene, const SceneArrow *arrow)
{
    char id[512];
    uint64_t hash = 1469598103934665603u;
    scene_id(scene, arrow->from_box, arrow->from_cell, id, sizeof id);
    for (const char *at = id; *at; at++)
        hash = (hash ^ (unsigned char)*at) * 1099511628211u;
    return hash ^ scene->boxes[arrow->to_box].number * 0x9E3779B97F4A7C15u;
}

static int compare_keys(const void *a, const void *b)
{
    uint64_t one = *(const uint64_t *)a, other = *(const uint64_t *)b;
    return one < other ? -1 : one > other;
}

static void find_arrows(bool *gone, const Scene *before, const Scene *now)
{
    uint64_t *keys = memory_resize(NULL, (now->arrow_count + 1) * sizeof *keys);
    for (uint32_t i = 0; i < now->arrow_count; i++)
        keys[i] = arrow_key(now, &now->arrows[i]);
    qsort(keys, now->arrow_count, sizeof *keys, compare_keys);
    for (uint32_t i = 0; i < before->arrow_count; i++) {
        uint64_t key = arrow_key(before, &before->arrows[i]);
        gone[i] = !bsearch(&key, keys, now->arrow_count, sizeof *keys, compare_keys);
    }
    free(keys);
}

static bool has_frame(const Scene *scene, uint64_t number)
{
    for (uint32_t i = 0; i < scene->box_count && scene->boxes[i].kind == SCENE_FRAME; i++)
        if (scene->boxes[i].number == number)
            return true;
    return false;
}

/* The frames of a scene that another does not have. Frames come before objects; a card of folded ones has no number. */
static bool *missing_frames(const Scene *scene, const Scene *other)
{
    bool *missing = memory_resize(NULL, scene->box_count + 1);
    memset(missing, 0, scene->box_count + 1);
    for (uint32_t i = 0; i < scene->box_count && scene->boxes[i].kind == SCENE_FRAME; i++)
        missing[i] = scene->boxes[i].number && !has_frame(other, scene->boxes[i].number);
    return missing;
}

void scene_passing_find(ScenePassing *passing, const Scene *before, const Scene *now)
{
    passing->gone_arrows = memory_resize(NULL, before->arrow_count + 1);
    find_arrows(passing->gone_arrows, before, now);
    passing->gone_frames = missing_frames(before, now);
    passing->new_frames = missing_frames(now, before);
}

void scene_passing_finish(ScenePassing *passing)
{
    free(passing->gone_arrows);
    free(passing->gone_frames);
    free(passing->new_frames);
    *passing = (ScenePassing){0};
}
