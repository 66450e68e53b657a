/* The objects of a view: what kind each is, how it is worded, and its slots. */
#include "python/view_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "python/modules/collections.h"
#include "python/modules/weakref.h"
#include "python/objects/class.h"
#include "python/objects/exception.h"
#include "python/objects/function.h"
#include "python/signature.h"

enum { LONGEST_SIGNATURE = 160 };      /* bytes: a line of a box */

/* ---- one object ---- */

typedef struct KindRow { TypeId type; ObjectKind kind; uint8_t flags; } KindRow;

static const KindRow kinds[] = {
    {TYPE_INT, KIND_SCALAR, 0}, {TYPE_BOOL, KIND_SCALAR, OBJECT_SHARED}, {TYPE_FLOAT, KIND_SCALAR, 0},
    {TYPE_COMPLEX, KIND_SCALAR, 0}, {TYPE_NONE, KIND_SCALAR, OBJECT_SHARED}, {TYPE_STR, KIND_SCALAR, 0},
    {TYPE_BYTES, KIND_SCALAR, 0}, {TYPE_BYTEARRAY, KIND_SCALAR, OBJECT_MUTABLE}, {TYPE_RANGE, KIND_SCALAR, 0},
    {TYPE_NOT_IMPLEMENTED, KIND_SCALAR, OBJECT_SHARED}, {TYPE_ELLIPSIS, KIND_SCALAR, OBJECT_SHARED},
    {TYPE_LIST, KIND_SEQUENCE, OBJECT_MUTABLE}, {TYPE_TUPLE, KIND_SEQUENCE, 0},
    {TYPE_DICT, KIND_DICT, OBJECT_MUTABLE}, {TYPE_SET, KIND_SET, OBJECT_MUTABLE}, {TYPE_FROZENSET, KIND_SET, 0},
    {TYPE_FUNCTION, KIND_FUNCTION, 0}, {TYPE_METHOD, KIND_FUNCTION, 0},
    {TYPE_BUILTIN_FUNCTION, KIND_FUNCTION, OBJECT_LIBRARY}, {TYPE_CELL, KIND_CELL, OBJECT_MUTABLE},
    {TYPE_MODULE, KIND_MODULE, OBJECT_LIBRARY},
};

/* Does the interpreter itself keep the object, whatever the program does? */
static bool is_kept(Vm *vm, const Object *object)
{
    const char *place = (const char *)object;
    if (place >= (const char *)vm && place < (const char *)(vm + 1))
        return true;
    if (object == vm->empty_tuple || object == vm->empty_str || object == vm->empty_bytes ||
        object == vm->empty_frozenset)
        return true;
    return is_exact(object, STR) && (((const Str *)object)->interned ||
                                     (((const Str *)object)->length == 1 && ((const Str *)object)->kind == 1));
}

/* Did a library make it that does not say it is the program's? A metaclass or namedtuple makes classes for the program. */
static bool is_library_class(Vm *vm, const Type *type)
{
    const Object *module = type->flags & TYPE_LIBRARY ? dict_get(vm, type->dict, name_of(vm, module)) : NULL;
    bool own = module && is_str(vm, module) && str_equals_c(module, "__main__");
    return !(type->flags & TYPE_HEAP) || (type->flags & TYPE_LIBRARY && !own);
}

/* A function of a shipped library's module, not one that it made for the program, which has a closure. */
static bool is_library_function(Vm *vm, const Object *object)
{
    if (is_exact(object, METHOD))
        object = ((const Method *)object)->function;
    const Function *function = (const Function *)object;
    return is_exact(object, FUNCTION) && !function->closure && ((const Code *)function->code)->is_library;
}

/* Optional, List[int], a TypeVar: words of annotations. */
static bool is_typing(Vm *vm, const Type *type)
{
    const Object *module = type->flags & TYPE_LIBRARY ? dict_get(vm, type->dict, name_of(vm, module)) : NULL;
    return module && is_str(vm, module) && str_equals_c(module, "typing");
}

