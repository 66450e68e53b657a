/* Random runs for the tests of the scene: a small machine without a language that binds names, builds lists, dicts,
 * instances and classes, calls, returns and forgets, and gives a view after every step. Equal seeds give equal runs. */
#ifndef REFARROWS_TESTS_RANDOM_RUN_H
#define REFARROWS_TESTS_RANDOM_RUN_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/view.h"
#include "scene/drawlist.h"

enum { RUN_OBJECTS = 4000, RUN_SLOTS = 12, RUN_FRAMES = 6, RUN_NAMES = 9, RUN_INTS = 12 };

typedef struct RunObject {
    uint64_t number;
    uint8_t kind;
    int slots[RUN_SLOTS], slot_count, class_of;
} RunObject;
typedef struct RunFrame { uint64_t number; int names[RUN_NAMES]; int name_count; } RunFrame;

typedef struct RandomRun {
    uint64_t state;
    RunObject objects[RUN_OBJECTS];
    int object_count;
    RunFrame frames[RUN_FRAMES];
    int frame_count;
    uint64_t frames_made;
    int index[RUN_OBJECTS], order[RUN_OBJECTS], found;
} RandomRun;

static inline uint32_t run_random(RandomRun *run, uint32_t below)
{
    run->state = run->state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(run->state >> 33) % below;
}

static inline int run_new(RandomRun *run, uint8_t kind)
{
    if (run->object_count == RUN_OBJECTS)
        return 0;
    RunObject *object = &run->objects[run->object_count];
    *object = (RunObject){.number = (uint64_t)run->object_count + 1, .kind = kind, .class_of = -1};
    return run->object_count++;
}

static inline void run_push(RandomRun *run)
{
    if (run->frame_count == RUN_FRAMES)
        return;
    RunFrame *frame = &run->frames[run->frame_count++];
    frame->number = ++run->frames_made;
    frame->name_count = 1 + (int)run_random(run, RUN_NAMES);
    for (int i = 0; i < frame->name_count; i++)
        frame->names[i] = -1;
}

static inline RandomRun *run_create(uint64_t seed)
{
    RandomRun *run = calloc(1, sizeof *run);
    run->state = seed * 77 + 5;
    for (int i = 0; i < RUN_INTS; i++)
        run_new(run, KIND_SCALAR);
    run_push(run);
    run->frames[0].name_count = RUN_NAMES;
    for (int i = 1; i < RUN_NAMES; i++)
        run->frames[0].names[i] = -1;
    return run;
}

/* An object that some name already leads to, or a small int. */
static inline int run_pick(RandomRun *run)
{
    if (run->found && run_random(run, 6))
        return run->order[run_random(run, (uint32_t)run->found)];
    return (int)run_random(run, RUN_INTS);
}

static inline int run_make(RandomRun *run)
{
    static const uint8_t KINDS[] = {KIND_SEQUENCE, KIND_SEQUENCE, KIND_DICT, KIND_INSTANCE, KIND_INSTANCE, KIND_SCALAR,
                                    KIND_SET, KIND_FUNCTION, KIND_CLASS, KIND_CELL};
    int made = run_new(run, KINDS[run_random(run, sizeof KINDS)]);
    if (run->objects[made].kind == KIND_INSTANCE)
        run->objects[made].class_of = run_pick(run);
    int slots = (int)run_random(run, 5);
    for (int i = 0; i < slots && run->objects[made].kind != KIND_SCALAR; i++)
        run->objects[made].slots[run->objects[made].slot_count++] = run_pick(run);
    return made;
}

static inline void run_change_slot(RandomRun *run, RunObject *object)
{
    if (object->kind == KIND_SCALAR)
        return;
    if (object->slot_count < RUN_SLOTS && run_random(run, 3))
        object->slots[object->slot_count++] = run_random(run, 2) ? run_make(run) : run_pick(run);
    else if (object->slot_count)
        object->slots[run_random(run, (uint32_t)object->slot_count)] = run_pick(run);
}

static inline void run_step(RandomRun *run)
{
    RunFrame *frame = &run->frames[run_random(run, (uint32_t)run->frame_count)];
    uint32_t choice = run_random(run, 20);
    int name = (int)run_random(run, (uint32_t)frame->name_count);
    if (choice < 3)
        frame->names[name] = run_make(run);
    else if (choice < 5)
        frame->names[name] = run_pick(run);
    else if (choice < 16)
        run_change_slot(run, &run->objects[run_pick(run)]);
    else if (choice < 17 && !run_random(run, 4))
        frame->names[name] = -1;
    else if (choice == 18)
        run_push(run);
    else if (choice == 19 && run->frame_count > 1)
        run->frame_count--;
}

