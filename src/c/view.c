/* The state as a view. Variables stand in their frames, structs and arrays among them as one slot for each scalar part
 * ("p.x", "a[2]"), texts as one; globals in a frame of their own below all others. Blocks of the heap are objects, and so
 * are string literals that something points to. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "c/c.h"
#include "c/parse.h"
#include "c/space.h"
#include "machine/memory.h"

enum { LABEL_LENGTH = 200, VALUE_LENGTH = 400, SLOTS_OF_ONE = 4096, GLOBALS_FRAME = 1, LONGEST_TEXT = 120 };

typedef struct Viewer {
    CVm *vm;
    const ViewOptions *options;
    View *view;
    CPool pool;                /* texts of types, for this view */
    uint32_t *waiting;         /* records of blocks found, in order; literals as block_count + index */
    uint32_t waiting_count, waiting_capacity;
    const CType **types;       /* per block record: what the first pointer to it points to */
    int32_t *found;            /* per block record, then per global: index of its object, or VIEW_NONE */
} Viewer;

/* ---- values in words ---- */

static bool is_all_set(const unsigned char *memory, uint64_t size)
{
    const unsigned char *shadow = memory + SHADOW_DISTANCE;
    for (uint64_t i = 0; i < size; i++)
        if (shadow[i] != SHADOW_SET)
            return false;
    return true;
}

static int put_char(char *out, size_t size, unsigned char c, char quote)
{
    static const char letters[] = "\aa\bb\ff\nn\rr\tt\vv\\\\";
    const char *at = c ? memchr(letters, c, sizeof letters - 1) : NULL;
    bool is_key = at && (at - letters) % 2 == 0;
    if (c == 0)
        return snprintf(out, size, "\\0");
    if (is_key)
        return snprintf(out, size, "\\%c", at[1]);
    if (c == (unsigned char)quote)
        return snprintf(out, size, "\\%c", c);
    return c < 32 || c >= 127 ? snprintf(out, size, "\\x%02x", c) : snprintf(out, size, "%c", c);
}

static void put_character(char *out, size_t size, int64_t value)
{
    int n = snprintf(out, size, "'");
    n += put_char(out + n, size - (size_t)n, (unsigned char)value, '\'');
    snprintf(out + n, size - (size_t)n, "'");
}

static void put_floating(char *out, size_t size, long double value, int digits)
{
    for (int precision = 6; precision <= digits; precision++) {
        snprintf(out, size, "%.*Lg", precision, value);
        if (precision == digits || strtold(out, NULL) == value)
            return;
    }
}

static const char *enumerator_name(const CType *type, int64_t value)
{
    for (const CEnumerator *e = c_type_resolve((CType *)type)->enumerators; e; e = e->next)
        if (e->value == value)
            return e->name;
    return NULL;
}

static void put_integer(char *out, size_t size, const CType *type, int64_t value)
{
    const char *name = type->kind == TY_ENUM ? enumerator_name(type, value) : NULL;
    if (name)
        snprintf(out, size, "%s", name);
    else if (type->kind == TY_CHAR)
        put_character(out, size, value);
    else if (c_type_is_unsigned(type))
        snprintf(out, size, "%" PRIu64, (uint64_t)value);
    else
        snprintf(out, size, "%" PRId64, value);
}

static int64_t read_integer(const unsigned char *memory, const CType *type)
{
    int64_t value = 0;
    memcpy(&value, memory, (size_t)type->size);
    return c_truncate(value, type);
}

static int64_t read_bits(const unsigned char *memory, const CMember *field)
{
    uint64_t unit = 0;
    memcpy(&unit, memory, (size_t)field->type->size);
    unit <<= 64 - field->bit_offset - field->bit_width;
    return c_type_is_unsigned(field->type) ? (int64_t)(unit >> (64 - field->bit_width))
                                           : (int64_t)unit >> (64 - field->bit_width);
}

static void put_scalar(char *out, size_t size, const unsigned char *memory, const CType *type, const CMember *field)
{
    float f;
    double d;
    long double l = 0;
    switch (type->kind) {
    case TY_FLOAT: memcpy(&f, memory, sizeof f); put_floating(out, size, f, 9); break;
    case TY_DOUBLE: memcpy(&d, memory, sizeof d); put_floating(out, size, d, 17); break;
    case TY_LDOUBLE: memcpy(&l, memory, 10); put_floating(out, size, l, 21); break;
    default: put_integer(out, size, type, field ? read_bits(memory, field) : read_integer(memory, type));
    }
}

