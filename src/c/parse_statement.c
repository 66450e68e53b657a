#include <string.h>

#include "c/hint.h"

static CNode *parse_statement(CParser *p);

/* The kind of statement, in a C11 program, that declares. A label or name may look like a type. */
static bool starts_declaration(const CParser *p)
{
    bool is_label = p->token->kind == C_TOKEN_NAME && !p->token->id && p->token->next->kind == C_TOKEN_PUNCT
                 && p->token->next->id == P_COLON;
    return !is_label && (c_starts_type(p, p->token) || c_at_keyword(p, K_STATIC_ASSERT));
}

/* ---- declarations ---- */

static CNode *declare_static(CParser *p, const CToken *name, CType *type, const CSpecifiers *specifiers)
{
    CVariable *variable = c_global_new(p, name->text, type, name->place);
    variable->is_static = variable->is_defined = true;
    variable->function = p->function;
    variable->align = specifiers->align;
    c_symbol_add(p, name->text)->variable = variable;
    if (c_take(p, P_ASSIGN))
        c_parse_initialiser(p, variable);
    if (!c_type_is_complete(variable->type))
        c_diagnose(p->diagnoser, name->place, "variable '%s' has incomplete type %s", name->text,
                   c_show(p, variable->type));
    return NULL;
}

static void declare_extern(CParser *p, const CToken *name, CType *type)
{
    CScope *scope = p->scope;
    p->scope = p->file_scope;
    CSymbol *global = c_symbol_find_here(p, name->text);
    if (!global) {
        global = c_symbol_add(p, name->text);
        global->variable = c_global_new(p, name->text, type, name->place);
    }
    p->scope = scope;
    if (!global->variable)
        c_diagnose_fatal(p->diagnoser, name->place, "redefinition of '%s' as different kind of symbol", name->text);
    if (!c_symbol_find_here(p, name->text))
        c_symbol_add(p, name->text)->variable = global->variable;
}

static CNode *declare_typedef(CParser *p, const CToken *name, CType *type)
{
    CType *alias = c_type_is_variable(type) ? type : c_type_copy(p->pool, type);
    if (alias != type)
        alias->alias = name->text;
    c_symbol_add(p, name->text)->alias = alias;
    if (!c_type_is_variable(type))
        return NULL;
    CNode *node = c_node(p, N_DECLARATION, name->place);
    node->common = type;                   /* its lengths are computed here */
    return node;
}

static void check_redefinition(CParser *p, const CToken *name)
{
    if (c_symbol_find_here(p, name->text))
        c_diagnose(p->diagnoser, name->place, "redefinition of '%s'", name->text);
}

static CNode *declare_local(CParser *p, const CToken *name, CType *type, const CSpecifiers *specifiers)
{
    check_redefinition(p, name);
    CVariable *variable = c_local_new(p, name->text, type, name->place);
    variable->is_register = specifiers->storage == STORAGE_REGISTER;
    variable->align = specifiers->align;
    c_symbol_add(p, name->text)->variable = variable;
    CNode *node = c_node(p, N_DECLARATION, name->place);
    node->variable = variable;
    if (c_take(p, P_ASSIGN))
        c_parse_initialiser(p, variable);
    c_spanned(p, node, name->place);
    for (const CInitItem *item = variable->items; item; item = item->next)
        if (item->value)
            c_check_sequence(p, item->value);
    if (variable->type->kind == TY_ARRAY && variable->type->length < 0)
        c_diagnose(p->diagnoser, name->place, "the array '%s' needs its number of elements, or an initializer", name->text);
    else if (!c_type_is_complete(variable->type))
        c_diagnose(p->diagnoser, name->place, "variable '%s' has incomplete type %s", name->text,
                   c_show(p, variable->type));
    return node;
}

static CNode *declare(CParser *p, const CToken *name, CType *type, const CSpecifiers *specifiers)
{
    if (specifiers->storage == STORAGE_TYPEDEF)
        return declare_typedef(p, name, type);
    if (type->kind == TY_FUNCTION) {
        if (c_at(p, P_OPEN_BRACE))
            c_diagnose_fatal(p->diagnoser, p->token->place, "'%s' is defined inside '%s': C has no functions inside "
                             "functions (gcc adds them); define it before '%s'", name->text,
                             p->function->variable->name, p->function->variable->name);
        c_declare_function(p, name->text, type, name->place, specifiers->storage);
        return NULL;
    }
    if (specifiers->storage == STORAGE_EXTERN) {
        declare_extern(p, name, type);
        return NULL;
    }
    if (specifiers->storage == STORAGE_STATIC) {
        check_redefinition(p, name);
        return declare_static(p, name, type, specifiers);
    }
    return declare_local(p, name, type, specifiers);
}

