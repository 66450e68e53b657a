/* Frames and who is whose parent, found as Python Tutor finds it: a function belongs to a frame when it is reachable
 * from the names of the frame that runs while its maker is on the stack; a frame's parent is that of the first function
 * with its code whose variables agree. */
#include "cli/tutor.h"

#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

/* ---- frames ---- */

static TutorFrame *find_frame(const Tutor *tutor, uint64_t number)
{
    uint32_t index = number_map_get(&tutor->frame_of_number, number);
    return index == MAP_ABSENT ? NULL : tutor->frames[index];
}

void tutor_call(Tutor *tutor, const ViewFrame *frame)
{
    TutorFrame *known = find_frame(tutor, frame->number);
    if (!known) {
        FrameFacts facts = {0};
        python_frame_facts(tutor->machine, frame->number, &facts);
        tutor->frames = memory_grow(tutor->frames, &tutor->frame_capacity, tutor->frame_count + 1,
                                    sizeof *tutor->frames);
        known = memory_resize(NULL, sizeof *known);
        *known = (TutorFrame){.number = frame->number, .code = facts.code, .plain_count = facts.plain_count,
                              .place = VIEW_NONE, .kept_place = VIEW_NONE};
        number_map_put(&tutor->frame_of_number, frame->number, tutor->frame_count);
        tutor->frames[tutor->frame_count++] = known;
    }
    known->id = ++tutor->last_id;
}

/* Names, then what is being returned. */
typedef struct FrameNames {
    const View *view;
    const ViewFrame *frame;
    int32_t returned;          /* of view; VIEW_NONE: None, if `returns` */
    bool returns;
} FrameNames;

static FrameNames names_of(const Tutor *tutor, const TutorFrame *frame)
{
    bool stands = frame->place != VIEW_NONE;
    const View *view = stands ? tutor->view : &frame->view;
    const ViewFrame *found = &view->frames[stands ? frame->place : frame->kept_place];
    bool returns = view->event == STEP_RETURN && found->is_active;
    return (FrameNames){view, found, returns ? view->return_value : VIEW_NONE, returns};
}

/* What a variable of a frame is now. After the frame's return its cells live on in the closures. */
static TutorValue variable(const Tutor *tutor, const TutorFrame *frame, const FrameNames *names, uint32_t i)
{
    const ViewSlot *slot = &names->view->slots[names->frame->first_slot + i];
    if (names->view != tutor->view && frame->cells && frame->cells[i]) {
        int32_t cell = number_index_find(&tutor->index, frame->cells[i]);
        const ViewObject *object = cell == VIEW_NONE ? NULL : &tutor->view->objects[cell];
        if (object && object->slot_count)
            return (TutorValue){tutor->view, tutor->view->slots[object->first_slot].target};
    }
    return tutor_value(tutor, names->view, slot->state == SLOT_REFERENCE ? slot->target : VIEW_NONE);
}

static bool is_hidden(const View *view, ViewText name)
{
    static const char *const hidden[] = {"__builtins__", "__name__", "__exception__", "__doc__", "__package__",
                                         "__module__"};
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        if (view_text_equals(view, name, hidden[i]))
            return true;
    return false;
}

static bool same_name(const View *a, ViewText x, const View *b, ViewText y)
{
    return x.length == y.length && memcmp(view_text(a, x), view_text(b, y), x.length) == 0;
}

/* The value of the frame's variable of that name; no value if it has none. */
static TutorValue find_variable(const Tutor *tutor, const TutorFrame *frame, const View *view, ViewText name)
{
    FrameNames names = names_of(tutor, frame);
    for (uint32_t i = 0; i < names.frame->slot_count; i++)
        if (same_name(names.view, names.view->slots[names.frame->first_slot + i].label, view, name))
            return variable(tutor, frame, &names, i);
    return (TutorValue){NULL, VIEW_NONE};
}

/* ---- parents ---- */

static const TutorClosure *find_closure(const Tutor *tutor, uint64_t function)
{
    for (uint32_t i = 0; i < tutor->closure_count; i++)
        if (tutor->closures[i].function == function)
            return &tutor->closures[i];
    return NULL;
}

