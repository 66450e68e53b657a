/* The state as a view. Variables stand in their frames; structs and arrays among them as one slot for each scalar in them
 * ("p.x", "a[2]"), texts as one, with the parts that they form round these slots. Globals stand in a frame of their own
 * below all others. Blocks of the heap are objects, and so are string literals and functions that something points to. */
#include "c/view.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

enum { LABEL_LENGTH = 200, SLOTS_OF_ONE = 4096, GLOBALS_FRAME = 1, MOST_BYTES = 64 };

/* ---- objects that are found ---- */

/* Blocks of the heap, then globals (literals among them), then routines: the place of each in `found`. */
static uint32_t place_of(const Viewer *v, const CObject *object, uint64_t address)
{
    if (object->kind == OBJECT_HEAP && !object->block->is_hidden)
        return (uint32_t)(object->block - v->vm->blocks);
    if (object->kind == OBJECT_LITERAL)
        return v->vm->block_count + (uint32_t)object->variable->index;
    int32_t routine = object->kind == OBJECT_CODE ? c_routine_at(v->vm, address) : -1;
    if (routine >= 0)
        return v->vm->block_count + (uint32_t)v->vm->program->global_count + (uint32_t)routine;
    return UINT32_MAX;
}

/* The object that a pointer leads to; it is filled in later. */
static int32_t object_of(Viewer *v, const CObject *object, uint64_t address, const CType *pointed)
{
    uint32_t place = place_of(v, object, address);
    if (place == UINT32_MAX)
        return VIEW_NONE;
    if (place < v->vm->block_count && pointed->kind != TY_VOID && !v->types[place])
        v->types[place] = pointed;
    if (v->found[place] != VIEW_NONE)
        return v->found[place];
    if (v->options->max_objects && v->view->object_count >= v->options->max_objects) {
        v->view->truncated = true;
        return VIEW_NONE;
    }
    ViewObject *out = view_add_object(v->view);
    v->found[place] = (int32_t)(out - v->view->objects);
    v->waiting = memory_grow(v->waiting, &v->waiting_capacity, (uint64_t)v->waiting_count + 1, sizeof *v->waiting);
    v->waiting[v->waiting_count++] = place;
    return v->found[place];
}

/* ---- slots and parts ---- */

/* What surrounds the things that are added: the part, and where a name within it begins in a label. */
typedef struct Around {
    int32_t part;
    SlotRole role;
    uint32_t limit;            /* of slots in the view */
} Around;

static void list_bytes(Viewer *v, uint32_t index, uint64_t address, uint64_t size)
{
    const unsigned char *memory = c_at_address(v->vm, address);
    uint32_t first = v->view->byte_count;
    ViewByte *bytes = view_add_bytes(v->view, (uint32_t)size);
    for (uint64_t i = 0; i < size; i++)
        bytes[i] = (ViewByte){memory[i], memory[SHADOW_DISTANCE + i]};
    v->view->slots[index].first_byte = first;
}

static uint32_t add_slot(Viewer *v, const char *label, size_t own, const Around *around, const CType *type,
                         uint64_t address)
{
    ViewText name = view_add_string(v->view, label), words = view_add_string(v->view, c_type_text(&v->pool, type));
    ViewSlot *slot = view_add_slot(v->view);
    uint32_t index = (uint32_t)(slot - v->view->slots);
    slot->label = name;
    slot->own = (ViewText){name.start + (uint32_t)own, name.length - (uint32_t)own};
    slot->part = around->part;
    slot->type = words;
    slot->role = (uint8_t)around->role;
    slot->state = SLOT_VALUE;
    slot->address = address;
    slot->size = (uint32_t)type->size;
    v->slot_types = memory_grow(v->slot_types, &v->slot_type_capacity, (uint64_t)index + 1, sizeof *v->slot_types);
    v->slot_types[index] = type;
    if (address && type->size <= MOST_BYTES)
        list_bytes(v, index, address, (uint64_t)type->size);
    return index;
}

