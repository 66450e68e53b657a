/* Emitting instructions into the current block of the current unit.
 *
 * A block ends with its first jump or return: whatever is emitted after that goes to a new block of its own, which the
 * flow graph drops if nothing leads there.
 */
#include "python/compile.h"

bool op_is_setup(int op)
{
    return op == OP_SETUP_FINALLY || op == OP_SETUP_CLEANUP || op == OP_SETUP_WITH;
}

bool op_is_jump(int op)
{
    return op < PSEUDO_FIRST ? opcode_is_jump((unsigned)op) : op >= OP_JUMP;
}

/* Control does not go on to the next instruction. */
bool op_ends_block(int op)
{
    return op == OP_JUMP || op == OP_JUMP_NO_INTERRUPT || (op < PSEUDO_FIRST && opcode_ends_block((unsigned)op));
}

Block *block_new(Compiler *c)
{
    Block *block = REGION_NEW(&c->region, Block);
    block->older = c->unit->newest;
    block->start_depth = -1;
    return c->unit->newest = block;
}

void block_use(Compiler *c, Block *block)
{
    c->unit->current->next = block;
    c->unit->current = block;
}

Ins *block_add(Compiler *c, Block *block, int op, int arg, Location at)
{
    if (block->count == block->capacity) {
        int capacity = block->capacity ? block->capacity * 2 : 8;
        block->ins = region_grow(&c->region, block->ins, (size_t)block->capacity * sizeof(Ins),
                                 (size_t)capacity * sizeof(Ins));
        block->capacity = capacity;
    }
    Ins *ins = &block->ins[block->count++];
    *ins = (Ins){ op, arg, NULL, NULL, at };
    return ins;
}

static Block *open_block(Compiler *c)
{
    Block *block = c->unit->current;
    if (block->count > 0) {
        int last = block->ins[block->count - 1].op;
        if (op_is_jump(last) || op_ends_block(last))
            block_use(c, block_new(c));
    }
    return c->unit->current;
}

void emit_arg(Compiler *c, int op, int arg)
{
    block_add(c, open_block(c), op, arg, c->unit->at);
}

void emit_arg_no_line(Compiler *c, int op, int arg)
{
    block_add(c, open_block(c), op, arg, (Location){ -1, -1, -1, -1 });
}

void emit(Compiler *c, int op)
{
    emit_arg(c, op, 0);
}

void emit_jump(Compiler *c, int op, Block *target)
{
    block_add(c, open_block(c), op, 0, c->unit->at)->target = target;
}

void emit_jump_no_line(Compiler *c, int op, Block *target)
{
    block_add(c, open_block(c), op, 0, (Location){ -1, -1, -1, -1 })->target = target;
}

/* ---- constants, names ---- */

static int place_in(Compiler *c, PointerMap *map, const void *key)
{
    int count = map->count, place = map_add(&c->region, map, key);
    if (place == count)
        map->entries[place].value = place;
    return (int)map->entries[place].value;
}

int unit_constant(Compiler *c, Object *object)
{
    return place_in(c, &c->unit->constants, constant_merge(c, object));
}

void emit_constant(Compiler *c, Object *object)
{
    emit_arg(c, OP_LOAD_CONST, unit_constant(c, object));
}

void emit_none(Compiler *c)
{
    emit_constant(c, none(c->vm));
}

void emit_name_plain(Compiler *c, int op, Name *name)
{
    emit_arg(c, op, place_in(c, &c->unit->names, name));
}

void emit_name(Compiler *c, int op, Name *name)
{
    emit_name_plain(c, op, name_mangle(c, c->unit->class_name, name));
}

void check_forbidden_name(Compiler *c, Name *name, ExprContext ctx)
{
    if (name == c->name_debug && ctx != CONTEXT_LOAD)
        compile_error(c, c->unit->at, "%s __debug__", ctx == CONTEXT_STORE ? "cannot assign to" : "cannot delete");
}

static void emit_cell(Compiler *c, const PointerMap *map, const Name *name, ExprContext ctx)
{
    int load = c->unit->scope->kind == SCOPE_CLASS ? OP_LOAD_CLASSDEREF : OP_LOAD_DEREF;
    int op = ctx == CONTEXT_LOAD ? load : ctx == CONTEXT_STORE ? OP_STORE_DEREF : OP_DELETE_DEREF;
    emit_arg(c, op, (int)map_get(map, name, 0));
}

static void emit_global(Compiler *c, Name *name, ExprContext ctx)
{
    static const int ops[] = { [CONTEXT_LOAD] = OP_LOAD_GLOBAL, [CONTEXT_STORE] = OP_STORE_GLOBAL,
                               [CONTEXT_DEL] = OP_DELETE_GLOBAL };
    int place = place_in(c, &c->unit->names, name);
    emit_arg(c, ops[ctx], ctx == CONTEXT_LOAD ? place << 1 : place);
}

