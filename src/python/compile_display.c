/* Displays: lists, tuples, sets, dicts, f-strings, and taking sequences apart.
 *
 * Short ones push all their items and build once. With a starred item, or with more than STACK_USE_GUIDELINE items, the
 * container is made first and filled piece by piece. Displays of constants start from one constant.
 */
#include "python/compile.h"
#include "python/fold.h"

#include "python/objects/containers.h"
#include "python/objects/str.h"

bool all_constant(Compiler *c, const ExprList *list, int start, int end)
{
    for (int i = start; i < end; i++)
        if (!list->items[i] || fold_of(c, list->items[i])->kind != EXPR_CONSTANT)
            return false;
    return true;
}

Object *tuple_of_constants(Compiler *c, const ExprList *list, int start, int end)
{
    Object **items = region_alloc_array(&c->region, (size_t)(end - start), sizeof(Object *));
    for (int i = start; i < end; i++)
        items[i - start] = fold_constant(c, list->items[i]);
    return keep(c, tuple_from(c->vm, items, end - start));
}

static void build_from_constants(Compiler *c, const ExprList *elts, int pushed, int build, int extend, bool tuple)
{
    Object *items = tuple_of_constants(c, elts, 0, elts->count);
    if (tuple && pushed == 0) {
        emit_constant(c, items);
        return;
    }
    if (build == OP_BUILD_SET)
        items = keep(c, frozenset_new(c->vm, items));
    emit_arg(c, build, pushed);
    emit_constant(c, items);
    emit_arg(c, extend, 1);
    if (tuple)
        emit(c, OP_LIST_TO_TUPLE);
}

static bool any_starred(const ExprList *elts)
{
    for (int i = 0; i < elts->count; i++)
        if (elts->items[i]->kind == EXPR_STARRED)
            return true;
    return false;
}

static void build_by_steps(Compiler *c, const ExprList *elts, int pushed, int build, int add, int extend, bool built)
{
    if (built)
        emit_arg(c, build, pushed);
    for (int i = 0; i < elts->count; i++) {
        Expr *e = elts->items[i];
        bool starred = e->kind == EXPR_STARRED;
        if (starred && !built) {
            emit_arg(c, build, i + pushed);
            built = true;
        }
        visit_expr(c, starred ? e->starred.value : e);
        if (starred)
            emit_arg(c, extend, 1);
        else if (built)
            emit_arg(c, add, 1);
    }
}

/* `pushed` values are on the stack already and become the first items. A tuple is filled as a list. */
void visit_star_items(Compiler *c, const ExprList *elts, int pushed, int build, int add, int extend, bool tuple)
{
    int count = elts->count, build_list = tuple ? OP_BUILD_LIST : build;
    if (count > 2 && all_constant(c, elts, 0, count)) {
        build_from_constants(c, elts, pushed, build_list, extend, tuple);
        return;
    }
    bool big = count + pushed > STACK_USE_GUIDELINE;
    if (!big && !any_starred(elts)) {
        visit_exprs(c, elts);
        emit_arg(c, tuple ? OP_BUILD_TUPLE : build, count + pushed);
        return;
    }
    build_by_steps(c, elts, pushed, build_list, add, extend, big);
    if (tuple)
        emit(c, OP_LIST_TO_TUPLE);
}

/* ---- dicts ---- */

static void build_part_of_dict(Compiler *c, Expr *e, int start, int end)
{
    int count = end - start;
    bool big = count * 2 > STACK_USE_GUIDELINE;
    if (count > 1 && !big && all_constant(c, &e->dict.keys, start, end)) {
        for (int i = start; i < end; i++)
            visit_expr(c, e->dict.values.items[i]);
        emit_constant(c, tuple_of_constants(c, &e->dict.keys, start, end));
        emit_arg(c, OP_BUILD_CONST_KEY_MAP, count);
        return;
    }
    if (big)
        emit_arg(c, OP_BUILD_MAP, 0);
    for (int i = start; i < end; i++) {
        visit_expr(c, e->dict.keys.items[i]);
        visit_expr(c, e->dict.values.items[i]);
        if (big)
            emit_arg(c, OP_MAP_ADD, 1);
    }
    if (!big)
        emit_arg(c, OP_BUILD_MAP, count);
}

