/* Writing to a place of the drawing: what was typed is read as far as it goes, for the box shall show while it is typed.
 *
 *     value   = "[" items "]" | "(" items ")" | "{" items "}" | text | number | name [ "(" ... ")" ]
 *     items   = [ item { "," item } ]          item = value [ ":" value ]
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/interpreter_parts.h"

enum { MOST_ITEMS = 24, DEEPEST = 6 };

typedef struct Reader {
    View *view;
    const View *shapes;
    const char *at;
    uint64_t *next_number;
    int depth;
} Reader;

void drawn_unbind(View *view, int32_t slot)
{
    drawn_hide(view, &view->slots[slot]);
    view->slots[slot].state = SLOT_UNBOUND;
    view->slots[slot].value = (ViewText){0, 0};
}

void drawn_bind(View *view, int32_t slot, int32_t object)
{
    drawn_unbind(view, slot);
    if (object == VIEW_NONE)
        return;
    view->slots[slot].state = SLOT_REFERENCE;
    view->slots[slot].target = object;
}

static void skip_blanks(Reader *r)
{
    while (isspace((unsigned char)*r->at))
        r->at++;
}

/* ---- objects ---- */

static int32_t add_object(Reader *r, ObjectKind kind, const char *type, const char *repr, size_t length)
{
    View *view = r->view;
    ViewText type_text = view_add_string(view, type), repr_text = view_add_text(view, repr, length);
    ViewObject *object = view_add_object(view);
    bool fixed = kind == KIND_SCALAR || strcmp(type, "tuple") == 0;
    object->number = (*r->next_number)++;
    object->count = 1;
    object->type = type_text;
    object->repr = repr_text;
    object->kind = (uint8_t)kind;
    object->flags = fixed ? 0 : OBJECT_MUTABLE;
    object->first_slot = view->slot_count;
    return (int32_t)view->object_count - 1;
}

static ViewSlot *add_slot(Reader *r, int32_t object, SlotRole role, ViewText label, int32_t target)
{
    ViewSlot *slot = view_add_slot(r->view);
    slot->role = (uint8_t)role;
    slot->label = slot->own = label;
    slot->state = SLOT_REFERENCE;
    slot->target = target;
    slot->first_byte = BYTES_NONE;
    r->view->objects[object].slot_count++;
    return slot;
}

/* ---- scalars ---- */

static int32_t read_text(Reader *r, const char *begin)
{
    char quote = *r->at++, repr[INTERPRETER_TYPED + 1];
    while (*r->at && *r->at != quote)
        r->at += r->at[0] == '\\' && r->at[1] ? 2 : 1;
    r->at += *r->at == quote;
    size_t length = (size_t)(r->at - begin);
    memcpy(repr, begin, length);
    if (length < 2 || repr[length - 1] != quote)
        repr[length++] = quote;                    /* not typed yet */
    return add_object(r, KIND_SCALAR, *begin == 'b' ? "bytes" : "str", repr, length);
}

static int32_t read_number(Reader *r)
{
    const char *begin = r->at;
    bool real = false;
    for (r->at++; isalnum((unsigned char)*r->at) || (*r->at && strchr("._", *r->at)); r->at++)
        real |= *r->at == '.' || *r->at == 'e';
    if (*r->at == '-' && r->at[-1] == 'e')
        while (isdigit((unsigned char)*++r->at))
            continue;
    return add_object(r, KIND_SCALAR, real ? "float" : "int", begin, (size_t)(r->at - begin));
}

/* ---- names ---- */

static const char *const singletons[][2] = {{"None", "NoneType"}, {"True", "bool"}, {"False", "bool"}};

/* The object that a name of the frames refers to, the newest frame's first. */
static int32_t find_named(const View *view, const char *name, size_t length)
{
    for (uint32_t i = view->frame_count; i-- > 0;)
        for (uint32_t s = view->frames[i].first_slot; s < view->frames[i].first_slot + view->frames[i].slot_count; s++) {
            const ViewSlot *slot = &view->slots[s];
            if (slot->state == SLOT_REFERENCE && slot->label.length == length
                && memcmp(view_text(view, slot->label), name, length) == 0)
                return slot->target;
        }
    return VIEW_NONE;
}

