/* Where our structs go their own way: types, code, generators, frames. Told as CPython's structs would lie in memory,
 * field by field; what ours do not keep at all (tables that CPython packs into bytes) is said to be so. */
#include <stdio.h>
#include <string.h>

#include "python/object_structs_parts.h"
#include "python/objects/class.h"
#include "python/objects/exception.h"
#include "python/objects/function.h"

/* ---- types ---- */

enum { TYPE_END = 408, HT_NAME = 848 };        /* sizeof(PyTypeObject); the first field behind a heap type's tables */

typedef struct SlotRow { const char *name; uint16_t offset; uint16_t ours; } SlotRow;

#define S(name, offset, field) {name, offset, (uint16_t)offsetof(TypeSlots, field)}

static const SlotRow slots_before[] = {
    S("tp_dealloc", 48, dealloc), S("tp_repr", 88, repr), S("tp_hash", 120, hash), S("tp_call", 128, call),
    S("tp_str", 136, str), S("tp_getattro", 144, get_attribute), S("tp_setattro", 152, set_attribute),
};
static const SlotRow slots_between[] = {
    S("tp_traverse", 184, traverse), S("tp_clear", 192, clear), S("tp_richcompare", 200, compare),
};
static const SlotRow slots_behind[] = { S("tp_iter", 216, iter), S("tp_iternext", 224, next) };
static const SlotRow slots_descriptor[] = {
    S("tp_descr_get", 272, descriptor_get), S("tp_descr_set", 280, descriptor_set),
};

#undef S

static void add_slot(Teller *t, const Type *type, const SlotRow *row)
{
    void (*function)(void);
    memcpy(&function, (const char *)&type->slots + row->ours, sizeof function);
    bool refuses = row->ours == offsetof(TypeSlots, hash) ||      /* there CPython has functions that raise TypeError */
        (row->ours == offsetof(TypeSlots, next) && (type->flags & TYPE_HEAP));
    structs_add_text(t, "void *", row->name, row->offset, 8, function || refuses ? "of the interpreter" : "NULL");
}

static void add_slots(Teller *t, const Type *type, const SlotRow *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_slot(t, type, &rows[i]);
}

/* CPython's tp_flags: the bits that ours stand for, and those that follow from them. */
static uint64_t type_flags(const Type *type)
{
    static const struct { uint32_t ours; uint64_t theirs; } bits[] = {
        {TYPE_HAS_GC, UINT64_C(1) << 14}, {TYPE_MANAGED_DICT, 1 << 4}, {TYPE_BASE, 1 << 10}, {TYPE_HEAP, 1 << 9},
        {TYPE_IMMUTABLE, 1 << 8}, {TYPE_INT_SUBCLASS, 1 << 24}, {TYPE_LIST_SUBCLASS, 1 << 25},
        {TYPE_TUPLE_SUBCLASS, 1 << 26}, {TYPE_BYTES_SUBCLASS, 1 << 27}, {TYPE_STR_SUBCLASS, 1 << 28},
        {TYPE_DICT_SUBCLASS, 1 << 29}, {TYPE_EXCEPTION_SUBCLASS, 1 << 30}, {TYPE_TYPE_SUBCLASS, UINT64_C(1) << 31},
        {TYPE_SEQUENCE, 1 << 5}, {TYPE_MAPPING, 1 << 6}, {TYPE_MATCH_SELF, 1 << 22},
        {TYPE_METHOD_DESCRIPTOR_FLAG, 1 << 17}, {TYPE_NO_INSTANTIATION, 1 << 7},
    };
    uint64_t flags = 1 << 12;  /* ready */
    for (size_t i = 0; i < sizeof bits / sizeof *bits; i++)
        flags |= type->flags & bits[i].ours ? bits[i].theirs : 0;
    return flags | (type->version ? 1 << 19 : 0);
}

/* The tables of a class lie within it; those of a built-in type elsewhere. */
static void add_table(Teller *t, const Type *type, const char *name, int64_t offset, int64_t place)
{
    char value[BYTES_VALUE];
    snprintf(value, sizeof value, "0x%llx", (unsigned long long)(object_address(t->vm, &type->head) + (uint64_t)place));
    structs_add_text(t, "void *", name, offset, 8, type->flags & TYPE_HEAP ? value : "of the interpreter, or NULL");
}