static void flush_dict(Compiler *c, Expr *e, int start, int end, bool *have_dict)
{
    build_part_of_dict(c, e, start, end);
    if (*have_dict)
        emit_arg(c, OP_DICT_UPDATE, 1);
    *have_dict = true;
}

void visit_dict(Compiler *c, Expr *e)
{
    int count = e->dict.values.count, waiting = 0;
    bool have_dict = false;
    for (int i = 0; i < count; i++) {
        if (e->dict.keys.items[i]) {
            if (waiting * 2 > STACK_USE_GUIDELINE) {
                flush_dict(c, e, i - waiting, i + 1, &have_dict);
                waiting = 0;
            } else {
                waiting++;
            }
            continue;
        }
        if (waiting > 0)
            flush_dict(c, e, i - waiting, i, &have_dict);
        waiting = 0;
        if (!have_dict)
            emit_arg(c, OP_BUILD_MAP, 0);
        have_dict = true;
        visit_expr(c, e->dict.values.items[i]);
        emit_arg(c, OP_DICT_UPDATE, 1);
    }
    if (waiting > 0)
        flush_dict(c, e, count - waiting, count, &have_dict);
    if (!have_dict)
        emit_arg(c, OP_BUILD_MAP, 0);
}

/* ---- f-strings ---- */

static void join_long(Compiler *c, const ExprList *values)
{
    emit_constant(c, keep(c, str_from_c(c->vm, "")));
    emit_name(c, OP_LOAD_METHOD, name_intern(c, "join", 4));
    emit_arg(c, OP_BUILD_LIST, 0);
    for (int i = 0; i < values->count; i++) {
        visit_expr(c, values->items[i]);
        emit_arg(c, OP_LIST_APPEND, 1);
    }
    emit_call(c, 1);
}

void visit_joined_str(Compiler *c, Expr *e)
{
    if (e->joined.values.count > STACK_USE_GUIDELINE) {
        join_long(c, &e->joined.values);
        return;
    }
    visit_exprs(c, &e->joined.values);
    if (e->joined.values.count != 1)
        emit_arg(c, OP_BUILD_STRING, e->joined.values.count);
}

void visit_formatted(Compiler *c, Expr *e)
{
    int conversion = e->formatted.conversion;
    int flags = conversion == CONVERSION_STR ? FORMAT_STR : conversion == CONVERSION_REPR ? FORMAT_REPR
              : conversion == CONVERSION_ASCII ? FORMAT_ASCII : FORMAT_NONE;
    visit_expr(c, e->formatted.value);
    if (e->formatted.format_spec) {
        visit_expr(c, e->formatted.format_spec);
        flags |= FORMAT_HAS_SPEC;
    }
    emit_arg(c, OP_FORMAT_VALUE, flags);
}

/* ---- unpacking ---- */

void visit_unpacking(Compiler *c, const ExprList *targets)
{
    int star = -1, count = targets->count;
    for (int i = 0; i < count; i++) {
        if (targets->items[i]->kind != EXPR_STARRED)
            continue;
        if (star >= 0)
            compile_error(c, c->unit->at, "multiple starred expressions in assignment");
        star = i;
        if (i >= 1 << 8 || count - i - 1 >= INT32_MAX >> 8)
            compile_error(c, c->unit->at, "too many expressions in star-unpacking assignment");
    }
    if (star >= 0)
        emit_arg(c, OP_UNPACK_EX, star + ((count - star - 1) << 8));
    else
        emit_arg(c, OP_UNPACK_SEQUENCE, count);
    for (int i = 0; i < count; i++) {
        Expr *e = targets->items[i];
        visit_expr(c, e->kind == EXPR_STARRED ? e->starred.value : e);
    }
}
