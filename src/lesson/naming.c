/* A breadth-first walk from the names of the frames, the newest frame first. */
#include "lesson/naming.h"

#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

static bool naming_is_part(const ViewSlot *slot)
{
    return slot->role == ROLE_ITEM || slot->role == ROLE_ENTRY || slot->role == ROLE_ATTRIBUTE;
}

typedef struct NamingWalk {
    Naming *naming;
    int32_t without;           /* a slot that leads nowhere */
    int32_t *queue;
    uint32_t count;
} NamingWalk;

static void naming_reach(NamingWalk *walk, int32_t slot, int32_t from, int32_t depth)
{
    const ViewSlot *it = &walk->naming->view->slots[slot];
    int32_t target = it->target;
    bool is_inside = it->state == SLOT_POINTER && it->offset > 0;      /* p[2] is not the third item then */
    if (target == VIEW_NONE || is_inside || slot == walk->without || walk->naming->ways[target].slot != VIEW_NONE)
        return;
    walk->naming->ways[target] = (NamingWay){slot, from, depth};
    walk->queue[walk->count++] = target;
}

static bool naming_is_letter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80);
}

/* Does the word stand in the line, not behind a dot? */
static bool naming_is_in(const char *line, const char *word, size_t length)
{
    for (const char *at = line; length > 0 && (at = strchr(at, word[0])) != NULL; at++)
        if (strncmp(at, word, length) == 0 && !naming_is_letter(at[length])
            && (at == line || (!naming_is_letter(at[-1]) && at[-1] != '.')))
            return true;
    return false;
}

/* Names of the running frame and of the module that stand in the line are what its reader has in mind. */
static void naming_walk_line(NamingWalk *walk, const char *line)
{
    const View *view = walk->naming->view;
    for (uint32_t i = view->frame_count; line != NULL && i-- > 0;)
        for (uint32_t j = 0; (i == 0 || i == view->frame_count - 1) && j < view->frames[i].slot_count; j++) {
            int32_t slot = (int32_t)(view->frames[i].first_slot + j);
            const ViewSlot *it = &view->slots[slot];
            if (it->role == ROLE_NAME && it->label.length > 0
                && naming_is_in(line, view_text(view, it->label), it->label.length))
                naming_reach(walk, slot, VIEW_NONE, 0);
        }
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

void naming_init(Naming *naming, const View *view, const char *line)
{
    naming_init_without(naming, view, line, VIEW_NONE);
}

void naming_init_without(Naming *naming, const View *view, const char *line, int32_t slot)
{
    naming->view = view;
    naming->ways = memory_resize(NULL, view->object_count * sizeof *naming->ways);
    for (uint32_t i = 0; i < view->object_count; i++)
        naming->ways[i] = (NamingWay){VIEW_NONE, VIEW_NONE, 0};
    NamingWalk walk = {naming, slot, memory_resize(NULL, view->object_count * sizeof *walk.queue), 0};
    naming_walk_line(&walk, line);
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

/* `way` is the slot that leads to the holder: a C pointer is followed by an arrow. */
static void naming_add_part(Prose *prose, const View *view, const ViewSlot *slot, const ViewSlot *way)
{
    if (slot->role == ROLE_ATTRIBUTE) {
        prose_add(prose, way->state == SLOT_POINTER ? "->" : ".");
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
    naming_add_part(prose, naming->view, slot, &naming->view->slots[naming->ways[way->from].slot]);
    return true;
}

bool naming_write_slot(Prose *prose, const Naming *naming, int32_t object, const View *view, const ViewSlot *slot)
{
    if (!naming_is_part(slot) || (slot->role == ROLE_ENTRY && slot->key == VIEW_NONE))
        return false;
    if (!naming_write(prose, naming, object))
        return false;
    naming_add_part(prose, view, slot, &naming->view->slots[naming->ways[object].slot]);
    return true;
}
