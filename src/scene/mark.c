/* What the step changed, marked until the next. Only what stands in the picture is marked, and the fields of an
 * object that is itself new are not: the ring round it says it all. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"
#include "scene/build.h"
#include "scene/wording.h"

static uint32_t box_of_number(const Builder *builder, const NumberMap *objects, uint64_t number)
{
    uint32_t index = number_map_get(objects, number);
    return index == MAP_ABSENT ? SCENE_NONE : builder->box_of_object[index];
}

static void mark_born(Builder *builder, const Change *change, const NumberMap *objects)
{
    uint32_t box = box_of_number(builder, objects, change->object);
    if (box == SCENE_NONE)
        return;
    builder->scene->boxes[box].is_new = true;
    build_tag(builder, box, "new", COLOR_MARK);
}

/* Of a text those letters that are others now. */
static void mark_letters(Builder *builder, const Change *change, uint32_t cell)
{
    const ViewSlot *after = &builder->view->slots[change->slot_after];
    const ViewSlot *before = change->slot_before == VIEW_NONE ? NULL : &builder->before->slots[change->slot_before];
    const ViewByte *is = view_slot_bytes(builder->view, after);
    const ViewByte *was = before ? view_slot_bytes(builder->before, before) : NULL;
    for (uint32_t i = 0; is && i < after->size; i++) {
        bool known = was && i < before->size;
        builder->scene->cells[cell + i].changed = is[i].state == BYTE_SET
            && (!known || was[i].state != BYTE_SET || was[i].value != is[i].value);
    }
}

static void mark_slot(Builder *builder, const Change *change, const NumberMap *objects)
{
    if (change->slot_after == VIEW_NONE || builder->cell_of_slot[change->slot_after] == SCENE_NONE)
        return;
    uint32_t cell = builder->cell_of_slot[change->slot_after];
    if (builder->scene->cells[cell].style == CELL_LETTER)
        mark_letters(builder, change, cell);
    else
        builder->scene->cells[cell].changed = true;
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

/* Ghosts. Only what was freed leaves one: whoever makes the changes has left out what lives on out of sight. */

static void label_of(const View *view, int32_t slot, char *out)
{
    wording_label(view, &view->slots[slot], out);
    if (!out[0])
        strcpy(out, "a reference");
}

static void frame_reason(const View *before, uint64_t number, char *out)
{
    int32_t frame = view_find_frame(before, number);
    if (frame == VIEW_NONE)
        return;
    wording_frame_name(before, &before->frames[frame], out);
    strcat(out, " returned");
}

static void death_reason(const View *before, uint64_t number, char *out)
{
    int32_t owner = view_find_object(before, number);
    if (owner != VIEW_NONE)
        sprintf(out, "with the %.*s", (int)before->objects[owner].type.length,
                view_text(before, before->objects[owner].type));
}

/* Why an object went, from the change that caused it. A block of C goes because it is freed, whatever pointed to it. */
static void word_reason(const Builder *builder, const Change *death, const ViewObject *object, char *out)
{
    const View *before = builder->before;
    out[0] = '\0';
    if (object->flags & OBJECT_STRANDED) {
        strcpy(out, "by the cycle collector");
        return;
    }
    if (death->cause == VIEW_NONE || object->kind == KIND_BLOCK)
        return;
    const Change *cause = &builder->changes->items[death->cause];
    if (cause->kind == CHANGE_FRAME_POPPED) {
        frame_reason(before, cause->holder, out);
    } else if (cause->kind == CHANGE_DIED) {
        death_reason(before, cause->object, out);
    } else if (cause->slot_before != VIEW_NONE) {
        label_of(before, cause->slot_before, out);
        strcat(out, cause->kind == CHANGE_REBOUND ? " was rebound" : " let go");
    }
}

enum { REASON_MAX = WORDING_MAX + 80 };

static void add_ghost(Builder *builder, const Change *death, const ViewObject *object)
{
    char reason[REASON_MAX], tag[REASON_MAX + 16];
    word_reason(builder, death, object, reason);
    snprintf(tag, sizeof tag, reason[0] ? "freed: %s" : "freed", reason);
    build_ghost(builder, object, tag);
}

/* A literal or a function of C that nothing points to any more is only out of sight, and a block that was freed before
 * dies no second time. */
static bool leaves_ghost(const ViewObject *object)
{
    return !(object->flags & (OBJECT_FREED | OBJECT_READ_ONLY));
}

static void add_ghosts(Builder *builder)
{
    const View *before = builder->before;
    NumberMap objects = {0};
    index_objects(&objects, before);
    for (uint32_t i = 0; i < builder->changes->count; i++) {
        const Change *change = &builder->changes->items[i];
        uint32_t index = change->kind == CHANGE_DIED ? number_map_get(&objects, change->object) : MAP_ABSENT;
        if (index != MAP_ABSENT && leaves_ghost(&before->objects[index]))
            add_ghost(builder, change, &before->objects[index]);
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
