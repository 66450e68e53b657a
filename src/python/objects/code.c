/* Code objects: made once by the compiler, never changed, shared by all functions made from them.
 *
 * The object itself takes as much memory as CPython's would, whose bytecode lies inside it. Our instructions,
 * positions, handlers and caches lie together in one block behind it, large enough never to come from the small
 * pools, so that the addresses of other objects are not disturbed by them.
 */
#include "python/code.h"

#include <stdio.h>
#include <string.h>

#include "python/objects/containers.h"
#include "python/objects/int.h"
#include "python/objects/str.h"
#include "python/opcode.h"
#include "python/specialise.h"
#include "python/vm.h"

enum {
    CPYTHON_CODE_HEADER = 184,         /* types.CodeType.__basicsize__ */
    CACHES_MAX = UINT16_MAX
};

/* ---- making ---- */

static uint32_t count_caches(const CodeSpec *spec)
{
    uint32_t count = 1;
    for (uint32_t i = 0; i < spec->instr_count; i++)
        if (opcode_has_cache(spec->instrs[i].op) && count < CACHES_MAX)
            count++;
    return count;
}

static void number_caches(Code *code)
{
    uint16_t next = 1;
    for (uint32_t i = 0; i < code->instr_count; i++)
        if (opcode_has_cache(code->instrs[i].op) && next < code->cache_count)
            code->instrs[i].cache = next++;
}

/* Caches first: they need the alignment. */
static bool copy_arrays(Vm *vm, Code *code, const CodeSpec *spec, size_t locals)
{
    uint32_t caches = count_caches(spec);
    size_t cache_bytes = caches * sizeof(InlineCache), instr_bytes = spec->instr_count * sizeof(Instr);
    size_t position_bytes = spec->instr_count * sizeof(CodePosition);
    size_t handler_bytes = spec->handler_count * sizeof(CodeHandler);
    size_t total = cache_bytes + instr_bytes + position_bytes + handler_bytes + locals;
    char *block = mem_alloc(vm, total > ALLOC_SMALL_MAX ? total : ALLOC_SMALL_MAX + 1);
    if (!block)
        return false;
    memset(block, 0, cache_bytes);
    code->caches = (InlineCache *)block;
    code->instrs = (Instr *)(block + cache_bytes);
    code->positions = (CodePosition *)(block + cache_bytes + instr_bytes);
    code->handlers = (CodeHandler *)(block + cache_bytes + instr_bytes + position_bytes);
    code->local_kinds = (unsigned char *)(block + cache_bytes + instr_bytes + position_bytes + handler_bytes);
    memcpy(code->instrs, spec->instrs, instr_bytes);
    memcpy(code->positions, spec->positions, position_bytes);
    if (handler_bytes > 0)
        memcpy(code->handlers, spec->handlers, handler_bytes);
    if (locals > 0)
        memcpy(code->local_kinds, spec->local_kinds, locals);
    code->cache_count = caches;
    return true;
}

/* Library code is run, not stepped into: its lines are no events. */
static void silence(Code *code)
{
    for (uint32_t i = 0; i < code->instr_count; i++)
        if (code->instrs[i].op == OP_LINE || code->instrs[i].op == OP_LINE_CHECK)
            code->instrs[i] = (Instr){.op = OP_NOP};
}

static void count_locals(Code *code)
{
    for (int32_t i = 0; i < code->locals_count; i++) {
        code->plain_locals_count += (code->local_kinds[i] & LOCAL_FAST) != 0;
        code->cell_count += (code->local_kinds[i] & LOCAL_CELL) != 0;
        code->free_count += (code->local_kinds[i] & LOCAL_FREE) != 0;
    }
}

static uint64_t size_in_cpython(uint32_t code_bytes)
{
    return ((uint64_t)CPYTHON_CODE_HEADER + code_bytes + 7) & ~UINT64_C(7);
}

Object *code_new(Vm *vm, const CodeSpec *spec)
{
    uint64_t size = size_in_cpython(spec->code_bytes);
    Code *code = (Code *)object_new_builtin(vm, TYPE_CODE, size > sizeof(Code) ? size : sizeof(Code));
    if (!code)
        return NULL;
    memset((char *)code + sizeof(Object), 0, sizeof(Code) - sizeof(Object));
    size_t locals = (size_t)tuple_length(spec->local_names);
    if (!copy_arrays(vm, code, spec, locals)) {
        object_free(vm, OBJECT(code));
        return vm_raise_memory(vm);
    }
    code->arg_count = spec->arg_count;
    code->positional_only_count = spec->positional_only_count;
    code->keyword_only_count = spec->keyword_only_count;
    code->stack_size = spec->stack_size;
    code->first_line = spec->first_line;
    code->flags = spec->flags;
    code->consts = incref(spec->consts);
    code->names = incref(spec->names);
    code->local_names = incref(spec->local_names);
    code->filename = incref(spec->filename);
    code->name = incref(spec->name);
    code->qualname = incref(spec->qualname);
    code->instr_count = spec->instr_count;
    code->handler_count = spec->handler_count;
    code->first_traceable = spec->first_traceable;
    code->code_bytes = spec->code_bytes;
    code->is_library = spec->is_library;
    code->is_class_body = spec->is_class_body;
    code->locals_count = (int32_t)locals;
    if (code->is_library)
        silence(code);
    count_locals(code);
    code->takes_exact = !(code->flags & (CODE_VARARGS | CODE_VARKEYWORDS)) && code->keyword_only_count == 0;
    number_caches(code);
    specialise(code);
    return OBJECT(code);
}