CNode *c_parse_local_declaration(CParser *p)
{
    CNode *group = c_node(p, N_GROUP, p->token->place), **last = &group->body;
    if (c_at_keyword(p, K_STATIC_ASSERT)) {
        c_parse_static_assert(p);
        return group;
    }
    CSpecifiers specifiers = c_parse_specifiers(p);
    if (c_take(p, P_SEMICOLON))
        return group;
    do {
        CToken *name = NULL;
        CType *type = c_parse_declarator(p, specifiers.type, &name);
        if (!name)
            c_diagnose_fatal(p->diagnoser, p->token->place, "expected identifier or '('");
        CSpecifiers own = c_own_specifiers(p, &specifiers);
        *last = declare(p, name, type, &own);
        last = *last ? &(*last)->next : last;
    } while (c_take(p, P_COMMA));
    if (c_at(p, P_EQ))
        c_diagnose_fatal(p->diagnoser, p->token->place, "invalid '==' at end of declaration; did you mean '='?");
    c_expect(p, P_SEMICOLON, "at end of declaration");
    return group;
}

/* ---- statements ---- */

static CNode *parse_condition(CParser *p, const char *word)
{
    c_expect(p, P_OPEN, c_pool_format(p->pool, "after '%s'", word));
    CNode *condition = c_condition(p, c_parse_expression(p));
    c_check_sequence(p, condition);
    c_expect(p, P_CLOSE, "");
    return condition;
}

/* A ';' close behind a ')' is its whole statement. One that stands apart is meant. */
static bool at_empty_body(const CParser *p)
{
    CPlace here = p->token->place, behind = c_place_behind(p);
    return c_at(p, P_SEMICOLON) && here.line == behind.line && here.column <= behind.column + 1;
}

static bool opens_block_behind(const CParser *p)
{
    const CToken *next = p->token->next;
    return at_empty_body(p) && next->kind == C_TOKEN_PUNCT && next->id == P_OPEN_BRACE;
}

static CNode *parse_loop_body(CParser *p)
{
    p->loop_depth++;
    CNode *body = parse_statement(p);
    p->loop_depth--;
    return body;
}

static CNode *parse_if(CParser *p, CPlace place)
{
    CNode *node = c_node(p, N_IF, place);
    node->left = parse_condition(p, "if");
    bool is_empty = at_empty_body(p);
    node->right = parse_statement(p);
    if (c_take_keyword(p, K_ELSE))
        node->third = parse_statement(p);
    else if (is_empty)
        c_slip_empty(p, node->left, "if");
    return node;
}

static CNode *parse_while(CParser *p, CPlace place)
{
    CNode *node = c_node(p, N_WHILE, place);
    node->left = parse_condition(p, "while");
    if (opens_block_behind(p))
        c_slip_empty(p, node->left, "while");
    node->body = parse_loop_body(p);
    return node;
}

static CNode *parse_do(CParser *p, CPlace place)
{
    CNode *node = c_node(p, N_DO, place);
    node->body = parse_loop_body(p);
    if (!c_take_keyword(p, K_WHILE))
        c_diagnose_fatal(p->diagnoser, p->token->place, "expected 'while' in do/while loop");
    node->left = parse_condition(p, "while");
    c_expect(p, P_SEMICOLON, "after do/while statement");
    return node;
}

static CNode *expression_statement(CParser *p, CNode *value)
{
    CNode *node = c_node(p, N_EXPRESSION, value->place);
    node->left = value;
    c_check_sequence(p, value);
    return node;
}

static CNode *parse_for(CParser *p, CPlace place)
{
    CNode *node = c_node(p, N_FOR, place);
    c_expect(p, P_OPEN, "after 'for'");
    c_scope_open(p);
    if (starts_declaration(p)) {
        node->init = c_parse_local_declaration(p);
    } else if (!c_take(p, P_SEMICOLON)) {
        node->init = expression_statement(p, c_parse_expression(p));
        c_expect(p, P_SEMICOLON, "in 'for' statement specifier");
    }
    if (!c_at(p, P_SEMICOLON)) {
        node->left = c_condition(p, c_parse_expression(p));
        c_check_sequence(p, node->left);
    }
    c_expect(p, P_SEMICOLON, "in 'for' statement specifier");
    if (!c_at(p, P_CLOSE))
        node->third = expression_statement(p, c_parse_expression(p));
    c_expect(p, P_CLOSE, "after 'for' clauses");
    if (node->left && opens_block_behind(p))
        c_slip_empty(p, node->left, "for");
    node->body = parse_loop_body(p);
    c_scope_close(p);
    return node;
}