static const ViewObject *find_instance(const View *shapes, const char *type, size_t length)
{
    const ViewObject *largest = NULL;
    for (uint32_t i = 0; i < shapes->object_count; i++) {
        const ViewObject *object = &shapes->objects[i];
        bool fits = object->kind == KIND_INSTANCE && object->type.length == length
                    && memcmp(view_text(shapes, object->type), type, length) == 0;
        if (fits && (!largest || object->slot_count > largest->slot_count))
            largest = object;
    }
    return largest;
}

/* An instance with the attributes that those of its class have, none drawn yet. */
static int32_t add_instance(Reader *r, const char *type, const ViewObject *shape)
{
    char words[INTERPRETER_TYPED + 16];
    int length = snprintf(words, sizeof words, "<%s object>", type);
    int32_t instance = add_object(r, KIND_INSTANCE, type, words, (size_t)length);
    for (uint32_t i = 0; i < shape->slot_count; i++) {
        const ViewSlot *slot = &r->shapes->slots[shape->first_slot + i];
        if (slot->role != ROLE_ATTRIBUTE)
            continue;
        ViewText label = view_add_text(r->view, view_text(r->shapes, slot->label), slot->label.length);
        drawn_hide(r->view, add_slot(r, instance, ROLE_ATTRIBUTE, label, VIEW_NONE));
    }
    return instance;
}

static void skip_arguments(Reader *r)
{
    int open = 0;
    do {
        open += *r->at == '(';
        open -= *r->at == ')';
        r->at += *r->at != '\0';
    } while (open > 0 && *r->at);
}

static bool is_name_letter(char letter) { return isalnum((unsigned char)letter) || letter == '_' || letter < 0; }

/* A class that is called makes an instance; an instance of a class that has none is known by its name alone. */
static int32_t read_name(Reader *r)
{
    const char *begin = r->at;
    char type[INTERPRETER_TYPED];
    while (is_name_letter(*r->at))
        r->at++;
    size_t length = (size_t)(r->at - begin);
    snprintf(type, sizeof type, "%.*s", (int)length, begin);
    for (size_t i = 0; i < sizeof singletons / sizeof *singletons; i++)
        if (strcmp(type, singletons[i][0]) == 0)
            return add_object(r, KIND_SCALAR, singletons[i][1], type, length);
    bool called = *r->at == '(';
    if (called)
        skip_arguments(r);
    if (called && strcmp(type, "set") == 0)
        return add_object(r, KIND_SET, "set", "set()", 5);
    const ViewObject *shape = find_instance(r->shapes, type, length);
    int32_t named = called ? VIEW_NONE : find_named(r->view, begin, length);
    if (shape && (called || named == VIEW_NONE || r->view->objects[named].kind == KIND_CLASS))
        return add_instance(r, type, shape);
    return named != VIEW_NONE ? named : add_object(r, KIND_OTHER, type, begin, (size_t)(r->at - begin));
}

/* ---- containers ---- */

static int32_t read_value(Reader *r);

typedef struct Items { uint32_t count; int32_t keys[MOST_ITEMS], values[MOST_ITEMS]; bool pairs, comma; } Items;

static void read_items(Reader *r, char end, Items *items)
{
    *items = (Items){.count = 0};
    r->at++;
    for (skip_blanks(r); *r->at && *r->at != end && items->count < MOST_ITEMS; skip_blanks(r)) {
        const char *before = r->at;
        int32_t value = read_value(r), key = VIEW_NONE;
        skip_blanks(r);
        if (*r->at == ':') {
            r->at++;
            key = value;
            value = read_value(r);
            items->pairs = true;
        }
        skip_blanks(r);
        if (value != VIEW_NONE || key != VIEW_NONE) {
            items->keys[items->count] = key;
            items->values[items->count++] = value;
        }
        items->comma |= *r->at == ',';
        r->at += *r->at == ',';
        if (r->at == before)           /* a letter that begins nothing */
            r->at++;
    }
    r->at += *r->at == end;
}

