/* Telling of counts and deaths: who else refers to an object, whose count rose or fell, who was freed and what went
 * with it, and what only the collector can free. */
#include "lesson/narrator.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/phrase.h"
#include "machine/memory.h"

enum {
    MOST_NAMES = 3,
    MOST_OBJECTS = 4,          /* objects enumerated in one sentence */
    MOST_COUNTS = 2            /* sentences about counts */
};

/* Names of an object. */

typedef struct NameList {
    const ViewSlot *slots[MOST_NAMES];
    uint32_t count;            /* all, also those beyond MOST_NAMES */
} NameList;

static bool counts_same_label(const View *view, const ViewSlot *a, const ViewSlot *b)
{
    return a->label.length == b->label.length
        && memcmp(view_text(view, a->label), view_text(view, b->label), a->label.length) == 0;
}

static bool counts_is_listed(const View *view, const NameList *list, const ViewSlot *slot)
{
    for (uint32_t i = 0; i < list->count && i < MOST_NAMES; i++)
        if (counts_same_label(view, list->slots[i], slot))
            return true;
    return false;
}

static bool counts_is_changed(const Narrator *n, int32_t slot)
{
    for (uint32_t i = 0; i < n->changes->count; i++)
        if (n->changes->items[i].slot_after == slot)
            return true;
    return false;
}

/* Names that refer to the object and did before, newest frame first; pointers, to the same place in it as `like`, which
 * may be NULL. Equal names of other frames count once. */
static NameList counts_names(const Narrator *n, int32_t object, const ViewSlot *like)
{
    NameList list = {.count = 0};
    const View *view = n->after;
    for (uint32_t i = view->frame_count; i-- > 0;)
        for (uint32_t j = 0; j < view->frames[i].slot_count; j++) {
            int32_t slot = (int32_t)(view->frames[i].first_slot + j);
            const ViewSlot *it = &view->slots[slot];
            if (it->target != object || it->role != ROLE_NAME || counts_is_listed(view, &list, it)
                || counts_is_changed(n, slot) || (like != NULL && it->pointer != like->pointer))
                continue;
            if (list.count < MOST_NAMES)
                list.slots[list.count] = it;
            list.count++;
        }
    return list;
}

static void counts_add_names(Narrator *n, const NameList *list)
{
    uint32_t told = list->count <= MOST_NAMES ? list->count : MOST_NAMES - 1, parts = told + (told < list->count);
    for (uint32_t i = 0; i < told; i++) {
        prose_join(&n->prose, i, parts);
        prose_add_bytes(&n->prose, view_text(n->after, list->slots[i]->label), list->slots[i]->label.length);
    }
    if (told < list->count)
        prose_format(&n->prose, " and %" PRIu32 " more names", list->count - told);
}

/* Where no name leads to it, the way that led there before: of several instances, which one it is. */
static void counts_add_way_before(Narrator *n, int32_t object)
{
    const ViewObject *is = &n->after->objects[object];
    int32_t before = number_index_find(&n->objects_before, is->number);
    if (before == VIEW_NONE || is->kind < KIND_SEQUENCE || is->kind > KIND_INSTANCE)
        return;
    Prose way;
    prose_init(&way);
    if (naming_write(&way, &n->naming_before, before)) {
        narrator_begin_aside(n);
        prose_format(&n->prose, ", which %s %s", way.text,
                     n->naming_before.ways[before].depth == 0 ? "named" : "referred to");
    }
    prose_finish(&way);
}

/* Is the only name one of the caller's that is spelled as that of the slot, as `self` mostly is? */
static bool counts_is_namesake(const View *view, const NameList *list, int32_t slot)
{
    if (list->count != 1 || view->frame_count < 2 || !counts_same_label(view, list->slots[0], &view->slots[slot]))
        return false;
    const ViewFrame *caller = &view->frames[view->frame_count - 2];
    uint32_t index = (uint32_t)(list->slots[0] - view->slots);
    return index >= caller->first_slot && index < caller->first_slot + caller->slot_count;
}

void narration_add_namers(Narrator *n, int32_t slot)
{
    int32_t object = slot == VIEW_NONE ? VIEW_NONE : n->after->slots[slot].target;
    if (object == VIEW_NONE || phrase_is_singleton(n->after, &n->after->objects[object]))
        return;
    NameList list = counts_names(n, object, &n->after->slots[slot]);
    if (list.count == 0)
        return;
    narrator_begin_aside(n);
    prose_add(&n->prose, "; ");
    counts_add_names(n, &list);
    prose_add(&n->prose, list.count == 1 ? " already names it" : " already name it");
}

