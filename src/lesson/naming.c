/* A breadth-first walk from the names of the frames, the newest frame first. */
#include "lesson/naming.h"

#include <stdlib.h>

#include "machine/memory.h"

static bool naming_is_part(const ViewSlot *slot)
{
    return slot->role == ROLE_ITEM || slot->role == ROLE_ENTRY || slot->role == ROLE_ATTRIBUTE;
}

typedef struct NamingWalk {
    Naming *naming;
    int32_t *queue;
    uint32_t count;
} NamingWalk;

static void naming_reach(NamingWalk *walk, int32_t slot, int32_t from, int32_t depth)
{
    int32_t target = walk->naming->view->slots[slot].target;
    if (target == VIEW_NONE || walk->naming->ways[target].slot != VIEW_NONE)
        return;
    walk->naming->ways[target] = (NamingWay){slot, from, depth};
    walk->queue[walk->count++] = target;
}

static void naming_walk_frames(NamingWalk *walk)
{
    const View *view = walk->naming->view;
    for (uint32_t i = view->frame_count; i-- > 0;)
        for (uint32_t j = 0; j < view->frames[i].slot_count; j++) {
            int32_t slot = (int32_t)(view->frames[i].first_slot + j);
            if (view->slots[slot].role == ROLE_NAME)
                naming_reach(walk, slot, VIEW_NONE, 0);
        }
}

void naming_init(Naming *naming, const View *view)
{
    naming->view = view;
    naming->ways = memory_resize(NULL, view->object_count * sizeof *naming->ways);
    for (uint32_t i = 0; i < view->object_count; i++)
        naming->ways[i] = (NamingWay){VIEW_NONE, VIEW_NONE, 0};
    NamingWalk walk = {naming, memory_resize(NULL, view->object_count * sizeof *walk.queue), 0};
    naming_walk_frames(&walk);
    for (uint32_t i = 0; i < walk.count; i++) {
        int32_t object = walk.queue[i];
        const ViewObject *it = &view->objects[object];
        for (uint32_t j = 0; j < it->slot_count; j++)
            if (naming_is_part(&view->slots[it->first_slot + j]))
                naming_reach(&walk, (int32_t)(it->first_slot + j), object, naming->ways[object].depth + 1);
    }
    free(walk.queue);
}

void naming_finish(Naming *naming)
{
    free(naming->ways);
    naming->ways = NULL;
}

static void naming_add_text(Prose *prose, const View *view, ViewText text)
{
    if (text.length > 0)
        prose_add_bytes(prose, view_text(view, text), text.length);
}

static void naming_add_part(Prose *prose, const View *view, const ViewSlot *slot)
{
    if (slot->role == ROLE_ATTRIBUTE) {
        prose_add(prose, ".");
        naming_add_text(prose, view, slot->label);
        return;
    }
    prose_add(prose, "[");
    naming_add_text(prose, view, slot->role == ROLE_ITEM ? slot->label : view->objects[slot->key].repr);
    prose_add(prose, "]");
}

bool naming_write(Prose *prose, const Naming *naming, int32_t object)
{
    const NamingWay *way = object == VIEW_NONE ? NULL : &naming->ways[object];
    if (way == NULL || way->slot == VIEW_NONE || way->depth > NAMING_LONGEST)
        return false;
    const ViewSlot *slot = &naming->view->slots[way->slot];
    if (way->from == VIEW_NONE) {
        naming_add_text(prose, naming->view, slot->label);
        return true;
    }
    if (slot->role == ROLE_ENTRY && slot->key == VIEW_NONE)
        return false;
    naming_write(prose, naming, way->from);
    naming_add_part(prose, naming->view, slot);
    return true;
}

bool naming_write_slot(Prose *prose, const Naming *naming, int32_t object, const View *view, const ViewSlot *slot)
{
    if (!naming_is_part(slot) || (slot->role == ROLE_ENTRY && slot->key == VIEW_NONE))
        return false;
    if (!naming_write(prose, naming, object))
        return false;
    naming_add_part(prose, view, slot);
    return true;
}
