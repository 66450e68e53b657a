/* Calls. A call of an attribute avoids the bound method (LOAD_METHOD); a call with * or ** or with very many arguments
 * collects them in a tuple and a dict first.
 */
#include "python/compile.h"
#include "python/fold.h"

#include "python/objects/containers.h"

static void check_keywords(Compiler *c, const KeywordList *keywords)
{
    for (int i = 0; i < keywords->count; i++) {
        const Keyword *keyword = &keywords->items[i];
        if (!keyword->name)
            continue;
        check_forbidden_name(c, name_of_identifier(c, keyword->name), CONTEXT_STORE);
        for (int j = i + 1; j < keywords->count; j++)
            if (keywords->items[j].name == keyword->name)
                compile_error(c, keywords->items[j].span, "keyword argument repeated: %s", keyword->name);
    }
}

static Object *keyword_names(Compiler *c, const KeywordList *keywords, int start, int end)
{
    Object **items = region_alloc_array(&c->region, (size_t)(end - start), sizeof(Object *));
    for (int i = start; i < end; i++)
        items[i - start] = name_object(c, name_of_identifier(c, keywords->items[i].name));
    return keep(c, tuple_from(c->vm, items, end - start));
}

static void visit_named_arguments(Compiler *c, const KeywordList *keywords)
{
    for (int i = 0; i < keywords->count; i++)
        visit_expr(c, keywords->items[i].value);
    if (keywords->count > 0)
        emit_arg(c, OP_KW_NAMES, unit_constant(c, keyword_names(c, keywords, 0, keywords->count)));
}

static bool has_stars(const ExprList *args, const KeywordList *keywords)
{
    for (int i = 0; i < args->count; i++)
        if (args->items[i]->kind == EXPR_STARRED)
            return true;
    for (int i = 0; i < keywords->count; i++)
        if (!keywords->items[i].name)
            return true;
    return false;
}

static void build_keyword_dict(Compiler *c, const KeywordList *keywords, int start, int end)
{
    int count = end - start;
    bool big = count * 2 > STACK_USE_GUIDELINE;
    if (count > 1 && !big) {
        for (int i = start; i < end; i++)
            visit_expr(c, keywords->items[i].value);
        emit_constant(c, keyword_names(c, keywords, start, end));
        emit_arg(c, OP_BUILD_CONST_KEY_MAP, count);
        return;
    }
    if (big)
        emit_arg_no_line(c, OP_BUILD_MAP, 0);
    for (int i = start; i < end; i++) {
        emit_constant(c, name_object(c, name_of_identifier(c, keywords->items[i].name)));
        visit_expr(c, keywords->items[i].value);
        if (big)
            emit_arg_no_line(c, OP_MAP_ADD, 1);
    }
    if (!big)
        emit_arg(c, OP_BUILD_MAP, count);
}

static void flush_keywords(Compiler *c, const KeywordList *keywords, int start, int end, bool *have_dict)
{
    build_keyword_dict(c, keywords, start, end);
    if (*have_dict)
        emit_arg(c, OP_DICT_MERGE, 1);
    *have_dict = true;
}

static void collect_keywords(Compiler *c, const KeywordList *keywords)
{
    bool have_dict = false;
    int waiting = 0;
    for (int i = 0; i < keywords->count; i++) {
        if (keywords->items[i].name) {
            waiting++;
            continue;
        }
        if (waiting > 0)
            flush_keywords(c, keywords, i - waiting, i, &have_dict);
        waiting = 0;
        if (!have_dict)
            emit_arg(c, OP_BUILD_MAP, 0);
        have_dict = true;
        visit_expr(c, keywords->items[i].value);
        emit_arg(c, OP_DICT_MERGE, 1);
    }
    if (waiting > 0)
        flush_keywords(c, keywords, keywords->count - waiting, keywords->count, &have_dict);
}

/* The callable and `pushed` arguments are on the stack. */
void visit_call_arguments(Compiler *c, int pushed, const ExprList *args, const KeywordList *keywords)
{
    check_keywords(c, keywords);
    if (args->count + keywords->count * 2 <= STACK_USE_GUIDELINE && !has_stars(args, keywords)) {
        visit_exprs(c, args);
        visit_named_arguments(c, keywords);
        emit_call(c, pushed + args->count + keywords->count);
        return;
    }
    if (pushed == 0 && args->count == 1 && args->items[0]->kind == EXPR_STARRED)
        visit_expr(c, args->items[0]->starred.value);
    else
        visit_star_items(c, args, pushed, OP_BUILD_LIST, OP_LIST_APPEND, OP_LIST_EXTEND, true);
    collect_keywords(c, keywords);
    emit_arg(c, OP_CALL_FUNCTION_EX, keywords->count > 0);
}

/* module.f(x): the attribute of a module is no method. Only imports at module level are known as such. */
static bool is_imported_module(Compiler *c, const Expr *e)
{
    if (e->kind != EXPR_NAME)
        return false;
    Name *name = name_of_identifier(c, e->name.id);
    return (map_get(&c->module_scope->symbols, name, 0) & SYMBOL_IMPORT) != 0;
}

static bool is_method_call(Compiler *c, const Expr *e)
{
    const Expr *func = e->call.func;
    int count = e->call.args.count + e->call.keywords.count + (e->call.keywords.count > 0);
    return func->kind == EXPR_ATTRIBUTE && func->attribute.ctx == CONTEXT_LOAD && count < STACK_USE_GUIDELINE
        && !is_imported_module(c, func->attribute.value) && !has_stars(&e->call.args, &e->call.keywords);
}

static void visit_method_call(Compiler *c, Expr *e)
{
    Expr *method = e->call.func;
    visit_expr(c, method->attribute.value);
    set_location(c, method->span);
    locate_attribute(c, method);
    emit_name(c, OP_LOAD_METHOD, name_of_identifier(c, method->attribute.attr));
    visit_exprs(c, &e->call.args);
    visit_named_arguments(c, &e->call.keywords);
    set_location(c, e->span);
    locate_attribute(c, method);
    emit_call(c, e->call.args.count + e->call.keywords.count);
}

void visit_call(Compiler *c, Expr *e)
{
    check_keywords(c, &e->call.keywords);
    if (is_method_call(c, e)) {
        visit_method_call(c, e);
        return;
    }
    check_callable(c, e->call.func);
    set_location(c, fold_of(c, e->call.func)->span);
    emit(c, OP_PUSH_NULL);
    set_location(c, e->span);
    visit_expr(c, e->call.func);
    visit_call_arguments(c, 0, &e->call.args, &e->call.keywords);
}