void narration_add_which(Narrator *n, int32_t slot)
{
    int32_t object = n->after->slots[slot].target;
    if (object == VIEW_NONE || n->after->objects[object].kind != KIND_INSTANCE)
        return;
    NameList list = counts_names(n, object, NULL);
    int32_t before = number_index_find(&n->objects_before, n->after->objects[object].number);
    if (list.count > 0) {
        prose_add(&n->prose, counts_is_namesake(n->after, &list, slot) ? " that the caller's " : " that ");
        counts_add_names(n, &list);
        prose_add(&n->prose, list.count == 1 ? " names" : " name");
    } else if (before != VIEW_NONE && n->naming_before.ways[before].slot != VIEW_NONE
               && n->naming_before.ways[before].depth <= NAMING_LONGEST) {
        prose_add(&n->prose, " that ");
        naming_write(&n->prose, &n->naming_before, before);
        prose_add(&n->prose, " referred to");
    }
}

void narration_add_other_names(Narrator *n, int32_t slot)
{
    int32_t object = slot == VIEW_NONE ? VIEW_NONE : n->after->slots[slot].target;
    if (object == VIEW_NONE || phrase_is_singleton(n->after, &n->after->objects[object]))
        return;
    NameList list = counts_names(n, object, &n->after->slots[slot]);
    bool is_c = view_is_c(n->after);
    if (list.count == 0) {
        if (is_c)
            narration_add_pointed(n, slot);
        else
            counts_add_way_before(n, object);
        return;
    }
    narrator_begin_aside(n);
    prose_add(&n->prose, is_c ? ", where " : ", which ");
    prose_add(&n->prose, counts_is_namesake(n->after, &list, slot) ? "the caller's " : "");
    counts_add_names(n, &list);
    prose_add(&n->prose, is_c ? " already point" : " already name");
    prose_add(&n->prose, list.count == 1 ? "s" : "");
}

/* Counts. */

static const Change *counts_find(const Narrator *n, uint64_t object)
{
    for (uint32_t i = 0; i < n->changes->count; i++)
        if (n->changes->items[i].kind == CHANGE_COUNT && n->changes->items[i].object == object)
            return &n->changes->items[i];
    return NULL;
}

static bool counts_tells_rise(const Narrator *n, const Change *count)
{
    int32_t object = number_index_find(&n->objects_after, count->object);
    return count->kind == CHANGE_COUNT && count->after > count->before && count->cause != VIEW_NONE
        && object != VIEW_NONE && !(n->after->objects[object].flags & (OBJECT_SHARED | OBJECT_LIBRARY | OBJECT_SHIPPED))
        && n->after->objects[object].kind != KIND_CLASS;
}

void narration_add_risen(Narrator *n, uint64_t object)
{
    const Change *count = object == 0 ? NULL : counts_find(n, object);
    if (count == NULL || !counts_tells_rise(n, count))
        return;
    narrator_begin_aside(n);
    if (!view_is_c(n->after))
        prose_format(&n->prose, ": its count rose to %" PRIu64, count->after);
    n->counted[number_index_find(&n->objects_after, object)] = true;
}

static bool counts_ends_with(const Prose *prose, const char *word)
{
    size_t length = strlen(word);
    return prose->length > length && prose->text[prose->length - length - 1] == ' '
        && memcmp(prose->text + prose->length - length, word, length) == 0;
}

/* The way to an object that its type does not tell from others of it; a function is called by its name already. */
static void counts_add_way(Narrator *n, int32_t object)
{
    Prose way;
    prose_init(&way);
    if (n->after->objects[object].kind != KIND_SCALAR && naming_write(&way, &n->naming, object)
        && !counts_ends_with(&n->prose, way.text))
        prose_format(&n->prose, " (%s)", way.text);
    prose_finish(&way);
}

/* C counts nothing: what is told is how many pointers are left, when that is no more than one. */
static void counts_tell_pointers(Narrator *n, const Change *count, int32_t object)
{
    NameList list = counts_names(n, object, NULL);
    if (count->after > 1 || n->after->objects[object].flags & OBJECT_FREED)
        return;
    if (count->after == 0)
        prose_add(&n->prose, "No pointer that is shown leads to ");
    else
        prose_add(&n->prose, "One pointer is left that leads to ");
    phrase_object(&n->prose, n->after, object, false);
    if (list.count == 1) {
        prose_add(&n->prose, ": ");
        counts_add_names(n, &list);
    } else if (count->after == 1)
        counts_add_way(n, object);
    narrator_end_sentence(n);
}

