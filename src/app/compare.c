#include "app/compare.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

void comparison_init(Comparison *comparison)
{
    *comparison = (Comparison){0};
    for (int i = 0; i < 2; i++)
        scene_init(&comparison->scenes[i]);
}

void comparison_finish(Comparison *comparison)
{
    for (int i = 0; i < 2; i++)
        scene_finish(&comparison->scenes[i]);
}

/* Between two steps that lie apart much may have happened: what took the last reference is not known. */
static void forget_causes(ChangeList *changes)
{
    for (uint32_t i = 0; i < changes->count; i++)
        changes->items[i].cause = VIEW_NONE;
}

static void add(ChangeList *list, const Change *change)
{
    list->items = memory_grow(list->items, &list->capacity, (uint64_t)list->count + 1, sizeof *list->items);
    list->items[list->count++] = *change;
}

/* The same differences as they show in the picture before: slots that will hold something else, objects that will go. */
static void turn_round(const ChangeList *changes, ChangeList *turned)
{
    for (uint32_t i = 0; i < changes->count; i++) {
        Change change = changes->items[i];
        bool slot = change.kind == CHANGE_REBOUND || change.kind == CHANGE_UNBOUND;
        if (!(slot && change.slot_before != VIEW_NONE) && change.kind != CHANGE_DIED)
            continue;
        change.slot_before = changes->items[i].slot_after;
        change.slot_after = changes->items[i].slot_before;
        change.kind = slot ? CHANGE_REBOUND : CHANGE_DIED;
        add(turned, &change);
    }
}

static void append(char *words, size_t size, uint32_t count, const char *one, const char *many)
{
    size_t used = strlen(words);
    if (count)
        snprintf(words + used, size - used, "%s%" PRIu32 " %s", used ? ", " : "", count, count == 1 ? one : many);
}

/* What a new object refers to is no news of its own. */
static void count_changes(const ChangeList *changes, const View *before, char *words, size_t size)
{
    uint32_t seen[CHANGE_OUTPUT + 1] = {0};
    for (uint32_t i = 0; i < changes->count; i++) {
        const Change *change = &changes->items[i];
        bool is_new = !change->holder_is_frame && change->holder > before->newest_number;
        seen[change->kind] += !(change->kind == CHANGE_BOUND && is_new);
    }
    words[0] = '\0';
    append(words, size, seen[CHANGE_BORN], "new object", "new objects");
    append(words, size, seen[CHANGE_DIED], "freed", "freed");
    append(words, size, seen[CHANGE_BOUND] + seen[CHANGE_REBOUND] + seen[CHANGE_UNBOUND], "reference changed",
           "references changed");
    append(words, size, seen[CHANGE_VALUE], "value changed", "values changed");
    if (!words[0])
        snprintf(words, size, "no difference");
}

/* Both pictures, the earlier step's first. */
static void draw_both(Comparison *comparison, const CompareManner *manner, const View *views[2],
                      const ChangeList *changes)
{
    Layout *own = manner->layout ? NULL : layout_create(manner->measure, manner->scene);
    const Layout *layout = own ? own : manner->layout;
    ChangeList turned;
    change_init(&turned);
    turn_round(changes, &turned);
    if (own) {
        layout_add_view(own, views[0]);
        layout_add_view(own, views[1]);
        layout_solve(own);
    }
    Scene *earlier = &comparison->scenes[comparison->kept_is_later ? COMPARED_SHOWN : COMPARED_KEPT];
    Scene *later = &comparison->scenes[comparison->kept_is_later ? COMPARED_KEPT : COMPARED_SHOWN];
    scene_build(earlier, layout, views[1], views[0], &turned);
    scene_build(later, layout, views[0], views[1], changes);
    layout_extent(layout, &comparison->extent_width, &comparison->extent_height);
    layout_destroy(own);
    change_finish(&turned);
}

/* What differs from the earlier view to the later one, asked of the machine as it stands at the later one. */
static TimelineStatus find_changes(ChangeList *changes, Timeline *timeline, const View *views[2], Position later)
{
    change_compute(changes, views[0], views[1]);
    if (timeline_seek(timeline, later, NULL, NULL, NULL) == TIMELINE_CANCELLED)
        return TIMELINE_CANCELLED;
    change_drop_living(changes, views[0], timeline_is_alive, timeline);
    forget_causes(changes);
    return TIMELINE_REACHED;
}

TimelineStatus comparison_make(Comparison *comparison, Timeline *timeline, Position kept, Position at, const View *view,
                               const CompareManner *manner)
{
    View other;
    ChangeList changes;
    comparison->is_there = false;
    view_init(&other);
    change_init(&changes);
    TimelineStatus status = timeline_seek(timeline, kept, manner->view, &other, NULL);
    bool is_later = position_compare(kept, at) > 0;
    const View *views[2] = {is_later ? view : &other, is_later ? &other : view};
    if (status != TIMELINE_CANCELLED)
        status = find_changes(&changes, timeline, views, is_later ? kept : at);
    if (status != TIMELINE_CANCELLED) {
        comparison->kept = kept;
        comparison->kept_is_later = is_later;
        draw_both(comparison, manner, views, &changes);
        count_changes(&changes, views[0], comparison->words, sizeof comparison->words);
        comparison->is_there = true;
    }
    change_finish(&changes);
    view_finish(&other);
    return status;
}