uint32_t tutor_parent_of_function(const Tutor *tutor, uint64_t number)
{
    const TutorClosure *closure = find_closure(tutor, number);
    return closure ? tutor->frames[closure->frame]->id : 0;
}

/* Do the variables that a frame shares by name with a possible parent have the parent's values? */
static bool agrees(const Tutor *tutor, const TutorFrame *frame, const TutorFrame *parent)
{
    FrameNames names = names_of(tutor, frame);
    for (uint32_t i = frame->plain_count; i < names.frame->slot_count; i++) {
        TutorValue own = variable(tutor, frame, &names, i);
        TutorValue its = find_variable(tutor, parent, names.view,
                                       names.view->slots[names.frame->first_slot + i].label);
        if (own.object != VIEW_NONE && its.object != VIEW_NONE && !tutor_values_equal(own, its))
            return false;
    }
    return true;
}

static const TutorFrame *parent_of(const Tutor *tutor, const TutorFrame *frame)
{
    for (uint32_t i = 0; i < tutor->closure_count; i++) {
        const TutorFrame *parent = tutor->frames[tutor->closures[i].frame];
        if (tutor->closures[i].code == frame->code && parent != frame && agrees(tutor, frame, parent))
            return parent;
    }
    for (uint32_t i = 0; i < tutor->lambda_count; i++)
        if (tutor->lambdas[i].code == frame->code)
            return tutor->frames[tutor->lambdas[i].frame];
    return NULL;
}

static void add_lambda(Tutor *tutor, uint64_t code, uint32_t frame)
{
    for (uint32_t i = 0; i < tutor->lambda_count; i++) {
        if (tutor->lambdas[i].code == code) {
            tutor->lambdas[i].frame = frame;
            return;
        }
    }
    tutor->lambdas = memory_grow(tutor->lambdas, &tutor->lambda_capacity, tutor->lambda_count + 1,
                                 sizeof *tutor->lambdas);
    tutor->lambdas[tutor->lambda_count++] = (TutorClosure){0, code, frame};
}

/* The running frame names a function that is known already: then it is taken for the parent of its own lambdas. */
static void adopt_lambdas(Tutor *tutor, const ViewFrame *top)
{
    FrameFacts facts;
    uint32_t index = number_map_get(&tutor->frame_of_number, top->number);
    if (index == MAP_ABSENT || !python_frame_facts(tutor->machine, top->number, &facts))
        return;
    for (uint32_t i = 0; i < facts.lambda_count; i++) {
        add_lambda(tutor, facts.lambdas[i], index);
        tutor->frames[index]->is_parent = true;
    }
}

/* The newest activation of the code that a function is written in. */
static uint32_t maker_of(const Tutor *tutor, uint64_t code)
{
    for (uint32_t i = tutor->view->frame_count; i-- > 0;)
        if (python_frame_has_code(tutor->machine, tutor->view->frames[i].number, code))
            return number_map_get(&tutor->frame_of_number, tutor->view->frames[i].number);
    return MAP_ABSENT;
}

static void adopt_function(Tutor *tutor, const ViewFrame *top, int32_t object)
{
    uint64_t number = tutor->view->objects[object].number;
    const FunctionFacts *facts = tutor_function(tutor, (TutorValue){tutor->view, object});
    if (!facts)
        return;
    if (find_closure(tutor, number) || number_map_get(&tutor->globals_known, number) != MAP_ABSENT) {
        adopt_lambdas(tutor, top);
        return;
    }
    uint32_t maker = maker_of(tutor, facts->code);
    if (maker == MAP_ABSENT)
        return;
    tutor->closures = memory_grow(tutor->closures, &tutor->closure_capacity, tutor->closure_count + 1,
                                  sizeof *tutor->closures);
    tutor->closures[tutor->closure_count++] = (TutorClosure){number, facts->code, maker};
    tutor->frames[maker]->is_parent = true;
}

/* ---- what the running frame reaches ---- */