static void counts_tell_fall(Narrator *n, const Change *count, int32_t object)
{
    NameList list = counts_names(n, object, NULL);
    uint64_t lost = count->before - count->after;
    phrase_object(&n->prose, n->after, object, false);
    prose_capitalize(&n->prose, 0);
    if (list.count == 0)
        counts_add_way(n, object);
    if (lost == 1)
        prose_add(&n->prose, " lost one reference");
    else
        prose_format(&n->prose, " lost %" PRIu64 " references", lost);
    if (list.count > 0) {
        prose_add(&n->prose, ": ");
        counts_add_names(n, &list);
        prose_add(&n->prose, list.count == 1 ? " still names it, so" : " still name it, so");
    } else
        prose_add(&n->prose, ":");
    prose_format(&n->prose, " its count fell from %" PRIu64 " to %" PRIu64, count->before, count->after);
    narrator_end_sentence(n);
}

static void counts_tell_rise(Narrator *n, const Change *count, int32_t object)
{
    prose_add(&n->prose, "The count of ");
    phrase_object(&n->prose, n->after, object, false);
    counts_add_way(n, object);
    prose_format(&n->prose, " rose from %" PRIu64 " to %" PRIu64, count->before, count->after);
    narrator_end_sentence(n);
}

void narration_counts(Narrator *n)
{
    uint32_t told = 0;
    for (uint32_t i = 0; i < n->changes->count && told < MOST_COUNTS; i++) {
        const Change *count = &n->changes->items[i];
        int32_t object = count->kind == CHANGE_COUNT ? number_index_find(&n->objects_after, count->object) : VIEW_NONE;
        if (object == VIEW_NONE || n->counted[object])
            continue;
        bool is_c = view_is_c(n->after);
        if (narrator_tells_fall(n, count) && is_c)
            counts_tell_pointers(n, count, object);
        else if (narrator_tells_fall(n, count))
            counts_tell_fall(n, count, object);
        else if (counts_tells_rise(n, count) && !is_c)
            counts_tell_rise(n, count, object);
        else
            continue;
        n->counted[object] = true;
        told++;
    }
}

/* Deaths. */

typedef struct DeathList {
    int32_t *objects;          /* of the view before */
    uint32_t count, capacity;
} DeathList;

static void deaths_add(DeathList *list, int32_t object)
{
    list->objects = memory_grow(list->objects, &list->capacity, (uint64_t)list->count + 1, sizeof *list->objects);
    list->objects[list->count++] = object;
}

static bool deaths_is_child(const Narrator *n, const Change *death)
{
    int32_t object = number_index_find(&n->objects_before, death->object);
    if (object != VIEW_NONE && n->before->objects[object].kind == KIND_BLOCK)
        return false;
    return death->cause != VIEW_NONE && n->changes->items[death->cause].kind == CHANGE_DIED;
}

/* The freed, in order of their deaths; either those that went first, or those that went with them. Cells are how
 * closures work, and not what a reader asks about. */
static DeathList deaths_collect_freed(const Narrator *n, bool children)
{
    DeathList list = {NULL, 0, 0};
    for (uint32_t i = 0; i < n->changes->count; i++) {
        const Change *death = &n->changes->items[i];
        int32_t object = death->kind == CHANGE_DIED ? number_index_find(&n->objects_before, death->object) : VIEW_NONE;
        if (object == VIEW_NONE || n->fate.kinds[object] != FATE_FREED || n->before->objects[object].flags & OBJECT_FREED
            || n->before->objects[object].kind == KIND_CELL || n->before->objects[object].flags & OBJECT_STRANDED)
            continue;
        if (deaths_is_child(n, death) == children)
            deaths_add(&list, object);
    }
    return list;
}

/* Does the view show less of a freed container than it held? Then nobody knows from it how much went with it. */
static bool deaths_are_partly_seen(const Narrator *n)
{
    for (uint32_t i = 0; i < n->changes->count; i++) {
        const Change *death = &n->changes->items[i];
        int32_t place = death->kind == CHANGE_DIED ? number_index_find(&n->objects_before, death->object) : VIEW_NONE;
        const ViewObject *object = place == VIEW_NONE ? NULL : &n->before->objects[place];
        if (object && (object->kind == KIND_SEQUENCE || object->kind == KIND_SET || object->kind == KIND_DICT) &&
            object->length > object->slot_count)
            return true;
    }
    return false;
}

/* Of an instance that a part of another object referred to: which one it was. */
static void deaths_add_way(Narrator *n, int32_t object)
{
    const ViewObject *was = &n->before->objects[object];
    Prose way;
    prose_init(&way);
    if (was->kind == KIND_INSTANCE && naming_write(&way, &n->naming_before, object)
        && n->naming_before.ways[object].depth > 0)
        prose_format(&n->prose, " that %s referred to", way.text);
    prose_finish(&way);
}

