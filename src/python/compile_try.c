/* try, with, and the ways out of them.
 *
 * The normal way through costs nothing: SETUP_* and POP_BLOCK only mark which instructions a handler covers and vanish
 * before the code is finished. A `return` or `break` that leaves such a block runs its clean-up in place, copied.
 */
#include "python/compile.h"

/* ---- frame blocks ---- */

void frame_block_push(Compiler *c, FrameBlock frame_block)
{
    if (c->unit->frame_block_count >= FRAME_BLOCKS_MAX)
        compile_error(c, c->unit->at, "too many statically nested blocks");
    c->unit->frame_blocks[c->unit->frame_block_count++] = frame_block;
}

void frame_block_pop(Compiler *c)
{
    c->unit->frame_block_count--;
}

static void emit_under(Compiler *c, int op, bool keep_top)
{
    if (keep_top)
        emit_arg(c, OP_SWAP, 2);
    emit(c, op);
}

static void call_exit_with_nones(Compiler *c)
{
    for (int i = 0; i < 3; i++)
        emit_none(c);
    emit_call(c, 2);
}

static void unbind_handler_name(Compiler *c, Name *name)
{
    emit_none(c);
    emit_variable(c, name, CONTEXT_STORE);
    emit_variable(c, name, CONTEXT_DEL);
}

static void unwind_finally(Compiler *c, const FrameBlock *b, bool keep_top)
{
    emit(c, OP_POP_BLOCK);
    if (keep_top)
        frame_block_push(c, (FrameBlock){ .kind = FRAME_POP_VALUE });
    visit_stmts(c, b->finally);
    if (keep_top)
        frame_block_pop(c);
    unset_location(c);         /* it runs after the statement that leaves */
}

static void unwind_with(Compiler *c, const FrameBlock *b, bool keep_top)
{
    set_location(c, b->stmt->span);
    emit(c, OP_POP_BLOCK);
    if (keep_top)
        emit_arg(c, OP_SWAP, 2);
    call_exit_with_nones(c);
    if (b->kind == FRAME_ASYNC_WITH)
        emit_await(c, 2);
    emit(c, OP_POP_TOP);
    unset_location(c);
}

static void unwind_handler(Compiler *c, const FrameBlock *b, bool keep_top)
{
    if (b->name)
        emit(c, OP_POP_BLOCK);
    if (keep_top)
        emit_arg(c, OP_SWAP, 2);
    emit(c, OP_POP_BLOCK);
    emit(c, OP_POP_EXCEPT);
    if (b->name)
        unbind_handler_name(c, b->name);
}

void unwind_frame_block(Compiler *c, const FrameBlock *b, bool keep_top)
{
    switch (b->kind) {
    case FRAME_WHILE: case FRAME_EXCEPTION_HANDLER: case FRAME_EXCEPTION_GROUP_HANDLER: case FRAME_ASYNC_COMPREHENSION:
        break;
    case FRAME_FOR: case FRAME_POP_VALUE: emit_under(c, OP_POP_TOP, keep_top); break;
    case FRAME_TRY_EXCEPT: emit(c, OP_POP_BLOCK); break;
    case FRAME_FINALLY_TRY: unwind_finally(c, b, keep_top); break;
    case FRAME_FINALLY_END:
        emit_under(c, OP_POP_TOP, keep_top);
        if (keep_top)
            emit_arg(c, OP_SWAP, 2);
        emit(c, OP_POP_BLOCK);
        emit(c, OP_POP_EXCEPT);
        break;
    case FRAME_WITH: case FRAME_ASYNC_WITH: unwind_with(c, b, keep_top); break;
    case FRAME_HANDLER_CLEANUP: unwind_handler(c, b, keep_top); break;
    }
}

/* Leaves all blocks, or those inside the innermost loop, from the inside out. While the clean-up of one is emitted,
 * only the blocks around it count; afterwards all are as before, for the code that follows. */
