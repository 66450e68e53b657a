/* The first walk: statements and expressions in CPython's order, which is also the order in which errors are found.
 *
 * A scope is entered for the module, each class, function, lambda and comprehension. The outermost iterable of a
 * comprehension belongs to the scope around it. Under `from __future__ import annotations` an annotation is visited in
 * a scope of its own that is thrown away: only its errors matter.
 */
#include "python/symtable.h"

#include <string.h>

static void scan_expr(Compiler *c, Expr *expr);
static void scan_stmts(Compiler *c, const StmtList *list);

/* ---- scopes ---- */

static Scope *scope_enter(Compiler *c, ScopeKind kind, Name *name, const void *node)
{
    Scope *scope = REGION_NEW(&c->region, Scope), *outer = c->scope;
    scope->kind = kind;
    scope->name = name;
    scope->parent = outer;
    scope->nested = outer && (outer->nested || outer->kind == SCOPE_FUNCTION);
    scope->in_iterable = outer ? outer->in_iterable : 0;    /* what is inside of an iterable's lambda is so too */
    c->scope = scope;
    if (kind == SCOPE_ANNOTATION)
        return scope;
    map_set(&c->region, &c->scopes, node, (intptr_t)scope);
    if (outer && outer->last_child)
        outer->last_child->next_sibling = scope;
    else if (outer)
        outer->first_child = scope;
    if (outer)
        outer->last_child = scope;
    return scope;
}

static void scope_leave(Compiler *c)
{
    c->scope = c->scope->parent;
}

Scope *symtable_scope(const Compiler *c, const void *node)
{
    return (Scope *)map_get(&c->scopes, node, 0);
}

static unsigned symbol_flags(const Compiler *c, const Scope *scope, Name *name)
{
    return (unsigned)map_get(&scope->symbols, name_mangle((Compiler *)c, c->private_class, name), 0);
}

static void add_symbol_to(Compiler *c, Scope *scope, Name *plain_name, unsigned flag, Span span)
{
    Name *name = name_mangle(c, c->private_class, plain_name);
    int place = map_add(&c->region, &scope->symbols, name);
    unsigned flags = (unsigned)scope->symbols.entries[place].value;
    if (flag & flags & SYMBOL_PARAM)
        compile_error(c, span, "duplicate argument '%s' in function definition", name->text);
    flags |= flag;
    if (scope->in_iteration_target) {
        if (flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL))
            compile_error(c, span, "comprehension inner loop cannot rebind assignment expression target '%s'",
                          name->text);
        flags |= SYMBOL_ITERATION;
    }
    scope->symbols.entries[place].value = (intptr_t)flags;
    if (flag & SYMBOL_PARAM)
        name_list_add(c, &scope->parameters, name);
    else if (flag & SYMBOL_GLOBAL)
        map_set(&c->region, &c->module_scope->symbols, name,
                map_get(&c->module_scope->symbols, name, 0) | (intptr_t)flag);
}

static void add_symbol(Compiler *c, Name *name, unsigned flag, Span span)
{
    add_symbol_to(c, c->scope, name, flag, span);
}

static void add_directive(Compiler *c, Name *name, Span span)
{
    Directive *directive = REGION_NEW(&c->region, Directive);
    *directive = (Directive){ name_mangle(c, c->private_class, name), span, NULL };
    Directive **end = &c->scope->directives;
    while (*end)
        end = &(*end)->next;
    *end = directive;
}

/* ---- expressions ---- */

static void scan_exprs(Compiler *c, const ExprList *list)
{
    for (int i = 0; i < list->count; i++)
        if (list->items[i])
            scan_expr(c, list->items[i]);
}

static void scan_optional(Compiler *c, Expr *expr)
{
    if (expr)
        scan_expr(c, expr);
}

static void scan_keywords(Compiler *c, const KeywordList *list)
{
    for (int i = 0; i < list->count; i++) {
        name_of_identifier(c, list->items[i].name);
        scan_expr(c, list->items[i].value);
    }
}

static void forbid_in_annotation(Compiler *c, const char *what, Span span)
{
    if (c->scope->kind == SCOPE_ANNOTATION)
        compile_error(c, span, "'%s' can not be used within an annotation", what);
}

