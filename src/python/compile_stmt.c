/* Statements. Each sets the location for what it emits; it stays until the next one sets its own.
 */
#include "python/compile.h"
#include "python/fold.h"

#include <string.h>

#include "python/objects/containers.h"
#include "python/objects/int.h"

void visit_stmts(Compiler *c, const StmtList *list)
{
    for (int i = 0; i < list->count; i++)
        visit_stmt(c, list->items[i]);
}

/* ---- bodies ---- */

static bool has_annotation(const StmtList *list);

static bool handlers_have_annotation(const ExceptHandlerList *handlers)
{
    for (int i = 0; i < handlers->count; i++)
        if (has_annotation(&handlers->items[i].body))
            return true;
    return false;
}

/* In this scope: bodies of functions and classes do not count. */
static bool stmt_has_annotation(const Stmt *s)
{
    switch (s->kind) {
    case STMT_ANN_ASSIGN: return true;
    case STMT_FOR: case STMT_ASYNC_FOR: return has_annotation(&s->loop.body) || has_annotation(&s->loop.orelse);
    case STMT_IF: case STMT_WHILE: return has_annotation(&s->branch.body) || has_annotation(&s->branch.orelse);
    case STMT_WITH: case STMT_ASYNC_WITH: return has_annotation(&s->with.body);
    case STMT_MATCH:
        for (int i = 0; i < s->match.cases.count; i++)
            if (has_annotation(&s->match.cases.items[i].body))
                return true;
        return false;
    case STMT_TRY: case STMT_TRY_STAR:
        return handlers_have_annotation(&s->try_stmt.handlers) || has_annotation(&s->try_stmt.body)
            || has_annotation(&s->try_stmt.finalbody) || has_annotation(&s->try_stmt.orelse);
    default: return false;
    }
}

static bool has_annotation(const StmtList *list)
{
    for (int i = 0; i < list->count; i++)
        if (stmt_has_annotation(list->items[i]))
            return true;
    return false;
}

/* SETUP_ANNOTATIONS takes the line of the module's first statement. */
void visit_body(Compiler *c, const StmtList *body)
{
    if (c->unit->kind == UNIT_MODULE && body->count > 0)
        set_location(c, body->items[0]->span);
    if (has_annotation(body))
        emit(c, OP_SETUP_ANNOTATIONS);
    int first = 0;
    if (!c->interactive && body_has_docstring(body)) {
        visit_expr(c, body->items[first++]->expr.value);
        unset_location(c);
        emit_variable(c, name_intern(c, "__doc__", 7), CONTEXT_STORE);
    }
    for (int i = first; i < body->count; i++)
        visit_stmt(c, body->items[i]);
}

/* ---- assignments ---- */

static void visit_assign(Compiler *c, Stmt *s)
{
    visit_expr(c, s->assign.value);
    for (int i = 0; i < s->assign.targets.count; i++) {
        if (i + 1 < s->assign.targets.count)
            emit_arg(c, OP_COPY, 1);
        visit_expr(c, s->assign.targets.items[i]);
    }
}

static void load_augmented(Compiler *c, Expr *target)
{
    switch (target->kind) {
    case EXPR_ATTRIBUTE:
        visit_expr(c, target->attribute.value);
        emit_arg(c, OP_COPY, 1);
        locate_attribute(c, target);
        emit_name(c, OP_LOAD_ATTR, name_of_identifier(c, target->attribute.attr));
        break;
    case EXPR_SUBSCRIPT:
        visit_expr(c, target->subscript.value);
        visit_expr(c, target->subscript.slice);
        emit_arg(c, OP_COPY, 2);
        emit_arg(c, OP_COPY, 2);
        emit(c, OP_BINARY_SUBSCR);
        break;
    default:
        emit_variable(c, name_of_identifier(c, target->name.id), CONTEXT_LOAD);
    }
}

static void store_augmented(Compiler *c, Expr *target)
{
    switch (target->kind) {
    case EXPR_ATTRIBUTE:
        locate_attribute(c, target);
        emit_arg(c, OP_SWAP, 2);
        emit_name(c, OP_STORE_ATTR, name_of_identifier(c, target->attribute.attr));
        break;
    case EXPR_SUBSCRIPT:
        emit_arg(c, OP_SWAP, 3);
        emit_arg(c, OP_SWAP, 2);
        emit(c, OP_STORE_SUBSCR);
        break;
    default:
        emit_variable(c, name_of_identifier(c, target->name.id), CONTEXT_STORE);
    }
}