static int32_t add_part(Viewer *v, const char *label, ViewText own, int32_t parent, const CType *type,
                        uint64_t address)
{
    ViewText name = view_add_string(v->view, label), words = view_add_string(v->view, c_type_text(&v->pool, type));
    ViewPart *part = view_add_part(v->view);
    int32_t index = (int32_t)(part - v->view->parts);
    part->label = name;
    part->own = (ViewText){name.start + own.start, own.length};
    part->type = words;
    part->parent = parent;
    part->address = address;
    part->size = (uint64_t)type->size;
    part->length = type->kind == TY_ARRAY ? (uint32_t)type->length : 0;
    part->kind = type->kind == TY_ARRAY ? PART_ARRAY : type->kind == TY_UNION ? PART_UNION : PART_STRUCT;
    v->part_types = memory_grow(v->part_types, &v->part_type_capacity, (uint64_t)index + 1, sizeof *v->part_types);
    v->part_types[index] = type;
    return index;
}

static void set_value(Viewer *v, uint32_t slot, const char *text)
{
    v->view->slots[slot].value = view_add_string(v->view, text);
}

static void fill_pointer(Viewer *v, uint32_t slot, const CType *type, uint64_t address)
{
    char text[VIEW_VALUE_LENGTH];
    CObject object = address ? c_object_at(v->vm, address) : (CObject){0};
    c_view_put_pointer(v->vm, text, sizeof text, address, &object);
    set_value(v, slot, text);
    int32_t target = object_of(v, &object, address, type->base);
    v->view->slots[slot].state = SLOT_POINTER;
    v->view->slots[slot].pointer = address;
    v->view->slots[slot].target = target;
    v->view->slots[slot].offset = target == VIEW_NONE ? 0 : (uint32_t)(address - object.address);
}

static void fill_scalar(Viewer *v, uint32_t slot, const CType *type, const CMember *field, uint64_t address)
{
    const unsigned char *memory = c_at_address(v->vm, address);
    char text[VIEW_VALUE_LENGTH];
    if (!c_view_is_set(memory, type->kind == TY_LDOUBLE ? 10 : field ? 1 : (uint64_t)type->size)) {
        v->view->slots[slot].state = SLOT_UNBOUND;
        return;
    }
    if (c_type_is_pointer(type)) {
        uint64_t value;
        memcpy(&value, memory, sizeof value);
        fill_pointer(v, slot, type, value);
        return;
    }
    c_view_put_scalar(text, sizeof text, memory, type, field);
    set_value(v, slot, text);
}

static bool is_text(const CType *type)
{
    return type->kind == TY_ARRAY && type->base->kind == TY_CHAR;
}

/* One thing under its label, of which the part from `own` on is its name within what is around it. */
static void add_thing(Viewer *v, const char *label, size_t own, const Around *around, const CType *type,
                      const CMember *field, uint64_t address);

static void add_elements(Viewer *v, const char *label, const Around *around, const CType *type, uint64_t address)
{
    char name[LABEL_LENGTH];
    size_t own = strlen(label) + 1;
    for (int64_t i = 0; i < type->length && v->view->slot_count < around->limit; i++) {
        snprintf(name, sizeof name, "%s[%" PRId64 "]", label, i);
        add_thing(v, name, own < sizeof name ? own : 0, around, type->base, NULL,
                  address + (uint64_t)(i * type->base->size));
    }
}

static void add_members(Viewer *v, const char *label, const Around *around, const CType *type, uint64_t address)
{
    char name[LABEL_LENGTH];
    size_t own = *label ? strlen(label) + 1 : 0;
    const CMember *m = c_type_resolve((CType *)type)->members;
    for (; m && v->view->slot_count < around->limit; m = m->next) {
        if (!m->name && !c_type_is_record(m->type))
            continue;
        if (!m->name) {
            add_members(v, label, around, m->type, address + (uint64_t)m->offset);
            continue;
        }
        snprintf(name, sizeof name, "%s%s%s", label, *label ? "." : "", m->name);
        add_thing(v, name, own < sizeof name ? own : 0, around, m->type, m->is_bit_field ? m : NULL,
                  address + (uint64_t)m->offset);
    }
}

