/* The grammar's rules that are used by more than one part of the parser. Each returns a node or fails, see parser_core.h.
 */
#ifndef REFARROWS_PYTHON_PARSER_RULES_H
#define REFARROWS_PYTHON_PARSER_RULES_H

#include "python/parser_core.h"

/* parser_expression.c */
Expr *parse_star_expressions(Parser *p);
Expr *parse_star_expression(Parser *p);
Expr *parse_star_named_expression(Parser *p);
Expr *parse_named_expression(Parser *p);
Expr *parse_assignment_or_expression(Parser *p);
Expr *parse_expressions(Parser *p);
Expr *parse_expression(Parser *p);
Expr *parse_expression_plain(Parser *p);       /* without asking what could be wrong with it */
Expr *parse_disjunction(Parser *p);
Expr *parse_bitwise_or(Parser *p);
Expr *parse_yield(Parser *p);
Expr *parse_yield_or_star_expressions(Parser *p);

/* parser_primary.c */
Expr *parse_primary(Parser *p);
Expr *parse_atom(Parser *p);
ExprList parse_star_named_list(Parser *p);     /* one or more, a comma may follow */

/* parser_display.c */
Expr *parse_parenthesised(Parser *p);          /* tuple, group or generator expression */
Expr *parse_list(Parser *p);                   /* list or list comprehension */
Expr *parse_braces(Parser *p);                 /* dict, set or their comprehensions */
ComprehensionList parse_for_if_clauses(Parser *p);
bool parser_at_comprehension(Parser *p);
Span parser_comprehension_end(ComprehensionList generators);

/* parser_arguments.c */
/* Up to, without, the `)`. A call's only argument may be a generator without parentheses of its own; a class's not. */
void parse_call_arguments(Parser *p, bool may_be_generator, ExprList *args, KeywordList *keywords);

/* parser_parameters.c */
Arguments *parse_parameters(Parser *p, bool is_lambda);

/* parser_string.c */
Expr *parse_strings(Parser *p);

/* parser_number.c */
Expr *parse_number(Parser *p);

/* parser_target.c */
Expr *parse_star_targets(Parser *p);
Expr *parse_star_target(Parser *p);
ExprList parse_del_targets(Parser *p);
bool parser_is_target(const Expr *expr);               /* may stand left of `=` */
bool parser_is_single_target(const Expr *expr);        /* may be annotated or assigned to with += */
void parser_set_context(Expr *expr, ExprContext context);
typedef enum TargetRole { TARGET_STAR, TARGET_DEL, TARGET_FOR } TargetRole;
const Expr *parser_invalid_target(const Expr *expr, TargetRole role);  /* the part that is no target; NULL if none */
const char *parser_expr_description(const Expr *expr);                 /* "function call", as in "cannot assign to ..." */

/* parser_statement.c, parser_compound.c, parser_import.c, parser_match.c, parser_pattern.c */
StmtList parse_statements(Parser *p);
void parse_simple_stmts(Parser *p);            /* pushes them */
Stmt *parse_compound_stmt(Parser *p);          /* NULL when none begins here */
StmtList parse_block(Parser *p);
Stmt *parse_import(Parser *p);
Stmt *parse_import_from(Parser *p);
Stmt *parse_match(Parser *p);                  /* NULL when `match` is just a name here */
Pattern *parse_patterns(Parser *p);
Expr *parse_subject(Parser *p);
Expr *parse_guard(Parser *p);

#endif
