/* import and from. */
#include "python/parser_rules.h"

#include <string.h>

#include "python/parser_invalid.h"

enum { ELLIPSIS_DOTS = 3 };

/* dotted_name: NAME ('.' NAME)* */
static Identifier parse_dotted_name(Parser *p)
{
    size_t first = p->position;
    parser_expect_name(p);
    while (parser_accept(p, TOKEN_DOT))
        parser_expect_name(p);
    if (p->position == first + 1)
        return p->tokens[first].name;
    size_t length = 0;
    for (size_t i = first; i < p->position; i++)
        length += p->tokens[i].name ? strlen(p->tokens[i].name) : 1;
    char *text = region_alloc(p->scratch, length + 1);
    for (size_t i = first; i < p->position; i++)
        strcat(text, p->tokens[i].name ? p->tokens[i].name : ".");
    return identifier_intern(p->names, text, length)->text;
}

static Alias *finish_alias(Parser *p, Identifier name, Span from)
{
    Alias *alias = REGION_NEW(p->scratch, Alias);
    alias->name = name;
    if (parser_accept(p, TOKEN_AS))
        alias->asname = parser_expect_name(p);
    alias->span = parser_span_from(p, from);
    return alias;
}

static AliasList take_aliases(Parser *p, size_t mark)
{
    AliasList list;
    list.items = parser_take_structs(p, mark, sizeof *list.items, &list.count);
    return list;
}

/* import_name: 'import' dotted_name ['as' NAME] (',' dotted_name ['as' NAME])* */
Stmt *parse_import(Parser *p)
{
    Span from = parser_expect(p, TOKEN_IMPORT)->span;
    size_t mark = parser_mark(p);
    do {
        Span start = parser_peek(p)->span;
        Identifier name = parse_dotted_name(p);
        parser_push(p, finish_alias(p, name, start));
    } while (parser_accept(p, TOKEN_COMMA));
    AliasList names = take_aliases(p, mark);
    Stmt *stmt = parser_stmt(p, STMT_IMPORT, from);
    stmt->import.names = names;
    return stmt;
}

/* NAME ['as' NAME] (',' NAME ['as' NAME])*, in parentheses with an optional last comma */
static AliasList parse_from_names(Parser *p, bool is_bracketed)
{
    size_t mark = parser_mark(p);
    do {
        if (is_bracketed && p->stack_count > mark && parser_at(p, TOKEN_RPAREN))
            break;
        Span start = parser_peek(p)->span;
        if (p->diagnosing && p->stack_count > mark)
            parser_diagnose_import_comma(p);
        Identifier name = parser_expect_name(p);
        parser_push(p, finish_alias(p, name, start));
    } while (parser_accept(p, TOKEN_COMMA));
    if (is_bracketed)
        parser_expect(p, TOKEN_RPAREN);
    return take_aliases(p, mark);
}

/* import_from_targets: '(' names [','] ')' | names | '*' */
static AliasList parse_from_targets(Parser *p)
{
    if (!parser_at(p, TOKEN_STAR))
        return parse_from_names(p, parser_accept(p, TOKEN_LPAREN));
    size_t mark = parser_mark(p);
    Span start = parser_advance(p)->span;
    Alias *alias = REGION_NEW(p->scratch, Alias);
    *alias = (Alias){.name = identifier_intern(p->names, "*", 1)->text, .span = start};
    parser_push(p, alias);
    return take_aliases(p, mark);
}

/* import_from: 'from' ('.' | '...')* dotted_name 'import' targets | 'from' ('.' | '...')+ 'import' targets */
Stmt *parse_import_from(Parser *p)
{
    Span from = parser_expect(p, TOKEN_FROM)->span;
    int level = 0;
    for (;;)
        if (parser_accept(p, TOKEN_DOT))
            level++;
        else if (parser_accept(p, TOKEN_ELLIPSIS))
            level += ELLIPSIS_DOTS;
        else
            break;
    Identifier module = level && parser_at(p, TOKEN_IMPORT) ? NULL : parse_dotted_name(p);
    parser_expect(p, TOKEN_IMPORT);
    AliasList names = parse_from_targets(p);
    Stmt *stmt = parser_stmt(p, STMT_IMPORT_FROM, from);
    stmt->import_from.module = module;
    stmt->import_from.names = names;
    stmt->import_from.level = level;
    return stmt;
}