/* x := ... inside comprehensions binds x in the innermost scope that is none. */
static void bind_outside_comprehensions(Compiler *c, Expr *target)
{
    Name *name = name_of_identifier(c, target->name.id);
    for (Scope *scope = c->scope; scope; scope = scope->parent) {
        unsigned flags = symbol_flags(c, scope, name);
        if (scope->comprehension) {
            if (flags & SYMBOL_ITERATION)
                compile_error(c, target->span,
                              "assignment expression cannot rebind comprehension iteration variable '%s'", name->text);
            continue;
        }
        if (scope->kind == SCOPE_FUNCTION) {
            add_symbol(c, name, flags & SYMBOL_GLOBAL ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL, target->span);
            add_directive(c, name, target->span);
            add_symbol_to(c, scope, name, SYMBOL_LOCAL, target->span);
            return;
        }
        if (scope->kind == SCOPE_MODULE) {
            add_symbol(c, name, SYMBOL_GLOBAL, target->span);
            add_directive(c, name, target->span);
            add_symbol_to(c, scope, name, SYMBOL_GLOBAL, target->span);
            return;
        }
        if (scope->kind == SCOPE_CLASS)
            compile_error(c, target->span,
                          "assignment expression within a comprehension cannot be used in a class body");
    }
}

static void scan_named(Compiler *c, Expr *expr)
{
    forbid_in_annotation(c, "named expression", expr->span);
    if (c->scope->in_iterable > 0)
        compile_error(c, expr->span, "assignment expression cannot be used in a comprehension iterable expression");
    if (c->scope->comprehension)
        bind_outside_comprehensions(c, expr->named.target);
    scan_expr(c, expr->named.value);
    scan_expr(c, expr->named.target);
}

static void add_parameters(Compiler *c, const ArgList *list)
{
    for (int i = 0; i < list->count; i++)
        add_symbol(c, name_of_identifier(c, list->items[i].name), SYMBOL_PARAM, list->items[i].span);
}

static void add_arguments(Compiler *c, const Arguments *args)
{
    add_parameters(c, &args->posonly);
    add_parameters(c, &args->args);
    add_parameters(c, &args->kwonly);
    if (args->vararg) {
        add_symbol(c, name_of_identifier(c, args->vararg->name), SYMBOL_PARAM, args->vararg->span);
        c->scope->var_args = true;
    }
    if (args->kwarg) {
        add_symbol(c, name_of_identifier(c, args->kwarg->name), SYMBOL_PARAM, args->kwarg->span);
        c->scope->var_keywords = true;
    }
}

static void scan_defaults(Compiler *c, const Arguments *args)
{
    scan_exprs(c, &args->defaults);
    scan_exprs(c, &args->kw_defaults);
}

static void scan_lambda(Compiler *c, Expr *expr)
{
    scan_defaults(c, expr->lambda.args);
    scope_enter(c, SCOPE_FUNCTION, name_intern(c, "<lambda>", 8), expr);
    add_arguments(c, expr->lambda.args);
    scan_expr(c, expr->lambda.body);
    scope_leave(c);
}

static void scan_target(Compiler *c, Expr *target)
{
    c->scope->in_iteration_target = true;
    scan_expr(c, target);
    c->scope->in_iteration_target = false;
}

static void scan_iterable(Compiler *c, Expr *iter)
{
    Scope *scope = c->scope;
    scope->in_iterable++;
    scan_expr(c, iter);
    scope->in_iterable--;
}

static void scan_generator(Compiler *c, const Comprehension *generator, bool outermost)
{
    scan_target(c, generator->target);
    if (!outermost)
        scan_iterable(c, generator->iter);
    scan_exprs(c, &generator->ifs);
    if (generator->is_async)
        c->scope->coroutine = true;
}

