#include "machine/holders.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"
#include "machine/numbers.h"

/* ---- the list ---- */

void holder_list_init(HolderList *list)
{
    *list = (HolderList){0};
    view_init(&list->text);
}

void holder_list_finish(HolderList *list)
{
    free(list->objects);
    free(list->items);
    view_finish(&list->text);
    *list = (HolderList){0};
}

void holder_list_begin(HolderList *list, const uint64_t *numbers, uint32_t count)
{
    list->count = 0;
    list->object_count = count;
    list->objects = memory_grow(list->objects, &list->object_capacity, (uint64_t)count + 1, sizeof *list->objects);
    for (uint32_t i = 0; i < count; i++)
        list->objects[i] = (HeldObject){.number = numbers[i]};
    view_reset(&list->text);
}

Holder *holder_list_add(HolderList *list, uint32_t object, uint32_t most)
{
    HeldObject *held = &list->objects[object];
    held->found++;
    if (most && held->listed >= most)
        return NULL;
    held->listed++;
    list->items = memory_grow(list->items, &list->capacity, (uint64_t)list->count + 1, sizeof *list->items);
    Holder *holder = &list->items[list->count++];
    *holder = (Holder){.object = object};
    return holder;
}

void holder_list_end(HolderList *list)
{
    uint32_t first = 0;
    for (uint32_t i = 0; i < list->object_count; i++) {
        list->objects[i].first = first;
        first += list->objects[i].listed;
        list->objects[i].listed = 0;
    }
    if (list->object_count == 1 || !list->count) {
        for (uint32_t i = 0; i < list->object_count; i++)
            list->objects[i].listed = list->count;
        return;
    }
    Holder *sorted = memory_resize(NULL, list->count * sizeof *sorted);
    for (uint32_t i = 0; i < list->count; i++) {
        HeldObject *held = &list->objects[list->items[i].object];
        sorted[held->first + held->listed++] = list->items[i];
    }
    free(list->items);
    list->items = sorted;
    list->capacity = list->count;
}

/* ---- from the view ---- */

static void add_from_slots(HolderList *list, const View *view, const NumberIndex *asked, Holder like, uint32_t first,
                           uint32_t count, uint32_t most)
{
    for (uint32_t i = first; i < first + count; i++) {
        const ViewSlot *slot = &view->slots[i];
        int32_t object = slot->target == VIEW_NONE || slot->role == ROLE_WEAK
                             ? VIEW_NONE : number_index_find(asked, view->objects[slot->target].number);
        Holder *holder = object == VIEW_NONE ? NULL : holder_list_add(list, (uint32_t)object, most);
        if (!holder)
            continue;
        like.object = holder->object;
        *holder = like;
        holder->role = slot->state == SLOT_POINTER ? HOLDER_POINTER
            : like.place == HOLDER_IN_FRAME ? HOLDER_NAME : HOLDER_ITEM;
        holder->label = view_add_text(&list->text, view_text(view, slot->label), slot->label.length);
    }
}

static ViewText copy_text(HolderList *list, const View *view, ViewText text)
{
    return view_add_text(&list->text, text.length ? view_text(view, text) : "", text.length);
}

static void find_in_view(HolderList *list, const View *view, const NumberIndex *asked, uint32_t most)
{
    for (uint32_t i = 0; i < view->frame_count; i++) {
        const ViewFrame *frame = &view->frames[i];
        Holder like = {.number = frame->number, .place = HOLDER_IN_FRAME, .owner = copy_text(list, view, frame->name)};
        add_from_slots(list, view, asked, like, frame->first_slot, frame->slot_count, most);
    }
    for (uint32_t i = 0; i < view->object_count; i++) {
        const ViewObject *object = &view->objects[i];
        int32_t place = number_index_find(asked, object->number);
        Holder like = {.number = object->number, .address = object->address, .place = HOLDER_IN_OBJECT,
                       .owner = copy_text(list, view, object->type)};
        if (place != VIEW_NONE)
            list->objects[place].exists = true, list->objects[place].address = object->address;
        add_from_slots(list, view, asked, like, object->first_slot, object->slot_count, most);
    }
}

void holders_find(const MachineLanguage *language, Machine *machine, const uint64_t *numbers, uint32_t count,
                  uint32_t most, HolderList *list)
{
    if (language->holders) {
        language->holders(machine, numbers, count, most, list);
        return;
    }
    View view;
    NumberIndex asked;
    view_init(&view);
    number_index_init(&asked);
    number_index_reset(&asked, count);
    for (uint32_t i = 0; i < count; i++)
        number_index_add(&asked, numbers[i], (int32_t)i);
    language->view(machine, &(ViewOptions){.evaluation_stack = true}, &view);
    holder_list_begin(list, numbers, count);
    find_in_view(list, &view, &asked, most);
    holder_list_end(list);
    number_index_finish(&asked);
    view_finish(&view);
}

