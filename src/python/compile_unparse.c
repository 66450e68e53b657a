/* Annotations as text, for `from __future__ import annotations`: the expression written anew from the tree, as
 * CPython's ast_unparse.c does it. Parentheses stand where the operators' levels ask for them, whatever the source had.
 */
#include "python/compile.h"

#include <string.h>

#include "python/objects/containers.h"
#include "python/objects/str.h"

typedef enum Level {           /* binding strength, weakest first */
    LEVEL_TUPLE, LEVEL_TEST, LEVEL_OR, LEVEL_AND, LEVEL_NOT, LEVEL_COMPARE, LEVEL_EXPR, LEVEL_BIT_OR = LEVEL_EXPR,
    LEVEL_BIT_XOR, LEVEL_BIT_AND, LEVEL_SHIFT, LEVEL_ARITHMETIC, LEVEL_TERM, LEVEL_FACTOR, LEVEL_POWER, LEVEL_AWAIT,
    LEVEL_ATOM
} Level;

typedef struct Unparser {
    Compiler *c;
    StrWriter writer;
} Unparser;

static void write_expr(Unparser *u, const Expr *e, Level level);

static void check(Unparser *u, int result)
{
    if (result < 0)
        compile_leave(u->c);
}

static void put(Unparser *u, const char *text)
{
    check(u, writer_ascii(u->c->vm, &u->writer, text, strlen(text)));
}

static void put_object(Unparser *u, Object *object)
{
    check(u, writer_str(u->c->vm, &u->writer, object));
}

static void put_identifier(Unparser *u, Identifier identifier)
{
    put_object(u, name_object(u->c, name_of_identifier(u->c, identifier)));
}

static void put_if(Unparser *u, bool condition, const char *text)
{
    if (condition)
        put(u, text);
}

static void write_list(Unparser *u, const ExprList *list)
{
    for (int i = 0; i < list->count; i++) {
        put_if(u, i > 0, ", ");
        write_expr(u, list->items[i], LEVEL_TEST);
    }
}

/* ---- operators ---- */

typedef struct OperatorText { const char *text; Level level; bool right; } OperatorText;

static const OperatorText binary_texts[] = {
    [TREE_BINARY_ADD] = { " + ", LEVEL_ARITHMETIC, false }, [TREE_BINARY_SUB] = { " - ", LEVEL_ARITHMETIC, false },
    [TREE_BINARY_MULT] = { " * ", LEVEL_TERM, false }, [TREE_BINARY_MATMULT] = { " @ ", LEVEL_TERM, false },
    [TREE_BINARY_DIV] = { " / ", LEVEL_TERM, false }, [TREE_BINARY_MOD] = { " % ", LEVEL_TERM, false },
    [TREE_BINARY_FLOORDIV] = { " // ", LEVEL_TERM, false }, [TREE_BINARY_POW] = { " ** ", LEVEL_POWER, true },
    [TREE_BINARY_LSHIFT] = { " << ", LEVEL_SHIFT, false }, [TREE_BINARY_RSHIFT] = { " >> ", LEVEL_SHIFT, false },
    [TREE_BINARY_BITOR] = { " | ", LEVEL_BIT_OR, false }, [TREE_BINARY_BITXOR] = { " ^ ", LEVEL_BIT_XOR, false },
    [TREE_BINARY_BITAND] = { " & ", LEVEL_BIT_AND, false },
};

static const char *const compare_texts[] = {
    [TREE_COMPARE_EQ] = " == ", [TREE_COMPARE_NOTEQ] = " != ", [TREE_COMPARE_LT] = " < ", [TREE_COMPARE_LTE] = " <= ",
    [TREE_COMPARE_GT] = " > ", [TREE_COMPARE_GTE] = " >= ", [TREE_COMPARE_IS] = " is ", [TREE_COMPARE_ISNOT] = " is not ",
    [TREE_COMPARE_IN] = " in ", [TREE_COMPARE_NOTIN] = " not in ",
};

