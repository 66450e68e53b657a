#include "app/holders.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void copy_text(const View *view, ViewText text, char *to, size_t size)
{
    snprintf(to, size, "%.*s", (int)text.length, text.length ? view_text(view, text) : "");
}

/* A freed block of C's says so in its type. */
static const char *question_about(const ViewObject *object, bool is_alive)
{
    if (!is_alive)
        return "Why was the %s%s%s freed?";
    if (!(object->flags & OBJECT_UNCOUNTED))
        return "Who holds the %s%s%s?";
    return object->flags & OBJECT_FREED ? "Who still points at the %s%s%s?" : "Who points at the %s%s%s?";
}

static void tell_object_title(Viewer *viewer, const View *view, const ViewObject *object, bool is_alive)
{
    char type[60], repr[80];
    copy_text(view, object->type, type, sizeof type);
    copy_text(view, object->repr, repr, sizeof repr);
    char *colon = object->flags & OBJECT_FREED ? strchr(type, ':') : NULL;
    if (colon)                         /* "freed: int[4]" */
        memmove(colon, colon + 1, strlen(colon));
    snprintf(viewer->asked_words, sizeof viewer->asked_words, question_about(object, is_alive), type,
             type[0] && repr[0] ? " " : "", repr);
    if (!is_alive || (object->flags & OBJECT_UNCOUNTED))
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
    viewer->holder_count = viewer->more_holders = viewer->event_count = 0;
    viewer->asked_why[0] = '\0';
}

/* "x in add", for what is a name there; false: there is no such frame now. */
static bool word_name(const Viewer *viewer, char *words, size_t size)
{
    const View *view = &viewer->page->stage.view;
    int32_t frame = view_find_frame(view, viewer->asked.frame);
    if (!viewer->asked.name[0] || frame == VIEW_NONE)
        return false;
    char name[80] = "module";
    if (!view->frames[frame].is_module)
        copy_text(view, view->frames[frame].name, name, sizeof name);
    snprintf(words, size, "%s in %s", viewer->asked.name, name);
    return true;
}

static bool tell_title(Viewer *viewer)
{
    const View *view;
    const ViewObject *object = viewer->page ? find_object(viewer, viewer->asked.object, &view) : NULL;
    if (object) {
        tell_object_title(viewer, view, object, view == &viewer->page->stage.view);
        return true;
    }
    viewer->asked.object = 0;
    viewer->asked_count[0] = '\0';
    if (viewer->asked.calls) {
        snprintf(viewer->asked_words, sizeof viewer->asked_words, "Calls that have ended");
        return viewer->page != NULL;
    }
    return viewer->page && word_name(viewer, viewer->asked_words, sizeof viewer->asked_words);
}

bool holders_ask_again(Viewer *viewer)
{
    if (!tell_title(viewer))
        return false;
    forget_words(viewer);
    worker_ask(viewer->worker, &viewer->asked);
    return true;
}

void holders_close(Viewer *viewer)
{
    viewer->asked = (ChronicleQuestion){0};
}

static bool ask(Viewer *viewer, const ChronicleQuestion *question)
{
    ChronicleQuestion before = viewer->asked;
    viewer->asked = *question;
    if (chronicle_is_asked(question) && holders_ask_again(viewer))
        return true;
    viewer->asked = before;
    return false;
}

bool holders_ask(Viewer *viewer, uint64_t number)
{
    return ask(viewer, &(ChronicleQuestion){.object = number});
}

void holders_ask_calls(Viewer *viewer)
{
    if (viewer->asked.calls)
        holders_close(viewer);
    else
        ask(viewer, &(ChronicleQuestion){.calls = true});
}

bool holders_ask_thing(Viewer *viewer, const char *id, uint64_t number)
{
    uint32_t box, cell;
    ChronicleQuestion question = {.object = number};
    const Scene *scene = viewer->page ? stage_picture_scene(&viewer->page->stage) : NULL;
    const char *name = strchr(id, '/');
    if (scene && name && scene_find(scene, id, &box, &cell) && scene->boxes[box].kind == SCENE_FRAME
        && strlen(name + 1) < sizeof question.name) {
        question.frame = scene->boxes[box].number;
        strcpy(question.name, name + 1);
    }
    return ask(viewer, &question);
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

/* ---- the histories ---- */

/* A line of them; without a step it is a heading. */
static void add_line(Viewer *viewer, uint64_t step, int line, const char *format, const char *about)
{
    if (viewer->event_count == VIEWER_EVENTS)
        return;
    size_t at = viewer->event_count++;
    ViewerEvent *words = &viewer->event_words[at];
    snprintf(words->what, sizeof words->what, format, about);
    if (line > 0)
        snprintf(words->when, sizeof words->when, "line %d, step %" PRIu64, line, step);
    else
        snprintf(words->when, sizeof words->when, "step %" PRIu64, step);
    bool is_heading = step == UINT64_MAX;
    viewer->event_steps[at] = step;
    viewer->events[at] = (PanelEvent){words->what, is_heading ? NULL : words->when,
                                      step == viewer->page->stage.stop.position.step};
}

static void add_heading(Viewer *viewer, const char *words) { add_line(viewer, UINT64_MAX, 0, "%s", words); }

static uint32_t add_events(Viewer *viewer, const Chronicle *chronicle, bool of_name)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < chronicle->count; i++) {
        const ChronicleEvent *event = &chronicle->events[i];
        if (event->of_name != of_name)
            continue;
        add_line(viewer, event->step, event->line, "%s", event->words);
        count++;
    }
    return count;
}

static void tell_history(Viewer *viewer, const Answer *answer)
{
    char words[VIEWER_WORDS];
    bool named = word_name(viewer, words, sizeof words);
    if (named && viewer->asked.object)
        add_heading(viewer, words);
    if (named && !add_events(viewer, &answer->chronicle, true) && answer->has_history)
        add_heading(viewer, "nothing happened to it yet");
    if (named && (answer->has_birth || answer->has_death))
        add_heading(viewer, "the object");
    if (answer->has_birth)
        add_line(viewer, answer->birth_step, answer->birth_line, "made", "");
    bool any = add_events(viewer, &answer->chronicle, false) > 0;
    if (viewer->asked.calls && !any && answer->has_history)
        add_heading(viewer, "none yet");
    if (answer->has_death)
        add_line(viewer, answer->death_step, answer->death_line, "freed", "");
    if (answer->chronicle.more_before || answer->chronicle.more_after)
        add_heading(viewer, "there may be more, far from here");
}

void holders_tell(Viewer *viewer)
{
    const Answer *answer = viewer->answer;
    const View *view;
    if (!answer || !viewer->page || !chronicle_same(&answer->question, &viewer->asked) ||
        position_compare(answer->at, viewer->page->stage.stop.position) != 0)
        return;
    const ViewObject *object = find_object(viewer, viewer->asked.object, &view);
    forget_words(viewer);
    for (uint32_t i = 0; i < answer->count; i++)
        tell_holder(viewer, &viewer->page->stage.view, &answer->holders[i]);
    viewer->more_holders = answer->found - answer->count;
    if (object && answer->exists)
        tell_unseen(viewer, object, answer);
    tell_history(viewer, answer);
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