static void add_text(Viewer *v, const char *label, size_t own, const Around *around, const CType *type,
                     uint64_t address)
{
    char text[VIEW_VALUE_LENGTH];
    const unsigned char *memory = c_at_address(v->vm, address);
    uint32_t index = add_slot(v, label, own, around, type, address);
    if (!c_view_is_set(memory, type->size > 0)) {
        v->view->slots[index].state = SLOT_UNBOUND;
        return;
    }
    c_view_put_text(text, sizeof text, memory, (uint64_t)type->size);
    set_value(v, index, text);
}

/* The name of an element is its index, without brackets. */
static ViewText own_name(const char *label, size_t own)
{
    size_t length = strlen(label + own);
    return (ViewText){(uint32_t)own, (uint32_t)(own && label[own - 1] == '[' ? length - 1 : length)};
}

static void add_thing(Viewer *v, const char *label, size_t own, const Around *around, const CType *type,
                      const CMember *field, uint64_t address)
{
    if (v->view->slot_count >= around->limit)
        return;
    ViewText name = own_name(label, own);
    bool is_compound = (type->kind == TY_ARRAY && !is_text(type)) || c_type_is_record(type);
    if (is_compound) {
        Around inside = *around;
        inside.part = add_part(v, label, name, around->part, type, address);
        (type->kind == TY_ARRAY ? add_elements : add_members)(v, label, &inside, type, address);
        ViewPart *part = &v->view->parts[inside.part];
        part->slot_count = v->view->slot_count - part->first_slot;
        return;
    }
    uint32_t index = v->view->slot_count;
    if (is_text(type))
        add_text(v, label, own, around, type, address);
    else if (c_type_is_scalar(type))
        fill_scalar(v, add_slot(v, label, own, around, type, address), type, field, address);
    if (index < v->view->slot_count)
        v->view->slots[index].own.length = name.length;
}

static uint32_t slot_limit(const Viewer *v)
{
    uint32_t most = v->options->max_slots;
    return v->view->slot_count + (most && most < SLOTS_OF_ONE ? most : SLOTS_OF_ONE);
}

static void add_variable(Viewer *v, const char *name, const CType *type, uint64_t address)
{
    Around around = {.part = VIEW_NONE, .role = ROLE_NAME, .limit = slot_limit(v)};
    add_thing(v, name, 0, &around, type, NULL, address);
}

/* ---- frames ---- */

/* A VLA's elements lie where its hidden pointer says, as many as its hidden size says. */
static void add_vla(Viewer *v, const CVariable *variable, uint64_t fp)
{
    uint64_t address, size = 0;
    const CType *type = variable->type;
    memcpy(&address, c_at_address(v->vm, fp + (uint64_t)variable->offset), sizeof address);
    if (!type->vla_size || type->base->kind == TY_VLA || type->base->size <= 0 || !c_is_mapped(v->vm, address, 8)
        || address < C_STACK_LOW)
        return;
    memcpy(&size, c_at_address(v->vm, fp + (uint64_t)type->vla_size->offset), sizeof size);
    if (!c_is_mapped(v->vm, address, size))
        return;
    CType *whole = c_type_array(&v->pool, type->base, (int64_t)size / type->base->size);
    add_variable(v, variable->name, whole, address);
}

static void add_variables(Viewer *v, const CRoutine *routine, const CFrame *frame, uint32_t pc)
{
    for (int32_t i = 0; i < routine->variable_count; i++) {
        const CVariable *variable = routine->variables[i];
        if (!variable->name || pc < variable->first_pc || pc > variable->end_pc)
            continue;
        if (variable->type->kind == TY_VLA)
            add_vla(v, variable, frame->fp);
        else
            add_variable(v, variable->name, variable->type, frame->fp + (uint64_t)variable->offset);
    }
}

void c_view_add_value(Viewer *v, SlotRole role, const char *label, const CType *type, CCell value)
{
    char text[VIEW_VALUE_LENGTH];
    Around around = {.part = VIEW_NONE, .role = role};
    uint32_t index = add_slot(v, label, 0, &around, type, 0);
    if (c_type_is_pointer(type)) {
        fill_pointer(v, index, type, value.u);
        return;
    }
    if (type->kind == TY_FLOAT)
        c_view_put_floating(text, sizeof text, value.f, 9);
    else if (type->kind == TY_DOUBLE)
        c_view_put_floating(text, sizeof text, value.d, 17);
    else if (type->kind == TY_LDOUBLE)
        c_view_put_floating(text, sizeof text, value.l, 21);
    else
        c_view_put_integer(text, sizeof text, type, value.i);
    set_value(v, index, text);
}