static void write_bool_op(Unparser *u, const Expr *e, Level level)
{
    bool is_and = e->bool_op.op == BOOL_AND;
    Level own = is_and ? LEVEL_AND : LEVEL_OR;
    put_if(u, level > own, "(");
    for (int i = 0; i < e->bool_op.values.count; i++) {
        put_if(u, i > 0, is_and ? " and " : " or ");
        write_expr(u, e->bool_op.values.items[i], own + 1);
    }
    put_if(u, level > own, ")");
}

static void write_binary(Unparser *u, const Expr *e, Level level)
{
    OperatorText op = binary_texts[e->bin_op.op];
    put_if(u, level > op.level, "(");
    write_expr(u, e->bin_op.left, op.level + op.right);
    put(u, op.text);
    write_expr(u, e->bin_op.right, op.level + !op.right);
    put_if(u, level > op.level, ")");
}

static void write_unary(Unparser *u, const Expr *e, Level level)
{
    static const char *const texts[] = { [TREE_UNARY_INVERT] = "~", [TREE_UNARY_NOT] = "not ", [TREE_UNARY_UADD] = "+",
                                         [TREE_UNARY_USUB] = "-" };
    Level own = e->unary_op.op == TREE_UNARY_NOT ? LEVEL_NOT : LEVEL_FACTOR;
    put_if(u, level > own, "(");
    put(u, texts[e->unary_op.op]);
    write_expr(u, e->unary_op.operand, own);
    put_if(u, level > own, ")");
}

static void write_compare(Unparser *u, const Expr *e, Level level)
{
    put_if(u, level > LEVEL_COMPARE, "(");
    write_expr(u, e->compare.left, LEVEL_COMPARE + 1);
    for (int i = 0; i < e->compare.comparators.count; i++) {
        put(u, compare_texts[e->compare.ops[i]]);
        write_expr(u, e->compare.comparators.items[i], LEVEL_COMPARE + 1);
    }
    put_if(u, level > LEVEL_COMPARE, ")");
}

static void write_choice(Unparser *u, const Expr *e, Level level)
{
    put_if(u, level > LEVEL_TEST, "(");
    write_expr(u, e->if_exp.body, LEVEL_TEST + 1);
    put(u, " if ");
    write_expr(u, e->if_exp.test, LEVEL_TEST + 1);
    put(u, " else ");
    write_expr(u, e->if_exp.orelse, LEVEL_TEST);
    put_if(u, level > LEVEL_TEST, ")");
}

/* ---- lambda ---- */

typedef struct ParameterWriter { Unparser *u; bool first; } ParameterWriter;

static void begin_parameter(ParameterWriter *p)
{
    put_if(p->u, !p->first, ", ");
    p->first = false;
}

static void write_parameter(ParameterWriter *p, const Arg *arg, const Expr *default_value)
{
    put_identifier(p->u, arg->name);
    if (arg->annotation) {
        put(p->u, ": ");
        write_expr(p->u, arg->annotation, LEVEL_TEST);
    }
    if (default_value) {
        put(p->u, "=");
        write_expr(p->u, default_value, LEVEL_TEST);
    }
}

static void write_parameters(Unparser *u, const Arguments *args)
{
    ParameterWriter p = { u, true };
    int positional = args->posonly.count + args->args.count;
    for (int i = 0; i < positional; i++) {
        bool only = i < args->posonly.count;
        int with_default = i - (positional - args->defaults.count);
        begin_parameter(&p);
        write_parameter(&p, only ? &args->posonly.items[i] : &args->args.items[i - args->posonly.count],
                        with_default >= 0 ? args->defaults.items[with_default] : NULL);
        put_if(u, only && i == args->posonly.count - 1, ", /");
    }
    if (args->vararg || args->kwonly.count > 0) {
        begin_parameter(&p);
        put(u, "*");
        if (args->vararg)
            write_parameter(&p, args->vararg, NULL);
    }
    for (int i = 0; i < args->kwonly.count; i++) {
        begin_parameter(&p);
        write_parameter(&p, &args->kwonly.items[i], args->kw_defaults.items[i]);
    }
    if (args->kwarg) {
        begin_parameter(&p);
        put(u, "**");
        write_parameter(&p, args->kwarg, NULL);
    }
}

