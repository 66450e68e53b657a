/* The holders of objects, from one walk. On the way two things are kept: the references to the objects asked about, and
 * for every object that is only a part of another (a function's tuple of defaults, a class's dict, a variable's cell, the
 * iterator of a for statement) what it is a part of. Afterwards each reference is told as the program sees it: not
 * "item 0 of a tuple" but "default of bag in function add". */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"
#include "machine/numbers.h"
#include "python/objects/class.h"
#include "python/objects/function.h"
#include "python/python.h"
#include "python/safe_repr.h"
#include "python/walk.h"

enum { OWNER_WORDS = 160, LABEL_BYTES = 120 };

typedef struct Finder {
    Vm *vm;
    HolderList *list;
    uint32_t most;
    NumberIndex asked;
    const Object **objects;    /* those asked about, NULL until a reference to them was found */
    Reference *references;     /* to the objects asked about, beside list->items */
    uint32_t capacity;
    Reference *wholes;         /* the references by which parts belong to what they are parts of */
    uint32_t whole_count, whole_capacity;
    NumberIndex parts;         /* number of the part to the place of its whole */
    ReprText repr;
    const Object *named_holder;        /* whose name was written last: an object's holders come in runs */
    const Frame *named_frame;
    ViewText named;
} Finder;

/* ---- on the walk ---- */

static void note_whole(Finder *f, const Reference *reference)
{
    if (number_index_find(&f->parts, reference->target->number) != VIEW_NONE)
        return;
    f->wholes = memory_grow(f->wholes, &f->whole_capacity, (uint64_t)f->whole_count + 1, sizeof *f->wholes);
    f->wholes[f->whole_count++] = *reference;
    if (2 * (f->whole_count + 1) > f->parts.mask + 1) {
        number_index_reset(&f->parts, 4 * f->whole_count);
        for (uint32_t i = 0; i < f->whole_count; i++)
            number_index_add(&f->parts, f->wholes[i].target->number, (int32_t)i);
    }
    number_index_add(&f->parts, reference->target->number, (int32_t)f->whole_count - 1);
}

/* A cell in a tuple may belong to a closure: that shows when the tuple's own whole is known. */
static bool may_be_part(const Reference *reference)
{
    return reference->is_part ||
           (reference->role == HOLDER_ITEM && is_exact(reference->target, CELL) && is_exact(reference->holder, TUPLE));
}

static int note(Vm *vm, const Reference *reference, void *context)
{
    Finder *f = context;
    if (may_be_part(reference))
        note_whole(f, reference);
    int32_t place = number_index_find(&f->asked, reference->target->number);
    if (place == VIEW_NONE)
        return 0;
    f->objects[place] = reference->target;
    f->list->objects[place].exists = true;
    f->list->objects[place].address = object_address(vm, reference->target);
    if (!holder_list_add(f->list, (uint32_t)place, f->most))
        return 0;
    f->references = memory_grow(f->references, &f->capacity, f->list->count, sizeof *f->references);
    f->references[f->list->count - 1] = *reference;
    return 0;
}

/* While C has called back into Python, its variables hold what no walk can find: they account for what is missing. */
static void note_rest(Finder *f)
{
    for (uint32_t i = 0; f->vm->eval_depth > 1 && i < f->list->object_count; i++) {
        Reference reference = {.target = (Object *)f->objects[i], .role = HOLDER_BUILT_IN, .index = -1};
        while (f->objects[i] && f->list->objects[i].found < f->objects[i]->count)
            note(f->vm, &reference, f);
    }
}

/* ---- what a holder is called ---- */

static void name_frame(const Finder *f, const Frame *frame, char *words)
{
    char name[LABEL_BYTES];
    size_t length = safe_str(frame->code->name, name, sizeof name);
    bool is_module = !(frame->code->flags & CODE_OPTIMIZED) && !frame->code->is_class_body;
    if (is_module && !frame->back && frame->owner == FRAME_ON_STACK)
        snprintf(words, OWNER_WORDS, "module");
    else
        snprintf(words, OWNER_WORDS, "%s%.*s", frame->owner == FRAME_IN_OBJECT ? "the ended call of " : "",
                 (int)length, name);
}