static void code_dealloc(Vm *vm, Object *self)
{
    Code *code = (Code *)self;
    xdecref(vm, code->consts);
    xdecref(vm, code->names);
    xdecref(vm, code->local_names);
    xdecref(vm, code->filename);
    xdecref(vm, code->name);
    xdecref(vm, code->qualname);
    mem_free(vm, code->caches);
    object_free(vm, self);
}

static int code_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    Code *code = (Code *)self;
    VISIT(code->consts);
    VISIT(code->names);
    VISIT(code->local_names);
    VISIT(code->filename);
    VISIT(code->name);
    VISIT(code->qualname);
    return 0;
}

/* ---- attributes ---- */

static Object *get_int(Vm *vm, Object *self, void *closure)
{
    return int_from_i64(vm, *(int32_t *)((char *)self + (size_t)closure));
}

static Object *get_object(Vm *vm, Object *self, void *closure)
{
    return incref(*(Object **)((char *)self + (size_t)closure));
}

/* The names with one of the kinds in `closure`. */
static Object *get_local_names(Vm *vm, Object *self, void *closure)
{
    const Code *code = (const Code *)self;
    int64_t count = 0;
    for (int32_t i = 0; i < code->locals_count; i++)
        count += (code->local_kinds[i] & (uintptr_t)closure) != 0;
    Object *tuple = tuple_new(vm, count);
    if (!tuple)
        return NULL;
    for (int32_t i = 0, at = 0; i < code->locals_count; i++)
        if (code->local_kinds[i] & (uintptr_t)closure)
            ((Tuple *)tuple)->items[at++] = incref(tuple_item(code->local_names, i));
    return tuple;
}

#define INT_FIELD(name, field) { name, get_int, NULL, (void *)offsetof(Code, field) }
#define OBJECT_FIELD(name, field) { name, get_object, NULL, (void *)offsetof(Code, field) }

static const GetSetDef code_getset[] = {
    INT_FIELD("co_argcount", arg_count),
    INT_FIELD("co_posonlyargcount", positional_only_count),
    INT_FIELD("co_kwonlyargcount", keyword_only_count),
    INT_FIELD("co_nlocals", plain_locals_count),
    INT_FIELD("co_stacksize", stack_size),
    INT_FIELD("co_flags", flags),
    INT_FIELD("co_firstlineno", first_line),
    OBJECT_FIELD("co_consts", consts),
    OBJECT_FIELD("co_names", names),
    OBJECT_FIELD("co_filename", filename),
    OBJECT_FIELD("co_name", name),
    OBJECT_FIELD("co_qualname", qualname),
    { "co_varnames", get_local_names, NULL, (void *)LOCAL_FAST },
    { "co_cellvars", get_local_names, NULL, (void *)LOCAL_CELL },
    { "co_freevars", get_local_names, NULL, (void *)LOCAL_FREE },
    { 0 },
};

/* ---- slots ---- */

static Object *code_repr(Vm *vm, Object *self)
{
    const Code *code = (const Code *)self;
    char place[32];
    snprintf(place, sizeof place, "0x%llx", (unsigned long long)object_address(vm, self));
    return str_format(vm, "<code object %U at %s, file \"%U\", line %d>", code->name, place, code->filename,
                      code->first_line);
}

static bool same_arrays(const Code *a, const Code *b)
{
    if (a->instr_count != b->instr_count || a->locals_count != b->locals_count)
        return false;
    for (uint32_t i = 0; i < a->instr_count; i++)
        if (a->instrs[i].op != b->instrs[i].op || a->instrs[i].arg != b->instrs[i].arg)
            return false;
    return memcmp(a->local_kinds, b->local_kinds, (size_t)a->locals_count) == 0
        && memcmp(a->positions, b->positions, a->instr_count * sizeof *a->positions) == 0;
}

