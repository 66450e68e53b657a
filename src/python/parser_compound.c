/* Compound statements: a header, a colon, a block. */
#include "python/parser_rules.h"

#include "python/parser_invalid.h"

/* ':' block, where `header` is the statement's keyword and `what` names it in messages. */
static StmtList parse_colon_block(Parser *p, const Token *header, const char *what)
{
    if (p->diagnosing)
        parser_diagnose_block(p, header, what);
    parser_expect(p, TOKEN_COLON);
    return parse_block(p);
}

/* [word ':' block]; for else and finally the missing colon is known at once: CPython forces it. */
static StmtList parse_optional_block(Parser *p, TokenKind word)
{
    if (!parser_at(p, word))
        return (StmtList){NULL, 0};
    const Token *header = parser_advance(p);
    parser_force_colon(p);
    return parse_colon_block(p, header, token_traits(word)->text);
}

/* ------------------------------------------------------------------------------------------ if, loops -------------- */

static Stmt *parse_if_arm(Parser *p)
{
    const Token *header = parser_advance(p);
    const char *word = token_traits(header->kind)->text;
    Expr *test = parse_named_expression(p);
    StmtList body = parse_colon_block(p, header, word);
    Stmt *stmt = parser_stmt(p, STMT_IF, header->span);
    stmt->branch.test = test;
    stmt->branch.body = body;
    return stmt;
}

/* if_stmt: 'if' named_expression ':' block ('elif' named_expression ':' block)* ['else' ':' block]
 *
 * A chain of elifs is a chain of nested Ifs; it is built in a loop, and every If ends where the last block ends. */
static Stmt *parse_if(Parser *p)
{
    Stmt *first = parse_if_arm(p), *last = first;
    size_t mark = parser_mark(p);
    parser_push(p, first);
    while (parser_at(p, TOKEN_ELIF)) {
        Stmt *arm = parse_if_arm(p);
        last->branch.orelse = (StmtList){region_alloc(p->region, sizeof arm), 1};
        last->branch.orelse.items[0] = arm;
        parser_push(p, arm);
        last = arm;
    }
    last->branch.orelse = parse_optional_block(p, TOKEN_ELSE);
    for (size_t i = mark; i < p->stack_count; i++) {
        Stmt *arm = p->stack[i];
        arm->span = parser_span_from(p, arm->span);
    }
    p->stack_count = mark;
    return first;
}

/* while_stmt: 'while' named_expression ':' block ['else' ':' block] */
static Stmt *parse_while(Parser *p)
{
    const Token *header = parser_advance(p);
    Expr *test = parse_named_expression(p);
    StmtList body = parse_colon_block(p, header, "while");
    StmtList orelse = parse_optional_block(p, TOKEN_ELSE);
    Stmt *stmt = parser_stmt(p, STMT_WHILE, header->span);
    stmt->branch.test = test;
    stmt->branch.body = body;
    stmt->branch.orelse = orelse;
    return stmt;
}

/* for_stmt: ['async'] 'for' star_targets 'in' star_expressions ':' block ['else' ':' block] */
static Stmt *parse_for(Parser *p, bool is_async, Span from)
{
    if (p->diagnosing)
        parser_diagnose_for_target(p);
    const Token *header = parser_expect(p, TOKEN_FOR);
    Expr *target = parse_star_targets(p);
    parser_expect(p, TOKEN_IN);
    Expr *iter = parse_star_expressions(p);
    StmtList body = parse_colon_block(p, header, "for");
    StmtList orelse = parse_optional_block(p, TOKEN_ELSE);
    Stmt *stmt = parser_stmt(p, is_async ? STMT_ASYNC_FOR : STMT_FOR, from);
    stmt->loop.target = target;
    stmt->loop.iter = iter;
    stmt->loop.body = body;
    stmt->loop.orelse = orelse;
    return stmt;
}

/* ------------------------------------------------------------------------------------------------- with ------------ */

/* with_item: expression ['as' star_target] */
static WithItem *parse_with_item(Parser *p)
{
    WithItem *item = REGION_NEW(p->scratch, WithItem);
    item->context_expr = parse_expression(p);
    if (!parser_accept(p, TOKEN_AS))
        return item;
    if (p->diagnosing)
        parser_diagnose_with_target(p);
    item->optional_vars = parse_star_target(p);
    if (p->diagnosing && parser_at(p, TOKEN_NEWLINE))
        parser_raise_last(p, PROBLEM_SYNTAX_ERROR, "expected ':'");
    if (!parser_at(p, TOKEN_COMMA) && !parser_at(p, TOKEN_RPAREN) && !parser_at(p, TOKEN_COLON))
        parser_fail(p);
    return item;
}