typedef struct NamedType { TypeId type; size_t name; const char *words; } NamedType;

/* Types whose objects have a name, and where it is. */
static const NamedType named[] = {
    {TYPE_FUNCTION, offsetof(Function, qualname), "function"}, {TYPE_MODULE, offsetof(ModuleObject, name), "module"},
    {TYPE_CODE, offsetof(Code, name), "the code of"}, {TYPE_GENERATOR, offsetof(Generator, name), "generator"},
    {TYPE_COROUTINE, offsetof(Generator, name), "coroutine"},
    {TYPE_ASYNC_GENERATOR, offsetof(Generator, name), "asynchronous generator"},
};

static void name_object(const Finder *f, const Object *object, char *words)
{
    char name[LABEL_BYTES];
    const char *type = object_type(f->vm, object)->c_name;
    if (is_type(f->vm, object)) {
        snprintf(words, OWNER_WORDS, "class %s", ((const Type *)object)->c_name);
        return;
    }
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        const Object *text = *(Object *const *)((const char *)object + named[i].name);
        if (object_type(f->vm, object) != builtin_type(f->vm, named[i].type) || !text || !is_str(f->vm, text))
            continue;
        size_t length = safe_str(text, name, sizeof name);
        snprintf(words, OWNER_WORDS, "%s %.*s", named[i].words, (int)length, name);
        return;
    }
    snprintf(words, OWNER_WORDS, "%s", type);
}

static void set_owner(Finder *f, const Reference *reference, Holder *holder)
{
    char words[OWNER_WORDS] = "";
    if (reference->holder) {
        holder->place = HOLDER_IN_OBJECT;
        holder->number = reference->holder->number;
        holder->address = object_address(f->vm, reference->holder);
    } else {
        holder->place = reference->frame ? HOLDER_IN_FRAME : HOLDER_IN_INTERPRETER;
        holder->number = reference->frame ? reference->frame->number : 0;
    }
    if (f->named.length && f->named_holder == reference->holder && f->named_frame == reference->frame) {
        holder->owner = f->named;
        return;
    }
    if (reference->frame)
        name_frame(f, reference->frame, words);
    else if (reference->holder)
        name_object(f, reference->holder, words);
    holder->owner = f->named = view_add_string(&f->list->text, words);
    f->named_holder = reference->holder;
    f->named_frame = reference->frame;
}

/* ---- labels ---- */

static ViewText text_of_str(Finder *f, const Object *str)
{
    char text[LABEL_BYTES];
    return view_add_text(&f->list->text, text, safe_str(str, text, sizeof text));
}

/* Of an index or a line: not negative. */
static ViewText text_of_number(Finder *f, int64_t number)
{
    char text[24], *at = text + sizeof text;
    do
        *--at = (char)('0' + number % 10);
    while (number /= 10);
    return view_add_text(&f->list->text, at, (size_t)(text + sizeof text - at));
}

/* As a key is written, quotes and all; the names of namespaces stand without. */
static ViewText text_of_key(Finder *f, const Object *key, bool is_name)
{
    if (is_name && is_str(f->vm, key))
        return text_of_str(f, key);
    safe_repr(f->vm, key, &f->repr);
    return view_add_text(&f->list->text, f->repr.bytes, f->repr.length);
}

static ViewText own_label(Finder *f, const Reference *reference)
{
    bool is_entry = reference->role == HOLDER_KEY || reference->role == HOLDER_VALUE;
    if (reference->label)
        return text_of_key(f, reference->label, !is_entry);
    if (reference->word)
        return view_add_string(&f->list->text, reference->word);
    return reference->index >= 0 ? text_of_number(f, reference->index) : (ViewText){0, 0};
}