static void emit_fast(Compiler *c, Name *name, ExprContext ctx)
{
    static const int ops[] = { [CONTEXT_LOAD] = OP_LOAD_FAST, [CONTEXT_STORE] = OP_STORE_FAST,
                               [CONTEXT_DEL] = OP_DELETE_FAST };
    emit_arg(c, ops[ctx], place_in(c, &c->unit->locals, name));
}

void emit_variable(Compiler *c, Name *plain_name, ExprContext ctx)
{
    static const int ops[] = { [CONTEXT_LOAD] = OP_LOAD_NAME, [CONTEXT_STORE] = OP_STORE_NAME,
                               [CONTEXT_DEL] = OP_DELETE_NAME };
    check_forbidden_name(c, plain_name, ctx);
    Name *name = name_mangle(c, c->unit->class_name, plain_name);
    Place place = scope_place(c->unit->scope, name);
    bool in_function = c->unit->scope->kind == SCOPE_FUNCTION;
    if (place == PLACE_FREE)
        emit_cell(c, &c->unit->frees, name, ctx);
    else if (place == PLACE_CELL)
        emit_cell(c, &c->unit->cells, name, ctx);
    else if (place == PLACE_LOCAL && in_function)
        emit_fast(c, name, ctx);
    else if (place == PLACE_GLOBAL_EXPLICIT || (place == PLACE_GLOBAL_IMPLICIT && in_function))
        emit_global(c, name, ctx);
    else
        emit_arg(c, ops[ctx], place_in(c, &c->unit->names, name));
}

/* ---- operators ---- */

void emit_call(Compiler *c, int count)
{
    emit_arg(c, OP_CALL, count);
}

void emit_compare(Compiler *c, CompareOperator op)
{
    static const struct { int op, arg; } codes[] = {
        [TREE_COMPARE_EQ] = { OP_COMPARE_OP, COMPARE_EQ }, [TREE_COMPARE_NOTEQ] = { OP_COMPARE_OP, COMPARE_NE },
        [TREE_COMPARE_LT] = { OP_COMPARE_OP, COMPARE_LT }, [TREE_COMPARE_LTE] = { OP_COMPARE_OP, COMPARE_LE },
        [TREE_COMPARE_GT] = { OP_COMPARE_OP, COMPARE_GT }, [TREE_COMPARE_GTE] = { OP_COMPARE_OP, COMPARE_GE },
        [TREE_COMPARE_IS] = { OP_IS_OP, 0 }, [TREE_COMPARE_ISNOT] = { OP_IS_OP, 1 },
        [TREE_COMPARE_IN] = { OP_CONTAINS_OP, 0 }, [TREE_COMPARE_NOTIN] = { OP_CONTAINS_OP, 1 },
    };
    emit_arg(c, codes[op].op, codes[op].arg);
}

void emit_binary(Compiler *c, BinaryOperator op, bool in_place)
{
    static const BinaryOp arguments[] = {
        [TREE_BINARY_ADD] = BINARY_ADD, [TREE_BINARY_SUB] = BINARY_SUBTRACT, [TREE_BINARY_MULT] = BINARY_MULTIPLY,
        [TREE_BINARY_MATMULT] = BINARY_MATRIX_MULTIPLY, [TREE_BINARY_DIV] = BINARY_TRUE_DIVIDE,
        [TREE_BINARY_MOD] = BINARY_REMAINDER, [TREE_BINARY_POW] = BINARY_POWER, [TREE_BINARY_LSHIFT] = BINARY_LSHIFT,
        [TREE_BINARY_RSHIFT] = BINARY_RSHIFT, [TREE_BINARY_BITOR] = BINARY_OR, [TREE_BINARY_BITXOR] = BINARY_XOR,
        [TREE_BINARY_BITAND] = BINARY_AND, [TREE_BINARY_FLOORDIV] = BINARY_FLOOR_DIVIDE,
    };
    emit_arg(c, OP_BINARY_OP, (int)arguments[op] + (in_place ? BINARY_IN_PLACE : 0));
}

/* Hands values through between the iterator on the stack and whoever asks:  iterator value -> result */
void emit_yield_from(Compiler *c, bool is_await)
{
    Block *start = block_new(c), *resume = block_new(c), *end = block_new(c);
    block_use(c, start);
    emit_jump(c, OP_SEND, end);
    block_use(c, resume);
    emit(c, OP_YIELD_VALUE);
    emit_arg(c, OP_RESUME, is_await ? RESUME_AWAIT : RESUME_YIELD_FROM);
    emit_jump(c, OP_JUMP_NO_INTERRUPT, start);
    block_use(c, end);
}

void emit_await(Compiler *c, int kind)
{
    emit_arg(c, OP_GET_AWAITABLE, kind);
    emit_none(c);
    emit_yield_from(c, true);
}

void emit_yield(Compiler *c)
{
    if (c->unit->scope->generator && c->unit->scope->coroutine)
        emit(c, OP_ASYNC_GEN_WRAP);
    emit(c, OP_YIELD_VALUE);
    emit_arg(c, OP_RESUME, RESUME_YIELD);
}