static void classify(Vm *vm, const Object *object, ViewObject *out)
{
    Type *type = object_type(vm, object);
    out->kind = KIND_OTHER;
    if (is_type(vm, object)) {
        out->kind = KIND_CLASS;
        out->flags = OBJECT_MUTABLE | (is_library_class(vm, (const Type *)object) ? OBJECT_LIBRARY : 0);
    } else if (type->flags & TYPE_HEAP) {
        out->kind = KIND_INSTANCE;
        out->flags = OBJECT_MUTABLE;
    } else if (deque_is(vm, object) || defaultdict_is(vm, object)) {
        out->kind = deque_is(vm, object) ? KIND_SEQUENCE : KIND_DICT;
        out->flags = OBJECT_MUTABLE;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (type == &vm->types[kinds[i].type]) {
            out->kind = (uint8_t)kinds[i].kind;
            out->flags = kinds[i].flags;
        }
    }
    if (is_kept(vm, object))
        out->flags |= OBJECT_SHARED;
    if (is_library_function(vm, object) || (out->kind == KIND_INSTANCE && is_typing(vm, type)))
        out->flags |= OBJECT_SHIPPED;
}

ViewText viewer_text(Viewer *v, const Object *str)
{
    char buffer[512];
    return view_add_text(v->view, buffer, safe_str(str, buffer, sizeof buffer));
}

static void enqueue(Viewer *v, Object *object)
{
    if (v->view->object_count > v->capacity) {
        v->capacity = 2 * v->capacity + 64;
        Object **grown = realloc(v->queue, v->capacity * sizeof *grown);
        if (!grown) {
            fputs("refarrows: not enough memory to look at the program\n", stderr);
            abort();
        }
        v->queue = grown;
    }
    v->queue[v->view->object_count - 1] = object;
}

/* Keeps the index at most half full. */
static void make_room(Viewer *v)
{
    uint32_t count = v->view->object_count;
    if (2 * (count + 1) <= v->index.mask + 1)
        return;
    number_index_reset(&v->index, 4 * (count + 1));
    for (uint32_t i = 0; i < count; i++)
        number_index_add(&v->index, v->view->objects[i].number, (int32_t)i);
}

/* "numbers, suspended at line 3" */
static void word_generator(const Generator *generator, const char *name, char *text, size_t size)
{
    if (!generator->started || generator->executing || generator->finished)
        snprintf(text, size, "%s, %s", name,
                 generator->finished ? "finished" : generator->executing ? "running" : "not started");
    else
        snprintf(text, size, "%s, suspended at line %d", name, frame_line(&generator->frame));
}

static void add_generator_state(Viewer *v, const Object *object, int32_t place)
{
    char name[80], text[140];
    const Generator *generator = (const Generator *)object;
    name[safe_str(generator->name, name, sizeof name - 1)] = '\0';
    word_generator(generator, name, text, sizeof text);
    ViewText state = view_add_string(v->view, text);
    v->view->objects[place].signature = state;
}

static void add_signature(Viewer *v, const Object *object, int32_t place)
{
    char text[LONGEST_SIGNATURE];
    if (is_exact(object, GENERATOR) || is_exact(object, COROUTINE) || is_exact(object, ASYNC_GENERATOR)) {
        add_generator_state(v, object, place);
        return;
    }
    if (signature_write(v->vm, object, &v->repr, text, sizeof text)) {
        ViewText signature = view_add_string(v->view, text);
        v->view->objects[place].signature = signature;
    }
}

int32_t viewer_place(Viewer *v, Object *object)
{
    int32_t known = number_index_find(&v->index, object->number);
    if (known >= 0)
        return known;
    if (v->options->max_objects && v->view->object_count >= v->options->max_objects) {
        v->view->truncated = true;
        return VIEW_NONE;
    }
    make_room(v);
    int32_t place = (int32_t)v->view->object_count;
    number_index_add(&v->index, object->number, place);
    ViewObject *out = view_add_object(v->view);
    out->number = object->number;
    out->count = object->count;
    out->size = object_size(v->vm, object);
    out->address = object_address(v->vm, object);
    classify(v->vm, object, out);
    enqueue(v, object);
    ViewText type = view_add_string(v->view, object_type(v->vm, object)->c_name);
    v->view->objects[place].type = type;
    safe_repr(v->vm, object, &v->repr);
    ViewText repr = view_add_text(v->view, v->repr.bytes, v->repr.length);
    v->view->objects[place].repr = repr;
    add_signature(v, object, place);
    return place;
}