static inline int run_find(RandomRun *run, int object)
{
    if (run->index[object] < 0) {
        run->index[object] = run->found;
        run->order[run->found++] = object;
    }
    return run->index[object];
}

static inline void run_add_slot(RandomRun *run, View *view, uint8_t role, int i, int target)
{
    char label[16] = "";
    if (role == ROLE_NAME || role == ROLE_ATTRIBUTE || role == ROLE_CELL)
        sprintf(label, "name%d", i);
    else if (role == ROLE_ITEM)
        sprintf(label, "%d", i);
    ViewText text = view_add_string(view, label);
    int index = target < 0 ? VIEW_NONE : run_find(run, target);
    int key = role == ROLE_ENTRY ? run_find(run, i) : VIEW_NONE;
    ViewSlot *slot = view_add_slot(view);
    slot->label = text;
    slot->role = role;
    slot->state = target < 0 ? SLOT_UNBOUND : SLOT_REFERENCE;
    slot->target = index;
    slot->key = key;
}

static inline void run_add_frame(RandomRun *run, View *view, int depth)
{
    const RunFrame *frame = &run->frames[depth];
    ViewText name = view_add_string(view, depth ? "function" : "<module>");
    ViewFrame *added = view_add_frame(view);
    uint32_t index = view->frame_count - 1;
    added->number = frame->number;
    added->name = name;
    added->is_module = depth == 0;
    added->is_active = depth + 1 == run->frame_count;
    added->first_slot = view->slot_count;
    for (int i = 0; i < frame->name_count; i++)
        run_add_slot(run, view, ROLE_NAME, i, frame->names[i]);
    view->frames[index].slot_count = view->slot_count - view->frames[index].first_slot;
}

static inline void run_add_object(RandomRun *run, View *view, int which)
{
    static const uint8_t ROLES[] = {
        [KIND_SEQUENCE] = ROLE_ITEM, [KIND_SET] = ROLE_MEMBER, [KIND_DICT] = ROLE_ENTRY,
        [KIND_INSTANCE] = ROLE_ATTRIBUTE,
        [KIND_CLASS] = ROLE_ATTRIBUTE, [KIND_FUNCTION] = ROLE_CELL, [KIND_CELL] = ROLE_CONTENT,
    };
    static const char *const TYPES[] = {
        [KIND_SCALAR] = "int", [KIND_SEQUENCE] = "list", [KIND_SET] = "set", [KIND_DICT] = "dict",
        [KIND_INSTANCE] = "Thing", [KIND_CLASS] = "type", [KIND_FUNCTION] = "function", [KIND_CELL] = "cell",
    };
    char repr[48];
    const RunObject *object = &run->objects[which];
    sprintf(repr, "%d", which * 37 % 1000);
    ViewText type = view_add_string(view, TYPES[object->kind]), text = view_add_string(view, repr);
    ViewObject *added = view_add_object(view);
    uint32_t index = view->object_count - 1;
    *added = (ViewObject){.number = object->number, .count = 1, .type = type, .repr = text, .kind = object->kind,
                          .length = (uint32_t)object->slot_count, .first_slot = view->slot_count,
                          .flags = which < RUN_INTS ? OBJECT_SHARED : 0};
    if (object->class_of >= 0)
        run_add_slot(run, view, ROLE_CLASS, 0, object->class_of);
    for (int i = 0; i < object->slot_count; i++)
        run_add_slot(run, view, ROLES[object->kind], i, object->slots[i]);
    view->objects[index].slot_count = view->slot_count - view->objects[index].first_slot;
}

/* The state as a view; also what run_pick chooses from afterwards. */
static inline void run_view(RandomRun *run, View *view)
{
    view_reset(view);
    run->found = 0;
    for (int i = 0; i < run->object_count; i++)
        run->index[i] = -1;
    for (int i = 0; i < run->frame_count; i++)
        run_add_frame(run, view, i);
    for (int i = 0; i < run->found; i++)
        run_add_object(run, view, run->order[i]);
    view->newest_number = (uint64_t)run->object_count;
}

/* A TextMeasure of plausible widths. */
static inline float run_text_width(void *context, const TextStyle *style, const char *text, size_t length)
{
    (void)context;
    (void)text;
    return 0.55f * style->size * (float)length;
}

#endif
