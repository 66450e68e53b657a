/* Functions, lambdas and classes: a code object of their own, and around it what makes the function or class of it.
 */
#include "python/compile.h"

#include "python/objects/containers.h"
#include "python/objects/str.h"

/* ---- defaults and annotations ---- */

static void check_parameter_name(Compiler *c, const Arg *arg)
{
    if (arg && name_of_identifier(c, arg->name) == c->name_debug)
        compile_error(c, c->unit->at, "cannot assign to __debug__");
}

static void check_parameter_names(Compiler *c, const Arguments *args)
{
    const ArgList *lists[] = { &args->posonly, &args->args, &args->kwonly };
    for (int n = 0; n < 3; n++)
        for (int i = 0; i < lists[n]->count; i++)
            check_parameter_name(c, &lists[n]->items[i]);
    check_parameter_name(c, args->vararg);
    check_parameter_name(c, args->kwarg);
}

static int visit_keyword_defaults(Compiler *c, const Arguments *args)
{
    Object **names = region_alloc_array(&c->region, (size_t)args->kwonly.count, sizeof(Object *));
    int count = 0;
    for (int i = 0; i < args->kwonly.count; i++) {
        if (!args->kw_defaults.items[i])
            continue;
        Name *name = name_of_identifier(c, args->kwonly.items[i].name);
        names[count++] = name_object(c, name_mangle(c, c->unit->class_name, name));
        visit_expr(c, args->kw_defaults.items[i]);
    }
    if (count == 0)
        return 0;
    emit_constant(c, keep(c, tuple_from(c->vm, names, count)));
    emit_arg(c, OP_BUILD_CONST_KEY_MAP, count);
    return FUNCTION_KW_DEFAULTS;
}

static int visit_defaults(Compiler *c, const Arguments *args)
{
    int flags = 0;
    if (args->defaults.count > 0) {
        visit_exprs(c, &args->defaults);
        emit_arg(c, OP_BUILD_TUPLE, args->defaults.count);
        flags |= FUNCTION_DEFAULTS;
    }
    return flags | visit_keyword_defaults(c, args);
}

/* Pushes name and annotation; a *args: *Ts unpacks the one value of *Ts. */
static int visit_arg_annotation(Compiler *c, const Arg *arg)
{
    if (!arg || !arg->annotation)
        return 0;
    Name *name = name_mangle(c, c->unit->class_name, name_of_identifier(c, arg->name));
    emit_constant(c, name_object(c, name));
    if (!c->future_annotations && arg->annotation->kind == EXPR_STARRED) {
        visit_expr(c, arg->annotation->starred.value);
        emit_arg(c, OP_UNPACK_SEQUENCE, 1);
    } else {
        visit_annotation(c, arg->annotation);
    }
    return 2;
}

static int visit_arg_annotations(Compiler *c, const ArgList *list)
{
    int count = 0;
    for (int i = 0; i < list->count; i++)
        count += visit_arg_annotation(c, &list->items[i]);
    return count;
}

static int visit_annotations(Compiler *c, const Arguments *args, Expr *returns)
{
    int count = visit_arg_annotations(c, &args->args);
    count += visit_arg_annotations(c, &args->posonly);
    count += visit_arg_annotation(c, args->vararg);
    count += visit_arg_annotations(c, &args->kwonly);
    count += visit_arg_annotation(c, args->kwarg);
    if (returns) {
        emit_constant(c, name_object(c, name_intern(c, "return", 6)));
        visit_annotation(c, returns);
        count += 2;
    }
    if (count == 0)
        return 0;
    emit_arg(c, OP_BUILD_TUPLE, count);
    return FUNCTION_ANNOTATIONS;
}

/* ---- closures ---- */

/* A class that binds a name which its methods also use from outside has the name as free, not as cell. */
static int cell_index(Compiler *c, Name *name)
{
    bool own_class_cell = c->unit->kind == UNIT_CLASS && name == c->name_class;
    if (own_class_cell || scope_place(c->unit->scope, name) == PLACE_CELL)
        return (int)map_get(&c->unit->cells, name, 0);
    return (int)map_get(&c->unit->frees, name, 0);
}

void make_closure(Compiler *c, Object *object, int flags)
{
    const Code *code = (const Code *)object;
    Utf8Buffer buffer = { .large = NULL };
    for (int i = code->locals_count - code->free_count; i < code->locals_count; i++) {
        size_t length;
        const char *text = str_utf8(c->vm, tuple_item(code->local_names, i), &buffer, &length);
        if (!text)
            compile_leave(c);
        emit_arg(c, OP_LOAD_CLOSURE, cell_index(c, name_intern(c, text, length)));
    }
    utf8_buffer_finish(&buffer);
    if (code->free_count > 0) {
        flags |= FUNCTION_CLOSURE;
        emit_arg(c, OP_BUILD_TUPLE, code->free_count);
    }
    emit_constant(c, object);
    emit_arg(c, OP_MAKE_FUNCTION, flags);
}

