/* Simple statements, and the lines and blocks they stand in. */
#include "python/parser_rules.h"

#include "python/parser_invalid.h"

/* ----------------------------------------------------------------------------------------- assignments ------------- */

/* '=' (yield_expr | star_expressions) */
static void *parse_annotated_value(Parser *p)
{
    parser_expect(p, TOKEN_ASSIGN);
    return parse_yield_or_star_expressions(p);
}

/* [('=' annotated_rhs)] after `target ':'`; `first` is the statement's first token, by which a bare name is told from a
 * name in parentheses. */
static Stmt *parse_annotation(Parser *p, const Token *first, Expr *target)
{
    if (!parser_is_single_target(target))
        parser_fail(p);
    parser_expect(p, TOKEN_COLON);
    Expr *annotation = parse_expression(p);
    Expr *value = NULL;
    if (parser_at(p, TOKEN_ASSIGN))
        value = p->diagnosing ? parser_try(p, parse_annotated_value) : parse_annotated_value(p);
    parser_set_context(target, CONTEXT_STORE);
    Stmt *stmt = parser_stmt(p, STMT_ANN_ASSIGN, first->span);
    stmt->ann_assign.target = target;
    stmt->ann_assign.annotation = annotation;
    stmt->ann_assign.value = value;
    stmt->ann_assign.simple = target->kind == EXPR_NAME && first->kind == TOKEN_NAME;
    return stmt;
}

/* single_target augassign (yield_expr | star_expressions) */
static Stmt *parse_augmented(Parser *p, Span from, Expr *target)
{
    if (!parser_is_single_target(target))
        parser_fail(p);
    BinaryOperator op = token_traits(parser_advance(p)->kind)->binary_op;
    Expr *value = parse_yield_or_star_expressions(p);
    parser_set_context(target, CONTEXT_STORE);
    Stmt *stmt = parser_stmt(p, STMT_AUG_ASSIGN, from);
    stmt->aug_assign.target = target;
    stmt->aug_assign.op = op;
    stmt->aug_assign.value = value;
    return stmt;
}

/* (star_targets '=')+ (yield_expr | star_expressions) */
static Stmt *parse_plain_assignment(Parser *p, Span from, Expr *value)
{
    size_t mark = parser_mark(p);
    while (parser_at(p, TOKEN_ASSIGN)) {
        if (!parser_is_target(value))
            parser_fail(p);
        parser_advance(p);
        parser_set_context(value, CONTEXT_STORE);
        parser_push(p, value);
        value = parse_yield_or_star_expressions(p);
    }
    ExprList targets = parser_take_exprs(p, mark);
    Stmt *stmt = parser_stmt(p, STMT_ASSIGN, from);
    stmt->assign.targets = targets;
    stmt->assign.value = value;
    return stmt;
}

/* assignment | star_expressions | yield_expr */
static void *parse_expression_stmt(Parser *p)
{
    const Token *first = parser_peek(p);
    Expr *expr = parse_yield_or_star_expressions(p);
    switch (parser_peek(p)->kind) {
    case TOKEN_COLON: return parse_annotation(p, first, expr);
    case TOKEN_ASSIGN: return parse_plain_assignment(p, first->span, expr);
    default:
        if (token_traits(parser_peek(p)->kind)->is_augmented)
            return parse_augmented(p, first->span, expr);
    }
    Stmt *stmt = parser_stmt(p, STMT_EXPR, first->span);
    stmt->expr.value = expr;
    return stmt;
}

/* ------------------------------------------------------------------------------------ keyword statements ----------- */

/* 'pass' | 'break' | 'continue' */
static Stmt *parse_word(Parser *p, StmtKind kind)
{
    Span from = parser_advance(p)->span;
    return parser_stmt(p, kind, from);
}

/* return_stmt: 'return' [star_expressions] */
static Stmt *parse_return(Parser *p)
{
    Span from = parser_advance(p)->span;
    Expr *value = parser_at_expression(p) ? parse_star_expressions(p) : NULL;
    Stmt *stmt = parser_stmt(p, STMT_RETURN, from);
    stmt->ret.value = value;
    return stmt;
}

/* raise_stmt: 'raise' [expression ['from' expression]] */
static Stmt *parse_raise(Parser *p)
{
    Span from = parser_advance(p)->span;
    Expr *exc = parser_at_expression(p) ? parse_expression(p) : NULL;
    Expr *cause = exc && parser_accept(p, TOKEN_FROM) ? parse_expression(p) : NULL;
    Stmt *stmt = parser_stmt(p, STMT_RAISE, from);
    stmt->raise.exc = exc;
    stmt->raise.cause = cause;
    return stmt;
}