static void write_lambda(Unparser *u, const Expr *e, Level level)
{
    const Arguments *args = e->lambda.args;
    bool any = args->posonly.count + args->args.count + args->kwonly.count > 0 || args->vararg || args->kwarg;
    put_if(u, level > LEVEL_TEST, "(");
    put(u, any ? "lambda " : "lambda");
    write_parameters(u, args);
    put(u, ": ");
    write_expr(u, e->lambda.body, LEVEL_TEST);
    put_if(u, level > LEVEL_TEST, ")");
}

/* ---- displays ---- */

static void write_dict(Unparser *u, const Expr *e)
{
    put(u, "{");
    for (int i = 0; i < e->dict.values.count; i++) {
        put_if(u, i > 0, ", ");
        if (e->dict.keys.items[i]) {
            write_expr(u, e->dict.keys.items[i], LEVEL_TEST);
            put(u, ": ");
            write_expr(u, e->dict.values.items[i], LEVEL_TEST);
        } else {
            put(u, "**");
            write_expr(u, e->dict.values.items[i], LEVEL_EXPR);
        }
    }
    put(u, "}");
}

static void write_bracketed(Unparser *u, const char *open, const ExprList *elts, const char *close)
{
    put(u, open);
    write_list(u, elts);
    put(u, close);
}

static void write_tuple(Unparser *u, const Expr *e, Level level)
{
    const ExprList *elts = &e->sequence.elts;
    if (elts->count == 0) {
        put(u, "()");
        return;
    }
    put_if(u, level > LEVEL_TUPLE, "(");
    write_list(u, elts);
    put_if(u, elts->count == 1, ",");
    put_if(u, level > LEVEL_TUPLE, ")");
}

static void write_generators(Unparser *u, const ComprehensionList *list)
{
    for (int i = 0; i < list->count; i++) {
        const Comprehension *g = &list->items[i];
        put(u, g->is_async ? " async for " : " for ");
        write_expr(u, g->target, LEVEL_TUPLE);
        put(u, " in ");
        write_expr(u, g->iter, LEVEL_TEST + 1);
        for (int n = 0; n < g->ifs.count; n++) {
            put(u, " if ");
            write_expr(u, g->ifs.items[n], LEVEL_TEST + 1);
        }
    }
}

static void write_comprehension(Unparser *u, const char *open, const Expr *e, const char *close)
{
    put(u, open);
    if (e->kind == EXPR_DICT_COMP) {
        write_expr(u, e->dict_comp.key, LEVEL_TEST);
        put(u, ": ");
        write_expr(u, e->dict_comp.value, LEVEL_TEST);
        write_generators(u, &e->dict_comp.generators);
    } else {
        write_expr(u, e->comp.elt, LEVEL_TEST);
        write_generators(u, &e->comp.generators);
    }
    put(u, close);
}

/* ---- calls, attributes, items ---- */

static void write_call(Unparser *u, const Expr *e)
{
    const ExprList *args = &e->call.args;
    const KeywordList *keywords = &e->call.keywords;
    write_expr(u, e->call.func, LEVEL_ATOM);
    if (args->count == 1 && keywords->count == 0 && args->items[0]->kind == EXPR_GENERATOR) {
        write_expr(u, args->items[0], LEVEL_TEST);     /* brings its own parentheses */
        return;
    }
    put(u, "(");
    write_list(u, args);
    for (int i = 0; i < keywords->count; i++) {
        put_if(u, i > 0 || args->count > 0, ", ");
        if (keywords->items[i].name) {
            put_identifier(u, keywords->items[i].name);
            put(u, "=");
        } else {
            put(u, "**");
        }
        write_expr(u, keywords->items[i].value, LEVEL_TEST);
    }
    put(u, ")");
}