/* "text", up to the NUL, shortened; what has no value yet ends it. */
static void put_text(char *out, size_t size, const unsigned char *memory, uint64_t length)
{
    size_t n = (size_t)snprintf(out, size, "\"");
    uint64_t i = 0;
    for (; i < length && i < LONGEST_TEXT && memory[i] && memory[SHADOW_DISTANCE + i] == SHADOW_SET && n + 10 < size; i++)
        n += (size_t)put_char(out + n, size - n, memory[i], '"');
    bool is_cut = i < length && i >= LONGEST_TEXT && memory[i];
    snprintf(out + n, size - n, is_cut ? "\xe2\x80\xa6\"" : "\"");
}

/* ---- pointers ---- */

/* "&x", "&a[2]", "&p.y": what an address inside a variable is called. */
static void put_part(char *out, size_t size, const CType *type, int64_t offset)
{
    size_t n = strlen(out);
    while (type && n < size) {
        if (type->kind == TY_ARRAY && type->base->size > 0) {
            snprintf(out + n, size - n, "[%" PRId64 "]", offset / type->base->size);
            offset %= type->base->size;
            type = type->base;
        } else if (c_type_is_record(type) && offset > 0) {
            const CMember *m = c_type_resolve((CType *)type)->members;
            while (m && !(offset >= m->offset && offset < m->offset + m->type->size))
                m = m->next;
            if (m && m->name)
                snprintf(out + n, size - n, ".%s", m->name);
            offset -= m ? m->offset : offset;
            type = m ? m->type : NULL;
        } else {
            type = NULL;
        }
        n = strlen(out);
    }
}

static void put_pointer(Viewer *v, char *out, size_t size, uint64_t address, const CObject *object)
{
    const CVariable *variable = object->variable;
    bool inside = variable && variable->name && address >= object->address && address < object->address + object->size;
    if (!address) {
        snprintf(out, size, "NULL");
    } else if (inside) {
        snprintf(out, size, "&%s", variable->name);
        put_part(out, size, variable->type, (int64_t)(address - object->address));
    } else if (object->kind == OBJECT_CODE) {
        int32_t index = c_routine_at(v->vm, address);
        if (index >= 0)
            snprintf(out, size, "%s", v->vm->program->routines[index].name);
        else
            snprintf(out, size, "0x%" PRIx64, address);
    } else {
        snprintf(out, size, "0x%" PRIx64, address);
    }
}

