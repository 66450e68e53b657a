/* The parameters of a function or a lambda. They differ in the token that ends them, ')' or ':', and in annotations. */
#include "python/parser_rules.h"

#include "python/parser_invalid.h"

static Expr *parse_default(Parser *p)
{
    if (!parser_accept(p, TOKEN_ASSIGN))
        return NULL;
    return parse_expression(p);
}

/* param: NAME [':' expression]; a lambda's has no annotation. `*args` may be annotated with a starred expression. */
static Arg *parse_param(Parser *p, bool is_lambda, bool is_vararg)
{
    const Token *name = parser_expect(p, TOKEN_NAME);
    Arg *arg = REGION_NEW(p->region, Arg);
    arg->name = name->name;
    if (!is_lambda && parser_accept(p, TOKEN_COLON))
        arg->annotation = is_vararg ? parse_star_expression(p) : parse_expression(p);
    arg->span = parser_span_from(p, name->span);
    return arg;
}

static ArgList take_args(Parser *p, size_t mark)
{
    ArgList list;
    list.items = parser_take_structs(p, mark, sizeof *list.items, &list.count);
    return list;
}

/* A growing list beside the parser's stack, which the arguments occupy. */
typedef struct Defaults { Expr **items; size_t count, capacity; } Defaults;

static void add_default(Parser *p, Defaults *list, Expr *value)
{
    if (list->count == list->capacity) {
        size_t larger = list->capacity ? list->capacity * 2 : 4;
        list->items = region_grow(p->region, list->items, list->capacity * sizeof(Expr *), larger * sizeof(Expr *));
        list->capacity = larger;
    }
    list->items[list->count++] = value;
}

static ExprList defaults_list(const Defaults *list)
{
    return (ExprList){list->count ? list->items : NULL, (int)list->count};
}

typedef struct ParameterContext {
    Arguments *arguments;
    TokenKind closing;         /* ')' or ':' */
    bool is_lambda;
} ParameterContext;

/* After a parameter: a comma, or the end. */
static bool parse_separator(Parser *p, const ParameterContext *context)
{
    if (parser_accept(p, TOKEN_COMMA))
        return !parser_at(p, context->closing);
    if (!parser_at(p, context->closing))
        parser_fail(p);
    return false;
}

/* kwds: '**' param [','] */
static void parse_kwarg(Parser *p, const ParameterContext *context)
{
    parser_expect(p, TOKEN_DOUBLE_STAR);
    context->arguments->kwarg = parse_param(p, context->is_lambda, false);
    if (parse_separator(p, context))
        parser_fail(p);
}

/* (param [default] ',')* [kwds] after the star */
static void parse_keyword_only(Parser *p, const ParameterContext *context, bool is_one_required)
{
    size_t mark = parser_mark(p);
    Defaults defaults = {0};
    if (is_one_required && !parser_at(p, TOKEN_NAME))
        parser_fail(p);
    bool more = true;
    while (more && parser_at(p, TOKEN_NAME)) {
        parser_push(p, parse_param(p, context->is_lambda, false));
        add_default(p, &defaults, parse_default(p));
        more = parse_separator(p, context);
    }
    context->arguments->kwonly = take_args(p, mark);
    context->arguments->kw_defaults = defaults_list(&defaults);
    if (more && !parser_at(p, context->closing))
        parse_kwarg(p, context);
}

/* star_etc: '*' [param] [',' keyword-only parameters] | kwds */
static void parse_star_etc(Parser *p, const ParameterContext *context)
{
    if (p->diagnosing)
        parser_diagnose_star_etc(p, context->is_lambda);
    if (!parser_accept(p, TOKEN_STAR)) {
        parse_kwarg(p, context);
        return;
    }
    if (parser_accept(p, TOKEN_COMMA)) {
        parse_keyword_only(p, context, true);
        return;
    }
    context->arguments->vararg = parse_param(p, context->is_lambda, true);
    if (parse_separator(p, context))
        parse_keyword_only(p, context, false);
}

/* (param [default] ',')* ['/' ','] (param [default] ',')* [star_etc] */
static void parse_parameter_list(Parser *p, const ParameterContext *context)
{
    size_t mark = parser_mark(p);
    Defaults defaults = {0};
    bool seen_slash = false, more = true;
    while (more && !parser_at(p, context->closing)) {
        if (parser_at(p, TOKEN_STAR) || parser_at(p, TOKEN_DOUBLE_STAR))
            break;
        if (parser_at(p, TOKEN_SLASH) && !seen_slash && p->stack_count > mark) {
            parser_advance(p);
            seen_slash = true;
            context->arguments->posonly = take_args(p, mark);
        } else {
            parser_push(p, parse_param(p, context->is_lambda, false));
            Expr *value = parse_default(p);
            if (value)
                add_default(p, &defaults, value);
            else if (defaults.count)
                parser_fail(p);
        }
        more = parse_separator(p, context);
    }
    context->arguments->args = take_args(p, mark);
    context->arguments->defaults = defaults_list(&defaults);
    if (more && !parser_at(p, context->closing))
        parse_star_etc(p, context);
}

Arguments *parse_parameters(Parser *p, bool is_lambda)
{
    if (p->diagnosing)
        parser_diagnose_parameters(p, is_lambda);
    ParameterContext context = {
        .arguments = REGION_NEW(p->region, Arguments), .closing = is_lambda ? TOKEN_COLON : TOKEN_RPAREN,
        .is_lambda = is_lambda,
    };
    parse_parameter_list(p, &context);
    return context.arguments;
}