static int32_t read_container(Reader *r)
{
    static const struct { char begin, end; ObjectKind kind; const char *type; } forms[] = {
        {'[', ']', KIND_SEQUENCE, "list"}, {'(', ')', KIND_SEQUENCE, "tuple"}, {'{', '}', KIND_DICT, "dict"},
    };
    const char *begin = r->at;
    size_t form = *begin == '[' ? 0 : *begin == '(' ? 1 : 2;
    Items items;
    r->depth++;
    read_items(r, forms[form].end, &items);
    r->depth--;
    if (form == 1 && items.count == 1 && !items.comma)
        return items.values[0];                    /* no tuple */
    bool set = form == 2 && items.count && !items.pairs;
    ObjectKind kind = set ? KIND_SET : forms[form].kind;
    int32_t object = add_object(r, kind, set ? "set" : forms[form].type, begin, (size_t)(r->at - begin));
    for (uint32_t i = 0; i < items.count; i++) {
        char index[12];
        ViewText label = {0, 0};
        if (kind == KIND_SEQUENCE)
            label = view_add_text(r->view, index, (size_t)snprintf(index, sizeof index, "%u", (unsigned)i));
        SlotRole role = kind == KIND_SEQUENCE ? ROLE_ITEM : kind == KIND_SET ? ROLE_MEMBER : ROLE_ENTRY;
        ViewSlot *slot = add_slot(r, object, role, label, items.values[i]);
        slot->key = items.keys[i];
        if (items.values[i] == VIEW_NONE)
            drawn_hide(r->view, slot);
    }
    r->view->objects[object].length = items.count;
    return object;
}

/* VIEW_NONE: there is nothing yet that is a value. */
static int32_t read_value(Reader *r)
{
    skip_blanks(r);
    const char *at = r->at;
    bool text = *at == '\'' || *at == '"';
    if (text)
        return read_text(r, at);
    if (*at == 'b' && (at[1] == '\'' || at[1] == '"')) {
        r->at++;
        return read_text(r, at);
    }
    if (isdigit((unsigned char)*at) || ((*at == '-' || *at == '.') && isdigit((unsigned char)at[1])))
        return read_number(r);
    if (*at && strchr("[({", *at) && r->depth < DEEPEST)
        return read_container(r);
    return is_name_letter(*at) ? read_name(r) : VIEW_NONE;
}

/* ---- C ---- */

void drawn_point_at(View *view, int32_t slot, int32_t aimed)
{
    const ViewSlot *goal = &view->slots[aimed];
    char words[INTERPRETER_TYPED];
    snprintf(words, sizeof words, "&%.*s", (int)goal->label.length, view_text(view, goal->label));
    ViewText value = view_add_string(view, words);
    ViewSlot *pointer = &view->slots[slot];
    pointer->state = SLOT_POINTER;
    pointer->value = value;
    pointer->aim = AIM_SLOT;
    pointer->aimed = aimed;
    pointer->pointer = view->slots[aimed].address;
    pointer->target = VIEW_NONE;
    for (uint32_t i = 0; i < view->object_count; i++)
        if ((uint32_t)aimed - view->objects[i].first_slot < view->objects[i].slot_count)
            pointer->target = (int32_t)i;
}

/* The slot of a variable of the frames, the newest frame's first; an array's first element stands for it. */
static int32_t find_variable(const View *view, const char *name)
{
    size_t length = strlen(name);
    for (uint32_t i = view->frame_count; i-- > 0;)
        for (uint32_t s = view->frames[i].first_slot; s < view->frames[i].first_slot + view->frames[i].slot_count; s++) {
            ViewText label = view->slots[s].label;
            bool whole = label.length == length, part = label.length > length
                && (view_text(view, label)[length] == '[' || view_text(view, label)[length] == '.');
            if (label.length && (whole || part) && memcmp(view_text(view, label), name, length) == 0)
                return (int32_t)s;
        }
    return VIEW_NONE;
}

static bool is_pointer(const View *view, const ViewSlot *slot)
{
    return slot->type.length && memchr(view_text(view, slot->type), '*', slot->type.length);
}