static void scan_comprehension(Compiler *c, Expr *expr, ComprehensionKind kind, const char *name,
                               const ComprehensionList *generators, Expr *element, Expr *value)
{
    scan_iterable(c, generators->items[0].iter);
    Scope *scope = scope_enter(c, SCOPE_FUNCTION, name_intern(c, name, strlen(name)), expr);
    scope->comprehension = kind;
    if (generators->items[0].is_async)
        scope->coroutine = true;
    add_symbol(c, name_intern(c, ".0", 2), SYMBOL_PARAM, expr->span);
    for (int i = 0; i < generators->count; i++)
        scan_generator(c, &generators->items[i], i == 0);
    scan_optional(c, value);
    scan_expr(c, element);
    scope->generator = kind == GENERATOR_EXPRESSION;
    bool is_async = scope->coroutine && !scope->generator;
    scope_leave(c);
    if (is_async)
        c->scope->coroutine = true;
}

static void scan_any_comprehension(Compiler *c, Expr *e)
{
    switch (e->kind) {
    case EXPR_LIST_COMP:
        scan_comprehension(c, e, LIST_COMPREHENSION, "<listcomp>", &e->comp.generators, e->comp.elt, NULL);
        break;
    case EXPR_SET_COMP:
        scan_comprehension(c, e, SET_COMPREHENSION, "<setcomp>", &e->comp.generators, e->comp.elt, NULL);
        break;
    case EXPR_GENERATOR:
        scan_comprehension(c, e, GENERATOR_EXPRESSION, "<genexpr>", &e->comp.generators, e->comp.elt, NULL);
        break;
    default:
        scan_comprehension(c, e, DICT_COMPREHENSION, "<dictcomp>", &e->dict_comp.generators, e->dict_comp.key,
                           e->dict_comp.value);
    }
}

static void scan_yield(Compiler *c, Expr *expr)
{
    static const char *const places[] = {
        [LIST_COMPREHENSION] = "list comprehension", [DICT_COMPREHENSION] = "dict comprehension",
        [SET_COMPREHENSION] = "set comprehension", [GENERATOR_EXPRESSION] = "generator expression",
    };
    forbid_in_annotation(c, "yield expression", expr->span);
    scan_optional(c, expr->yield.value);
    c->scope->generator = true;
    if (c->scope->comprehension)
        compile_error(c, expr->span, "'yield' inside %s", places[c->scope->comprehension]);
}

/* A bare `super` in a function counts as a use of __class__. */
static void scan_name(Compiler *c, Expr *expr)
{
    Name *name = name_of_identifier(c, expr->name.id);
    add_symbol(c, name, expr->name.ctx == CONTEXT_LOAD ? SYMBOL_USED : SYMBOL_LOCAL, expr->span);
    if (expr->name.ctx == CONTEXT_LOAD && c->scope->kind == SCOPE_FUNCTION && name == c->name_super)
        add_symbol(c, c->name_class, SYMBOL_USED, expr->span);
}

static void scan_expr_kind(Compiler *c, Expr *e)
{
    switch (e->kind) {
    case EXPR_BOOL_OP: scan_exprs(c, &e->bool_op.values); break;
    case EXPR_NAMED: scan_named(c, e); break;
    case EXPR_BIN_OP: scan_expr(c, e->bin_op.left); scan_expr(c, e->bin_op.right); break;
    case EXPR_UNARY_OP: scan_expr(c, e->unary_op.operand); break;
    case EXPR_LAMBDA: scan_lambda(c, e); break;
    case EXPR_IF_EXP:
        scan_expr(c, e->if_exp.test);
        scan_expr(c, e->if_exp.body);
        scan_expr(c, e->if_exp.orelse);
        break;
    case EXPR_DICT: scan_exprs(c, &e->dict.keys); scan_exprs(c, &e->dict.values); break;
    case EXPR_SET: scan_exprs(c, &e->set.elts); break;
    case EXPR_LIST_COMP: case EXPR_SET_COMP: case EXPR_DICT_COMP: case EXPR_GENERATOR:
        scan_any_comprehension(c, e);
        break;
    case EXPR_AWAIT:
        forbid_in_annotation(c, "await expression", e->span);
        scan_expr(c, e->await.value);
        c->scope->coroutine = true;
        break;
    case EXPR_YIELD: case EXPR_YIELD_FROM: scan_yield(c, e); break;
    case EXPR_COMPARE: scan_expr(c, e->compare.left); scan_exprs(c, &e->compare.comparators); break;
    case EXPR_CALL:
        scan_expr(c, e->call.func);
        scan_exprs(c, &e->call.args);
        scan_keywords(c, &e->call.keywords);
        break;
    case EXPR_FORMATTED_VALUE: scan_expr(c, e->formatted.value); scan_optional(c, e->formatted.format_spec); break;
    case EXPR_JOINED_STR: scan_exprs(c, &e->joined.values); break;
    case EXPR_ATTRIBUTE:
        name_of_identifier(c, e->attribute.attr);
        scan_expr(c, e->attribute.value);
        break;
    case EXPR_SUBSCRIPT: scan_expr(c, e->subscript.value); scan_expr(c, e->subscript.slice); break;
    case EXPR_STARRED: scan_expr(c, e->starred.value); break;
    case EXPR_NAME: scan_name(c, e); break;
    case EXPR_LIST: case EXPR_TUPLE: scan_exprs(c, &e->sequence.elts); break;
    case EXPR_SLICE:
        scan_optional(c, e->slice.lower);
        scan_optional(c, e->slice.upper);
        scan_optional(c, e->slice.step);
        break;
    case EXPR_CONSTANT: case EXPR_KIND_COUNT: break;
    }
}