typedef struct Walk {
    int32_t *stack;            /* objects to be looked at */
    uint32_t count, capacity;
    bool *seen;                /* per object of the view */
} Walk;

static void push(Walk *walk, int32_t object)
{
    if (object == VIEW_NONE || walk->seen[object])
        return;
    walk->seen[object] = true;
    walk->stack = memory_grow(walk->stack, &walk->capacity, walk->count + 1, sizeof *walk->stack);
    walk->stack[walk->count++] = object;
}

/* Python Tutor looks into lists, tuples, sets, dicts, and the attributes of instances and classes. */
static void push_contents(Walk *walk, const View *view, const ViewObject *object)
{
    if (object->kind == KIND_MODULE || object->kind == KIND_FUNCTION || object->kind == KIND_CELL)
        return;
    for (uint32_t i = object->slot_count; i-- > 0;) {
        const ViewSlot *slot = &view->slots[object->first_slot + i];
        bool inside = slot->role == ROLE_ITEM || slot->role == ROLE_MEMBER || slot->role == ROLE_ENTRY ||
                      slot->role == ROLE_ATTRIBUTE;
        if (inside && slot->key != VIEW_NONE)
            push(walk, slot->key);
        if (inside && slot->state == SLOT_REFERENCE)
            push(walk, slot->target);
    }
}

static void adopt_reachable(Tutor *tutor, const ViewFrame *top)
{
    const View *view = tutor->view;
    Walk walk = {.seen = memory_resize(NULL, view->object_count)};
    memset(walk.seen, 0, view->object_count);
    if (view->event == STEP_RETURN)
        push(&walk, view->return_value);
    for (uint32_t i = top->slot_count; i-- > 0;)
        if (view->slots[top->first_slot + i].state == SLOT_REFERENCE)
            push(&walk, view->slots[top->first_slot + i].target);
    while (walk.count) {
        int32_t object = walk.stack[--walk.count];
        if (view->objects[object].kind == KIND_FUNCTION)
            adopt_function(tutor, top, object);
        push_contents(&walk, view, &view->objects[object]);
    }
    free(walk.stack);
    free(walk.seen);
}

static void note_globals(Tutor *tutor, const ViewFrame *module)
{
    const View *view = tutor->view;
    for (uint32_t i = 0; i < module->slot_count; i++) {
        int32_t target = view->slots[module->first_slot + i].target;
        bool is_function = target != VIEW_NONE && view->objects[target].kind == KIND_FUNCTION;
        if (is_function && !find_closure(tutor, view->objects[target].number))
            number_map_put(&tutor->globals_known, view->objects[target].number, 1);
    }
}

void tutor_update_frames(Tutor *tutor)
{
    const View *view = tutor->view;
    for (uint32_t i = 0; i < tutor->frame_count; i++)
        tutor->frames[i]->place = VIEW_NONE;
    for (uint32_t i = 0; i < view->frame_count; i++) {
        TutorFrame *frame = find_frame(tutor, view->frames[i].number);
        if (frame)
            frame->place = (int32_t)i;
    }
    const ViewFrame *top = &view->frames[view->frame_count - 1];
    if (view->frame_count > 1)
        adopt_reachable(tutor, top);
    else
        note_globals(tutor, top);
}

/* ---- keeping ---- */

/* Facts and words about objects can be had only while they live. */
static void remember_objects(Tutor *tutor)
{
    for (uint32_t i = 0; i < tutor->view->object_count; i++) {
        TutorValue value = {tutor->view, (int32_t)i};
        tutor_function(tutor, value);
        if (tutor_is_shown_by_str(value))
            tutor_str(tutor, value);
    }
}

void tutor_keep_frame(Tutor *tutor)
{
    const View *view = tutor->view;
    const ViewFrame *top = &view->frames[view->frame_count - 1];
    TutorFrame *frame = find_frame(tutor, top->number);
    if (view->event != STEP_RETURN || !frame || !frame->is_parent)
        return;
    remember_objects(tutor);
    if (frame->kept_place == VIEW_NONE)
        view_init(&frame->view);
    view_copy(&frame->view, view);
    frame->kept_place = frame->place;
    frame->cells = memory_resize(frame->cells, top->slot_count * sizeof *frame->cells);
    for (uint32_t i = 0; i < top->slot_count; i++)
        frame->cells[i] = python_frame_cell(tutor->machine, top->number, i);
}