static WithItemList *take_items(Parser *p, size_t mark)
{
    WithItemList *list = REGION_NEW(p->scratch, WithItemList);
    list->items = parser_take_structs(p, mark, sizeof *list->items, &list->count);
    return list;
}

/* '(' with_item (',' with_item)* [','] ')' &':' */
static void *parse_bracketed_items(Parser *p)
{
    size_t mark = parser_mark(p);
    parser_expect(p, TOKEN_LPAREN);
    do
        parser_push(p, parse_with_item(p));
    while (parser_accept(p, TOKEN_COMMA) && !parser_at(p, TOKEN_RPAREN));
    parser_expect(p, TOKEN_RPAREN);
    if (p->diagnosing && parser_at(p, TOKEN_NEWLINE))
        parser_raise_last(p, PROBLEM_SYNTAX_ERROR, "expected ':'");
    if (!parser_at(p, TOKEN_COLON))
        parser_fail(p);
    return take_items(p, mark);
}

static WithItemList *parse_plain_items(Parser *p)
{
    size_t mark = parser_mark(p);
    do
        parser_push(p, parse_with_item(p));
    while (parser_accept(p, TOKEN_COMMA));
    return take_items(p, mark);
}

/* with_stmt: ['async'] 'with' ('(' with_item (',' with_item)* [','] ')' | with_item (',' with_item)*) ':' block */
static Stmt *parse_with_stmt(Parser *p, bool is_async, Span from)
{
    const Token *header = parser_expect(p, TOKEN_WITH);
    WithItemList *items = NULL;
    if (parser_at(p, TOKEN_LPAREN))
        items = parser_try(p, parse_bracketed_items);
    if (!items)
        items = parse_plain_items(p);
    StmtList body = parse_colon_block(p, header, "with");
    Stmt *stmt = parser_stmt(p, is_async ? STMT_ASYNC_WITH : STMT_WITH, from);
    stmt->with.items = *items;
    stmt->with.body = body;
    return stmt;
}

/* -------------------------------------------------------------------------------------------------- try ------------ */

/* except_block: 'except' ['*'] [expression ['as' NAME]] ':' block */
static ExceptHandler *parse_handler(Parser *p, bool is_star)
{
    if (p->diagnosing)
        parser_diagnose_except(p);
    const Token *header = parser_expect(p, TOKEN_EXCEPT);
    ExceptHandler *handler = REGION_NEW(p->scratch, ExceptHandler);
    if (is_star)
        parser_expect(p, TOKEN_STAR);
    if (is_star || !parser_at(p, TOKEN_COLON))
        handler->type = parse_expression(p);
    if (handler->type && parser_accept(p, TOKEN_AS))
        handler->name = parser_expect_name(p);
    handler->body = parse_colon_block(p, header, is_star ? "except*" : "except");
    handler->span = parser_span_from(p, header->span);
    return handler;
}

static ExceptHandlerList parse_handlers(Parser *p, bool is_star)
{
    ExceptHandlerList list;
    size_t mark = parser_mark(p);
    while (parser_at(p, TOKEN_EXCEPT)) {
        if (p->diagnosing)
            parser_diagnose_mixed_except(p, is_star);
        parser_push(p, parse_handler(p, is_star));
    }
    list.items = parser_take_structs(p, mark, sizeof *list.items, &list.count);
    return list;
}

/* try_stmt: 'try' ':' block (finally_block | except_block+ [else_block] [finally_block]) */
static Stmt *parse_try_stmt(Parser *p)
{
    const Token *header = parser_advance(p);
    parser_force_colon(p);
    StmtList body = parse_colon_block(p, header, "try");
    bool is_star = parser_at(p, TOKEN_EXCEPT) && parser_second(p) == TOKEN_STAR;
    if (!parser_at(p, TOKEN_EXCEPT) && !parser_at(p, TOKEN_FINALLY) && p->diagnosing)
        parser_raise_last(p, PROBLEM_SYNTAX_ERROR, "expected 'except' or 'finally' block");
    ExceptHandlerList handlers = parse_handlers(p, is_star);
    if (!handlers.count && !parser_at(p, TOKEN_FINALLY))
        parser_fail(p);
    StmtList orelse = {NULL, 0};
    if (handlers.count)
        orelse = parse_optional_block(p, TOKEN_ELSE);
    StmtList finalbody = parse_optional_block(p, TOKEN_FINALLY);
    Stmt *stmt = parser_stmt(p, is_star ? STMT_TRY_STAR : STMT_TRY, header->span);
    stmt->try_stmt.body = body;
    stmt->try_stmt.handlers = handlers;
    stmt->try_stmt.orelse = orelse;
    stmt->try_stmt.finalbody = finalbody;
    return stmt;
}

