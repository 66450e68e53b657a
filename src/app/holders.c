#include "app/holders.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void copy_text(const View *view, ViewText text, char *to, size_t size)
{
    snprintf(to, size, "%.*s", (int)text.length, text.length ? view_text(view, text) : "");
}

static void tell_title(Viewer *viewer, const View *view, const ViewObject *object, bool is_alive)
{
    char type[60], repr[80];
    copy_text(view, object->type, type, sizeof type);
    copy_text(view, object->repr, repr, sizeof repr);
    const char *format = is_alive ? "Who holds the %s %s?" : "Why was the %s %s freed?";
    snprintf(viewer->asked_words, sizeof viewer->asked_words, format, type, repr);
    if (!is_alive)
        viewer->asked_count[0] = '\0';
    else if (object->flags & OBJECT_SHARED)
        snprintf(viewer->asked_count, sizeof viewer->asked_count, "\xE2\x88\x9E");
    else
        snprintf(viewer->asked_count, sizeof viewer->asked_count, "%" PRIu64, object->count);
}

/* The object in the picture; *view is the view that has it: that of the step before for one that was just freed. */
static const ViewObject *find_object(const Viewer *viewer, uint64_t number, const View **view)
{
    const StagePicture *stage = &viewer->page->stage;
    int32_t now = view_find_object(&stage->view, number);
    int32_t before = now == VIEW_NONE && stage->has_before ? view_find_object(&stage->before, number) : VIEW_NONE;
    *view = now != VIEW_NONE ? &stage->view : &stage->before;
    return now != VIEW_NONE ? &stage->view.objects[now] : before != VIEW_NONE ? &stage->before.objects[before] : NULL;
}

static void forget_words(Viewer *viewer)
{
    viewer->holder_count = viewer->more_holders = 0;
    viewer->asked_birth[0] = viewer->asked_death[0] = viewer->asked_why[0] = '\0';
}

bool holders_ask(Viewer *viewer, uint64_t number)
{
    const View *view;
    const ViewObject *object = viewer->page ? find_object(viewer, number, &view) : NULL;
    if (!object)
        return false;
    tell_title(viewer, view, object, view == &viewer->page->stage.view);
    forget_words(viewer);
    worker_ask(viewer->worker, number);
    return true;
}

/* The colour of the arrow that the holder has in the picture. */
static uint8_t color_of(const View *view, const HolderSlot *slot)
{
    if (slot->place == HOLDER_IN_INTERPRETER)
        return COLOR_FAINT;
    int32_t frame = slot->place == HOLDER_IN_FRAME ? view_find_frame(view, slot->number) : VIEW_NONE;
    return frame == VIEW_NONE ? COLOR_ARROW_OBJECT : (uint8_t)(COLOR_ARROW_0 + frame % 4);
}

static void tell_holder(Viewer *viewer, const View *view, const AnswerHolder *holder)
{
    ViewerHolder *words = &viewer->holder_words[viewer->holder_count];
    snprintf(words->name, sizeof words->name, "%s", holder->name);
    snprintf(words->place, sizeof words->place, "%s", holder->place);
    words->since[0] = '\0';
    if (holder->has_since)
        snprintf(words->since, sizeof words->since, "since step %" PRIu64, holder->since);
    viewer->holders[viewer->holder_count++] = (PanelHolder){
        words->name, words->place, words->since[0] ? words->since : NULL, color_of(view, &holder->slot)};
}

/* A built-in function in the middle of its work holds what only its C variables know. */
static void tell_unseen(Viewer *viewer, const ViewObject *object, const Answer *answer)
{
    if ((object->flags & OBJECT_SHARED) || object->count <= answer->found || viewer->holder_count == VIEWER_HOLDERS)
        return;
    ViewerHolder *words = &viewer->holder_words[viewer->holder_count];
    snprintf(words->name, sizeof words->name, "%" PRIu64 " more", object->count - answer->found);
    viewer->holders[viewer->holder_count++] = (PanelHolder){words->name, "by the built-in at work", NULL, COLOR_FAINT};
}

void holders_tell(Viewer *viewer)
{
    const Answer *answer = viewer->answer;
    const View *view;
    if (!answer || !viewer->page || answer->number != viewer->asked ||
        position_compare(answer->at, viewer->page->stage.stop.position) != 0)
        return;
    const ViewObject *object = find_object(viewer, viewer->asked, &view);
    forget_words(viewer);
    for (uint32_t i = 0; i < answer->count; i++)
        tell_holder(viewer, &viewer->page->stage.view, &answer->holders[i]);
    viewer->more_holders = answer->found - answer->count;
    if (object && answer->exists)
        tell_unseen(viewer, object, answer);
    if (answer->has_birth)
        snprintf(viewer->asked_birth, sizeof viewer->asked_birth, "made at line %d", answer->birth_line);
    if (answer->has_death)
        snprintf(viewer->asked_death, sizeof viewer->asked_death, "%sfreed at line %d", answer->exists ? "" : "was ",
                 answer->death_line);
    if (answer->has_death && !answer->exists)
        snprintf(viewer->asked_why, sizeof viewer->asked_why, "%s", answer->why);
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
    uint64_t target = strchr(id, '/') ? target_of(stage_picture_scene(stage), id) : 0;
    if (target || strncmp(id, prefix, sizeof prefix - 1) != 0)
        return target;
    return strtoull(id + sizeof prefix - 1, NULL, 10);
}