static void visit_aug_assign(Compiler *c, Stmt *s)
{
    Expr *target = s->aug_assign.target;
    set_location(c, target->span);
    load_augmented(c, target);
    set_location(c, s->span);
    visit_expr(c, s->aug_assign.value);
    emit_binary(c, s->aug_assign.op, true);
    set_location(c, target->span);
    store_augmented(c, target);
}

static void visit_and_drop(Compiler *c, Expr *expr)
{
    if (!expr)
        return;
    visit_expr(c, expr);
    emit(c, OP_POP_TOP);
}

/* obj[index]: T evaluates the index for its errors only. */
static void visit_index_and_drop(Compiler *c, Expr *index)
{
    if (index->kind == EXPR_SLICE) {
        visit_and_drop(c, index->slice.lower);
        visit_and_drop(c, index->slice.upper);
        visit_and_drop(c, index->slice.step);
    } else if (fold_of(c, index)->kind == EXPR_TUPLE) {
        for (int i = 0; i < index->sequence.elts.count; i++)
            visit_index_and_drop(c, index->sequence.elts.items[i]);
    } else {
        visit_and_drop(c, index);
    }
}

static void store_annotation(Compiler *c, Stmt *s, Name *name)
{
    visit_annotation(c, s->ann_assign.annotation);
    emit_name(c, OP_LOAD_NAME, c->name_annotations);
    emit_constant(c, name_object(c, name_mangle(c, c->unit->class_name, name)));
    emit(c, OP_STORE_SUBSCR);
}

static void visit_ann_assign(Compiler *c, Stmt *s)
{
    Expr *target = s->ann_assign.target;
    bool has_value = s->ann_assign.value != NULL, outside = c->unit->scope->kind != SCOPE_FUNCTION;
    if (has_value) {
        visit_expr(c, s->ann_assign.value);
        visit_expr(c, target);
    }
    if (target->kind == EXPR_NAME) {
        Name *name = name_of_identifier(c, target->name.id);
        check_forbidden_name(c, name, CONTEXT_STORE);
        if (s->ann_assign.simple && outside)
            store_annotation(c, s, name);
    } else if (target->kind == EXPR_ATTRIBUTE) {
        check_forbidden_name(c, name_of_identifier(c, target->attribute.attr), CONTEXT_STORE);
        if (!has_value)
            visit_and_drop(c, target->attribute.value);
    } else if (!has_value) {
        visit_and_drop(c, target->subscript.value);
        visit_index_and_drop(c, target->subscript.slice);
    }
    if (!s->ann_assign.simple && outside && !c->future_annotations)
        visit_and_drop(c, s->ann_assign.annotation);
}

/* ---- branches and loops ---- */

static void visit_if(Compiler *c, Stmt *s)
{
    Block *end = block_new(c);
    Block *orelse = s->branch.orelse.count > 0 ? block_new(c) : end;
    visit_jump_if(c, s->branch.test, orelse, false);
    visit_stmts(c, &s->branch.body);
    if (orelse != end) {
        emit_jump_no_line(c, OP_JUMP, end);
        block_use(c, orelse);
        visit_stmts(c, &s->branch.orelse);
    }
    block_use(c, end);
}

/* The condition is compiled twice, before the loop and at its bottom, so that a round takes one jump. */
static void visit_while(Compiler *c, Stmt *s)
{
    Block *loop = block_new(c), *body = block_new(c), *anchor = block_new(c), *end = block_new(c);
    block_use(c, loop);
    frame_block_push(c, (FrameBlock){ .kind = FRAME_WHILE, .block = loop, .exit = end });
    visit_jump_if(c, s->branch.test, anchor, false);
    block_use(c, body);
    visit_stmts(c, &s->branch.body);
    set_location(c, s->span);
    visit_jump_if(c, s->branch.test, body, true);
    frame_block_pop(c);
    block_use(c, anchor);
    visit_stmts(c, &s->branch.orelse);
    block_use(c, end);
}

static void visit_for(Compiler *c, Stmt *s)
{
    Block *start = block_new(c), *body = block_new(c), *cleanup = block_new(c), *end = block_new(c);
    frame_block_push(c, (FrameBlock){ .kind = FRAME_FOR, .block = start, .exit = end });
    visit_expr(c, s->loop.iter);
    emit(c, OP_GET_ITER);
    block_use(c, start);
    emit_jump(c, OP_FOR_ITER, cleanup);
    block_use(c, body);
    visit_expr(c, s->loop.target);
    visit_stmts(c, &s->loop.body);
    unset_location(c);
    emit_jump(c, OP_JUMP, start);
    block_use(c, cleanup);
    frame_block_pop(c);
    visit_stmts(c, &s->loop.orelse);
    block_use(c, end);
}