FrameBlock *unwind_frame_blocks(Compiler *c, bool keep_top, bool to_loop)
{
    if (c->unit->frame_block_count == 0)
        return NULL;
    FrameBlock *top = &c->unit->frame_blocks[c->unit->frame_block_count - 1];
    if (top->kind == FRAME_EXCEPTION_GROUP_HANDLER)
        compile_error(c, c->unit->at, "'break', 'continue' and 'return' cannot appear in an except* block");
    if (to_loop && (top->kind == FRAME_WHILE || top->kind == FRAME_FOR))
        return top;
    FrameBlock copy = *top;
    c->unit->frame_block_count--;
    unwind_frame_block(c, &copy, keep_top);
    FrameBlock *loop = unwind_frame_blocks(c, keep_top, to_loop);
    c->unit->frame_blocks[c->unit->frame_block_count++] = copy;
    return loop;
}

static void pop_except_and_reraise(Compiler *c)
{
    emit_arg(c, OP_COPY, 3);
    emit(c, OP_POP_EXCEPT);
    emit_arg(c, OP_RERAISE, 1);
}

/* ---- except ---- */

static void begin_handlers(Compiler *c, Block *except, Block *cleanup, FrameBlockKind kind)
{
    block_use(c, except);
    unset_location(c);
    emit_jump(c, OP_SETUP_CLEANUP, cleanup);
    emit(c, OP_PUSH_EXC_INFO);
    frame_block_push(c, (FrameBlock){ .kind = kind });
}

/* except T as name: the body runs in a block of its own, so that the name is unbound in any case. */
static void visit_named_handler(Compiler *c, const ExceptHandler *handler, Block *end)
{
    Block *cleanup = block_new(c), *body = block_new(c);
    Name *name = name_of_identifier(c, handler->name);
    emit_variable(c, name, CONTEXT_STORE);
    emit_jump(c, OP_SETUP_CLEANUP, cleanup);
    block_use(c, body);
    frame_block_push(c, (FrameBlock){ .kind = FRAME_HANDLER_CLEANUP, .block = body, .name = name });
    visit_stmts(c, &handler->body);
    frame_block_pop(c);
    unset_location(c);
    emit(c, OP_POP_BLOCK);
    emit(c, OP_POP_BLOCK);
    emit(c, OP_POP_EXCEPT);
    unbind_handler_name(c, name);
    emit_jump(c, OP_JUMP, end);
    block_use(c, cleanup);
    unset_location(c);
    unbind_handler_name(c, name);
    emit_arg(c, OP_RERAISE, 1);
}

static void visit_nameless_handler(Compiler *c, const ExceptHandler *handler, Block *end)
{
    Block *body = block_new(c);
    emit(c, OP_POP_TOP);
    block_use(c, body);
    frame_block_push(c, (FrameBlock){ .kind = FRAME_HANDLER_CLEANUP, .block = body });
    visit_stmts(c, &handler->body);
    frame_block_pop(c);
    unset_location(c);
    emit(c, OP_POP_BLOCK);
    emit(c, OP_POP_EXCEPT);
    emit_jump(c, OP_JUMP, end);
}

static void visit_handler(Compiler *c, const ExceptHandler *handler, bool is_last, Block *end)
{
    set_location(c, handler->span);
    if (!handler->type && !is_last)
        compile_error(c, handler->span, "default 'except:' must be last");
    Block *next = block_new(c);
    if (handler->type) {
        visit_expr(c, handler->type);
        emit(c, OP_CHECK_EXC_MATCH);
        emit_jump(c, OP_POP_JUMP_IF_FALSE, next);
    }
    if (handler->name)
        visit_named_handler(c, handler, end);
    else
        visit_nameless_handler(c, handler, end);
    block_use(c, next);
}

static void visit_try_except(Compiler *c, Stmt *s)
{
    Block *body = block_new(c), *except = block_new(c), *end = block_new(c), *cleanup = block_new(c);
    const ExceptHandlerList *handlers = &s->try_stmt.handlers;
    emit_jump(c, OP_SETUP_FINALLY, except);
    block_use(c, body);
    frame_block_push(c, (FrameBlock){ .kind = FRAME_TRY_EXCEPT, .block = body });
    visit_stmts(c, &s->try_stmt.body);
    frame_block_pop(c);
    unset_location(c);
    emit(c, OP_POP_BLOCK);
    visit_stmts(c, &s->try_stmt.orelse);
    emit_jump_no_line(c, OP_JUMP, end);
    begin_handlers(c, except, cleanup, FRAME_EXCEPTION_HANDLER);
    for (int i = 0; i < handlers->count; i++)
        visit_handler(c, &handlers->items[i], i == handlers->count - 1, end);
    frame_block_pop(c);
    unset_location(c);
    emit_arg(c, OP_RERAISE, 0);
    block_use(c, cleanup);
    pop_except_and_reraise(c);
    block_use(c, end);
}

