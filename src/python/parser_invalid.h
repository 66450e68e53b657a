/* Finding the reason: the second pass asks these at the places where CPython's grammar has its invalid_ rules. Each
 * raises if it knows the mistake, and otherwise returns with the cursor where it was.
 */
#ifndef REFARROWS_PYTHON_PARSER_INVALID_H
#define REFARROWS_PYTHON_PARSER_INVALID_H

#include "python/parser_core.h"

/* parser_invalid.c: expressions */
void parser_diagnose_expression(Parser *p);
void parser_diagnose_named_expression(Parser *p);
void parser_diagnose_parenthesised(Parser *p);
void parser_diagnose_unpacking(Parser *p);
void parser_diagnose_comprehension(Parser *p);
void parser_diagnose_braces(Parser *p);

/* parser_invalid_call.c: arguments and parameters */
void parser_diagnose_arguments(Parser *p);
void parser_diagnose_keyword(Parser *p);
void parser_diagnose_keyword_after(Parser *p, const Expr *value);
void parser_diagnose_parameters(Parser *p, bool is_lambda);
void parser_diagnose_star_etc(Parser *p, bool is_lambda);

/* parser_invalid_stmt.c: statements. `header` is the keyword that starts the statement. */
void parser_diagnose_assignment(Parser *p, ParserRule valid);
void parser_diagnose_del(Parser *p);
void parser_diagnose_for_target(Parser *p);
void parser_diagnose_import_comma(Parser *p);
void parser_diagnose_block(Parser *p, const Token *header, const char *what);
void parser_diagnose_with_target(Parser *p);
void parser_diagnose_except(Parser *p);
void parser_diagnose_mixed_except(Parser *p, bool is_star);
void parser_diagnose_as_pattern(Parser *p);

/* At a token that CPython's grammar demands with &&: raises "expected ..." in the second pass if it is not there. */
void parser_force(Parser *p, TokenKind kind);          /* reads it */
void parser_force_colon(Parser *p);                    /* only looks */

#endif