static void scan_expr(Compiler *c, Expr *expr)
{
    compile_enter(c);
    scan_expr_kind(c, expr);
    compile_exit(c);
}

/* ---- annotations ---- */

static void scan_annotation(Compiler *c, Expr *annotation)
{
    if (c->future_annotations)
        scope_enter(c, SCOPE_ANNOTATION, NULL, NULL);
    scan_expr(c, annotation);
    if (c->future_annotations)
        scope_leave(c);
}

static void scan_arg_annotations(Compiler *c, const ArgList *list)
{
    for (int i = 0; i < list->count; i++)
        scan_optional(c, list->items[i].annotation);
}

static void scan_annotations(Compiler *c, const Arguments *args, Expr *returns)
{
    if (c->future_annotations)
        scope_enter(c, SCOPE_ANNOTATION, NULL, NULL);
    scan_arg_annotations(c, &args->posonly);
    scan_arg_annotations(c, &args->args);
    scan_optional(c, args->vararg ? args->vararg->annotation : NULL);
    scan_optional(c, args->kwarg ? args->kwarg->annotation : NULL);
    scan_arg_annotations(c, &args->kwonly);
    if (c->future_annotations)
        scope_leave(c);
    if (returns)
        scan_annotation(c, returns);
}

/* ---- statements ---- */

static void scan_function(Compiler *c, Stmt *s)
{
    Name *name = name_of_identifier(c, s->function_def.name);
    add_symbol(c, name, SYMBOL_LOCAL, s->span);
    scan_defaults(c, s->function_def.args);
    scan_annotations(c, s->function_def.args, s->function_def.returns);
    scan_exprs(c, &s->function_def.decorators);
    scope_enter(c, SCOPE_FUNCTION, name, s);
    c->scope->coroutine = s->kind == STMT_ASYNC_FUNCTION_DEF;
    add_arguments(c, s->function_def.args);
    scan_stmts(c, &s->function_def.body);
    scope_leave(c);
}

static void scan_class(Compiler *c, Stmt *s)
{
    Name *name = name_of_identifier(c, s->class_def.name), *outer_class = c->private_class;
    add_symbol(c, name, SYMBOL_LOCAL, s->span);
    scan_exprs(c, &s->class_def.bases);
    scan_keywords(c, &s->class_def.keywords);
    scan_exprs(c, &s->class_def.decorators);
    scope_enter(c, SCOPE_CLASS, name, s);
    c->private_class = name;
    scan_stmts(c, &s->class_def.body);
    c->private_class = outer_class;
    scope_leave(c);
}

static void scan_annotated_name(Compiler *c, Stmt *s)
{
    Expr *target = s->ann_assign.target;
    Name *name = name_of_identifier(c, target->name.id);
    unsigned flags = symbol_flags(c, c->scope, name);
    if ((flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL)) && c->scope != c->module_scope && s->ann_assign.simple)
        compile_error(c, s->span, "annotated name '%s' can't be %s", name->text,
                      flags & SYMBOL_GLOBAL ? "global" : "nonlocal");
    if (s->ann_assign.simple)
        add_symbol(c, name, SYMBOL_ANNOTATED | SYMBOL_LOCAL, target->span);
    else if (s->ann_assign.value)
        add_symbol(c, name, SYMBOL_LOCAL, target->span);
}