/* global_stmt: 'global' NAME (',' NAME)*; nonlocal likewise */
static Stmt *parse_scope(Parser *p, StmtKind kind)
{
    Span from = parser_advance(p)->span;
    size_t mark = parser_mark(p);
    do
        parser_push(p, (void *)parser_expect_name(p));
    while (parser_accept(p, TOKEN_COMMA));
    IdentifierList names = parser_take_identifiers(p, mark);
    Stmt *stmt = parser_stmt(p, kind, from);
    stmt->scope.names = names;
    return stmt;
}

/* del_stmt: 'del' del_targets &(';' | NEWLINE) */
static Stmt *parse_del(Parser *p)
{
    if (p->diagnosing)
        parser_diagnose_del(p);
    Span from = parser_advance(p)->span;
    ExprList targets = parse_del_targets(p);
    if (!parser_at(p, TOKEN_SEMICOLON) && !parser_at(p, TOKEN_NEWLINE))
        parser_fail(p);
    Stmt *stmt = parser_stmt(p, STMT_DELETE, from);
    stmt->del.targets = targets;
    return stmt;
}

/* assert_stmt: 'assert' expression [',' expression] */
static Stmt *parse_assert(Parser *p)
{
    Span from = parser_advance(p)->span;
    Expr *test = parse_expression(p);
    Expr *msg = parser_accept(p, TOKEN_COMMA) ? parse_expression(p) : NULL;
    Stmt *stmt = parser_stmt(p, STMT_ASSERT, from);
    stmt->assert_stmt.test = test;
    stmt->assert_stmt.msg = msg;
    return stmt;
}

static Stmt *parse_simple_stmt(Parser *p)
{
    switch (parser_peek(p)->kind) {
    case TOKEN_RETURN: return parse_return(p);
    case TOKEN_IMPORT: return parse_import(p);
    case TOKEN_FROM: return parse_import_from(p);
    case TOKEN_RAISE: return parse_raise(p);
    case TOKEN_PASS: return parse_word(p, STMT_PASS);
    case TOKEN_BREAK: return parse_word(p, STMT_BREAK);
    case TOKEN_CONTINUE: return parse_word(p, STMT_CONTINUE);
    case TOKEN_DEL: return parse_del(p);
    case TOKEN_ASSERT: return parse_assert(p);
    case TOKEN_GLOBAL: return parse_scope(p, STMT_GLOBAL);
    case TOKEN_NONLOCAL: return parse_scope(p, STMT_NONLOCAL);
    default:
        if (p->diagnosing)
            parser_diagnose_assignment(p, parse_expression_stmt);
        return parse_expression_stmt(p);
    }
}

/* --------------------------------------------------------------------------------------- lines, blocks ------------- */

/* simple_stmts: simple_stmt (';' simple_stmt)* [';'] NEWLINE */
void parse_simple_stmts(Parser *p)
{
    do
        parser_push(p, parse_simple_stmt(p));
    while (parser_accept(p, TOKEN_SEMICOLON) && !parser_at(p, TOKEN_NEWLINE));
    parser_expect(p, TOKEN_NEWLINE);
}

/* statements: (compound_stmt | simple_stmts)*, up to a token that begins neither */
StmtList parse_statements(Parser *p)
{
    size_t mark = parser_mark(p);
    while (!parser_at(p, TOKEN_DEDENT) && !parser_at(p, TOKEN_END)) {
        Stmt *compound = parse_compound_stmt(p);
        if (compound)
            parser_push(p, compound);
        else
            parse_simple_stmts(p);
    }
    return parser_take_stmts(p, mark);
}

/* block: NEWLINE INDENT statements DEDENT | simple_stmts */
StmtList parse_block(Parser *p)
{
    if (!parser_at(p, TOKEN_NEWLINE)) {
        size_t mark = parser_mark(p);
        parse_simple_stmts(p);
        return parser_take_stmts(p, mark);
    }
    parser_advance(p);
    if (!parser_at(p, TOKEN_INDENT) && p->diagnosing)
        parser_raise_last(p, PROBLEM_INDENTATION_ERROR, "expected an indented block");
    parser_expect(p, TOKEN_INDENT);
    parser_enter(p);
    StmtList body = parse_statements(p);
    parser_leave(p);
    parser_expect(p, TOKEN_DEDENT);
    return body;
}