/* ---- except* ---- */

/* Stack: group, list of what handlers raised, the part not handled yet. */
static void visit_star_handler(Compiler *c, const ExceptHandler *handler, Block *next)
{
    Block *match = block_new(c), *cleanup = block_new(c), *body = block_new(c);
    Name *name = name_of_identifier(c, handler->name);
    visit_expr(c, handler->type);
    emit(c, OP_CHECK_EG_MATCH);
    emit_arg(c, OP_COPY, 1);
    emit_jump(c, OP_POP_JUMP_IF_NOT_NONE, match);
    emit(c, OP_POP_TOP);
    emit_jump(c, OP_JUMP, next);
    block_use(c, match);
    if (name)
        emit_variable(c, name, CONTEXT_STORE);
    else
        emit(c, OP_POP_TOP);
    emit_jump(c, OP_SETUP_CLEANUP, cleanup);
    block_use(c, body);
    frame_block_push(c, (FrameBlock){ .kind = FRAME_HANDLER_CLEANUP, .block = body, .name = name });
    visit_stmts(c, &handler->body);
    frame_block_pop(c);
    unset_location(c);
    emit(c, OP_POP_BLOCK);
    if (name)
        unbind_handler_name(c, name);
    emit_jump(c, OP_JUMP, next);
    block_use(c, cleanup);
    unset_location(c);
    if (name)
        unbind_handler_name(c, name);
    emit_arg(c, OP_LIST_APPEND, 3);
    emit(c, OP_POP_TOP);
    emit_jump(c, OP_JUMP, next);
}

static void reraise_rest(Compiler *c, Block *end)
{
    Block *reraise = block_new(c);
    emit(c, OP_PREP_RERAISE_STAR);
    emit_arg(c, OP_COPY, 1);
    emit_jump(c, OP_POP_JUMP_IF_NOT_NONE, reraise);
    emit(c, OP_POP_TOP);
    emit(c, OP_POP_BLOCK);
    emit(c, OP_POP_EXCEPT);
    emit_jump(c, OP_JUMP, end);
    block_use(c, reraise);
    emit(c, OP_POP_BLOCK);
    emit_arg(c, OP_SWAP, 2);
    emit(c, OP_POP_EXCEPT);
    emit_arg(c, OP_RERAISE, 0);
}

static void visit_star_handlers(Compiler *c, const ExceptHandlerList *handlers, Block *reraise_star)
{
    for (int i = 0; i < handlers->count; i++) {
        Block *next = block_new(c);
        set_location(c, handlers->items[i].span);
        if (i == 0) {
            emit_arg(c, OP_COPY, 1);
            emit_arg(c, OP_BUILD_LIST, 0);
            emit_arg(c, OP_SWAP, 2);
        }
        visit_star_handler(c, &handlers->items[i], next);
        block_use(c, next);
        unset_location(c);
        if (i == handlers->count - 1) {
            emit_arg(c, OP_LIST_APPEND, 1);
            emit_jump(c, OP_JUMP, reraise_star);
        }
    }
}

static void visit_try_star(Compiler *c, Stmt *s)
{
    Block *body = block_new(c), *except = block_new(c), *orelse = block_new(c), *end = block_new(c);
    Block *cleanup = block_new(c), *reraise_star = block_new(c);
    emit_jump(c, OP_SETUP_FINALLY, except);
    block_use(c, body);
    frame_block_push(c, (FrameBlock){ .kind = FRAME_TRY_EXCEPT, .block = body });
    visit_stmts(c, &s->try_stmt.body);
    frame_block_pop(c);
    unset_location(c);
    emit(c, OP_POP_BLOCK);
    emit_jump_no_line(c, OP_JUMP, orelse);
    begin_handlers(c, except, cleanup, FRAME_EXCEPTION_GROUP_HANDLER);
    visit_star_handlers(c, &s->try_stmt.handlers, reraise_star);
    frame_block_pop(c);
    block_use(c, reraise_star);
    reraise_rest(c, end);
    block_use(c, cleanup);
    pop_except_and_reraise(c);
    block_use(c, orelse);
    visit_stmts(c, &s->try_stmt.orelse);
    block_use(c, end);
}