static void add_type_start(Teller *t, const Type *type)
{
    char value[BYTES_VALUE];
    structs_add_number(t, "Py_ssize_t", "ob_size", 16, 8, type->slots_start ? tuple_length(type->slot_names) : 0);
    snprintf(value, sizeof value, "\"%.60s\"", type->c_name);
    structs_add_text(t, "const char *", "tp_name", 24, 8, value);
    structs_add_number(t, "Py_ssize_t", "tp_basicsize", 32, 8, type->size);
    structs_add_number(t, "Py_ssize_t", "tp_itemsize", 40, 8, type->item_size);
    add_slot(t, type, &slots_before[0]);
    add_table(t, type, "tp_as_async", 80, TYPE_END);
    add_slot(t, type, &slots_before[1]);
    add_table(t, type, "tp_as_number", 96, 440);
    add_table(t, type, "tp_as_sequence", 104, 752);
    add_table(t, type, "tp_as_mapping", 112, 728);
    add_slots(t, type, slots_before + 2, sizeof slots_before / sizeof *slots_before - 2);
    add_table(t, type, "tp_as_buffer", 160, 832);
    snprintf(value, sizeof value, "0x%llx", (unsigned long long)type_flags(type));
    structs_add_text(t, "unsigned long", "tp_flags", 168, 8, value);
}

static void add_type_middle(Teller *t, const Type *type)
{
    add_slots(t, type, slots_between, sizeof slots_between / sizeof *slots_between);
    structs_add_number(t, "Py_ssize_t", "tp_weaklistoffset", 208, 8, type->weaklist_offset);
    add_slots(t, type, slots_behind, sizeof slots_behind / sizeof *slots_behind);
    structs_add_object(t, "PyTypeObject *", "tp_base", 256, OBJECT(type->base));
    structs_add_object(t, "PyObject *", "tp_dict", 264, type->dict);
    add_slots(t, type, slots_descriptor, sizeof slots_descriptor / sizeof *slots_descriptor);
    int64_t dict_offset = type->flags & TYPE_MANAGED_DICT ? -(int64_t)type->size - 24      /* before the head */
                        : type->flags & TYPE_DICT_AT_END ? -8 : (int64_t)type->dict_offset;
    structs_add_number(t, "Py_ssize_t", "tp_dictoffset", 288, 8, dict_offset);
    structs_add_text(t, "initproc", "tp_init", 296, 8, type->slots.init ? "of the interpreter" : "NULL");
    structs_add_text(t, "newfunc", "tp_new", 312, 8, type->slots.new ? "of the interpreter" : "NULL");
}

static void add_type(Teller *t, const Type *type)
{
    char value[BYTES_VALUE];
    add_type_start(t, type);
    add_type_middle(t, type);
    structs_add_object(t, "PyObject *", "tp_bases", 336, type->bases);
    structs_add_object(t, "PyObject *", "tp_mro", 344, type->mro);
    snprintf(value, sizeof value, "%u direct ones, not counted", type->subclass_count);
    structs_add_text(t, "void *", "tp_subclasses", 360, 8, type->subclass_count ? value : "NULL");
    if (type->weaklist || !(type->flags & TYPE_HEAP))
        structs_add_place(t, "PyObject *", "tp_weaklist", 368, type->weaklist);
    else
        structs_add_text(t, "PyObject *", "tp_weaklist", 368, 8, "that by which its base knows it");
    structs_add_number(t, "unsigned int", "tp_version_tag", 384, 4, type->version);
    structs_add_text(t, "destructor", "tp_finalize", 392, 8, type->slots.finalize ? "of the interpreter" : "NULL");
    if (!(type->flags & TYPE_HEAP))
        return;
    structs_add_object(t, "PyObject *", "ht_name", HT_NAME, type->name);
    structs_add_object(t, "PyObject *", "ht_slots", HT_NAME + 8, type->slots_start ? type->slot_names : NULL);
    structs_add_object(t, "PyObject *", "ht_qualname", HT_NAME + 16, type->qualname);
    structs_add_place(t, "PyDictKeysObject *", "ht_cached_keys", HT_NAME + 24, type->keys);
}

/* ---- code ---- */

