/* The match statement. `match` and `case` are names elsewhere: a line that starts with one is tried as a statement's
 * header, and is an ordinary line if that fails. */
#include "python/parser_rules.h"

#include "python/parser_invalid.h"

/* subject_expr: star_named_expression ',' [star_named_expressions] | named_expression */
Expr *parse_subject(Parser *p)
{
    Span from = parser_peek(p)->span;
    Expr *first = parse_star_named_expression(p);
    if (!parser_at(p, TOKEN_COMMA)) {
        if (first->kind == EXPR_STARRED)
            parser_fail(p);
        return first;
    }
    size_t mark = parser_mark(p);
    parser_push(p, first);
    while (parser_accept(p, TOKEN_COMMA) && parser_at_expression(p))
        parser_push(p, parse_star_named_expression(p));
    Expr *expr = parser_expr(p, EXPR_TUPLE, from);
    expr->sequence.elts = parser_take_exprs(p, mark);
    return expr;
}

/* "match" subject_expr ':' NEWLINE INDENT &"case" */
static void *parse_match_header(Parser *p)
{
    const Token *header = parser_advance(p);
    Expr *subject = parse_subject(p);
    if (p->diagnosing)
        parser_diagnose_block(p, header, "match");
    parser_expect(p, TOKEN_COLON);
    parser_expect(p, TOKEN_NEWLINE);
    parser_expect(p, TOKEN_INDENT);
    if (!parser_at_word(p, "case"))
        parser_fail(p);
    return subject;
}

/* guard: 'if' named_expression */
Expr *parse_guard(Parser *p)
{
    return parser_accept(p, TOKEN_IF) ? parse_named_expression(p) : NULL;
}

/* case_block: "case" patterns [guard] ':' block */
static MatchCase *parse_case(Parser *p)
{
    if (!parser_at_word(p, "case"))
        parser_fail(p);
    const Token *header = parser_advance(p);
    MatchCase *result = REGION_NEW(p->scratch, MatchCase);
    result->pattern = parse_patterns(p);
    result->guard = parse_guard(p);
    if (p->diagnosing)
        parser_diagnose_block(p, header, "case");
    parser_expect(p, TOKEN_COLON);
    result->body = parse_block(p);
    return result;
}

/* match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT */
Stmt *parse_match(Parser *p)
{
    Span from = parser_peek(p)->span;
    Expr *subject = parser_try(p, parse_match_header);
    if (!subject)
        return NULL;
    MatchCaseList cases;
    size_t mark = parser_mark(p);
    parser_enter(p);
    while (!parser_at(p, TOKEN_DEDENT))
        parser_push(p, parse_case(p));
    parser_leave(p);
    cases.items = parser_take_structs(p, mark, sizeof *cases.items, &cases.count);
    parser_expect(p, TOKEN_DEDENT);
    Stmt *stmt = parser_stmt(p, STMT_MATCH, from);
    stmt->match.subject = subject;
    stmt->match.cases = cases;
    return stmt;
}
