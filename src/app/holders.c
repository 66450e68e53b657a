#include "app/holders.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void copy_text(const View *view, ViewText text, char *to, size_t size)
{
    snprintf(to, size, "%.*s", (int)text.length, view_text(view, text));
}

static void add_holder(Viewer *viewer, const char *name, const char *place, uint8_t color)
{
    if (viewer->holder_count == VIEWER_HOLDERS) {
        viewer->more_holders++;
        return;
    }
    ViewerHolder *words = &viewer->holder_words[viewer->holder_count];
    snprintf(words->name, sizeof words->name, "%s", name);
    snprintf(words->place, sizeof words->place, "%s", place);
    viewer->holders[viewer->holder_count++] = (PanelHolder){words->name, words->place, color};
}

static void add_from_frame(Viewer *viewer, const View *view, uint32_t index, int32_t object)
{
    const ViewFrame *frame = &view->frames[index];
    char name[VIEWER_WORDS], owner[100], place[VIEWER_WORDS];
    copy_text(view, frame->name, owner, sizeof owner);
    snprintf(place, sizeof place, "in %s", frame->is_module ? "module" : owner);
    for (uint32_t i = 0; i < frame->slot_count; i++) {
        const ViewSlot *slot = &view->slots[frame->first_slot + i];
        if (slot->target != object)
            continue;
        copy_text(view, slot->label, name, sizeof name);
        const char *words = slot->role == ROLE_STACK ? "(at work)" : slot->role == ROLE_RETURN ? "(returned)" : name;
        add_holder(viewer, words, place, (uint8_t)(COLOR_ARROW_0 + index % 4));
    }
}

static void add_from_object(Viewer *viewer, const View *view, const ViewObject *holder, int32_t object)
{
    char name[VIEWER_WORDS], label[VIEWER_WORDS - 8], type[80], place[VIEWER_WORDS];
    copy_text(view, holder->type, type, sizeof type);
    snprintf(place, sizeof place, "in %s", type);
    for (uint32_t i = 0; i < holder->slot_count; i++) {
        const ViewSlot *slot = &view->slots[holder->first_slot + i];
        if (slot->role == ROLE_WEAK || (slot->target != object && slot->key != object))
            continue;
        copy_text(view, slot->label, label, sizeof label);
        snprintf(name, sizeof name, slot->role == ROLE_ITEM ? "[%s]" : slot->role == ROLE_CLASS ? "class" : "%s",
                 *label ? label : slot->key == object ? "key" : "value");
        add_holder(viewer, name, place, COLOR_ARROW_OBJECT);
    }
}

/* References that no name or field accounts for: a function is held by its running call, a constant by its code, a value
 * by the expression that is being worked out. */
static void add_unseen(Viewer *viewer, const ViewObject *object)
{
    char words[VIEWER_WORDS];
    uint64_t seen = viewer->holder_count + viewer->more_holders;
    if ((object->flags & OBJECT_SHARED) || object->count <= seen)
        return;
    snprintf(words, sizeof words, "%llu more", (unsigned long long)(object->count - seen));
    add_holder(viewer, words, "by the interpreter at work", COLOR_FAINT);
}

bool holders_ask(Viewer *viewer, uint64_t number)
{
    const View *view = &viewer->page->stage.view;
    int32_t object = view_find_object(view, number);
    if (object == VIEW_NONE)
        return false;
    const ViewObject *asked = &view->objects[object];
    char type[60], repr[80];
    viewer->holder_count = viewer->more_holders = 0;
    copy_text(view, asked->type, type, sizeof type);
    copy_text(view, asked->repr, repr, sizeof repr);
    snprintf(viewer->asked_words, sizeof viewer->asked_words, "Who holds the %s %s?", type, repr);
    if (asked->flags & OBJECT_SHARED)
        snprintf(viewer->asked_count, sizeof viewer->asked_count, "\xE2\x88\x9E");
    else
        snprintf(viewer->asked_count, sizeof viewer->asked_count, "%llu", (unsigned long long)asked->count);
    for (uint32_t i = 0; i < view->frame_count; i++)
        add_from_frame(viewer, view, i, object);
    for (uint32_t i = 0; i < view->object_count; i++)
        add_from_object(viewer, view, &view->objects[i], object);
    add_unseen(viewer, asked);
    return true;
}

/* Follows the arrow of a cell, if one leaves there. */
static uint64_t target_of(const Scene *scene, const char *id)
{
    char own[VIEWER_ID];
    for (uint32_t i = 0; i < scene->arrow_count; i++) {
        const SceneArrow *arrow = &scene->arrows[i];
        scene_id(scene, arrow->from_box, arrow->from_cell, own, sizeof own);
        if (strcmp(own, id) == 0)
            return scene->boxes[arrow->to_box].number;
    }
    return 0;
}

uint64_t holders_object_of(const StagePicture *stage, const char *id)
{
    static const char prefix[] = "object:";
    uint64_t target = strchr(id, '/') ? target_of(&stage->scene, id) : 0;
    if (target || strncmp(id, prefix, sizeof prefix - 1) != 0)
        return target;
    return strtoull(id + sizeof prefix - 1, NULL, 10);
}
