/* The arguments of a call or a class definition. */
#include "python/parser_rules.h"

#include "python/parser_invalid.h"

/* What may follow: after a keyword no plain argument, after ** no * either. */
typedef enum ArgumentStage { STAGE_POSITIONAL, STAGE_KEYWORD, STAGE_DOUBLE_STAR } ArgumentStage;

static Keyword *finish_keyword(Parser *p, Span from, Identifier name, Expr *value)
{
    Keyword *keyword = REGION_NEW(p->scratch, Keyword);
    *keyword = (Keyword){name, value, parser_span_from(p, from)};
    return keyword;
}

/* '**' expression | NAME '=' expression */
static Keyword *parse_keyword(Parser *p, ArgumentStage *stage)
{
    if (p->diagnosing)
        parser_diagnose_keyword(p);
    Span from = parser_peek(p)->span;
    if (parser_accept(p, TOKEN_DOUBLE_STAR)) {
        *stage = STAGE_DOUBLE_STAR;
        return finish_keyword(p, from, NULL, parse_expression(p));
    }
    Identifier name = parser_expect_name(p);
    parser_expect(p, TOKEN_ASSIGN);
    if (*stage == STAGE_POSITIONAL)
        *stage = STAGE_KEYWORD;
    return finish_keyword(p, from, name, parse_expression(p));
}

static bool at_keyword(const Parser *p)
{
    return parser_at(p, TOKEN_DOUBLE_STAR) || (parser_at(p, TOKEN_NAME) && parser_second(p) == TOKEN_ASSIGN);
}

static Expr *parse_starred_argument(Parser *p, ArgumentStage stage)
{
    if (stage == STAGE_DOUBLE_STAR)
        parser_fail(p);
    Span from = parser_advance(p)->span;
    Expr *value = parse_expression(p);
    Expr *expr = parser_expr(p, EXPR_STARRED, from);
    expr->starred.value = value;
    return expr;
}

static Expr *parse_positional(Parser *p, ArgumentStage stage)
{
    if (parser_at(p, TOKEN_STAR))
        return parse_starred_argument(p, stage);
    if (stage != STAGE_POSITIONAL) {
        if (p->diagnosing)
            parser_diagnose_keyword(p);
        parser_fail(p);
    }
    Expr *expr = parse_assignment_or_expression(p);
    if (parser_at(p, TOKEN_ASSIGN)) {
        if (p->diagnosing)
            parser_diagnose_keyword_after(p, expr);
        parser_fail(p);
    }
    return expr;
}

/* A call's only argument may be a generator expression, which then has the call's own parentheses. */
static Expr *parse_generator_argument(Parser *p, Span opening, Expr *elt)
{
    ComprehensionList generators = parse_for_if_clauses(p);
    if (!parser_at(p, TOKEN_RPAREN))
        parser_fail(p);
    Expr *expr = parser_expr(p, EXPR_GENERATOR, opening);
    expr->span.end_line = parser_peek(p)->span.end_line;
    expr->span.end_column = parser_peek(p)->span.end_column;
    expr->comp.elt = elt;
    expr->comp.generators = generators;
    return expr;
}

/* Keywords as they are found; the parser's own stack holds the plain arguments meanwhile. */
typedef struct KeywordBuffer { Keyword *items; size_t count, capacity; } KeywordBuffer;

static void add_keyword(Parser *p, KeywordBuffer *buffer, const Keyword *keyword)
{
    if (buffer->count == buffer->capacity) {
        size_t larger = buffer->capacity ? buffer->capacity * 2 : 4;
        buffer->items = region_grow(p->region, buffer->items, buffer->capacity * sizeof *keyword,
                                    larger * sizeof *keyword);
        buffer->capacity = larger;
    }
    buffer->items[buffer->count++] = *keyword;
}

/* args: (argument ',')* [argument], see ArgumentStage for their order. */
void parse_call_arguments(Parser *p, bool may_be_generator, ExprList *args, KeywordList *keywords)
{
    if (p->diagnosing)
        parser_diagnose_arguments(p);
    Span opening = parser_previous(p)->span;
    size_t mark = parser_mark(p);
    ArgumentStage stage = STAGE_POSITIONAL;
    KeywordBuffer buffer = {0};
    do {
        if (parser_at(p, TOKEN_RPAREN))
            break;
        if (at_keyword(p)) {
            add_keyword(p, &buffer, parse_keyword(p, &stage));
            continue;
        }
        Expr *argument = parse_positional(p, stage);
        bool is_first = may_be_generator && p->stack_count == mark && !buffer.count;
        if (is_first && argument->kind != EXPR_STARRED && parser_at_comprehension(p))
            argument = parse_generator_argument(p, opening, argument);
        parser_push(p, argument);
    } while (parser_accept(p, TOKEN_COMMA));
    *args = parser_take_exprs(p, mark);
    *keywords = (KeywordList){buffer.items, (int)buffer.count};
}