/* ---- two runs ---- */

#define ELSEWHERE ((uint64_t)1 << 48)      /* added to the numbers of what this run has no like of */

/* Pairs of objects of the other run's view with those of this one, by index. */
typedef struct Pairing {
    View *other;
    const View *view;
    int32_t *of_other, *of_view;
} Pairing;

static bool same_text(const View *a, ViewText text, const View *b, ViewText other)
{
    return text.length == other.length
           && (text.length == 0 || memcmp(view_text(a, text), view_text(b, other), text.length) == 0);
}

static bool are_alike(const Pairing *p, const ViewObject *other, const ViewObject *object)
{
    bool scalar = object->kind == KIND_SCALAR;
    return other->kind == object->kind && same_text(p->other, other->type, p->view, object->type)
           && (!scalar || same_text(p->other, other->repr, p->view, object->repr));
}

static void pair_slots(Pairing *p, uint32_t other_first, uint32_t other_count, uint32_t first, uint32_t count);

static void pair_objects(Pairing *p, int32_t other, int32_t object)
{
    if (other == VIEW_NONE || object == VIEW_NONE || p->of_other[other] != VIEW_NONE || p->of_view[object] != VIEW_NONE
        || !are_alike(p, &p->other->objects[other], &p->view->objects[object]))
        return;
    p->of_other[other] = object;
    p->of_view[object] = other;
    pair_slots(p, p->other->objects[other].first_slot, p->other->objects[other].slot_count,
               p->view->objects[object].first_slot, p->view->objects[object].slot_count);
}

/* Those of the same label, which mostly are at the same place. */
static void pair_slots(Pairing *p, uint32_t other_first, uint32_t other_count, uint32_t first, uint32_t count)
{
    for (uint32_t i = 0; i < other_count; i++)
        for (uint32_t j = 0; j < count; j++) {
            uint32_t at = (i + j) % count;
            const ViewSlot *other = &p->other->slots[other_first + i], *slot = &p->view->slots[first + at];
            if (other->role != slot->role || !same_text(p->other, other->label, p->view, slot->label))
                continue;
            pair_objects(p, other->target, slot->target);
            pair_objects(p, other->key, slot->key);
            break;
        }
}

static void pair_frames(Pairing *p)
{
    bool same = true;
    for (uint32_t i = 0; i < p->other->frame_count; i++) {
        ViewFrame *other = &p->other->frames[i];
        const ViewFrame *frame = i < p->view->frame_count ? &p->view->frames[i] : NULL;
        same = same && frame && same_text(p->other, other->name, p->view, frame->name);
        other->number = same ? frame->number : other->number + ELSEWHERE;
        if (same)
            pair_slots(p, other->first_slot, other->slot_count, frame->first_slot, frame->slot_count);
    }
}

/* Gives what is alike in both the numbers that it has in this run. */
static void pair_views(View *other, const View *view)
{
    Pairing p = {other, view, memory_resize(NULL, other->object_count * sizeof *p.of_other),
                 memory_resize(NULL, view->object_count * sizeof *p.of_view)};
    for (uint32_t i = 0; i < other->object_count; i++)
        p.of_other[i] = VIEW_NONE;
    for (uint32_t i = 0; i < view->object_count; i++)
        p.of_view[i] = VIEW_NONE;
    pair_frames(&p);
    for (uint32_t i = 0; i < other->object_count; i++)
        other->objects[i].number = p.of_other[i] != VIEW_NONE ? view->objects[p.of_other[i]].number
                                                              : other->objects[i].number + ELSEWHERE;
    free(p.of_other);
    free(p.of_view);
}

/* Between two runs nothing is born, dies or is counted. */
static void keep_differences(ChangeList *changes)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < changes->count; i++) {
        uint8_t kind = changes->items[i].kind;
        if (kind == CHANGE_BOUND || kind == CHANGE_REBOUND || kind == CHANGE_UNBOUND || kind == CHANGE_VALUE)
            changes->items[kept++] = changes->items[i];
    }
    changes->count = kept;
    forget_causes(changes);
}

static void count_differences(const ChangeList *changes, char *words, size_t size)
{
    uint32_t slots = 0, values = 0;
    for (uint32_t i = 0; i < changes->count; i++)
        *(changes->items[i].kind == CHANGE_VALUE ? &values : &slots) += 1;
    words[0] = '\0';
    append(words, size, slots, "reference differs", "references differ");
    append(words, size, values, "value differs", "values differ");
    if (!words[0])
        snprintf(words, size, "no difference");
}

void comparison_make_runs(Comparison *comparison, const View *other, Position at, const View *view,
                          const CompareManner *manner)
{
    View copy;
    ChangeList changes;
    view_init(&copy);
    change_init(&changes);
    view_copy(&copy, other);
    pair_views(&copy, view);
    change_compute(&changes, &copy, view);
    keep_differences(&changes);
    comparison->kept = at;
    comparison->kept_is_later = false;
    comparison->of_runs = comparison->is_there = true;
    draw_both(comparison, manner, (const View *[2]){&copy, view}, &changes);
    count_differences(&changes, comparison->words, sizeof comparison->words);
    change_finish(&changes);
    view_finish(&copy);
}