ViewSlot *viewer_slot(Viewer *v, SlotRole role, ViewText label, Object *value)
{
    int32_t target = value ? viewer_place(v, value) : VIEW_NONE;
    ViewSlot *slot = view_add_slot(v->view);
    slot->role = (uint8_t)role;
    slot->label = label;
    slot->target = target;
    slot->state = value ? SLOT_REFERENCE : SLOT_UNBOUND;
    return slot;
}

/* ---- fields of objects ---- */

static bool room(const Viewer *v, uint32_t first)
{
    return !v->options->max_slots || v->view->slot_count - first < v->options->max_slots;
}

static void add_items(Viewer *v, Object *const *items, int64_t count)
{
    uint32_t first = v->view->slot_count;
    for (int64_t i = 0; i < count && room(v, first); i++) {
        char label[24];
        int n = snprintf(label, sizeof label, "%lld", (long long)i);
        viewer_slot(v, ROLE_ITEM, view_add_text(v->view, label, (size_t)n), items[i]);
    }
}

static void add_deque(Viewer *v, const Object *deque)
{
    uint32_t first = v->view->slot_count;
    for (int64_t i = 0; i < deque_size(deque) && room(v, first); i++) {
        char label[24];
        int n = snprintf(label, sizeof label, "%lld", (long long)i);
        viewer_slot(v, ROLE_ITEM, view_add_text(v->view, label, (size_t)n), deque_at(deque, i));
    }
}

static void add_entries(Viewer *v, const Object *dict)
{
    uint32_t first = v->view->slot_count;
    int64_t position = 0;
    Object *key, *value;
    while (room(v, first) && dict_next(dict, &position, &key, &value)) {
        int32_t key_place = viewer_place(v, key);
        safe_repr(v->vm, key, &v->repr);
        ViewText label = view_add_text(v->view, v->repr.bytes, v->repr.length);
        viewer_slot(v, ROLE_ENTRY, label, value)->key = key_place;
    }
}

static void add_members(Viewer *v, const Object *set)
{
    uint32_t first = v->view->slot_count;
    int64_t position = 0;
    Object *key;
    while (room(v, first) && set_next(set, &position, &key))
        viewer_slot(v, ROLE_MEMBER, (ViewText){0, 0}, key);
}

bool viewer_is_special_name(const Object *name)
{
    const Str *s = (const Str *)name;
    return s->length > 4 && str_at(s, 0) == '_' && str_at(s, 1) == '_' && str_at(s, s->length - 1) == '_' &&
           str_at(s, s->length - 2) == '_';
}

static void add_slot_members(Viewer *v, Object *object, const Type *type)
{
    if (!(type->flags & TYPE_HEAP))
        return;
    add_slot_members(v, object, type->base);
    for (int64_t i = 0; type->slots_start && i < tuple_length(type->slot_names); i++) {
        Object *value = ((Object **)((char *)object + type->slots_start))[i];
        viewer_slot(v, ROLE_ATTRIBUTE, viewer_text(v, tuple_item(type->slot_names, i)), value);
    }
}

/* What a weak reference leads to: it does not count. And what is called when that dies. */
static void add_weak_reference(Viewer *v, Object *object)
{
    if (!weakref_check(v->vm, object))
        return;
    Object *target = weakref_target(v->vm, object), *callback = ((WeakReference *)object)->callback;
    if (target)
        viewer_slot(v, ROLE_WEAK, view_add_string(v->view, "refers to"), target);
    if (callback)
        viewer_slot(v, ROLE_CONTENT, view_add_string(v->view, "callback"), callback);
}