static void scan_ann_assign(Compiler *c, Stmt *s)
{
    if (s->ann_assign.target->kind == EXPR_NAME)
        scan_annotated_name(c, s);
    else
        scan_expr(c, s->ann_assign.target);
    scan_annotation(c, s->ann_assign.annotation);
    scan_optional(c, s->ann_assign.value);
}

static void check_declaration(Compiler *c, Name *name, const char *what, Span span)
{
    unsigned flags = symbol_flags(c, c->scope, name);
    if (flags & SYMBOL_PARAM)
        compile_error(c, span, "name '%s' is parameter and %s", name->text, what);
    if (flags & SYMBOL_USED)
        compile_error(c, span, "name '%s' is used prior to %s declaration", name->text, what);
    if (flags & SYMBOL_ANNOTATED)
        compile_error(c, span, "annotated name '%s' can't be %s", name->text, what);
    if (flags & SYMBOL_LOCAL)
        compile_error(c, span, "name '%s' is assigned to before %s declaration", name->text, what);
}

static void scan_declaration(Compiler *c, Stmt *s)
{
    bool is_global = s->kind == STMT_GLOBAL;
    for (int i = 0; i < s->scope.names.count; i++) {
        Name *name = name_of_identifier(c, s->scope.names.items[i]);
        check_declaration(c, name, is_global ? "global" : "nonlocal", s->span);
        add_symbol(c, name, is_global ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL, s->span);
        add_directive(c, name, s->span);
    }
}

static void scan_aliases(Compiler *c, const AliasList *list)
{
    for (int i = 0; i < list->count; i++) {
        const Alias *alias = &list->items[i];
        const char *text = alias->asname ? alias->asname : alias->name;
        name_of_identifier(c, alias->name);
        if (strcmp(text, "*") != 0)
            add_symbol(c, name_intern(c, text, alias->asname ? strlen(text) : strcspn(text, ".")), SYMBOL_IMPORT,
                       alias->span);
        else if (c->scope->kind != SCOPE_MODULE)
            compile_error(c, alias->span, "import * only allowed at module level");
    }
}

static void scan_try(Compiler *c, Stmt *s)
{
    scan_stmts(c, &s->try_stmt.body);
    scan_stmts(c, &s->try_stmt.orelse);
    for (int i = 0; i < s->try_stmt.handlers.count; i++) {
        const ExceptHandler *handler = &s->try_stmt.handlers.items[i];
        scan_optional(c, handler->type);
        if (handler->name)
            add_symbol(c, name_of_identifier(c, handler->name), SYMBOL_LOCAL, handler->span);
        scan_stmts(c, &handler->body);
    }
    scan_stmts(c, &s->try_stmt.finalbody);
}

static void scan_with(Compiler *c, Stmt *s)
{
    for (int i = 0; i < s->with.items.count; i++) {
        scan_expr(c, s->with.items.items[i].context_expr);
        scan_optional(c, s->with.items.items[i].optional_vars);
    }
    scan_stmts(c, &s->with.body);
}

static void scan_pattern(Compiler *c, Pattern *p);

static void scan_patterns(Compiler *c, const PatternList *list)
{
    for (int i = 0; i < list->count; i++)
        scan_pattern(c, list->items[i]);
}

static void bind_pattern_name(Compiler *c, Identifier name, Span span)
{
    if (name)
        add_symbol(c, name_of_identifier(c, name), SYMBOL_LOCAL, span);
}