/* The name of a parameter, or of an outer variable, by its place in the function's tuple. */
static ViewText label_in_function(Finder *f, const Object *function, HolderRole role, int64_t index)
{
    const Function *self = (const Function *)function;
    const Code *code = (const Code *)self->code;
    int64_t first = role == HOLDER_CLOSURE ? code->locals_count - code->free_count
                                           : code->arg_count - (self->defaults ? tuple_length(self->defaults) : 0);
    bool known = first + index >= 0 && first + index < tuple_length(code->local_names);
    return known ? text_of_str(f, tuple_item(code->local_names, first + index)) : text_of_number(f, index);
}

static const Reference *whole_of(const Finder *f, const Object *part)
{
    int32_t place = part ? number_index_find(&f->parts, part->number) : VIEW_NONE;
    return place == VIEW_NONE ? NULL : &f->wholes[place];
}

/* The cell of a closure: its variable's name comes from the function that has the closure. */
static bool tell_closed_cell(Finder *f, const Reference *cell, Holder *holder)
{
    const Reference *tuple = whole_of(f, cell->holder);
    if (!tuple || !tuple->is_part || tuple->inner != HOLDER_CLOSURE)
        return false;
    set_owner(f, tuple, holder);
    holder->label = label_in_function(f, tuple->holder, HOLDER_CLOSURE, cell->index);
    holder->role = HOLDER_CLOSURE;
    return true;
}

/* A reference that lies in a part is told as one of the whole. */
static bool tell_by_whole(Finder *f, const Reference *reference, const Reference *whole, Holder *holder)
{
    if (!whole->is_part)
        return tell_closed_cell(f, whole, holder);
    bool in_tuple = whole->inner == HOLDER_DEFAULT || whole->inner == HOLDER_CLOSURE;
    set_owner(f, whole, holder);
    holder->role = reference->role == HOLDER_KEY ? HOLDER_KEY : whole->inner;
    if (reference->label)
        holder->label = text_of_key(f, reference->label, true);
    else if (in_tuple && is_exact(whole->holder, FUNCTION))
        holder->label = label_in_function(f, whole->holder, (HolderRole)whole->inner, reference->index);
    else if (whole->inner == HOLDER_CELL || whole->inner == HOLDER_ITERATOR || whole->inner == HOLDER_PART)
        holder->label = own_label(f, whole);
    else if (whole->inner == HOLDER_CONSTANT)
        holder->label = own_label(f, reference);
    return true;
}

static void tell(Finder *f, const Reference *reference, Holder *holder)
{
    const Reference *whole = reference->frame ? NULL : whole_of(f, reference->holder);
    if (whole && tell_by_whole(f, reference, whole, holder))
        return;
    set_owner(f, reference, holder);
    holder->role = reference->role;
    holder->label = own_label(f, reference);
}

void python_holders(Vm *vm, const uint64_t *numbers, uint32_t count, uint32_t most, HolderList *list)
{
    Finder f = {.vm = vm, .list = list, .most = most, .repr = {.limit = LABEL_BYTES}};
    Walk walk = {0};
    holder_list_begin(list, numbers, count);
    number_index_init(&f.asked);
    number_index_reset(&f.asked, count);
    for (uint32_t i = 0; i < count; i++)
        number_index_add(&f.asked, numbers[i], (int32_t)i);
    number_index_init(&f.parts);
    number_index_reset(&f.parts, 256);
    f.objects = memory_resize(NULL, (count + 1) * sizeof *f.objects);
    memset(f.objects, 0, (count + 1) * sizeof *f.objects);
    walk_run(&walk, vm, note, &f);
    walk_finish(&walk);
    note_rest(&f);
    for (uint32_t i = 0; i < list->count; i++)
        tell(&f, &f.references[i], &list->items[i]);
    holder_list_end(list);
    number_index_finish(&f.asked);
    number_index_finish(&f.parts);
    free(f.objects);
    free(f.references);
    free(f.wholes);
    free(f.repr.bytes);
}
