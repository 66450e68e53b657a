/* From blocks to Code: cells numbered, handlers assigned, the depth of the stack measured, jumps resolved.
 */
#include "python/assemble.h"

#include <stdlib.h>

#include "python/flowgraph.h"
#include "python/objects/containers.h"

/* ---- cells and free names ---- */

/* Where the n-th cell or free name of the unit lies among all locals: a parameter that is a cell stays in its place. */
static int *place_cells(Compiler *c)
{
    Unit *unit = c->unit;
    int total = unit->cells.count + unit->frees.count, dropped = 0;
    int *places = region_alloc_array(&c->region, (size_t)total, sizeof(int));
    for (int i = 0; i < total; i++) {
        const void *name = i < unit->cells.count ? unit->cells.entries[i].key : NULL;
        int local = name ? (int)map_get(&unit->locals, name, -1) : -1;
        if (local >= 0)
            dropped++;
        places[i] = local >= 0 ? local : unit->locals.count + i - dropped;
    }
    return places;
}

static bool uses_cell(int op)
{
    return op < PSEUDO_FIRST && opcode_info((unsigned)op)->operand == OPERAND_CELL;
}

static void fix_cell_operands(Block *entry, const int *places)
{
    for (Block *b = entry; b; b = b->next)
        for (int i = 0; i < b->count; i++)
            if (uses_cell(b->ins[i].op))
                b->ins[i].arg = places[b->ins[i].arg];
}

static void insert_at(Compiler *c, Block *block, int index, int op, int arg, Location at)
{
    block_add(c, block, op, arg, at);
    for (int i = block->count - 1; i > index; i--)
        block->ins[i] = block->ins[i - 1];
    block->ins[index] = (Ins){ op, arg, NULL, NULL, at };
}

