#include "app/compare.h"

#include <inttypes.h>
#include <stdio.h>
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