static void visit_async_for(Compiler *c, Stmt *s)
{
    if (c->unit->kind != UNIT_ASYNC_FUNCTION)
        compile_error(c, s->span, "'async for' outside async function");
    Block *start = block_new(c), *except = block_new(c), *end = block_new(c);
    visit_expr(c, s->loop.iter);
    emit(c, OP_GET_AITER);
    block_use(c, start);
    frame_block_push(c, (FrameBlock){ .kind = FRAME_FOR, .block = start, .exit = end });
    emit_jump(c, OP_SETUP_FINALLY, except);
    emit(c, OP_GET_ANEXT);
    emit_none(c);
    emit_yield_from(c, true);
    emit(c, OP_POP_BLOCK);
    visit_expr(c, s->loop.target);
    visit_stmts(c, &s->loop.body);
    unset_location(c);
    emit_jump(c, OP_JUMP, start);
    frame_block_pop(c);
    block_use(c, except);
    set_location(c, s->loop.iter->span);
    emit(c, OP_END_ASYNC_FOR);
    visit_stmts(c, &s->loop.orelse);
    block_use(c, end);
}

static void visit_break(Compiler *c, Stmt *s)
{
    emit(c, OP_NOP);
    FrameBlock *loop = unwind_frame_blocks(c, false, true);
    if (!loop)
        compile_error(c, s->span, "'break' outside loop");
    unwind_frame_block(c, loop, false);
    emit_jump(c, OP_JUMP, loop->exit);
}

static void visit_continue(Compiler *c, Stmt *s)
{
    emit(c, OP_NOP);
    FrameBlock *loop = unwind_frame_blocks(c, false, true);
    if (!loop)
        compile_error(c, s->span, "'continue' not properly in loop");
    emit_jump(c, OP_JUMP, loop->block);
}

/* A constant is loaded after the finally blocks have run: nothing waits on the stack. */
static void visit_return(Compiler *c, Stmt *s)
{
    Expr *value = s->ret.value ? fold_of(c, s->ret.value) : NULL;
    bool keep_top = value && value->kind != EXPR_CONSTANT;
    if (c->unit->scope->kind != SCOPE_FUNCTION)
        compile_error(c, s->span, "'return' outside function");
    if (value && c->unit->scope->coroutine && c->unit->scope->generator)
        compile_error(c, s->span, "'return' with value in async generator");
    if (keep_top) {
        visit_expr(c, value);
    } else if (value) {
        set_location(c, value->span);
        emit(c, OP_NOP);
    }
    if (!value || value->span.line != s->span.line) {
        set_location(c, s->span);
        emit(c, OP_NOP);
    }
    unwind_frame_blocks(c, keep_top, false);
    if (!value)
        emit_none(c);
    else if (!keep_top)
        emit_constant(c, fold_constant(c, value));
    emit(c, OP_RETURN_VALUE);
}

/* ---- imports ---- */

static Name *part_of_name(Compiler *c, const char *text)
{
    return name_intern(c, text, strcspn(text, "."));
}

/* import a.b.c as name: IMPORT_NAME gave a; walk down to c. */
static void import_as(Compiler *c, const char *dotted, Name *name)
{
    const char *dot = strchr(dotted, '.');
    if (!dot) {
        emit_variable(c, name, CONTEXT_STORE);
        return;
    }
    while (true) {
        emit_name_plain(c, OP_IMPORT_FROM, part_of_name(c, dot + 1));
        dot = strchr(dot + 1, '.');
        if (!dot)
            break;
        emit_arg(c, OP_SWAP, 2);
        emit(c, OP_POP_TOP);
    }
    emit_variable(c, name, CONTEXT_STORE);
    emit(c, OP_POP_TOP);
}

static void visit_import(Compiler *c, Stmt *s)
{
    for (int i = 0; i < s->import.names.count; i++) {
        const Alias *alias = &s->import.names.items[i];
        emit_constant(c, keep(c, int_from_i64(c->vm, 0)));
        emit_none(c);
        emit_name(c, OP_IMPORT_NAME, name_of_identifier(c, alias->name));
        if (alias->asname)
            import_as(c, alias->name, name_of_identifier(c, alias->asname));
        else
            emit_variable(c, part_of_name(c, alias->name), CONTEXT_STORE);
    }
}

static Object *alias_names(Compiler *c, const AliasList *list)
{
    Object **items = region_alloc_array(&c->region, (size_t)list->count, sizeof(Object *));
    for (int i = 0; i < list->count; i++)
        items[i] = name_object(c, name_of_identifier(c, list->items[i].name));
    return keep(c, tuple_from(c->vm, items, list->count));
}