static void apply_decorators(Compiler *c, const ExprList *decorators)
{
    Location outer = c->unit->at;
    for (int i = decorators->count - 1; i >= 0; i--) {
        set_location(c, decorators->items[i]->span);
        emit_call(c, 0);
    }
    set_location(c, outer);
}

static void set_argument_counts(Unit *unit, const Arguments *args)
{
    unit->arg_count = args->posonly.count + args->args.count;
    unit->positional_only_count = args->posonly.count;
    unit->keyword_only_count = args->kwonly.count;
}

/* ---- the definitions ---- */

bool body_has_docstring(const StmtList *body)
{
    return body->count > 0 && body->items[0]->kind == STMT_EXPR
        && body->items[0]->expr.value->kind == EXPR_CONSTANT
        && body->items[0]->expr.value->constant.kind == CONSTANT_STR;
}

static int first_line_of(const Stmt *s, const ExprList *decorators)
{
    return decorators->count > 0 ? decorators->items[0]->span.line : s->span.line;
}

static void visit_function_body(Compiler *c, const StmtList *body)
{
    bool has_docstring = body_has_docstring(body);
    unit_constant(c, has_docstring ? constant_object(c, &body->items[0]->expr.value->constant) : none(c->vm));
    for (int i = has_docstring; i < body->count; i++)
        visit_stmt(c, body->items[i]);
}

void visit_function_def(Compiler *c, Stmt *s)
{
    const Arguments *args = s->function_def.args;
    Name *name = name_of_identifier(c, s->function_def.name);
    check_parameter_names(c, args);
    visit_exprs(c, &s->function_def.decorators);
    int flags = visit_defaults(c, args);
    flags |= visit_annotations(c, args, s->function_def.returns);
    unit_open(c, s->kind == STMT_ASYNC_FUNCTION_DEF ? UNIT_ASYNC_FUNCTION : UNIT_FUNCTION, name, s,
              first_line_of(s, &s->function_def.decorators));
    set_argument_counts(c->unit, args);
    visit_function_body(c, &s->function_def.body);
    Object *code = unit_close(c, true);
    make_closure(c, code, flags);
    apply_decorators(c, &s->function_def.decorators);
    emit_variable(c, name, CONTEXT_STORE);
}

/* None comes first among the constants, so that no lambda seems to have a docstring. */
void visit_lambda(Compiler *c, Expr *e)
{
    check_parameter_names(c, e->lambda.args);
    int flags = visit_defaults(c, e->lambda.args);
    unit_open(c, UNIT_LAMBDA, name_intern(c, "<lambda>", 8), e, e->span.line);
    unit_constant(c, none(c->vm));
    set_argument_counts(c->unit, e->lambda.args);
    visit_expr(c, e->lambda.body);
    bool is_generator = c->unit->scope->generator;
    if (!is_generator)
        emit(c, OP_RETURN_VALUE);
    Object *code = unit_close(c, !is_generator);
    make_closure(c, code, flags);
}

static void emit_load_plain(Compiler *c, const char *name, size_t length, ExprContext ctx)
{
    emit_variable(c, name_intern(c, name, length), ctx);
}

static void finish_class_body(Compiler *c)
{
    unset_location(c);
    if (c->unit->scope->needs_class_cell) {
        emit_arg(c, OP_LOAD_CLOSURE, (int)map_get(&c->unit->cells, c->name_class, 0));
        emit_arg(c, OP_COPY, 1);
        emit_load_plain(c, "__classcell__", 13, CONTEXT_STORE);
    } else {
        emit_none(c);
    }
    emit(c, OP_RETURN_VALUE);
}

void visit_class_def(Compiler *c, Stmt *s)
{
    Name *name = name_of_identifier(c, s->class_def.name);
    visit_exprs(c, &s->class_def.decorators);
    unit_open(c, UNIT_CLASS, name, s, first_line_of(s, &s->class_def.decorators));
    c->unit->class_name = name;
    emit_load_plain(c, "__name__", 8, CONTEXT_LOAD);
    emit_load_plain(c, "__module__", 10, CONTEXT_STORE);
    emit_constant(c, c->unit->qualname);
    emit_load_plain(c, "__qualname__", 12, CONTEXT_STORE);
    visit_body(c, &s->class_def.body);
    finish_class_body(c);
    Object *code = unit_close(c, true);
    emit(c, OP_PUSH_NULL);
    emit(c, OP_LOAD_BUILD_CLASS);
    make_closure(c, code, 0);
    emit_constant(c, name_object(c, name));
    visit_call_arguments(c, 2, &s->class_def.bases, &s->class_def.keywords);
    apply_decorators(c, &s->class_def.decorators);
    emit_variable(c, name, CONTEXT_STORE);
}