static CNode *parse_switch(CParser *p, CPlace place)
{
    CNode *node = c_node(p, N_SWITCH, place), *outer = p->enclosing_switch;
    node->left = parse_condition(p, "switch");
    if (!c_type_is_integer(node->left->type)) {
        c_diagnose(p->diagnoser, node->left->place, "statement requires expression of integer type (%s invalid)",
                   c_show(p, node->left->type));
        node->left = c_integer(p, 0, c_type_basic(TY_INT), place);
    }
    node->left = c_convert(p, node->left, c_type_promoted(node->left->type));
    p->enclosing_switch = node;
    p->switch_depth++;
    node->body = parse_statement(p);
    p->switch_depth--;
    p->enclosing_switch = outer;
    return node;
}

static void check_case(CParser *p, const CNode *node)
{
    for (const CNode *other = p->enclosing_switch->cases; other; other = other->target_next) {
        bool both_default = other->kind == N_DEFAULT && node->kind == N_DEFAULT;
        bool overlaps = other->kind == N_CASE && node->kind == N_CASE && other->value <= node->value_end
                     && node->value <= other->value_end;
        if (both_default)
            c_diagnose(p->diagnoser, node->place, "multiple default labels in one switch");
        else if (overlaps)
            c_diagnose(p->diagnoser, node->place, "duplicate case value '%lld'", (long long)node->value);
    }
}

static CNode *parse_case(CParser *p, CPlace place, bool is_default)
{
    CNode *node = c_node(p, is_default ? N_DEFAULT : N_CASE, place), *to = p->enclosing_switch;
    if (!to)
        c_diagnose_fatal(p->diagnoser, place, "'%s' statement not in switch statement", is_default ? "default" : "case");
    if (!is_default) {
        node->value = c_truncate(c_parse_constant(p, "case value"), to->left->type);
        node->value_end = c_take(p, P_ELLIPSIS) ? c_parse_constant(p, "case value") : node->value;
    }
    c_expect(p, P_COLON, is_default ? "after 'default'" : "after 'case'");
    check_case(p, node);
    node->target_next = to->cases;
    to->cases = node;
    node->body = c_at(p, P_CLOSE_BRACE) ? c_node(p, N_EMPTY, place)
               : starts_declaration(p) ? c_parse_local_declaration(p) : parse_statement(p);
    return node;
}

static CNode *parse_return(CParser *p, CPlace place)
{
    CNode *node = c_node(p, N_RETURN, place);
    CType *result = p->function->type->base;
    if (!c_at(p, P_SEMICOLON)) {
        CNode *value = c_parse_expression(p);
        c_check_sequence(p, value);
        if (result->kind == TY_VOID && value->type->kind != TY_VOID)
            c_slip_dropped(p, value);          /* gcc only warns; evaluated and dropped */
        if (result->kind == TY_VOID)
            node->left = value;
        else
            node->left = c_convert_assigned(p, value, c_type_unqualified(p->pool, result),
                                            "returning from a function with result type", value->place);
    }
    c_spanned(p, node, place);
    c_expect(p, P_SEMICOLON, "after return statement");
    return node;
}

static CNode *parse_goto(CParser *p, CPlace place)
{
    if (c_take(p, P_STAR)) {
        CNode *node = c_node(p, N_GOTO_COMPUTED, place);
        node->left = c_decay(p, c_parse_expression(p));
        c_expect(p, P_SEMICOLON, "after goto statement");
        return node;
    }
    CNode *node = c_node(p, N_GOTO, place);
    CToken *name = c_next(p);
    if (name->kind != C_TOKEN_NAME)
        c_diagnose_fatal(p->diagnoser, name->place, "expected identifier");
    node->name = name->text;
    node->place = name->place;
    node->target_next = p->function->gotos;
    p->function->gotos = node;
    c_expect(p, P_SEMICOLON, "after goto statement");
    return node;
}

static CNode *parse_label(CParser *p)
{
    CToken *name = c_next(p);
    c_next(p);
    CNode *node = c_node(p, N_LABEL, name->place);
    node->name = name->text;
    for (const CNode *other = p->function->labels; other; other = other->target_next)
        if (other->name == node->name)
            c_diagnose(p->diagnoser, name->place, "redefinition of label '%s'", name->text);
    node->target_next = p->function->labels;
    p->function->labels = node;
    c_skip_attributes(p);
    node->body = c_at(p, P_CLOSE_BRACE) ? c_node(p, N_EMPTY, name->place)
               : starts_declaration(p) ? c_parse_local_declaration(p) : parse_statement(p);
    return node;
}

static CNode *parse_jump(CParser *p, CPlace place, bool is_break)
{
    bool allowed = p->loop_depth > 0 || (is_break && p->switch_depth > 0);
    if (!allowed)
        c_diagnose(p->diagnoser, place, "'%s' statement not in loop%s statement", is_break ? "break" : "continue",
                   is_break ? " or switch" : "");
    c_expect(p, P_SEMICOLON, is_break ? "after break statement" : "after continue statement");
    return c_node(p, is_break ? N_BREAK : N_CONTINUE, place);
}