static void visit_import_from(Compiler *c, Stmt *s)
{
    const AliasList *names = &s->import_from.names;
    const char *module = s->import_from.module ? s->import_from.module : "";
    emit_constant(c, keep(c, int_from_i64(c->vm, s->import_from.level)));
    if (s->span.line > c->last_future_line && strcmp(module, "__future__") == 0)
        compile_error(c, s->span, "from __future__ imports must occur at the beginning of the file");
    emit_constant(c, alias_names(c, names));
    emit_name(c, OP_IMPORT_NAME, name_intern(c, module, strlen(module)));
    for (int i = 0; i < names->count; i++) {
        const Alias *alias = &names->items[i];
        if (i == 0 && strcmp(alias->name, "*") == 0) {
            emit(c, OP_IMPORT_STAR);
            return;
        }
        emit_name(c, OP_IMPORT_FROM, name_of_identifier(c, alias->name));
        emit_variable(c, name_of_identifier(c, alias->asname ? alias->asname : alias->name), CONTEXT_STORE);
    }
    emit(c, OP_POP_TOP);
}

/* ---- the rest ---- */

static void visit_raise(Compiler *c, Stmt *s)
{
    int count = 0;
    if (s->raise.exc) {
        visit_expr(c, s->raise.exc);
        count++;
    }
    if (s->raise.cause) {
        visit_expr(c, s->raise.cause);
        count++;
    }
    emit_arg(c, OP_RAISE_VARARGS, count);
}

static void visit_assert(Compiler *c, Stmt *s)
{
    check_assertion(c, s->assert_stmt.test);
    Block *end = block_new(c);
    visit_jump_if(c, s->assert_stmt.test, end, true);
    emit(c, OP_LOAD_ASSERTION_ERROR);
    if (s->assert_stmt.msg) {
        visit_expr(c, s->assert_stmt.msg);
        emit_call(c, 0);
    }
    emit_arg(c, OP_RAISE_VARARGS, 1);
    block_use(c, end);
}

static void visit_expr_stmt(Compiler *c, Stmt *s)
{
    Expr *value = fold_of(c, s->expr.value);
    if (c->interactive && c->nesting <= 1) {
        visit_expr(c, value);
        emit(c, OP_PRINT_EXPR);
    } else if (value->kind == EXPR_CONSTANT) {
        emit(c, OP_NOP);
    } else {
        visit_expr(c, value);
        unset_location(c);
        emit(c, OP_POP_TOP);
    }
}

static void visit_delete(Compiler *c, Stmt *s) { visit_exprs(c, &s->del.targets); }
static void visit_pass(Compiler *c, Stmt *s) { emit(c, OP_NOP); }
static void visit_declaration(Compiler *c, Stmt *s) { }
static void visit_with_stmt(Compiler *c, Stmt *s) { visit_with(c, s, 0); }

typedef void (*StmtVisitor)(Compiler *c, Stmt *stmt);

static const StmtVisitor stmt_visitors[STMT_KIND_COUNT] = {
    [STMT_FUNCTION_DEF] = visit_function_def, [STMT_ASYNC_FUNCTION_DEF] = visit_function_def,
    [STMT_CLASS_DEF] = visit_class_def, [STMT_RETURN] = visit_return, [STMT_DELETE] = visit_delete,
    [STMT_ASSIGN] = visit_assign, [STMT_AUG_ASSIGN] = visit_aug_assign, [STMT_ANN_ASSIGN] = visit_ann_assign,
    [STMT_FOR] = visit_for, [STMT_ASYNC_FOR] = visit_async_for, [STMT_WHILE] = visit_while, [STMT_IF] = visit_if,
    [STMT_WITH] = visit_with_stmt, [STMT_ASYNC_WITH] = visit_with_stmt, [STMT_MATCH] = visit_match,
    [STMT_RAISE] = visit_raise, [STMT_TRY] = visit_try, [STMT_TRY_STAR] = visit_try, [STMT_ASSERT] = visit_assert,
    [STMT_IMPORT] = visit_import, [STMT_IMPORT_FROM] = visit_import_from, [STMT_GLOBAL] = visit_declaration,
    [STMT_NONLOCAL] = visit_declaration, [STMT_EXPR] = visit_expr_stmt, [STMT_PASS] = visit_pass,
    [STMT_BREAK] = visit_break, [STMT_CONTINUE] = visit_continue,
};

void visit_stmt(Compiler *c, Stmt *s)
{
    compile_enter(c);
    set_location(c, s->span);
    stmt_visitors[s->kind](c, s);
    compile_exit(c);
}
