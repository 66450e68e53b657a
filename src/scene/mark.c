/* What the step changed, marked until the next. Only what stands in the picture is marked, and the fields of an
 * object that is itself new are not: the ring round it says it all. */
#include <inttypes.h>

#include "scene/build.h"

static uint32_t box_of_number(const Builder *builder, const NumberMap *objects, uint64_t number)
{
    uint32_t index = number_map_get(objects, number);
    return index == MAP_ABSENT ? SCENE_NONE : builder->box_of_object[index];
}

static void mark_born(Builder *builder, const Change *change, const NumberMap *objects)
{
    uint32_t box = box_of_number(builder, objects, change->object);
    if (box != SCENE_NONE)
        builder->scene->boxes[box].is_new = true;
}

static void mark_slot(Builder *builder, const Change *change, const NumberMap *objects)
{
    if (change->slot_after == VIEW_NONE || builder->cell_of_slot[change->slot_after] == SCENE_NONE)
        return;
    builder->scene->cells[builder->cell_of_slot[change->slot_after]].changed = true;
}

static void mark_count(Builder *builder, const Change *change, const NumberMap *objects)
{
    char text[32];
    uint32_t box = box_of_number(builder, objects, change->object);
    if (box == SCENE_NONE || !builder->scene->show_counts || builder->scene->boxes[box].shared)
        return;
    if (change->after > change->before)
        sprintf(text, "+%" PRIu64, change->after - change->before);
    else
        sprintf(text, "\xE2\x88\x92%" PRIu64, change->before - change->after);
    builder->scene->boxes[box].delta = scene_add_text(builder->scene, text);
}

typedef void (*Marker)(Builder *builder, const Change *change, const NumberMap *objects);

static const Marker MARKERS[] = {
    [CHANGE_BORN] = mark_born, [CHANGE_BOUND] = mark_slot, [CHANGE_REBOUND] = mark_slot,
    [CHANGE_COUNT] = mark_count, [CHANGE_OUTPUT] = NULL,
};

static void index_objects(NumberMap *map, const View *view)
{
    for (uint32_t i = 0; i < view->object_count; i++)
        number_map_put(map, view->objects[i].number, i);
}

static void add_ghosts(Builder *builder)
{
    NumberMap objects = {0};
    for (uint32_t i = 0; i < builder->changes->count; i++) {
        const Change *change = &builder->changes->items[i];
        if (change->kind != CHANGE_DIED)
            continue;
        if (!objects.count)
            index_objects(&objects, builder->before);
        uint32_t index = number_map_get(&objects, change->object);
        if (index != MAP_ABSENT)
            build_ghost(builder, &builder->before->objects[index]);
    }
    number_map_finish(&objects);
}

static void unmark_fields(const Scene *scene)
{
    for (uint32_t i = 0; i < scene->cell_count; i++)
        if (scene->boxes[scene->cells[i].box].is_new)
            scene->cells[i].changed = false;
}

void build_marks(Builder *builder)
{
    if (!builder->changes || !builder->before)
        return;
    NumberMap objects = {0};
    index_objects(&objects, builder->view);
    for (uint32_t i = 0; i < builder->changes->count; i++) {
        const Change *change = &builder->changes->items[i];
        if (change->kind < sizeof MARKERS / sizeof *MARKERS && MARKERS[change->kind])
            MARKERS[change->kind](builder, change, &objects);
    }
    number_map_finish(&objects);
    unmark_fields(builder->scene);
    add_ghosts(builder);
}