static CNode *parse_keyword_statement(CParser *p)
{
    CToken *token = c_next(p);
    CPlace place = token->place;
    switch (token->id) {
    case K_IF: return parse_if(p, place);
    case K_WHILE: return parse_while(p, place);
    case K_DO: return parse_do(p, place);
    case K_FOR: return parse_for(p, place);
    case K_SWITCH: return parse_switch(p, place);
    case K_CASE: return parse_case(p, place, false);
    case K_DEFAULT: return parse_case(p, place, true);
    case K_RETURN: return parse_return(p, place);
    case K_GOTO: return parse_goto(p, place);
    case K_BREAK: return parse_jump(p, place, true);
    case K_CONTINUE: return parse_jump(p, place, false);
    case K_ASM: c_diagnose_fatal(p->diagnoser, place, "inline assembly is not supported: refarrows runs C only");
    default: c_diagnose_fatal(p->diagnoser, place, token->id == K_ELSE ? "'else' without a previous 'if'"
                                                                       : "expected a statement");
    }
}

static bool is_statement_keyword(const CToken *token)
{
    static const bool words[256] = {
        [K_IF] = true, [K_WHILE] = true, [K_DO] = true, [K_FOR] = true, [K_SWITCH] = true, [K_CASE] = true,
        [K_DEFAULT] = true, [K_RETURN] = true, [K_GOTO] = true, [K_BREAK] = true, [K_CONTINUE] = true,
        [K_ASM] = true, [K_ELSE] = true,
    };
    return token->kind == C_TOKEN_NAME && words[token->id];
}

/* `strng name;`: two names side by side can only be meant as a declaration. */
static void check_type_name(CParser *p)
{
    const CToken *next = p->token->next;
    bool two_names = p->token->kind == C_TOKEN_NAME && !p->token->id && next->kind == C_TOKEN_NAME && !next->id;
    if (two_names && !c_symbol_find(p, p->token->text))
        c_diagnose_fatal(p->diagnoser, p->token->place, "unknown type name '%s'%s", p->token->text,
                         c_hint_name(p, p->token->text, HINT_TYPE));
}

static CNode *parse_statement(CParser *p)
{
    c_enter(p);
    CNode *node;
    bool is_label = p->token->kind == C_TOKEN_NAME && !p->token->id && p->token->next->kind == C_TOKEN_PUNCT
                 && p->token->next->id == P_COLON;
    if (is_statement_keyword(p->token)) {
        node = parse_keyword_statement(p);
    } else if (is_label) {
        node = parse_label(p);
    } else if (c_at(p, P_OPEN_BRACE)) {
        node = c_parse_block(p);
    } else if (c_at(p, P_SEMICOLON)) {
        node = c_node(p, N_EMPTY, c_next(p)->place);
    } else if (starts_declaration(p)) {
        c_diagnose_fatal(p->diagnoser, p->token->place, "expected expression: a declaration needs a block '{ }' here");
    } else {
        check_type_name(p);
        node = expression_statement(p, c_parse_expression(p));
        c_expect(p, P_SEMICOLON, "after expression");
    }
    c_leave(p);
    return node;
}

static CNode *parse_block_body(CParser *p)
{
    CNode *node = c_node(p, N_BLOCK, p->token->place), **last = &node->body;
    CPlace open = p->token->place;
    c_expect(p, P_OPEN_BRACE, "");
    while (!c_at(p, P_CLOSE_BRACE)) {
        if (p->token->kind == C_TOKEN_END)
            c_diagnose_fatal(p->diagnoser, c_place_behind(p), "expected '}' to match the '{' at line %d", open.line);
        if (c_at_keyword(p, K_EXTENSION))
            c_next(p);
        *last = starts_declaration(p) ? c_parse_local_declaration(p) : parse_statement(p);
        last = &(*last)->next;
    }
    c_next(p);
    return node;
}

CNode *c_parse_block(CParser *p)
{
    c_enter(p);
    c_scope_open(p);
    CNode *node = parse_block_body(p);
    c_scope_close(p);
    c_leave(p);
    return node;
}

static void resolve_gotos(CParser *p, CFunction *function)
{
    for (CNode *jump = function->gotos; jump; jump = jump->target_next) {
        for (CNode *label = function->labels; label && !jump->target; label = label->target_next)
            if (label->name == jump->name)
                jump->target = label;
        if (!jump->target)
            c_diagnose(p->diagnoser, jump->place, "use of undeclared label '%s'", jump->name);
    }
}

void c_parse_body(CParser *p, CFunction *function)
{
    int loops = p->loop_depth, switches = p->switch_depth;
    p->loop_depth = p->switch_depth = 0;
    function->body = parse_block_body(p);
    function->end = p->previous->place;
    p->loop_depth = loops;
    p->switch_depth = switches;
    resolve_gotos(p, function);
}