/* 1, 0, -1 on error. As code_richcompare: file and qualified name do not count. */
static int codes_equal(Vm *vm, const Code *a, const Code *b)
{
    if (a->arg_count != b->arg_count || a->positional_only_count != b->positional_only_count
        || a->keyword_only_count != b->keyword_only_count || a->flags != b->flags || a->first_line != b->first_line
        || !str_equal(a->name, b->name) || !same_arrays(a, b))
        return 0;
    Object *const pairs[][2] = { { a->consts, b->consts }, { a->names, b->names },
                                 { a->local_names, b->local_names } };
    for (int i = 0; i < 3; i++) {
        int equal = object_compare_truth(vm, pairs[i][0], pairs[i][1], COMPARE_EQ);
        if (equal <= 0)
            return equal;
    }
    return 1;
}

static Object *code_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !is_exact(left, CODE) || !is_exact(right, CODE))
        return new_not_implemented(vm);
    int equal = left == right ? 1 : codes_equal(vm, (Code *)left, (Code *)right);
    return equal < 0 ? NULL : new_bool(vm, (equal == 1) == (op == COMPARE_EQ));
}

static int64_t code_hash(Vm *vm, Object *self)
{
    const Code *code = (const Code *)self;
    int64_t name = object_hash(vm, code->name), names = object_hash(vm, code->names);
    int64_t locals = object_hash(vm, code->local_names);
    if (name == -1 || names == -1 || locals == -1)
        return -1;
    int64_t hash = name ^ names ^ locals ^ code->arg_count ^ code->first_line ^ (int64_t)code->instr_count;
    return hash == -1 ? -2 : hash;
}

static uint64_t code_size_of(Vm *vm, Object *self)
{
    return size_in_cpython(((Code *)self)->code_bytes);
}

/* ---- methods ---- */

static Object *column_or_none(Vm *vm, int value, bool known)
{
    return known ? int_from_i64(vm, value) : new_none(vm);
}

/* A new tuple of `count` objects that are taken over; NULL if one of them is NULL. */
static Object *tuple_of_new(Vm *vm, Object *const *items, int count)
{
    bool complete = true;
    for (int i = 0; i < count; i++)
        complete &= items[i] != NULL;
    Object *tuple = complete ? tuple_from(vm, items, count) : NULL;
    for (int i = 0; i < count; i++)
        xdecref(vm, items[i]);
    return tuple;
}

static int append_new(Vm *vm, Object *list, Object *item)
{
    int result = item ? list_append(vm, list, item) : -1;
    xdecref(vm, item);
    return result;
}

static Object *iterator_over_new(Vm *vm, Object *list, int result)
{
    Object *iterator = result < 0 ? NULL : object_iter(vm, list);
    decref(vm, list);
    return iterator;
}

static bool is_marker(const Instr *instr)
{
    return instr->op == OP_LINE || instr->op == OP_LINE_CHECK;
}

/* (line, end line, column, end column) of each instruction. */
static Object *code_co_positions(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    const Code *code = (const Code *)self;
    Object *list = list_new(vm, 0);
    int result = list ? 0 : -1;
    if (!list)
        return NULL;
    for (uint32_t i = 0; i < code->instr_count && result == 0; i++) {
        const CodePosition *p = &code->positions[i];
        if (is_marker(&code->instrs[i]))
            continue;
        Object *items[4] = {
            column_or_none(vm, p->line, p->line > 0), column_or_none(vm, p->end_line, p->line > 0),
            column_or_none(vm, p->column, p->column >= 0), column_or_none(vm, p->end_column, p->end_column >= 0),
        };
        result = append_new(vm, list, tuple_of_new(vm, items, 4));
    }
    return iterator_over_new(vm, list, result);
}

/* (start, end, line) of each run of instructions on one line, counted in instructions. */
static Object *code_co_lines(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    const Code *code = (const Code *)self;
    Object *list = list_new(vm, 0);
    int result = list ? 0 : -1;
    if (!list)
        return NULL;
    for (uint32_t start = 0, end; start < code->instr_count && result == 0; start = end) {
        int line = code->positions[start].line;
        for (end = start + 1; end < code->instr_count && code->positions[end].line == line;)
            end++;
        Object *items[3] = { int_from_i64(vm, start), int_from_i64(vm, end), column_or_none(vm, line, line > 0) };
        result = append_new(vm, list, tuple_of_new(vm, items, 3));
    }
    return iterator_over_new(vm, list, result);
}

/* ---- replace: what can be other without other instructions ---- */

/* Constants that instructions take apart (keyword names, nested code) stay as they are. */
static bool consts_fit(const Object *old, const Object *given)
{
    if (tuple_length(old) != tuple_length(given))
        return false;
    for (int64_t i = 0; i < tuple_length(old); i++) {
        const Object *a = tuple_item(old, i), *b = tuple_item(given, i);
        if (a != b && (is_exact(a, TUPLE) || is_exact(a, CODE) || is_exact(b, CODE)))
            return false;
    }
    return true;
}

