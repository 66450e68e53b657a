/* Comprehensions: a function of one argument, the iterator over the outermost iterable, made and called on the spot.
 */
#include "python/compile.h"
#include "python/fold.h"
#include "python/symtable.h"

#include <string.h>

typedef struct Comp {          /* what the four kinds have in common */
    ComprehensionKind kind;
    const char *name;
    int build, add;            /* opcodes; 0 for a generator expression */
    Expr *element, *value;     /* value: only for a dict */
    const ComprehensionList *generators;
} Comp;

static Comp describe(Expr *e)
{
    switch (e->kind) {
    case EXPR_LIST_COMP:
        return (Comp){ LIST_COMPREHENSION, "<listcomp>", OP_BUILD_LIST, OP_LIST_APPEND, e->comp.elt, NULL,
                       &e->comp.generators };
    case EXPR_SET_COMP:
        return (Comp){ SET_COMPREHENSION, "<setcomp>", OP_BUILD_SET, OP_SET_ADD, e->comp.elt, NULL,
                       &e->comp.generators };
    case EXPR_DICT_COMP:
        return (Comp){ DICT_COMPREHENSION, "<dictcomp>", OP_BUILD_MAP, OP_MAP_ADD, e->dict_comp.key,
                       e->dict_comp.value, &e->dict_comp.generators };
    default:
        return (Comp){ GENERATOR_EXPRESSION, "<genexpr>", 0, 0, e->comp.elt, NULL, &e->comp.generators };
    }
}

static void visit_generators(Compiler *c, const Comp *comp, int index, int depth);

/* The conditions, then the next generator or the element. `depth`: iterators above the container. */
static void visit_inside(Compiler *c, const Comp *comp, int index, int depth, Block *cleanup)
{
    const Comprehension *generator = &comp->generators->items[index];
    for (int i = 0; i < generator->ifs.count; i++)
        visit_jump_if(c, generator->ifs.items[i], cleanup, false);
    if (index + 1 < comp->generators->count) {
        visit_generators(c, comp, index + 1, depth);
        return;
    }
    visit_expr(c, comp->element);
    if (comp->kind == GENERATOR_EXPRESSION) {
        emit_yield(c);
        emit(c, OP_POP_TOP);
        return;
    }
    if (comp->value)
        visit_expr(c, comp->value);
    emit_arg(c, comp->add, depth + 1);
}

/* The item of `for y in [f(x)]`, which needs no loop: an assignment in disguise. */
static Expr *only_item(Compiler *c, Expr *iter)
{
    Expr *e = fold_of(c, iter);
    if ((e->kind != EXPR_LIST && e->kind != EXPR_TUPLE) || e->sequence.elts.count != 1)
        return NULL;
    Expr *item = e->sequence.elts.items[0];
    return item->kind == EXPR_STARRED ? NULL : item;
}

static void visit_plain_generator(Compiler *c, const Comp *comp, int index, int depth)
{
    const Comprehension *generator = &comp->generators->items[index];
    Block *start = block_new(c), *cleanup = block_new(c), *anchor = block_new(c);
    Expr *item = index > 0 ? only_item(c, generator->iter) : NULL;
    if (index == 0) {
        c->unit->arg_count = 1;
        emit_arg(c, OP_LOAD_FAST, 0);
    } else if (item) {
        visit_expr(c, item);
    } else {
        visit_expr(c, generator->iter);
        emit(c, OP_GET_ITER);
    }
    if (!item) {
        depth++;
        block_use(c, start);
        emit_jump(c, OP_FOR_ITER, anchor);
    }
    visit_expr(c, generator->target);
    visit_inside(c, comp, index, depth, cleanup);
    block_use(c, cleanup);
    if (!item) {
        emit_jump(c, OP_JUMP, start);
        block_use(c, anchor);
    }
}

static void visit_async_generator(Compiler *c, const Comp *comp, int index, int depth)
{
    const Comprehension *generator = &comp->generators->items[index];
    Block *start = block_new(c), *except = block_new(c), *cleanup = block_new(c);
    if (index == 0) {
        c->unit->arg_count = 1;
        emit_arg(c, OP_LOAD_FAST, 0);
    } else {
        visit_expr(c, generator->iter);
        emit(c, OP_GET_AITER);
    }
    block_use(c, start);
    frame_block_push(c, (FrameBlock){ .kind = FRAME_ASYNC_COMPREHENSION, .block = start });
    emit_jump(c, OP_SETUP_FINALLY, except);
    emit(c, OP_GET_ANEXT);
    emit_none(c);
    emit_yield_from(c, true);
    emit(c, OP_POP_BLOCK);
    visit_expr(c, generator->target);
    visit_inside(c, comp, index, depth + 1, cleanup);
    block_use(c, cleanup);
    emit_jump(c, OP_JUMP, start);
    frame_block_pop(c);
    block_use(c, except);
    emit(c, OP_END_ASYNC_FOR);
}

static void visit_generators(Compiler *c, const Comp *comp, int index, int depth)
{
    if (comp->generators->items[index].is_async)
        visit_async_generator(c, comp, index, depth);
    else
        visit_plain_generator(c, comp, index, depth);
}

void visit_comprehension(Compiler *c, Expr *e)
{
    Comp comp = describe(e);
    UnitKind outer = c->unit->kind;
    Scope *scope = symtable_scope(c, e);
    bool waits = scope->coroutine && comp.kind != GENERATOR_EXPRESSION;
    if (waits && outer != UNIT_ASYNC_FUNCTION && outer != UNIT_COMPREHENSION)
        compile_error(c, e->span, "asynchronous comprehension outside of an asynchronous function");
    unit_open(c, UNIT_COMPREHENSION, name_intern(c, comp.name, strlen(comp.name)), e, e->span.line);
    set_location(c, e->span);
    if (comp.build)
        emit_arg(c, comp.build, 0);
    visit_generators(c, &comp, 0, 0);
    if (comp.build)
        emit(c, OP_RETURN_VALUE);
    Object *code = unit_close(c, true);
    make_closure(c, code, 0);
    visit_expr(c, comp.generators->items[0].iter);
    emit(c, comp.generators->items[0].is_async ? OP_GET_AITER : OP_GET_ITER);
    emit_call(c, 0);
    if (waits)
        emit_await(c, 0);
}