/* ---- finally ---- */

static void visit_try_body(Compiler *c, Stmt *s)
{
    if (s->try_stmt.handlers.count == 0)
        visit_stmts(c, &s->try_stmt.body);
    else if (s->kind == STMT_TRY_STAR)
        visit_try_star(c, s);
    else
        visit_try_except(c, s);
}

void visit_try(Compiler *c, Stmt *s)
{
    if (s->try_stmt.finalbody.count == 0) {
        visit_try_body(c, s);
        return;
    }
    Block *body = block_new(c), *except = block_new(c), *exit = block_new(c), *cleanup = block_new(c);
    const StmtList *finalbody = &s->try_stmt.finalbody;
    emit_jump(c, OP_SETUP_FINALLY, except);
    block_use(c, body);
    frame_block_push(c, (FrameBlock){ .kind = FRAME_FINALLY_TRY, .block = body, .exit = except,
                                      .finally = finalbody });
    visit_try_body(c, s);
    unset_location(c);
    emit(c, OP_POP_BLOCK);
    frame_block_pop(c);
    visit_stmts(c, finalbody);
    emit_jump_no_line(c, OP_JUMP, exit);
    begin_handlers(c, except, cleanup, FRAME_FINALLY_END);
    visit_stmts(c, finalbody);
    frame_block_pop(c);
    emit_arg(c, OP_RERAISE, 0);
    block_use(c, cleanup);
    pop_except_and_reraise(c);
    block_use(c, exit);
}

/* ---- with ---- */

static void finish_with_exception(Compiler *c, Block *cleanup)
{
    Block *suppress = block_new(c);
    emit_jump(c, OP_POP_JUMP_IF_TRUE, suppress);
    emit_arg(c, OP_RERAISE, 2);
    unset_location(c);
    block_use(c, cleanup);
    pop_except_and_reraise(c);
    block_use(c, suppress);
    emit(c, OP_POP_TOP);
    emit(c, OP_POP_BLOCK);
    emit(c, OP_POP_EXCEPT);
    emit(c, OP_POP_TOP);
    emit(c, OP_POP_TOP);
}

static void visit_with_inside(Compiler *c, Stmt *s, int item)
{
    if (s->with.items.items[item].optional_vars)
        visit_expr(c, s->with.items.items[item].optional_vars);
    else
        emit(c, OP_POP_TOP);
    if (item + 1 < s->with.items.count)
        visit_with(c, s, item + 1);
    else
        visit_stmts(c, &s->with.body);
}

void visit_with(Compiler *c, Stmt *s, int item)
{
    bool is_async = s->kind == STMT_ASYNC_WITH;
    if (is_async && c->unit->kind != UNIT_ASYNC_FUNCTION)
        compile_error(c, s->span, "'async with' outside async function");
    Block *block = block_new(c), *final = block_new(c), *exit = block_new(c), *cleanup = block_new(c);
    visit_expr(c, s->with.items.items[item].context_expr);
    emit(c, is_async ? OP_BEFORE_ASYNC_WITH : OP_BEFORE_WITH);
    if (is_async)
        emit_await(c, 1);
    emit_jump(c, OP_SETUP_WITH, final);
    block_use(c, block);
    frame_block_push(c, (FrameBlock){ .kind = is_async ? FRAME_ASYNC_WITH : FRAME_WITH, .block = block,
                                      .exit = final, .stmt = s });
    visit_with_inside(c, s, item);
    frame_block_pop(c);
    unset_location(c);
    emit(c, OP_POP_BLOCK);
    set_location(c, s->span);
    call_exit_with_nones(c);
    if (is_async)
        emit_await(c, 2);
    emit(c, OP_POP_TOP);
    emit_jump(c, OP_JUMP, exit);
    block_use(c, final);
    emit_jump(c, OP_SETUP_CLEANUP, cleanup);
    emit(c, OP_PUSH_EXC_INFO);
    emit(c, OP_WITH_EXCEPT_START);
    if (is_async)
        emit_await(c, 2);
    finish_with_exception(c, cleanup);
    block_use(c, exit);
}