static void add_frame(Viewer *v, uint32_t index, bool is_last)
{
    const CVm *vm = v->vm;
    const CFrame *frame = &vm->frames[index];
    const CRoutine *routine = &vm->program->routines[frame->routine];
    ViewText name = view_add_string(v->view, routine->name);
    ViewFrame *out = view_add_frame(v->view);
    uint32_t at = (uint32_t)(out - v->view->frames);
    out->number = frame->number;
    out->name = name;
    out->line = frame->line;
    out->called_from = index > 0 && !vm->program->routines[vm->frames[index - 1].routine].is_library
                     ? frame->called_from : 0;
    out->is_active = is_last;
    out->is_returning = is_last && frame->is_returning && vm->event == STEP_RETURN;
    uint32_t pc = index + 1 < vm->depth ? vm->frames[index + 1].return_pc - 1 : vm->pc;
    add_variables(v, routine, frame, pc);
    const CType *result = routine->tree->type->base;
    if (v->options->return_slot && v->view->frames[at].is_returning && c_type_is_scalar(result))
        c_view_add_value(v, ROLE_RETURN, "returns", result, vm->returned);
    c_view_add_temporaries(v, index, pc);
    v->view->frames[at].slot_count = v->view->slot_count - v->view->frames[at].first_slot;
}

static bool is_shown_global(const CVariable *variable)
{
    return variable->name && !variable->is_library && !variable->is_string && !variable->is_hidden
        && !(variable->place.file && variable->place.file->is_builtin);
}

static void add_globals(Viewer *v)
{
    const CProgram *program = v->vm->program;
    bool any = false;
    for (int32_t i = 0; i < program->global_count; i++)
        any |= is_shown_global(program->globals[i]);
    if (!any)
        return;
    ViewText name = view_add_string(v->view, "globals");
    ViewFrame *out = view_add_frame(v->view);
    uint32_t at = (uint32_t)(out - v->view->frames);
    out->number = GLOBALS_FRAME;
    out->name = name;
    out->is_module = true;
    for (int32_t i = 0; i < program->global_count; i++)
        if (is_shown_global(program->globals[i]))
            add_variable(v, program->globals[i]->name, program->globals[i]->type, program->globals[i]->address);
    v->view->frames[at].slot_count = v->view->slot_count - v->view->frames[at].first_slot;
}

static void add_frames(Viewer *v)
{
    const CVm *vm = v->vm;
    uint32_t last = 0;
    for (uint32_t i = 0; i < vm->depth; i++)
        if (!vm->program->routines[vm->frames[i].routine].is_library)
            last = i;
    add_globals(v);
    for (uint32_t i = 0; i < vm->depth; i++)
        if (!vm->program->routines[vm->frames[i].routine].is_library)
            add_frame(v, i, i == last);
}

/* ---- objects ---- */

/* What a block is made of: as the program took it when it asked for it, or as it points to it now, or bytes. */
static const CType *element_type(const Viewer *v, const CBlock *block)
{
    const CType *type = block->type ? block->type : v->types[block - v->vm->blocks];
    return type && c_type_is_complete(type) && type->size > 0 ? type : c_type_basic(TY_UCHAR);
}

static void describe_block(Viewer *v, ViewObject *out, const CBlock *block, const CType *element, int64_t count)
{
    char text[VIEW_VALUE_LENGTH];
    const char *name = c_type_text(&v->pool, element);
    const char *freed = block->state == BLOCK_FREED ? "freed: " : "";
    if (element == c_type_basic(TY_UCHAR))
        snprintf(text, sizeof text, "%s%" PRIu64 " bytes", freed, block->size);
    else if (count == 1)
        snprintf(text, sizeof text, "%s%s", freed, name);
    else
        snprintf(text, sizeof text, "%s%s[%" PRId64 "]", freed, name, count);
    out->type = view_add_string(v->view, text);
}

/* A block as one thing: a struct, a value, an array of these, a text. */
static const CType *block_type(Viewer *v, const CType *element, int64_t count)
{
    if (count == 1 && element->kind != TY_CHAR)
        return element;
    return c_type_array(&v->pool, (CType *)element, count);
}