static void write_attribute(Unparser *u, const Expr *e)
{
    const Expr *value = e->attribute.value;
    write_expr(u, value, LEVEL_ATOM);
    put(u, value->kind == EXPR_CONSTANT && value->constant.kind == CONSTANT_INT ? " ." : ".");
    put_identifier(u, e->attribute.attr);
}

static void write_slice(Unparser *u, const Expr *e)
{
    if (e->slice.lower)
        write_expr(u, e->slice.lower, LEVEL_TEST);
    put(u, ":");
    if (e->slice.upper)
        write_expr(u, e->slice.upper, LEVEL_TEST);
    if (e->slice.step) {
        put(u, ":");
        write_expr(u, e->slice.step, LEVEL_TEST);
    }
}

static void write_subscript(Unparser *u, const Expr *e)
{
    write_expr(u, e->subscript.value, LEVEL_ATOM);
    put(u, "[");
    write_expr(u, e->subscript.slice, LEVEL_TUPLE);
    put(u, "]");
}

static void write_yield(Unparser *u, const Expr *e)
{
    put(u, e->kind == EXPR_YIELD_FROM ? "(yield from " : e->yield.value ? "(yield " : "(yield");
    if (e->yield.value)
        write_expr(u, e->yield.value, LEVEL_TEST);
    put(u, ")");
}

static void write_named(Unparser *u, const Expr *e, Level level)
{
    put_if(u, level > LEVEL_TUPLE, "(");
    write_expr(u, e->named.target, LEVEL_ATOM);
    put(u, " := ");
    write_expr(u, e->named.value, LEVEL_ATOM);
    put_if(u, level > LEVEL_TUPLE, ")");
}

/* ---- constants ---- */

/* inf is written as a number too large for a float. */
static void write_constant(Unparser *u, const Expr *e)
{
    Vm *vm = u->c->vm;
    Object *value = constant_object(u->c, &e->constant);
    if (e->constant.kind == CONSTANT_ELLIPSIS) {
        put(u, "...");
        return;
    }
    put_if(u, e->constant.unicode_prefix, "u");
    Object *repr = keep(u->c, object_repr(vm, value));
    bool number = e->constant.kind == CONSTANT_FLOAT || e->constant.kind == CONSTANT_COMPLEX;
    if (number && (str_equals_c(repr, "inf") || str_equals_c(repr, "infj")))
        put(u, str_equals_c(repr, "inf") ? "1e309" : "1e309j");
    else
        put_object(u, repr);
}

static void write_joined(Unparser *u, const Expr *e, bool is_spec);

static void write_field(Unparser *u, const Expr *e)
{
    char conversion[3] = { '!', (char)e->formatted.conversion, '\0' };
    Unparser inner = { .c = u->c };
    writer_init(&inner.writer);
    write_expr(&inner, e->formatted.value, LEVEL_TEST + 1);
    Object *text = keep(u->c, writer_finish(u->c->vm, &inner.writer));
    put(u, ((Str *)text)->length > 0 && str_at((Str *)text, 0) == '{' ? "{ " : "{");
    put_object(u, text);
    put_if(u, e->formatted.conversion > 0, conversion);
    if (e->formatted.format_spec) {
        put(u, ":");
        write_joined(u, e->formatted.format_spec, true);
    }
    put(u, "}");
}

static void write_literal(Unparser *u, const Expr *e)
{
    Object *text = constant_object(u->c, &e->constant);
    for (int64_t i = 0; i < ((Str *)text)->length; i++) {
        uint32_t character = str_at((Str *)text, i);
        check(u, writer_char(u->c->vm, &u->writer, character));
        if (character == '{' || character == '}')
            check(u, writer_char(u->c->vm, &u->writer, character));
    }
}