static void add_code(Teller *t, const Code *code)
{
    static const char made[] = "made from the instructions when asked for";
    const struct { const char *name; int64_t offset, value; } numbers[] = {
        {"co_argcount", 56, code->arg_count}, {"co_posonlyargcount", 60, code->positional_only_count},
        {"co_kwonlyargcount", 64, code->keyword_only_count}, {"co_stacksize", 68, code->stack_size},
        {"co_firstlineno", 72, code->first_line}, {"co_nlocalsplus", 76, code->locals_count},
        {"co_nlocals", 80, code->plain_locals_count},
        {"co_nplaincellvars", 84, code->locals_count - code->free_count - code->plain_locals_count},
        {"co_ncellvars", 88, code->cell_count}, {"co_nfreevars", 92, code->free_count},
    };
    structs_add_number(t, "Py_ssize_t", "ob_size", 16, 8, code->code_bytes / 2);
    structs_add_object(t, "PyObject *", "co_consts", 24, code->consts);
    structs_add_object(t, "PyObject *", "co_names", 32, code->names);
    structs_add_text(t, "PyObject *", "co_exceptiontable", 40, 8, made);
    structs_add_number(t, "int", "co_flags", 48, 4, code->flags);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        structs_add_number(t, "int", numbers[i].name, numbers[i].offset, 4, numbers[i].value);
    structs_add_object(t, "PyObject *", "co_localsplusnames", 96, code->local_names);
    structs_add_text(t, "PyObject *", "co_localspluskinds", 104, 8, made);
    structs_add_object(t, "PyObject *", "co_filename", 112, code->filename);
    structs_add_object(t, "PyObject *", "co_name", 120, code->name);
    structs_add_object(t, "PyObject *", "co_qualname", 128, code->qualname);
    structs_add_text(t, "PyObject *", "co_linetable", 136, 8, made);
    structs_add_text(t, "char[]", "co_code_adaptive", 184, code->code_bytes, "the instructions");
}

/* ---- frames ---- */

/* _PyInterpreterFrame, from `at` on: in a generator, in a frame object or on the stack of frames. */
static void add_frame(Teller *t, Frame *frame, int64_t at)
{
    Object *const *base = frame->slots;
    int64_t count = frame->top - base;
    bool is_cleared = frame->owner == FRAME_IN_OBJECT;
    structs_add_object(t, "PyFunctionObject *", "f_func", at, frame->function);
    structs_add_object(t, "PyObject *", "f_globals", at + 8, is_cleared && !frame->function ? NULL : frame->globals);
    structs_add_object(t, "PyObject *", "f_builtins", at + 16, is_cleared && !frame->function ? NULL : frame->builtins);
    structs_add_object(t, "PyObject *", "f_locals", at + 24, frame->locals);
    structs_add_object(t, "PyCodeObject *", "f_code", at + 32, OBJECT(frame->code));
    structs_add_object(t, "PyFrameObject *", "frame_obj", at + 40, OBJECT(frame->object));
    structs_add_place(t, "void *", "previous", at + 48, frame->back);
    char value[BYTES_VALUE];
    snprintf(value, sizeof value, "instruction %u", frame_instruction(frame));
    structs_add_text(t, "_Py_CODEUNIT *", "prev_instr", at + 56, 8, value);
    structs_add_number(t, "int", "stacktop", at + 64, 4, count);
    structs_add_number(t, "bool", "is_entry", at + 68, 1, frame->entry);
    structs_add_number(t, "char", "owner", at + 69, 1, frame->owner == FRAME_IN_GENERATOR ? 1
                       : frame->owner == FRAME_IN_OBJECT ? 2 : 0);
    structs_add_references(t, "localsplus", at + 72, base, count);
}

static void add_frame_object(Teller *t, FrameObject *object)
{
    Frame *frame = object->frame;
    structs_add_object(t, "PyFrameObject *", "f_back", 16, OBJECT(object->back));
    structs_add_place(t, "void *", "f_frame", 24, frame);
    structs_add_object(t, "PyObject *", "f_trace", 32, object->trace);
    structs_add_number(t, "int", "f_lineno", 40, 4, 0);
    structs_add_number(t, "char", "f_trace_lines", 44, 1, 1);
    structs_add_number(t, "char", "f_trace_opcodes", 45, 1, 0);
    structs_add_number(t, "char", "f_fast_as_locals", 46, 1, 0);
    if (!frame)
        return;
    if (object->complete) {
        add_frame(t, frame, 48);
        return;
    }
    uint64_t slots = (uint64_t)(frame->code->locals_count + frame->code->stack_size);
    object_bytes_add_part(t->bytes, "_PyInterpreterFrame", arena_nominal(t->vm->arena, frame), 72 + 8 * slots);
    add_frame(t, frame, 0);
}

/* ---- generators ---- */