/* "the list [1], another list [1] and 3 more objects" */
static void deaths_enumerate(Narrator *n, const DeathList *list)
{
    uint32_t told = list->count <= MOST_OBJECTS ? list->count : MOST_OBJECTS - 1, parts = told + (told < list->count);
    Prose words, earlier;
    prose_init(&words);
    prose_init(&earlier);
    for (uint32_t i = 0; i < told; i++) {
        bool repeated = false;
        prose_reset(&words);
        phrase_bare_object(&words, n->before, list->objects[i]);
        for (uint32_t j = 0; j < i && !repeated; j++) {
            prose_reset(&earlier);
            phrase_bare_object(&earlier, n->before, list->objects[j]);
            repeated = strcmp(words.text, earlier.text) == 0;
        }
        prose_join(&n->prose, i, parts);
        prose_format(&n->prose, "%s %s", repeated ? "another" : "the", words.text);
    }
    if (told < list->count && deaths_are_partly_seen(n))
        prose_add(&n->prose, " and many more objects");
    else if (told < list->count)
        prose_format(&n->prose, " and %" PRIu32 " more objects", list->count - told);
    prose_finish(&words);
    prose_finish(&earlier);
}

static void deaths_tell_freed(Narrator *n)
{
    DeathList roots = deaths_collect_freed(n, false), children = deaths_collect_freed(n, true);
    bool many = roots.count > 1;
    if (roots.count > 0) {
        deaths_enumerate(n, &roots);
        if (!many)
            deaths_add_way(n, roots.objects[0]);
        prose_capitalize(&n->prose, 0);
        prose_add(&n->prose, many ? " lost their last references and were freed"
                                      : " lost its last reference and was freed");
        narrator_end_sentence(n);
    }
    if (children.count > 0) {
        prose_add(&n->prose, many ? "With them went " : "With it went ");
        deaths_enumerate(n, &children);
        prose_add(&n->prose, ", to which nothing else referred");
        narrator_end_sentence(n);
    }
    free(roots.objects);
    free(children.objects);
}

static void deaths_tell_list(Narrator *n, const DeathList *list, const char *one, const char *many)
{
    if (list->count == 0)
        return;
    deaths_enumerate(n, list);
    prose_capitalize(&n->prose, 0);
    prose_add(&n->prose, list->count == 1 ? one : many);
    narrator_end_sentence(n);
}

/* Objects that a cycle keeps, and that no name leads to since this step: stranded in the view after, or gone from
 * it. */
static DeathList deaths_collect_stranded(const Narrator *n)
{
    DeathList list = {NULL, 0, 0};
    for (uint32_t i = 0; i < n->before->object_count; i++) {
        const ViewObject *was = &n->before->objects[i];
        int32_t is = number_index_find(&n->objects_after, was->number);
        bool lost = is == VIEW_NONE ? n->fate.kinds[i] == FATE_CYCLE
                                    : (n->after->objects[is].flags & OBJECT_STRANDED) != 0;
        if (lost && !(was->flags & OBJECT_STRANDED) && was->kind != KIND_CELL && was->kind != KIND_BLOCK)
            deaths_add(&list, (int32_t)i);
    }
    return list;
}

/* Those that were stranded before and are gone now: nobody but the collector could find them. */
static DeathList deaths_collect_garbage(const Narrator *n)
{
    DeathList list = {NULL, 0, 0};
    for (uint32_t i = 0; i < n->before->object_count && !n->after->truncated; i++)
        if (n->before->objects[i].flags & OBJECT_STRANDED && n->before->objects[i].kind != KIND_CELL
            && number_index_find(&n->objects_after, n->before->objects[i].number) == VIEW_NONE)
            deaths_add(&list, (int32_t)i);
    return list;
}

static void deaths_tell_cycles(Narrator *n)
{
    DeathList stranded = deaths_collect_stranded(n), garbage = deaths_collect_garbage(n);
    deaths_tell_list(n, &stranded,
                     " can no longer be reached from any name, but it refers to itself: its count stays above zero,"
                     " and only the cycle collector can free it",
                     " can no longer be reached from any name, but they keep each other alive: their counts stay above"
                     " zero, and only the cycle collector can free them");
    deaths_tell_list(n, &garbage, ", part of a cycle that no name led to, was freed",
                     ", parts of a cycle that no name led to, were freed");
    free(stranded.objects);
    free(garbage.objects);
}

void narration_deaths(Narrator *n)
{
    if (view_is_c(n->after))
        return;                /* blocks are freed by who says so */
    if (n->fate.freed > 0)
        deaths_tell_freed(n);
    deaths_tell_cycles(n);
}