/* The object of a block or literal; it is filled in later. */
static int32_t object_of(Viewer *v, const CObject *object, const CType *pointed)
{
    CVm *vm = v->vm;
    uint32_t place;
    if (object->kind == OBJECT_HEAP && !object->block->is_hidden) {
        place = (uint32_t)(object->block - vm->blocks);
        if (pointed->kind != TY_VOID && !v->types[place])
            v->types[place] = pointed;
    } else if (object->kind == OBJECT_LITERAL) {
        place = vm->block_count + (uint32_t)object->variable->index;
    } else {
        return VIEW_NONE;
    }
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

/* ---- slots ---- */

static ViewSlot *add_slot(Viewer *v, const char *label, SlotRole role, const CType *type, uint64_t address)
{
    ViewText name = view_add_string(v->view, label), words = view_add_string(v->view, c_type_text(&v->pool, type));
    ViewSlot *slot = view_add_slot(v->view);
    slot->label = name;
    slot->type = words;
    slot->role = (uint8_t)role;
    slot->state = SLOT_VALUE;
    slot->address = address;
    slot->size = (uint32_t)type->size;
    return slot;
}

static void set_value(Viewer *v, uint32_t slot, const char *text)
{
    v->view->slots[slot].value = view_add_string(v->view, text);
}

static void fill_pointer(Viewer *v, uint32_t slot, const CType *type, uint64_t address)
{
    char text[VALUE_LENGTH];
    CObject object = address ? c_object_at(v->vm, address) : (CObject){0};
    put_pointer(v, text, sizeof text, address, &object);
    set_value(v, slot, text);
    int32_t target = object_of(v, &object, type->base);
    v->view->slots[slot].state = SLOT_POINTER;
    v->view->slots[slot].target = target;
    v->view->slots[slot].offset = target == VIEW_NONE ? 0 : (uint32_t)(address - object.address);
}

static void fill_scalar(Viewer *v, uint32_t slot, const CType *type, const CMember *field, uint64_t address)
{
    const unsigned char *memory = c_at_address(v->vm, address);
    char text[VALUE_LENGTH];
    if (!is_all_set(memory, type->kind == TY_LDOUBLE ? 10 : field ? 1 : (uint64_t)type->size)) {
        v->view->slots[slot].state = SLOT_UNBOUND;
        return;
    }
    if (c_type_is_pointer(type)) {
        uint64_t value;
        memcpy(&value, memory, sizeof value);
        fill_pointer(v, slot, type, value);
        return;
    }
    put_scalar(text, sizeof text, memory, type, field);
    set_value(v, slot, text);
}

static bool is_text(const CType *type)
{
    return type->kind == TY_ARRAY && type->base->kind == TY_CHAR;
}

static void add_parts(Viewer *v, const char *label, SlotRole role, const CType *type, const CMember *field,
                      uint64_t address, uint32_t limit);

static void add_elements(Viewer *v, const char *label, SlotRole role, const CType *type, uint64_t address,
                         uint32_t limit)
{
    char name[LABEL_LENGTH];
    for (int64_t i = 0; i < type->length && v->view->slot_count < limit; i++) {
        snprintf(name, sizeof name, "%s[%" PRId64 "]", label, i);
        add_parts(v, name, role, type->base, NULL, address + (uint64_t)(i * type->base->size), limit);
    }
}

static void add_members(Viewer *v, const char *label, SlotRole role, const CType *type, uint64_t address,
                        uint32_t limit)
{
    char name[LABEL_LENGTH];
    for (const CMember *m = c_type_resolve((CType *)type)->members; m && v->view->slot_count < limit; m = m->next) {
        if (!m->name && !c_type_is_record(m->type))
            continue;
        if (!m->name)
            snprintf(name, sizeof name, "%s", label);
        else
            snprintf(name, sizeof name, "%s%s%s", label, *label ? "." : "", m->name);
        add_parts(v, name, role, m->type, m->is_bit_field ? m : NULL, address + (uint64_t)m->offset, limit);
    }
}

static void add_text(Viewer *v, const char *label, SlotRole role, const CType *type, uint64_t address)
{
    char text[VALUE_LENGTH];
    const unsigned char *memory = c_at_address(v->vm, address);
    ViewSlot *slot = add_slot(v, label, role, type, address);
    uint32_t index = (uint32_t)(slot - v->view->slots);
    if (!is_all_set(memory, type->size > 0)) {
        slot->state = SLOT_UNBOUND;
        return;
    }
    put_text(text, sizeof text, memory, (uint64_t)type->size);
    set_value(v, index, text);
}

static void add_parts(Viewer *v, const char *label, SlotRole role, const CType *type, const CMember *field,
                      uint64_t address, uint32_t limit)
{
    if (v->view->slot_count >= limit)
        return;
    if (is_text(type)) {
        add_text(v, label, role, type, address);
    } else if (type->kind == TY_ARRAY) {
        add_elements(v, label, role, type, address, limit);
    } else if (c_type_is_record(type)) {
        add_members(v, label, role, type, address, limit);
    } else if (c_type_is_scalar(type)) {
        ViewSlot *slot = add_slot(v, label, role, type, address);
        fill_scalar(v, (uint32_t)(slot - v->view->slots), type, field, address);
    }
}

static uint32_t slot_limit(const Viewer *v)
{
    uint32_t most = v->options->max_slots && v->options->max_slots < SLOTS_OF_ONE ? v->options->max_slots : SLOTS_OF_ONE;
    return v->view->slot_count + most;
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
    CType whole = *type;
    whole.kind = TY_ARRAY;
    whole.length = (int64_t)size / type->base->size;
    whole.size = whole.length * type->base->size;
    add_parts(v, variable->name, ROLE_NAME, &whole, NULL, address, slot_limit(v));
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
            add_parts(v, variable->name, ROLE_NAME, variable->type, NULL, frame->fp + (uint64_t)variable->offset,
                      slot_limit(v));
    }
}