/* -------------------------------------------------------------------------------------------- def, class ----------- */

/* '->' expression. Where the expression is missing, a colon is missing at the arrow. */
static void *parse_returns(Parser *p)
{
    parser_expect(p, TOKEN_ARROW);
    return parse_expression(p);
}

/* function_def: ['async'] 'def' NAME '(' [params] ')' ['->' expression] ':' block */
static Stmt *parse_function(Parser *p, bool is_async, Span from, ExprList decorators)
{
    const Token *header = parser_expect(p, TOKEN_DEF);
    Identifier name = parser_expect_name(p);
    parser_force(p, TOKEN_LPAREN);
    Arguments *args = parse_parameters(p, false);
    parser_expect(p, TOKEN_RPAREN);
    Expr *returns = parser_at(p, TOKEN_ARROW) ? parser_try(p, parse_returns) : NULL;
    parser_force_colon(p);
    StmtList body = parse_colon_block(p, header, "function definition");
    Stmt *stmt = parser_stmt(p, is_async ? STMT_ASYNC_FUNCTION_DEF : STMT_FUNCTION_DEF, from);
    stmt->function_def.name = name;
    stmt->function_def.args = args;
    stmt->function_def.body = body;
    stmt->function_def.decorators = decorators;
    stmt->function_def.returns = returns;
    return stmt;
}

/* class_def: 'class' NAME ['(' [arguments] ')'] ':' block */
static Stmt *parse_class(Parser *p, ExprList decorators)
{
    const Token *header = parser_expect(p, TOKEN_CLASS);
    Identifier name = parser_expect_name(p);
    ExprList bases = {NULL, 0};
    KeywordList keywords = {NULL, 0};
    if (parser_accept(p, TOKEN_LPAREN)) {
        parse_call_arguments(p, false, &bases, &keywords);
        parser_expect(p, TOKEN_RPAREN);
    }
    StmtList body = parse_colon_block(p, header, "class definition");
    Stmt *stmt = parser_stmt(p, STMT_CLASS_DEF, header->span);
    stmt->class_def.name = name;
    stmt->class_def.bases = bases;
    stmt->class_def.keywords = keywords;
    stmt->class_def.body = body;
    stmt->class_def.decorators = decorators;
    return stmt;
}

static Stmt *parse_async(Parser *p, ExprList decorators)
{
    Span from = parser_expect(p, TOKEN_ASYNC)->span;
    if (decorators.count || parser_at(p, TOKEN_DEF))
        return parse_function(p, true, from, decorators);
    if (parser_at(p, TOKEN_FOR))
        return parse_for(p, true, from);
    return parse_with_stmt(p, true, from);
}

/* decorators: ('@' named_expression NEWLINE)+ before a def or class */
static Stmt *parse_decorated(Parser *p)
{
    size_t mark = parser_mark(p);
    while (parser_accept(p, TOKEN_AT)) {
        parser_push(p, parse_named_expression(p));
        parser_expect(p, TOKEN_NEWLINE);
    }
    ExprList decorators = parser_take_exprs(p, mark);
    if (parser_at(p, TOKEN_CLASS))
        return parse_class(p, decorators);
    if (parser_at(p, TOKEN_ASYNC))
        return parse_async(p, decorators);
    return parse_function(p, false, parser_peek(p)->span, decorators);
}

Stmt *parse_compound_stmt(Parser *p)
{
    static const ExprList undecorated = {NULL, 0};
    Span from = parser_peek(p)->span;
    switch (parser_peek(p)->kind) {
    case TOKEN_DEF: return parse_function(p, false, from, undecorated);
    case TOKEN_AT: return parse_decorated(p);
    case TOKEN_ASYNC: return parse_async(p, undecorated);
    case TOKEN_IF: return parse_if(p);
    case TOKEN_CLASS: return parse_class(p, undecorated);
    case TOKEN_WITH: return parse_with_stmt(p, false, from);
    case TOKEN_FOR: return parse_for(p, false, from);
    case TOKEN_TRY: return parse_try_stmt(p);
    case TOKEN_WHILE: return parse_while(p);
    case TOKEN_NAME: return parser_at_word(p, "match") ? parse_match(p) : NULL;
    default: return NULL;
    }
}