/* The elements of a block are called by their indexes alone, the members of a struct by their names. */
static void fill_contents(Viewer *v, const CBlock *block, const CType *element, int64_t count)
{
    const CType *type = block_type(v, element, count);
    Around around = {.part = VIEW_NONE, .role = ROLE_ITEM, .limit = slot_limit(v)};
    if (is_text(type)) {
        add_text(v, "", 0, &around, type, block->address);
        return;
    }
    if (c_type_is_scalar(type)) {
        fill_scalar(v, add_slot(v, "0", 0, &around, type, block->address), type, NULL, block->address);
        return;
    }
    around.part = add_part(v, "", (ViewText){0}, VIEW_NONE, type, block->address);
    if (type == element) {
        around.role = ROLE_ATTRIBUTE;
        add_members(v, "", &around, type, block->address);
    } else {
        char label[LABEL_LENGTH];
        bool is_compound = !c_type_is_scalar(element);
        for (int64_t i = 0; i < count && v->view->slot_count < around.limit; i++) {
            snprintf(label, sizeof label, is_compound ? "[%" PRId64 "]" : "%" PRId64, i);
            add_thing(v, label, is_compound, &around, element, NULL, block->address + (uint64_t)(i * element->size));
        }
    }
    ViewPart *part = &v->view->parts[around.part];
    part->slot_count = v->view->slot_count - part->first_slot;
}

static void fill_block(Viewer *v, uint32_t index, const CBlock *block)
{
    const CType *element = element_type(v, block);
    int64_t count = (int64_t)block->size / element->size;
    ViewObject out = {.number = block->number, .size = block->size, .address = block->address, .kind = KIND_BLOCK,
                      .length = (uint32_t)count, .gc_refs = VIEW_NONE,
                      .flags = OBJECT_MUTABLE | OBJECT_UNCOUNTED | (block->state == BLOCK_FREED ? OBJECT_FREED : 0)};
    describe_block(v, &out, block, element, count);
    out.first_slot = v->view->slot_count;
    if (count > 0)
        fill_contents(v, block, element, count);
    out.slot_count = v->view->slot_count - out.first_slot;
    if (element->kind == TY_CHAR)
        out.length = out.slot_count;   /* a text is one thing */
    v->view->objects[index] = out;
}

/* A literal has one slot with its text, so that a pointer to a letter can be seen to point there. */
static void fill_literal(Viewer *v, uint32_t index, const CVariable *variable)
{
    char text[VIEW_VALUE_LENGTH];
    Around around = {.part = VIEW_NONE, .role = ROLE_CONTENT};
    c_view_put_text(text, sizeof text, c_at_address(v->vm, variable->address), (uint64_t)variable->type->size);
    ViewText type = view_add_string(v->view, c_type_text(&v->pool, variable->type));
    ViewText repr = view_add_string(v->view, text);
    ViewObject out = {
        .number = (uint64_t)variable->index + 1, .size = (uint64_t)variable->type->size, .address = variable->address,
        .type = type, .repr = repr, .kind = KIND_SCALAR, .gc_refs = VIEW_NONE, .first_slot = v->view->slot_count,
        .flags = OBJECT_SHARED | OBJECT_UNCOUNTED | OBJECT_READ_ONLY, .length = (uint32_t)variable->type->size,
        .slot_count = 1,
    };
    add_text(v, "", 0, &around, variable->type, variable->address);
    v->view->objects[index] = out;
}

/* "int add(int, int)": the type with the name in its place. */
static void put_signature(Viewer *v, char *out, size_t size, const char *name, const CType *type)
{
    const char *result = c_type_text(&v->pool, type->base);
    int n = snprintf(out, size, "%s%s%s(", result, result[strlen(result) - 1] == '*' ? "" : " ", name);
    for (const CParameter *p = type->parameters; p && n < (int)size; p = p->next)
        n += snprintf(out + n, size - (size_t)n, "%s%s", p == type->parameters ? "" : ", ",
                      c_type_text(&v->pool, p->type));
    if (n < (int)size)
        snprintf(out + n, size - (size_t)n, ")");
}