static void add_return(Viewer *v, const CRoutine *routine)
{
    const CType *type = routine->tree->type->base;
    char text[VALUE_LENGTH];
    if (!c_type_is_scalar(type))
        return;
    ViewSlot *slot = add_slot(v, "returns", ROLE_RETURN, type, 0);
    uint32_t index = (uint32_t)(slot - v->view->slots);
    CCell value = v->vm->returned;
    if (c_type_is_pointer(type)) {
        fill_pointer(v, index, type, value.u);
        return;
    }
    if (type->kind == TY_FLOAT)
        put_floating(text, sizeof text, value.f, 9);
    else if (type->kind == TY_DOUBLE)
        put_floating(text, sizeof text, value.d, 17);
    else if (type->kind == TY_LDOUBLE)
        put_floating(text, sizeof text, value.l, 21);
    else
        put_integer(text, sizeof text, type, value.i);
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
    if (v->options->return_slot && v->view->frames[at].is_returning)
        add_return(v, routine);
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
            add_parts(v, program->globals[i]->name, ROLE_NAME, program->globals[i]->type, NULL,
                      program->globals[i]->address, slot_limit(v));
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
    char text[VALUE_LENGTH];
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

static void fill_block(Viewer *v, uint32_t index, const CBlock *block)
{
    const CType *element = element_type(v, block);
    int64_t count = (int64_t)block->size / element->size;
    ViewObject out = {.number = block->number, .size = block->size, .address = block->address, .kind = KIND_BLOCK,
                      .length = (uint32_t)count, .gc_refs = VIEW_NONE,
                      .flags = OBJECT_MUTABLE | (block->state == BLOCK_FREED ? OBJECT_FREED : 0)};
    describe_block(v, &out, block, element, count);
    out.first_slot = v->view->slot_count;
    uint32_t limit = slot_limit(v);
    char label[LABEL_LENGTH];
    CType text = {.kind = TY_ARRAY, .size = (int64_t)block->size, .align = 1, .base = (CType *)element,
                  .length = count};
    if (element->kind == TY_CHAR && block->state == BLOCK_LIVE)
        add_text(v, "", ROLE_ITEM, &text, block->address);
    else if (count == 1 && c_type_is_record(element))
        add_members(v, "", ROLE_ATTRIBUTE, element, block->address, limit);
    else
        for (int64_t i = 0; i < count && v->view->slot_count < limit; i++) {
            snprintf(label, sizeof label, c_type_is_record(element) ? "[%" PRId64 "]" : "%" PRId64, i);
            add_parts(v, label, ROLE_ITEM, element, NULL, block->address + (uint64_t)(i * element->size), limit);
        }
    out.slot_count = v->view->slot_count - out.first_slot;
    v->view->objects[index] = out;
}

static void fill_literal(Viewer *v, uint32_t index, const CVariable *variable)
{
    char text[VALUE_LENGTH];
    put_text(text, sizeof text, c_at_address(v->vm, variable->address), (uint64_t)variable->type->size);
    ViewText type = view_add_string(v->view, c_type_text(&v->pool, variable->type));
    ViewText repr = view_add_string(v->view, text);
    v->view->objects[index] = (ViewObject){
        .number = (uint64_t)variable->index + 1, .size = (uint64_t)variable->type->size, .address = variable->address,
        .type = type, .repr = repr, .kind = KIND_SCALAR, .flags = OBJECT_SHARED, .gc_refs = VIEW_NONE,
        .first_slot = v->view->slot_count,
        .length = (uint32_t)variable->type->size,
    };
}

static void fill_objects(Viewer *v)
{
    for (uint32_t i = 0; i < v->waiting_count; i++) {
        uint32_t place = v->waiting[i], index = (uint32_t)v->found[place];
        if (place < v->vm->block_count)
            fill_block(v, index, &v->vm->blocks[place]);
        else
            fill_literal(v, index, v->vm->program->globals[place - v->vm->block_count]);
    }
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
        int32_t index = object_of(v, &object, c_type_basic(TY_VOID));
        if (index == VIEW_NONE)
            return;
        for (uint32_t k = first; k < v->waiting_count; k++) {
            uint32_t place = v->waiting[k];
            if (place < v->vm->block_count)
                fill_block(v, (uint32_t)v->found[place], &v->vm->blocks[place]);
            else
                fill_literal(v, (uint32_t)v->found[place], v->vm->program->globals[place - v->vm->block_count]);
        }
        v->view->objects[index].flags |= OBJECT_STRANDED;
    }
}

/* A block's count is the number of its arrows: of the pointers in sight that point into it. */
static void count_pointers(View *view)
{
    for (uint32_t i = 0; i < view->slot_count; i++)
        if (view->slots[i].state == SLOT_POINTER && view->slots[i].target != VIEW_NONE)
            view->objects[view->slots[i].target].count++;
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
    uint32_t places = vm->block_count + (uint32_t)vm->program->global_count;
    v.found = memory_resize(NULL, (places + 1) * sizeof *v.found);
    v.types = c_pool_alloc(&v.pool, (vm->block_count + 1) * sizeof *v.types);
    for (uint32_t i = 0; i < places; i++)
        v.found[i] = VIEW_NONE;
    fill_head(&v);
    add_frames(&v);
    fill_objects(&v);
    add_stranded(&v);
    count_pointers(view);
    free(v.found);
    free(v.waiting);
    c_pool_finish(&v.pool);
}