static bool names_fit(Vm *vm, const Object *old, const Object *given)
{
    bool fit = tuple_length(old) == tuple_length(given);
    for (int64_t i = 0; fit && i < tuple_length(given); i++)
        fit = is_exact(tuple_item(given, i), STR);
    return fit;
}

static int refuse_change(Vm *vm, Object *name)
{
    return vm_raise_int(vm, TYPE_ValueError, "code.replace() in refarrows cannot change %U so", name);
}

static int replace_int(Vm *vm, CodeSpec *spec, Object *name, Object *value)
{
    enum { SAFE_FLAGS = ~0xFFFF | CODE_ITERABLE_COROUTINE };
    int64_t number = object_as_index(vm, value, false);
    if (vm_failed(vm))
        return -1;
    if (str_equals_c(name, "co_firstlineno") && number >= 0 && number <= INT32_MAX)
        spec->first_line = (int32_t)number;
    else if (str_equals_c(name, "co_flags") && ((number ^ spec->flags) & ~(int64_t)SAFE_FLAGS) == 0)
        spec->flags = (int32_t)number;
    else
        return refuse_change(vm, name);
    return 0;
}

static int replace_field(Vm *vm, CodeSpec *spec, Object *name, Object *value)
{
    struct { const char *name; Object **field; } const texts[] = {
        {"co_name", &spec->name}, {"co_qualname", &spec->qualname}, {"co_filename", &spec->filename},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (!str_equals_c(name, texts[i].name))
            continue;
        if (!is_exact(value, STR))
            return vm_raise_int(vm, TYPE_TypeError, "replace() argument '%U' must be str, not %T", name, value);
        *texts[i].field = value;
        return 0;
    }
    if (str_equals_c(name, "co_consts") && is_exact(value, TUPLE) && consts_fit(spec->consts, value))
        spec->consts = value;
    else if (str_equals_c(name, "co_names") && is_exact(value, TUPLE) && names_fit(vm, spec->names, value))
        spec->names = value;
    else
        return is_int(vm, value) ? replace_int(vm, spec, name, value) : refuse_change(vm, name);
    return 0;
}

static Object *code_replace(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    const Code *code = (const Code *)self;
    CodeSpec spec = {
        .arg_count = code->arg_count, .positional_only_count = code->positional_only_count,
        .keyword_only_count = code->keyword_only_count, .stack_size = code->stack_size, .first_line = code->first_line,
        .flags = code->flags, .consts = code->consts, .names = code->names, .local_names = code->local_names,
        .local_kinds = code->local_kinds, .filename = code->filename, .name = code->name, .qualname = code->qualname,
        .instrs = code->instrs, .positions = code->positions, .handlers = code->handlers,
        .instr_count = code->instr_count, .handler_count = code->handler_count,
        .first_traceable = code->first_traceable,
        .code_bytes = code->code_bytes, .is_library = code->is_library, .is_class_body = code->is_class_body,
    };
    if (count)
        return vm_raise(vm, TYPE_TypeError, "replace() takes no positional arguments");
    for (int64_t i = 0; names && i < tuple_length(names); i++) {
        Object *name = tuple_item(names, i), *same = object_look_attribute(vm, self, name);
        if (!same && !vm_failed(vm))
            return vm_raise(vm, TYPE_TypeError, "'%U' is an invalid keyword argument for replace()", name);
        bool unchanged = same && object_compare_truth(vm, same, args[i], COMPARE_EQ) > 0;
        xdecref(vm, same);
        if (vm_failed(vm) || (!unchanged && replace_field(vm, &spec, name, args[i]) < 0))
            return NULL;
    }
    spec.is_library |= spec.filename != code->filename;        /* of another file, whose lines are not there */
    return code_new(vm, &spec);
}

static const MethodDef code_methods[] = {
    { "replace", code_replace, METHOD_KEYWORDS,
      "Return a copy of the code object with new values for the given fields." },
    { "co_lines", code_co_lines, METHOD_NO_ARGS, NULL },
    { "co_positions", code_co_positions, METHOD_NO_ARGS, NULL },
    { 0 },
};

const TypeSpec code_spec = {
    .name = "code",
    .doc = "Create a code object.  Not for the faint of heart.",
    .size = sizeof(Code),
    .flags = TYPE_NO_INSTANTIATION,
    .slots = {
        .dealloc = code_dealloc, .traverse = code_traverse, .repr = code_repr, .hash = code_hash,
        .compare = code_compare, .size_of = code_size_of,
    },
    .methods = code_methods,
    .getset = code_getset,
};