/* "struct node" of "struct node *" */
static void pointed_type(const View *view, const ViewSlot *pointer, char *type, size_t size)
{
    snprintf(type, size, "%.*s", (int)(pointer->type.length ? pointer->type.length - 1 : 0),
             view_text(view, pointer->type));
    for (size_t end = strlen(type); end > 0 && type[end - 1] == ' '; end--)
        type[end - 1] = '\0';
}

/* A block of the type that the pointer is declared to point to, with nothing in it. */
static void write_new_block(View *view, int32_t slot, const View *shapes, uint64_t *next_number)
{
    char type[INTERPRETER_TYPED];
    int32_t shape = VIEW_NONE, block;
    pointed_type(view, &view->slots[slot], type, sizeof type);
    for (uint32_t i = 0; i < shapes->object_count; i++)
        if (shapes->objects[i].kind == KIND_BLOCK && view_text_equals(shapes, shapes->objects[i].type, type))
            shape = (int32_t)i;
    if (shape != VIEW_NONE) {
        block = drawn_add_shape(view, shapes, shape);
        view->objects[block].number = (*next_number)++;
    } else {
        Reader r = {view, shapes, "", next_number, 0};
        block = add_object(&r, KIND_BLOCK, type, "", 0);
    }
    view->objects[block].flags = OBJECT_MUTABLE | OBJECT_UNCOUNTED;
    view->objects[block].address = 0;
    drawn_unbind(view, slot);
    view->slots[slot].state = SLOT_POINTER;
    view->slots[slot].target = block;
    view->slots[slot].aim = AIM_WHOLE;
    view->slots[slot].value = view_add_string(view, "new");
}

static void write_value(View *view, int32_t slot, const char *typed)
{
    drawn_unbind(view, slot);
    if (!*typed)
        return;
    view->slots[slot].state = SLOT_VALUE;
    view->slots[slot].value = view_add_string(view, typed);
}

static void write_pointer(View *view, int32_t slot, const char *typed, const View *shapes, uint64_t *next_number)
{
    bool address = *typed == '&';
    int32_t other = find_variable(view, typed + address);
    if (strcmp(typed, "new") == 0 || strncmp(typed, "malloc", 6) == 0) {
        write_new_block(view, slot, shapes, next_number);
    } else if (other != VIEW_NONE && !address && is_pointer(view, &view->slots[other])) {
        ViewSlot copy = view->slots[other], *to = &view->slots[slot];
        to->state = copy.state;
        to->value = copy.value;
        to->target = copy.target;
        to->offset = copy.offset;
        to->pointer = copy.pointer;
        to->aim = copy.aim;
        to->aimed = copy.aimed;
    } else if (other != VIEW_NONE) {
        drawn_point_at(view, slot, other);
    } else {
        write_value(view, slot, strcmp(typed, "0") == 0 ? "NULL" : typed);
        view->slots[slot].state = *typed ? SLOT_POINTER : SLOT_UNBOUND;
    }
}

static void write_c(View *view, int32_t slot, const char *typed, const View *shapes, uint64_t *next_number)
{
    while (isspace((unsigned char)*typed))
        typed++;
    if (is_pointer(view, &view->slots[slot]))
        write_pointer(view, slot, typed, shapes, next_number);
    else
        write_value(view, slot, typed);
}

/* A box that can change keeps its identity, and takes over what the new one consists of. */
static void write_box(View *view, int32_t object, int32_t written)
{
    ViewObject *to = &view->objects[object];
    const ViewObject *from = &view->objects[written];
    if (object == written || from->kind > KIND_DICT)
        return;
    uint64_t number = to->number;
    *to = *from;
    to->number = number;
}

void drawn_write(View *view, DrawnPlace place, const char *typed, const View *shapes, bool is_c, uint64_t *next_number)
{
    if (is_c) {
        if (place.slot != VIEW_NONE)
            write_c(view, place.slot, typed, shapes, next_number);
        return;
    }
    Reader r = {view, shapes, typed, next_number, 0};
    int32_t written = read_value(&r);
    if (place.slot != VIEW_NONE)
        drawn_bind(view, place.slot, written);
    else if (place.object != VIEW_NONE && written != VIEW_NONE)
        write_box(view, place.object, written);
}