static int compare_ints(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

/* What comes before RESUME: the closure's cells, own cells, and for generators the return of the generator. */
static void insert_prefix(Compiler *c, Block *entry, const int *places, int flags)
{
    const Location nowhere = { -1, -1, -1, -1 };
    int line = c->unit->first_line, cells = c->unit->cells.count, frees = c->unit->frees.count;
    if (flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) {
        insert_at(c, entry, 0, OP_RETURN_GENERATOR, 0, (Location){ line, -1, line, -1 });
        insert_at(c, entry, 1, OP_POP_TOP, 0, nowhere);
    }
    int *sorted = region_alloc_array(&c->region, (size_t)cells, sizeof(int));
    for (int i = 0; i < cells; i++)
        sorted[i] = places[i];
    if (cells > 0)
        qsort(sorted, (size_t)cells, sizeof(int), compare_ints);
    for (int i = 0; i < cells; i++)
        insert_at(c, entry, i, OP_MAKE_CELL, sorted[i], nowhere);
    if (frees > 0)
        insert_at(c, entry, 0, OP_COPY_FREE_VARS, frees, nowhere);
}

/* ---- depth of the stack ---- */

static int effect_of(const Ins *ins, bool jumps)
{
    switch (ins->op) {
    case OP_SETUP_FINALLY: case OP_SETUP_WITH: return jumps;
    case OP_SETUP_CLEANUP: return jumps ? 2 : 0;
    case OP_POP_BLOCK: case OP_JUMP: case OP_JUMP_NO_INTERRUPT: return 0;
    case OP_POP_JUMP_IF_FALSE: case OP_POP_JUMP_IF_TRUE: case OP_POP_JUMP_IF_NONE: case OP_POP_JUMP_IF_NOT_NONE:
        return -1;
    default: return opcode_stack_effect((unsigned)ins->op, (uint32_t)ins->arg, jumps);
    }
}

typedef struct DepthWalk { Block **stack; int pending, deepest; } DepthWalk;

static void walk_to(DepthWalk *walk, Block *block, int depth)
{
    if (depth > walk->deepest)
        walk->deepest = depth;
    if (block->start_depth >= 0)
        return;
    block->start_depth = depth;
    walk->stack[walk->pending++] = block;
}

static void walk_block(DepthWalk *walk, Block *block)
{
    int depth = block->start_depth;
    for (int i = 0; i < block->count; i++) {
        const Ins *ins = &block->ins[i];
        if (ins->target)
            walk_to(walk, ins->target, depth + effect_of(ins, true));
        depth += effect_of(ins, false);
        if (depth > walk->deepest)
            walk->deepest = depth;
        if (op_ends_block(ins->op))
            return;
    }
    if (block->next)
        walk_to(walk, block->next, depth);
}

static int stack_depth(Compiler *c, Block *entry)
{
    int count = 0;
    for (Block *b = c->unit->newest; b; b = b->older, count++)
        b->start_depth = -1;
    DepthWalk walk = { region_alloc_array(&c->region, (size_t)count, sizeof(Block *)), 0, 0 };
    walk_to(&walk, entry, 0);
    while (walk.pending > 0)
        walk_block(&walk, walk.stack[--walk.pending]);
    return walk.deepest;
}

/* ---- handlers ---- */

/* The handlers in force at a point, innermost last; [0] is NULL: out of the frame. */
typedef struct HandlerStack { int depth; Block *items[FRAME_BLOCKS_MAX + 2]; } HandlerStack;

typedef struct HandlerWalk { Compiler *c; Block **stack; int pending; } HandlerWalk;

static void handlers_to(HandlerWalk *walk, Block *block, const HandlerStack *handlers)
{
    if (block->visited)
        return;
    block->visited = true;
    block->handlers = REGION_NEW(&walk->c->region, HandlerStack);
    *block->handlers = *handlers;
    walk->stack[walk->pending++] = block;
}

static void push_handler(HandlerStack *handlers, const Ins *ins)
{
    if (ins->op != OP_SETUP_FINALLY)
        ins->target->keeps_lasti = true;
    handlers->items[++handlers->depth] = ins->target;
}

static void assign_in_block(HandlerWalk *walk, Block *block)
{
    HandlerStack handlers = *block->handlers;
    for (int i = 0; i < block->count; i++) {
        Ins *ins = &block->ins[i];
        if (op_is_setup(ins->op)) {
            handlers_to(walk, ins->target, &handlers);
            push_handler(&handlers, ins);
        } else if (ins->op == OP_POP_BLOCK) {
            handlers.depth--;
        } else {
            ins->handler = handlers.items[handlers.depth];
            if (ins->target)
                handlers_to(walk, ins->target, &handlers);
        }
    }
    if (!block->no_fallthrough && block->next)
        handlers_to(walk, block->next, &handlers);
}

static void assign_handlers(Compiler *c, Block *entry)
{
    int count = 0;
    for (Block *b = c->unit->newest; b; b = b->older, count++)
        b->visited = false;
    HandlerWalk walk = { c, region_alloc_array(&c->region, (size_t)count, sizeof(Block *)), 0 };
    HandlerStack none_yet = { 0, { NULL } };
    handlers_to(&walk, entry, &none_yet);
    while (walk.pending > 0)
        assign_in_block(&walk, walk.stack[--walk.pending]);
}

/* ---- emission ---- */

typedef struct Output {
    Instr *instrs;
    CodePosition *positions;
    CodeHandler *handlers;
    uint32_t instr_count, handler_count, first_traceable;
} Output;

static CodePosition position_of(Location at)
{
    if (at.line < 0)
        return (CodePosition){ 0, 0, -1, -1 };
    return (CodePosition){ at.line, at.end_line, at.column, at.end_column };
}

static uint32_t operand_of(const Ins *ins, uint32_t index)
{
    if (!ins->target)
        return (uint32_t)ins->arg;
    int32_t distance = ins->target->offset - (int32_t)index - 1;
    return (uint32_t)(distance < 0 ? -distance : distance);
}

static void write_instructions(Output *out, Block *entry)
{
    uint32_t at = 0;
    for (Block *b = entry; b; b = b->next)
        for (int i = 0; i < b->count; i++, at++) {
            bool plain = opcode_info((unsigned)b->ins[i].op)->operand == OPERAND_NONE;   /* a NOP may have been a jump */
            out->instrs[at] = (Instr){ (uint8_t)b->ins[i].op, 0, 0, plain ? 0 : operand_of(&b->ins[i], at) };
            out->positions[at] = position_of(b->ins[i].at);
        }
    while (out->first_traceable < at && out->instrs[out->first_traceable].op != OP_RESUME)
        out->first_traceable++;
}

static void add_handler(Output *out, Block *handler, uint32_t start, uint32_t end)
{
    int depth = handler->start_depth - 1 - handler->keeps_lasti;
    out->handlers[out->handler_count++] = (CodeHandler){
        start, end, (uint32_t)handler->offset, (uint16_t)depth, handler->keeps_lasti };
}

static void write_handlers(Output *out, Block *entry)
{
    Block *handler = NULL;
    uint32_t at = 0, start = 0;
    for (Block *b = entry; b; b = b->next)
        for (int i = 0; i < b->count; i++, at++) {
            if (b->ins[i].handler == handler)
                continue;
            if (handler)
                add_handler(out, handler, start, at);
            start = at;
            handler = b->ins[i].handler;
        }
    if (handler)
        add_handler(out, handler, start, at);
}

static Output write_code(Compiler *c, Block *entry)
{
    Output out = { 0 };
    for (Block *b = entry; b; b = b->next) {
        b->offset = (int)out.instr_count;
        out.instr_count += (uint32_t)b->count;
    }
    out.instrs = region_alloc_array(&c->region, out.instr_count, sizeof(Instr));
    out.positions = region_alloc_array(&c->region, out.instr_count, sizeof(CodePosition));
    out.handlers = region_alloc_array(&c->region, out.instr_count + 1, sizeof(CodeHandler));
    write_instructions(&out, entry);
    write_handlers(&out, entry);
    return out;
}

static uint32_t extended_args(uint32_t arg)
{
    return arg > 0xffffff ? 3 : arg > 0xffff ? 2 : arg > 0xff ? 1 : 0;
}

static uint32_t units_of(const Instr *instrs, uint32_t index, const uint32_t *starts)
{
    const Instr *instr = &instrs[index];
    const OpcodeInfo *info = opcode_info(instr->op);
    uint32_t arg = instr->arg;
    if (instr->op == OP_LINE || instr->op == OP_LINE_CHECK)
        return 0;
    if (info->operand == OPERAND_FORWARD)
        arg = starts[index + 1 + arg] - starts[index + 1];
    else if (info->operand == OPERAND_BACKWARD)
        arg = starts[index + 1] - starts[index + 1 - arg];
    return 1u + info->cache_units + extended_args(arg) * (instr->op == OP_CALL ? 2 : 1);
}

/* Longer code makes for longer jumps, so the sizes are computed until they stay; in each round all from the places of the
 * round before, as assemble_jump_offsets, for there may be more than one answer. */
uint32_t code_size_in_cpython(const Instr *instrs, uint32_t count)
{
    uint32_t *starts = calloc((size_t)count + 1, sizeof *starts), *units = calloc((size_t)count + 1, sizeof *units);
    bool changed = starts && units;
    for (uint32_t i = 0; changed && i < count; i++)
        units[i] = units_of(instrs, i, starts);
    while (changed) {
        for (uint32_t i = 0; i < count; i++)
            starts[i + 1] = starts[i] + units[i];
        changed = false;
        for (uint32_t i = 0; i < count; i++) {
            uint32_t now = units_of(instrs, i, starts);
            changed |= now != units[i];
            units[i] = now;
        }
    }
    uint32_t bytes = starts ? starts[count] * 2 : count * 2;
    free(starts);
    free(units);
    return bytes;
}

/* ---- the Code ---- */

static int code_flags(const Compiler *c)
{
    const Scope *scope = c->unit->scope;
    int flags = c->future_annotations ? CODE_FUTURE_ANNOTATIONS : 0;
    if (scope->kind != SCOPE_FUNCTION)
        return flags;
    flags |= CODE_NEWLOCALS | CODE_OPTIMIZED;
    if (scope->nested)
        flags |= CODE_NESTED;
    if (scope->generator)
        flags |= scope->coroutine ? CODE_ASYNC_GENERATOR : CODE_GENERATOR;
    else if (scope->coroutine)
        flags |= CODE_COROUTINE;
    if (scope->var_args)
        flags |= CODE_VARARGS;
    if (scope->var_keywords)
        flags |= CODE_VARKEYWORDS;
    return flags;
}

static Object *tuple_of_names(Compiler *c, const PointerMap *map)
{
    Object **items = region_alloc_array(&c->region, (size_t)map->count, sizeof(Object *));
    for (int i = 0; i < map->count; i++)
        items[i] = name_object(c, (Name *)map->entries[i].key);
    return constant_merge(c, keep(c, tuple_from(c->vm, items, map->count)));
}

/* Names of locals, then of the other cells, then free ones, each with its kinds. */
static void describe_locals(Compiler *c, const int *places, CodeSpec *spec)
{
    const Unit *unit = c->unit;
    int cells = unit->cells.count, total = cells + unit->frees.count, count = unit->locals.count;
    Object **items = region_alloc_array(&c->region, (size_t)(count + total), sizeof(Object *));
    unsigned char *kinds = region_alloc_array(&c->region, (size_t)(count + total), 1);
    for (int i = 0; i < count; i++) {
        items[i] = name_object(c, (Name *)unit->locals.entries[i].key);
        kinds[i] = LOCAL_FAST;
    }
    for (int i = 0; i < total; i++) {
        const PointerMap *map = i < cells ? &unit->cells : &unit->frees;
        int place = places[i];
        items[place] = name_object(c, (Name *)map->entries[i < cells ? i : i - cells].key);
        kinds[place] |= i < cells ? LOCAL_CELL : LOCAL_FREE;
        if (place >= count)
            count = place + 1;
    }
    spec->local_names = constant_merge(c, keep(c, tuple_from(c->vm, items, count)));
    spec->local_kinds = kinds;
}

static ConstantList list_constants(Compiler *c)
{
    ConstantList list = { 0 };
    for (int i = 0; i < c->unit->constants.count; i++)
        constant_list_add(c, &list, (Object *)c->unit->constants.entries[i].key);
    return list;
}

static Object *make_code(Compiler *c, Block *entry, const ConstantList *constants, const int *places, int stack_size)
{
    const Unit *unit = c->unit;
    Output out = write_code(c, entry);
    CodeSpec spec = {
        .arg_count = unit->arg_count, .positional_only_count = unit->positional_only_count,
        .keyword_only_count = unit->keyword_only_count, .stack_size = stack_size, .first_line = unit->first_line,
        .flags = code_flags(c), .filename = c->options->filename, .name = name_object(c, unit->name),
        .qualname = unit->qualname, .instrs = out.instrs, .positions = out.positions, .handlers = out.handlers,
        .instr_count = out.instr_count, .handler_count = out.handler_count, .first_traceable = out.first_traceable,
        .code_bytes = code_size_in_cpython(out.instrs, out.instr_count), .is_library = c->options->is_library,
        .is_class_body = unit->kind == UNIT_CLASS,
    };
    spec.names = tuple_of_names(c, &unit->names);
    spec.consts = constant_merge(c, keep(c, tuple_from(c->vm, constants->items, constants->count)));
    describe_locals(c, places, &spec);
    return code_new(c->vm, &spec);
}

static void finish_with_return(Compiler *c, bool add_none)
{
    const Block *block = c->unit->current;
    if (block->count > 0 && block->ins[block->count - 1].op == OP_RETURN_VALUE)
        return;
    unset_location(c);
    if (add_none)
        emit_none(c);
    emit(c, OP_RETURN_VALUE);
}

Object *assemble_unit(Compiler *c, bool add_none)
{
    finish_with_return(c, add_none);
    flow_prepare(c);
    Block *entry = flow_entry(c);
    int *places = place_cells(c);
    fix_cell_operands(entry, places);
    insert_prefix(c, entry, places, code_flags(c));
    ConstantList constants = list_constants(c);
    flow_optimize(c, &constants);
    int stack_size = stack_depth(c, entry);
    assign_handlers(c, entry);
    flow_finish(c);
    lines_mark(c, entry);
    return make_code(c, entry, &constants, places, stack_size);
}