static void fill_routine(Viewer *v, uint32_t index, int32_t routine)
{
    char text[VIEW_VALUE_LENGTH];
    const CRoutine *code = &v->vm->program->routines[routine];
    if (code->tree && code->tree->type)
        put_signature(v, text, sizeof text, code->name, code->tree->type);
    else
        snprintf(text, sizeof text, "%s()", code->name);
    ViewText type = view_add_string(v->view, "function"), signature = view_add_string(v->view, text);
    ViewText repr = view_add_string(v->view, code->name);
    v->view->objects[index] = (ViewObject){
        .number = (uint64_t)v->vm->program->global_count + 1 + (uint64_t)routine, .type = type, .repr = repr,
        .signature = signature, .kind = KIND_FUNCTION, .gc_refs = VIEW_NONE, .first_slot = v->view->slot_count,
        .flags = OBJECT_SHARED | OBJECT_UNCOUNTED | OBJECT_READ_ONLY, .address = code->address,
    };
}

static void fill_place(Viewer *v, uint32_t place)
{
    uint32_t index = (uint32_t)v->found[place], globals = (uint32_t)v->vm->program->global_count;
    if (place < v->vm->block_count)
        fill_block(v, index, &v->vm->blocks[place]);
    else if (place - v->vm->block_count < globals)
        fill_literal(v, index, v->vm->program->globals[place - v->vm->block_count]);
    else
        fill_routine(v, index, (int32_t)(place - v->vm->block_count - globals));
}

static void fill_objects(Viewer *v)
{
    for (uint32_t i = 0; i < v->waiting_count; i++)
        fill_place(v, v->waiting[i]);
}

/* Blocks that no pointer in sight leads to: lost, or held by an odd pointer. */
static void add_stranded(Viewer *v)
{
    for (uint32_t i = 0; i < v->vm->block_count; i++) {
        CBlock *block = &v->vm->blocks[i];
        if (block->state != BLOCK_LIVE || block->is_hidden || v->found[i] != VIEW_NONE)
            continue;
        CObject object = {.kind = OBJECT_HEAP, .address = block->address, .size = block->size, .block = block};
        uint32_t first = v->waiting_count;
        int32_t index = object_of(v, &object, block->address, c_type_basic(TY_VOID));
        if (index == VIEW_NONE)
            return;
        for (uint32_t k = first; k < v->waiting_count; k++)
            fill_place(v, v->waiting[k]);
        v->view->objects[index].flags |= OBJECT_STRANDED;
    }
}

/* ---- the whole ---- */

static void fill_head(Viewer *v)
{
    const CVm *vm = v->vm;
    View *view = v->view;
    view->step = vm->step;
    view->instruction = vm->instruction;
    view->event = vm->event;
    view->line = vm->event_line;
    view->previous_line = vm->event == STEP_CALL ? 0 : vm->previous_line;
    view->return_value = view->exception = VIEW_NONE;
    view->newest_number = vm->next_number - 1;
    view->output_length = vm->output_length[OUTPUT_STDOUT];
    view->error_length = vm->output_length[OUTPUT_STDERR];
    bool is_fresh = vm->report_step == vm->step || (vm->instruction > 0 && vm->report_step == vm->step + 1);
    if (vm->reports && is_fresh)
        view->error = view_add_string(view, vm->report);
}

void c_view(CVm *vm, const ViewOptions *options, View *view)
{
    Viewer v = {.vm = vm, .options = options, .view = view};
    view_reset(view);
    c_pool_init(&v.pool);
    uint32_t places = vm->block_count + (uint32_t)vm->program->global_count + (uint32_t)vm->program->routine_count;
    v.found = memory_resize(NULL, (places + 1) * sizeof *v.found);
    v.types = c_pool_alloc(&v.pool, (vm->block_count + 1) * sizeof *v.types);
    for (uint32_t i = 0; i < places; i++)
        v.found[i] = VIEW_NONE;
    fill_head(&v);
    add_frames(&v);
    c_view_add_instruction(&v);
    fill_objects(&v);
    add_stranded(&v);
    c_view_aim(&v);
    free(v.slot_types);
    free(v.part_types);
    free(v.found);
    free(v.waiting);
    c_pool_finish(&v.pool);
}