void holders_of_view(const MachineLanguage *language, Machine *machine, const View *view, uint32_t most,
                     HolderList *list)
{
    uint64_t *numbers = memory_resize(NULL, view->object_count * sizeof *numbers);
    for (uint32_t i = 0; i < view->object_count; i++)
        numbers[i] = view->objects[i].number;
    holders_find(language, machine, numbers, view->object_count, most, list);
    free(numbers);
}

HolderSlot holder_slot(const HolderList *list, const Holder *holder)
{
    HolderSlot slot = {.number = holder->number, .address = holder->address, .place = holder->place,
                       .role = holder->role};
    snprintf(slot.label, sizeof slot.label, "%.*s", (int)holder->label.length,
             holder->label.length ? holder_text(list, holder->label) : "");
    return slot;
}

/* ---- words ---- */

typedef struct RoleRow {
    const char *name;          /* in JSON */
    const char *what;          /* %s is the label */
    const char *alone;         /* when there is no label */
    const char *where;         /* %s is the owner */
} RoleRow;

static const RoleRow roles[HOLDER_ROLE_COUNT] = {
    [HOLDER_NAME] = {"name", "%s", "a name", "in %s"},
    [HOLDER_CELL] = {"cell", "%s", "a cell", "in a cell of %s"},
    [HOLDER_ITEM] = {"item", "item %s", "an item", "of %s"},
    [HOLDER_MEMBER] = {"member", "%s", "an element", "of %s"},
    [HOLDER_KEY] = {"key", "key %s", "a key", "of %s"},
    [HOLDER_VALUE] = {"value", "value of %s", "a value", "in %s"},
    [HOLDER_ATTRIBUTE] = {"attribute", ".%s", "an attribute", "of %s"},
    [HOLDER_CLASS] = {"class", "%s", "the class", "of %s"},
    [HOLDER_BASE] = {"base", "%s", "a base", "of %s"},
    [HOLDER_DEFAULT] = {"default", "default of %s", "a default", "in %s"},
    [HOLDER_CLOSURE] = {"closure", "%s", "a cell", "in the closure of %s"},
    [HOLDER_METHOD] = {"method", "%s", "a part", "of %s"},
    [HOLDER_ITERATOR] = {"iterator", "for loop, line %s", "a for loop", "in %s"},
    [HOLDER_ARGUMENT] = {"argument", "%s of a call", "part of a call", "under way in %s"},
    [HOLDER_TEMPORARY] = {"temporary", "value for %s", "a value at work", "on the stack of %s"},
    [HOLDER_RETURNED] = {"returned", "%s", "return value", "of %s"},
    [HOLDER_RUNNING] = {"running", "%s", "a call", "of %s, under way"},
    [HOLDER_NAMESPACE] = {"namespace", "%s", "the names", "of %s"},
    [HOLDER_HANDLED] = {"handled", "%s", "exception being handled", "by %s"},
    [HOLDER_TRACEBACK] = {"traceback", "%s", "a traceback", "of %s"},
    [HOLDER_CONSTANT] = {"constant", "constant %s", "a constant", "of %s"},
    [HOLDER_PART] = {"part", "%s", "inside", "of %s"},
    [HOLDER_INTERPRETER] = {"interpreter", "%s", "a reference", "of the interpreter"},
    [HOLDER_BUILT_IN] = {"built-in", "%s", "a built-in function", "under way"},
    [HOLDER_POINTER] = {"pointer", "%s", "a pointer", "in %s"},
};

const char *holder_role_name(HolderRole role) { return roles[role].name; }

/* Writes a row's format; nothing but one %s is ever in it. */
static void put(char *words, size_t size, const char *format, const char *text, size_t length)
{
    const char *hole = strstr(format, "%s");
    int before = hole ? (int)(hole - format) : (int)strlen(format);
    snprintf(words, size, "%.*s%.*s%s", before, format, hole ? (int)length : 0, text, hole ? hole + 2 : "");
}

void holder_name(const HolderList *list, const Holder *holder, char *words, size_t size)
{
    const RoleRow *row = &roles[holder->role];
    if (holder->label.length)
        put(words, size, row->what, holder_text(list, holder->label), holder->label.length);
    else
        put(words, size, row->alone, "", 0);
}

void holder_whereabouts(const HolderList *list, const Holder *holder, char *words, size_t size)
{
    put(words, size, roles[holder->role].where, holder->owner.length ? holder_text(list, holder->owner) : "",
        holder->owner.length);
}

void holder_words(const HolderList *list, const Holder *holder, char *words, size_t size)
{
    char name[200], where[200];
    holder_name(list, holder, name, sizeof name);
    holder_whereabouts(list, holder, where, sizeof where);
    if (holder->place == HOLDER_IN_OBJECT)
        snprintf(words, size, "%s %s, object %" PRIu64, name, where, holder->number);
    else
        snprintf(words, size, "%s %s", name, where);
}