/* ---- writing ---- */

/* The ids of its parent, the parent's parent and so on. */
static uint32_t list_parents(const Tutor *tutor, const TutorFrame *frame, const TutorFrame **parents, uint32_t room)
{
    uint32_t count = 0;
    for (const TutorFrame *p = parent_of(tutor, frame); p && count < room; p = parent_of(tutor, p))
        parents[count++] = p;
    return count;
}

enum { MOST_PARENTS = 32 };

typedef struct Local { ViewText name; TutorValue value; } Local;

typedef struct Entry {         /* a frame about to be written */
    const TutorFrame *frame;
    FrameNames names;
    const TutorFrame *parents[MOST_PARENTS];
    uint32_t parent_count;
    Local *locals;             /* shown, in Python Tutor's order */
    uint32_t local_count;
    bool is_highlighted;
} Entry;

/* A variable taken over from a parent is shown there. */
static bool is_of_parent(const Tutor *tutor, const Entry *entry, ViewText name, TutorValue value)
{
    for (uint32_t i = 0; i < entry->parent_count; i++) {
        TutorValue its = find_variable(tutor, entry->parents[i], entry->names.view, name);
        if (its.object != VIEW_NONE && tutor_values_equal(value, its))
            return true;
    }
    return false;
}

/* Plain variables in the order of the code, the rest by name. */
static void insert_local(Entry *entry, Local local, uint32_t sorted_from)
{
    const View *view = entry->names.view;
    uint32_t at = entry->local_count++;
    for (; at > sorted_from; at--) {
        const Local *before = &entry->locals[at - 1];
        uint32_t m = before->name.length, n = local.name.length;
        int order = memcmp(view_text(view, before->name), view_text(view, local.name), m < n ? m : n);
        if (order < 0 || (order == 0 && m <= n))
            break;
        entry->locals[at] = *before;
    }
    entry->locals[at] = local;
}

static void collect_locals(const Tutor *tutor, Entry *entry)
{
    const FrameNames *names = &entry->names;
    entry->locals = memory_resize(NULL, names->frame->slot_count * sizeof *entry->locals);
    uint32_t sorted_from = 0;
    for (uint32_t i = 0; i < names->frame->slot_count; i++) {
        bool plain = i < entry->frame->plain_count;
        Local local = {names->view->slots[names->frame->first_slot + i].label,
                       variable(tutor, entry->frame, names, i)};
        if (local.value.object == VIEW_NONE || is_hidden(names->view, local.name))
            continue;
        if (!plain && is_of_parent(tutor, entry, local.name, local.value))
            continue;
        insert_local(entry, local, plain ? entry->local_count : sorted_from);
        sorted_from += plain;
    }
}

static void write_locals(Tutor *tutor, JsonWriter *json, const Entry *entry)
{
    const View *view = entry->names.view;
    json_key(json, "encoded_locals");
    json_open(json, '{');
    for (uint32_t i = 0; i < entry->local_count; i++) {
        char name[300];
        snprintf(name, sizeof name, "%.*s", (int)entry->locals[i].name.length,
                 view_text(view, entry->locals[i].name));
        json_key(json, name);
        tutor_write_value(tutor, json, entry->locals[i].value, true);
    }
    if (entry->names.returns) {
        json_key(json, "__return__");
        tutor_write_value(tutor, json, tutor_value(tutor, view, entry->names.returned), true);
    }
    json_close(json, '}');
    json_key(json, "ordered_varnames");
    json_open(json, '[');
    for (uint32_t i = 0; i < entry->local_count; i++)
        json_text(json, view_text(view, entry->locals[i].name), entry->locals[i].name.length);
    if (entry->names.returns)
        json_string(json, "__return__");
    json_close(json, ']');
}