static void write_pieces(Unparser *u, const Expr *e)
{
    if (e->kind == EXPR_FORMATTED_VALUE) {
        write_field(u, e);
    } else if (e->kind == EXPR_CONSTANT) {
        write_literal(u, e);
    } else {
        for (int i = 0; i < e->joined.values.count; i++)
            write_pieces(u, e->joined.values.items[i]);
    }
}

/* The pieces are put together first and then quoted as a whole, as repr() quotes. */
static void write_joined(Unparser *u, const Expr *e, bool is_spec)
{
    if (is_spec) {
        write_pieces(u, e);
        return;
    }
    Unparser inner = { .c = u->c };
    writer_init(&inner.writer);
    write_pieces(&inner, e);
    Object *text = keep(u->c, writer_finish(u->c->vm, &inner.writer));
    put(u, "f");
    put_object(u, keep(u->c, object_repr(u->c->vm, text)));
}

/* ---- all of them ---- */

static void write_expr_kind(Unparser *u, const Expr *e, Level level)
{
    switch (e->kind) {
    case EXPR_BOOL_OP: write_bool_op(u, e, level); break;
    case EXPR_NAMED: write_named(u, e, level); break;
    case EXPR_BIN_OP: write_binary(u, e, level); break;
    case EXPR_UNARY_OP: write_unary(u, e, level); break;
    case EXPR_LAMBDA: write_lambda(u, e, level); break;
    case EXPR_IF_EXP: write_choice(u, e, level); break;
    case EXPR_DICT: write_dict(u, e); break;
    case EXPR_SET: write_bracketed(u, "{", &e->set.elts, "}"); break;
    case EXPR_LIST_COMP: write_comprehension(u, "[", e, "]"); break;
    case EXPR_SET_COMP: case EXPR_DICT_COMP: write_comprehension(u, "{", e, "}"); break;
    case EXPR_GENERATOR: write_comprehension(u, "(", e, ")"); break;
    case EXPR_AWAIT:
        put_if(u, level > LEVEL_AWAIT, "(");
        put(u, "await ");
        write_expr(u, e->await.value, LEVEL_ATOM);
        put_if(u, level > LEVEL_AWAIT, ")");
        break;
    case EXPR_YIELD: case EXPR_YIELD_FROM: write_yield(u, e); break;
    case EXPR_COMPARE: write_compare(u, e, level); break;
    case EXPR_CALL: write_call(u, e); break;
    case EXPR_FORMATTED_VALUE: case EXPR_JOINED_STR: write_joined(u, e, false); break;
    case EXPR_CONSTANT: write_constant(u, e); break;
    case EXPR_ATTRIBUTE: write_attribute(u, e); break;
    case EXPR_SUBSCRIPT: write_subscript(u, e); break;
    case EXPR_STARRED: put(u, "*"); write_expr(u, e->starred.value, LEVEL_EXPR); break;
    case EXPR_NAME: put_identifier(u, e->name.id); break;
    case EXPR_LIST: write_bracketed(u, "[", &e->sequence.elts, "]"); break;
    case EXPR_TUPLE: write_tuple(u, e, level); break;
    case EXPR_SLICE: write_slice(u, e); break;
    case EXPR_KIND_COUNT: break;
    }
}

static void write_expr(Unparser *u, const Expr *e, Level level)
{
    compile_enter(u->c);
    write_expr_kind(u, e, level);
    compile_exit(u->c);
}

Object *unparse_expr(Compiler *c, const Expr *expr)
{
    Unparser u = { .c = c };
    writer_init(&u.writer);
    write_expr(&u, expr, LEVEL_TEST);
    return keep(c, writer_finish(c->vm, &u.writer));
}