static void add_generator(Teller *t, Generator *g)
{
    enum { CREATED = -2, SUSPENDED = -1, EXECUTING = 0, CLEARED = 4 };
    const char *prefix = g->is_coroutine ? "cr" : g->is_async ? "ag" : "gi";
    const struct { const char *name; int64_t offset; Object *value; } objects[] = {
        {"name", 32, g->name}, {"qualname", 40, g->qualname}, {"exc_state.exc_value", 48, g->handled.value},
    };
    char name[BYTES_NAME];
    snprintf(name, sizeof name, "%s_code", prefix);
    structs_add_object(t, "PyCodeObject *", name, 16, g->code);
    snprintf(name, sizeof name, "%s_weakreflist", prefix);
    structs_add_place(t, "PyObject *", name, 24, g->weaklist);
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++) {
        snprintf(name, sizeof name, "%s_%s", prefix, objects[i].name);
        structs_add_object(t, "PyObject *", name, objects[i].offset, objects[i].value);
    }
    snprintf(name, sizeof name, "%s_exc_state.previous_item", prefix);
    structs_add_place(t, "void *", name, 56, g->handled.previous);
    if (g->is_async) {
        structs_add_number(t, "char", "ag_closed", 73, 1, g->closed);
        structs_add_number(t, "char", "ag_running_async", 74, 1, g->step_running);
    }
    snprintf(name, sizeof name, "%s_frame_state", prefix);
    structs_add_number(t, "int8_t", name, 75, 1, g->finished ? CLEARED : g->executing ? EXECUTING
                       : g->started ? SUSPENDED : CREATED);
    if (!g->finished)
        add_frame(t, &g->frame, 80);
}

/* ---- tracebacks, exceptions whose fields ours has in another order ---- */

static void add_traceback(Teller *t, const Traceback *traceback)
{
    structs_add_object(t, "PyTracebackObject *", "tb_next", 16, OBJECT(traceback->next));
    structs_add_object(t, "PyFrameObject *", "tb_frame", 24, OBJECT(traceback->frame));
    structs_add_text(t, "int", "tb_lasti", 32, 4, "of the instruction");
    structs_add_number(t, "int", "tb_lineno", 36, 4, traceback->line);
}

static void add_syntax_error(Teller *t, Object *exception)
{
    static const struct { const char *name; int field; } rows[] = {
        {"msg", SYNTAX_ERROR_MSG}, {"filename", SYNTAX_ERROR_FILENAME}, {"lineno", SYNTAX_ERROR_LINENO},
        {"offset", SYNTAX_ERROR_OFFSET}, {"end_lineno", SYNTAX_ERROR_END_LINENO},
        {"end_offset", SYNTAX_ERROR_END_OFFSET}, {"text", SYNTAX_ERROR_TEXT},
        {"print_file_and_line", SYNTAX_ERROR_PRINT_FILE_AND_LINE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        structs_add_object(t, "PyObject *", rows[i].name, 72 + 8 * (int64_t)i,
                           exception_field(exception, rows[i].field));
}

typedef enum Telling {
    TELL_OTHER, TELL_TYPE, TELL_CODE, TELL_FRAME, TELL_GENERATOR, TELL_TRACEBACK, TELL_SYNTAX
} Telling;

static Telling kind_of(Vm *vm, const Object *object)
{
    if (is_type(vm, object))
        return TELL_TYPE;
    if (is_exact(object, GENERATOR) || is_exact(object, COROUTINE) || is_exact(object, ASYNC_GENERATOR))
        return TELL_GENERATOR;
    if (object_is_instance(vm, object, builtin_type(vm, TYPE_SyntaxError)))
        return TELL_SYNTAX;
    return is_exact(object, CODE) ? TELL_CODE : is_exact(object, FRAME) ? TELL_FRAME
         : is_exact(object, TRACEBACK) ? TELL_TRACEBACK : TELL_OTHER;
}

void structs_add_code(Teller *t, Object *object)
{
    switch (kind_of(t->vm, object)) {
    case TELL_TYPE: add_type(t, (const Type *)object); break;
    case TELL_CODE: add_code(t, (const Code *)object); break;
    case TELL_FRAME: add_frame_object(t, (FrameObject *)object); break;
    case TELL_GENERATOR: add_generator(t, (Generator *)object); break;
    case TELL_TRACEBACK: add_traceback(t, (const Traceback *)object); break;
    case TELL_SYNTAX: add_syntax_error(t, object); break;
    case TELL_OTHER: break;
    }
}

const char *structs_code_name(Vm *vm, const Object *object)
{
    static const char *const names[] = {
        [TELL_CODE] = "PyCodeObject", [TELL_FRAME] = "PyFrameObject", [TELL_GENERATOR] = "PyGenObject",
        [TELL_TRACEBACK] = "PyTracebackObject", [TELL_SYNTAX] = "PySyntaxErrorObject",
    };
    Telling kind = kind_of(vm, object);
    if (kind == TELL_TYPE)
        return ((const Type *)object)->flags & TYPE_HEAP ? "PyHeapTypeObject" : "PyTypeObject";
    return kind == TELL_OTHER ? NULL : names[kind];
}