/* The name, for a lambda that was seen as an object with its line; and the hash that tells entries apart. */
static void write_names(Tutor *tutor, JsonWriter *json, const Entry *entry)
{
    char name[300], line[32] = "", hash[400];
    ViewText text = entry->names.frame->name;
    snprintf(name, sizeof name, "%.*s", (int)text.length, view_text(entry->names.view, text));
    for (uint32_t i = 0; strcmp(name, "<lambda>") == 0 && i < tutor->function_count && !*line; i++)
        if (tutor->functions[i].facts.code == entry->frame->code &&
            number_map_get(&tutor->lambdas_seen, entry->frame->code) != MAP_ABSENT)
            snprintf(line, sizeof line, " <line %d>", tutor->functions[i].facts.first_line);
    strcat(name, line);
    snprintf(hash, sizeof hash, "%s_f%u%s%s", name, (unsigned)entry->frame->id, entry->frame->is_parent ? "_p" : "",
             entry->frame->place == VIEW_NONE ? "_z" : "");
    json_key(json, "func_name");
    json_string(json, name);
    json_key(json, "unique_hash");
    json_string(json, hash);
}

static void write_entry(Tutor *tutor, JsonWriter *json, const Entry *entry)
{
    json_open(json, '{');
    write_names(tutor, json, entry);
    json_key(json, "is_parent");
    json_bool(json, entry->frame->is_parent);
    json_key(json, "frame_id");
    json_unsigned(json, entry->frame->id);
    json_key(json, "parent_frame_id_list");
    json_open(json, '[');
    for (uint32_t i = 0; i < entry->parent_count; i++)
        json_unsigned(json, entry->parents[i]->id);
    json_close(json, ']');
    write_locals(tutor, json, entry);
    json_key(json, "is_zombie");
    json_bool(json, entry->frame->place == VIEW_NONE);
    json_key(json, "is_highlighted");
    json_bool(json, entry->is_highlighted);
    json_close(json, '}');
}

static void write_frame(Tutor *tutor, JsonWriter *json, const TutorFrame *frame, bool is_highlighted)
{
    Entry entry = {.frame = frame, .names = names_of(tutor, frame), .is_highlighted = is_highlighted};
    entry.parent_count = list_parents(tutor, frame, entry.parents, MOST_PARENTS);
    collect_locals(tutor, &entry);
    write_entry(tutor, json, &entry);
    free(entry.locals);
}

static int compare_ids(const void *a, const void *b)
{
    const TutorFrame *const *x = a, *const *y = b;
    return (*x)->id < (*y)->id ? -1 : (*x)->id > (*y)->id;
}

/* On the stack, or a parent that has returned; oldest first, by when they were called last. */
void tutor_write_stack(Tutor *tutor, JsonWriter *json)
{
    const TutorFrame **shown = memory_resize(NULL, tutor->frame_count * sizeof *shown), *top = NULL;
    uint32_t count = 0;
    for (uint32_t i = 0; i < tutor->frame_count; i++) {
        const TutorFrame *frame = tutor->frames[i];
        bool stands = frame->place != VIEW_NONE;
        if (stands || (frame->is_parent && frame->kept_place != VIEW_NONE))
            shown[count++] = frame;
        if (stands && (!top || frame->place > top->place))
            top = frame;
    }
    qsort(shown, count, sizeof *shown, compare_ids);
    json_key(json, "stack_to_render");
    json_open(json, '[');
    for (uint32_t i = 0; i < count; i++)
        write_frame(tutor, json, shown[i], shown[i] == top);
    json_close(json, ']');
    free(shown);
}

void tutor_finish_frames(Tutor *tutor)
{
    for (uint32_t i = 0; i < tutor->frame_count; i++) {
        if (tutor->frames[i]->kept_place != VIEW_NONE)
            view_finish(&tutor->frames[i]->view);
        free(tutor->frames[i]->cells);
        free(tutor->frames[i]);
    }
    free(tutor->frames);
    free(tutor->closures);
    free(tutor->lambdas);
    number_map_finish(&tutor->frame_of_number);
    number_map_finish(&tutor->globals_known);
}