/* What the object has in its __dict__. */
static void add_attributes(Viewer *v, Object *object)
{
    int64_t position = 0;
    Object *name, *value;
    while (instance_next(v->vm, object, &position, &name, &value))
        if (is_str(v->vm, name))
            viewer_slot(v, ROLE_ATTRIBUTE, viewer_text(v, name), value);
}

static void add_instance(Viewer *v, Object *object)
{
    Vm *vm = v->vm;
    Type *type = object_type(vm, object);
    add_slot_members(v, object, type);
    add_attributes(v, object);
    if (is_list(vm, object))
        add_items(v, ((List *)object)->items, ((List *)object)->length);
    else if (is_tuple(vm, object))
        add_items(v, ((Tuple *)object)->items, tuple_length(object));
    else if (is_dict(vm, object))
        add_entries(v, object);
    else if (is_any_set(vm, object))
        add_members(v, object);
    else if (deque_is(vm, object))
        add_deque(v, object);
    add_weak_reference(v, object);
    viewer_slot(v, ROLE_CLASS, view_add_string(v->view, "class"), OBJECT(type));
}

static void add_class(Viewer *v, Object *object)
{
    Type *type = (Type *)object;
    int64_t position = 0;
    Object *name, *value;
    while (dict_next(type->dict, &position, &name, &value))
        if (is_str(v->vm, name) && (v->options->hidden_names || !viewer_is_special_name(name) || is_exact(value, FUNCTION)))
            viewer_slot(v, ROLE_ATTRIBUTE, viewer_text(v, name), value);
    for (int64_t i = 0; i < tuple_length(type->bases); i++) {
        Object *base = tuple_item(type->bases, i);
        if (base != OBJECT(builtin_type(v->vm, TYPE_OBJECT)) || v->options->library)
            viewer_slot(v, ROLE_BASE, view_add_string(v->view, "base"), base);
    }
}

static void add_function(Viewer *v, Object *object)
{
    Function *f = (Function *)object;
    const Code *code = (const Code *)f->code;
    int64_t defaults = f->defaults ? tuple_length(f->defaults) : 0;
    for (int64_t i = 0; i < defaults; i++)
        viewer_slot(v, ROLE_DEFAULT, viewer_text(v, tuple_item(code->local_names, code->arg_count - defaults + i)),
                 tuple_item(f->defaults, i));
    int64_t position = 0;
    Object *name, *value;
    while (f->kwdefaults && dict_next(f->kwdefaults, &position, &name, &value))
        viewer_slot(v, ROLE_DEFAULT, viewer_text(v, name), value);
    for (int64_t i = 0; f->closure && i < tuple_length(f->closure); i++)
        viewer_slot(v, ROLE_CELL, viewer_text(v, tuple_item(code->local_names, code->locals_count - code->free_count + i)),
                 tuple_item(f->closure, i));
    position = 0;
    while (f->dict && dict_next(f->dict, &position, &name, &value))
        viewer_slot(v, ROLE_ATTRIBUTE, viewer_text(v, name), value);
}

static int visit_content(Vm *vm, Object *object, void *context)
{
    Viewer *v = context;
    bool is_plain_type = is_type(vm, object) && !(((Type *)object)->flags & TYPE_HEAP);
    bool hidden = object == OBJECT(object_type(vm, object)) || is_exact(object, CODE) ||
                  (is_plain_type && !v->options->hidden_names) || object == vm->builtins;
    if (!hidden || v->options->library)
        viewer_slot(v, ROLE_CONTENT, (ViewText){0, 0}, object);
    return 0;
}

static void add_suspended(Viewer *v, Object *object)
{
    Generator *g = (Generator *)object;
    for (int i = 0; !g->finished && i < g->frame.code->locals_count; i++) {
        Object *value = frame_variable(v->vm, &g->frame, i);
        if (value)
            viewer_slot(v, ROLE_NAME, viewer_text(v, tuple_item(g->frame.code->local_names, i)), value);
    }
}