static void scan_pattern_kind(Compiler *c, Pattern *p)
{
    switch (p->kind) {
    case PATTERN_VALUE: scan_expr(c, p->value.value); break;
    case PATTERN_SEQUENCE: scan_patterns(c, &p->sequence.patterns); break;
    case PATTERN_STAR: bind_pattern_name(c, p->star.name, p->span); break;
    case PATTERN_MAPPING:
        scan_exprs(c, &p->mapping.keys);
        scan_patterns(c, &p->mapping.patterns);
        bind_pattern_name(c, p->mapping.rest, p->span);
        break;
    case PATTERN_CLASS:
        scan_expr(c, p->cls.cls);
        scan_patterns(c, &p->cls.patterns);
        scan_patterns(c, &p->cls.kwd_patterns);
        break;
    case PATTERN_AS:
        if (p->as.pattern)
            scan_pattern(c, p->as.pattern);
        bind_pattern_name(c, p->as.name, p->span);
        break;
    case PATTERN_OR: scan_patterns(c, &p->alternatives.patterns); break;
    case PATTERN_SINGLETON: case PATTERN_KIND_COUNT: break;
    }
}

static void scan_pattern(Compiler *c, Pattern *pattern)
{
    compile_enter(c);
    scan_pattern_kind(c, pattern);
    compile_exit(c);
}

static void scan_match(Compiler *c, Stmt *s)
{
    scan_expr(c, s->match.subject);
    for (int i = 0; i < s->match.cases.count; i++) {
        MatchCase *match_case = &s->match.cases.items[i];
        scan_pattern(c, match_case->pattern);
        scan_optional(c, match_case->guard);
        scan_stmts(c, &match_case->body);
    }
}

static void scan_stmt_kind(Compiler *c, Stmt *s)
{
    switch (s->kind) {
    case STMT_FUNCTION_DEF: case STMT_ASYNC_FUNCTION_DEF: scan_function(c, s); break;
    case STMT_CLASS_DEF: scan_class(c, s); break;
    case STMT_RETURN: scan_optional(c, s->ret.value); break;
    case STMT_DELETE: scan_exprs(c, &s->del.targets); break;
    case STMT_ASSIGN: scan_exprs(c, &s->assign.targets); scan_expr(c, s->assign.value); break;
    case STMT_AUG_ASSIGN: scan_expr(c, s->aug_assign.target); scan_expr(c, s->aug_assign.value); break;
    case STMT_ANN_ASSIGN: scan_ann_assign(c, s); break;
    case STMT_FOR: case STMT_ASYNC_FOR:
        scan_expr(c, s->loop.target);
        scan_expr(c, s->loop.iter);
        scan_stmts(c, &s->loop.body);
        scan_stmts(c, &s->loop.orelse);
        break;
    case STMT_WHILE: case STMT_IF:
        scan_expr(c, s->branch.test);
        scan_stmts(c, &s->branch.body);
        scan_stmts(c, &s->branch.orelse);
        break;
    case STMT_WITH: case STMT_ASYNC_WITH: scan_with(c, s); break;
    case STMT_MATCH: scan_match(c, s); break;
    case STMT_RAISE: scan_optional(c, s->raise.exc); scan_optional(c, s->raise.cause); break;
    case STMT_TRY: case STMT_TRY_STAR: scan_try(c, s); break;
    case STMT_ASSERT: scan_expr(c, s->assert_stmt.test); scan_optional(c, s->assert_stmt.msg); break;
    case STMT_IMPORT: scan_aliases(c, &s->import.names); break;
    case STMT_IMPORT_FROM: scan_aliases(c, &s->import_from.names); break;
    case STMT_GLOBAL: case STMT_NONLOCAL: scan_declaration(c, s); break;
    case STMT_EXPR: scan_expr(c, s->expr.value); break;
    case STMT_PASS: case STMT_BREAK: case STMT_CONTINUE: case STMT_KIND_COUNT: break;
    }
}

static void scan_stmts(Compiler *c, const StmtList *list)
{
    for (int i = 0; i < list->count; i++) {
        compile_enter(c);
        scan_stmt_kind(c, list->items[i]);
        compile_exit(c);
    }
}

void symtable_build(Compiler *c, Module *module)
{
    c->module_scope = scope_enter(c, SCOPE_MODULE, name_intern(c, "top", 3), module);
    if (module->kind == MODULE_EVAL)
        scan_expr(c, module->expression);
    else
        scan_stmts(c, &module->body);
    scope_leave(c);
    scopes_decide(c, c->module_scope);
    name_intern_all(c);
}