static void add_exception(Viewer *v, Object *object)
{
    Exception *e = (Exception *)object;
    if (e->args)
        viewer_slot(v, ROLE_CONTENT, view_add_string(v->view, "args"), e->args);
    if (e->cause)
        viewer_slot(v, ROLE_CONTENT, view_add_string(v->view, "__cause__"), e->cause);
    if (e->context)
        viewer_slot(v, ROLE_CONTENT, view_add_string(v->view, "__context__"), e->context);
}

static void add_other(Viewer *v, Object *object)
{
    Vm *vm = v->vm;
    if (v->options->hidden_names)
        add_attributes(v, object);
    if (is_exact(object, GENERATOR) || is_exact(object, COROUTINE)) {
        add_suspended(v, object);
        return;
    }
    if (is_exception(vm, object))
        add_exception(v, object);
    else if (weakref_check(vm, object))
        add_weak_reference(v, object);
    else if (object_type(vm, object)->slots.traverse && !is_exact(object, CODE) && !is_exact(object, FRAME) &&
             !is_exact(object, TRACEBACK))
        object_type(vm, object)->slots.traverse(vm, object, visit_content, v);
}

static void add_fields(Viewer *v, Object *object, ObjectKind kind)
{
    switch (kind) {
    case KIND_SEQUENCE:
        if (is_list(v->vm, object))
            add_items(v, ((List *)object)->items, ((List *)object)->length);
        else if (deque_is(v->vm, object))
            add_deque(v, object);
        else
            add_items(v, ((Tuple *)object)->items, tuple_length(object));
        break;
    case KIND_SET: add_members(v, object); break;
    case KIND_DICT: add_entries(v, object); break;
    case KIND_INSTANCE:
        if (is_exception(v->vm, object))
            add_exception(v, object);
        add_instance(v, object);
        break;
    case KIND_CLASS: add_class(v, object); break;
    case KIND_CELL: viewer_slot(v, ROLE_CONTENT, view_add_string(v->view, "contents"), ((Cell *)object)->value); break;
    case KIND_FUNCTION:
        if (is_exact(object, FUNCTION))
            add_function(v, object);
        else if (is_exact(object, METHOD))
            viewer_slot(v, ROLE_CONTENT, view_add_string(v->view, "__self__"), ((Method *)object)->self),
            viewer_slot(v, ROLE_CONTENT, view_add_string(v->view, "__func__"), ((Method *)object)->function);
        break;
    case KIND_OTHER: add_other(v, object); break;
    case KIND_SCALAR:
    case KIND_MODULE:
    case KIND_BLOCK: break;
    }
}

static uint32_t true_length(Vm *vm, const Object *object)
{
    if (is_list(vm, object))
        return (uint32_t)((const List *)object)->length;
    if (is_tuple(vm, object))
        return (uint32_t)tuple_length(object);
    if (is_dict(vm, object))
        return (uint32_t)dict_length(object);
    if (deque_is(vm, object))
        return (uint32_t)deque_size(object);
    if (is_any_set(vm, object))
        return (uint32_t)((const Set *)object)->used;
    return is_str(vm, object) ? (uint32_t)((const Str *)object)->length : 0;
}

static bool is_builtin_type(Vm *vm, const Object *object)
{
    return is_type(vm, object) && !(((const Type *)object)->flags & TYPE_HEAP);
}

void viewer_follow(Viewer *v)
{
    for (; v->done < v->view->object_count; v->done++) {
        Object *object = v->queue[v->done];
        ViewObject *out = &v->view->objects[v->done];
        out->first_slot = v->view->slot_count;
        out->length = true_length(v->vm, object);
        ObjectKind kind = (ObjectKind)out->kind;
        if ((out->flags & OBJECT_LIBRARY) && !v->options->library && !(v->options->hidden_names && is_builtin_type(v->vm, object)))
            continue;
        add_fields(v, object, kind);
        out = &v->view->objects[v->done];
        out->slot_count = v->view->slot_count - out->first_slot;
    }
}
