/* Declarators: what stands round a declared name, read from the inside out: pointers, arrays, parameters. */
#include <string.h>

#include "c/hint.h"

static CType *parse_suffix(CParser *p, CType *base);

/* A parameter's array becomes a pointer, a function a pointer to it. */
static CType *adjust_parameter(CParser *p, CType *type)
{
    if (c_type_is_array(type))
        return c_type_pointer(p->pool, type->base);
    return type->kind == TY_FUNCTION ? c_type_pointer(p->pool, type) : type;
}

static CParameter *parse_parameter(CParser *p)
{
    CParameter *parameter = C_NEW(p->pool, CParameter);
    CSpecifiers specifiers = c_parse_specifiers(p);
    CToken *name = NULL;
    parameter->type = adjust_parameter(p, c_parse_declarator(p, specifiers.type, &name));
    c_skip_attributes(p);
    parameter->place = name ? name->place : specifiers.place;
    parameter->name = name ? name->text : NULL;
    if (parameter->type->kind == TY_VOID)
        c_diagnose(p->diagnoser, parameter->place, "argument may not have 'void' type");
    if (name && !c_symbol_find_here(p, name->text)) {
        /* so that a later parameter's length can name it: int n, int a[n] */
        parameter->variable = c_variable_new(p, name->text, parameter->type, name->place);
        c_symbol_add(p, name->text)->variable = parameter->variable;
    }
    return parameter;
}

static bool is_void_alone(const CParser *p)
{
    return c_at_keyword(p, K_VOID) && p->token->next->kind == C_TOKEN_PUNCT && p->token->next->id == P_CLOSE;
}

/* Names without types, as before the first standard: their types follow. */
static void parse_name_list(CParser *p, CType *function)
{
    CParameter **last = &function->parameters;
    function->is_oldstyle = true;
    do {
        CToken *name = c_next(p);
        if (name->kind != C_TOKEN_NAME || name->id)
            c_diagnose_fatal(p->diagnoser, name->place, "expected parameter declarator");
        CParameter *parameter = C_NEW(p->pool, CParameter);
        *parameter = (CParameter){NULL, name->text, c_type_basic(TY_INT), name->place};
        *last = parameter;
        last = &parameter->next;
    } while (c_take(p, P_COMMA));
}

static void parse_parameters(CParser *p, CType *function)
{
    CParameter **last = &function->parameters;
    do {
        if (c_take(p, P_ELLIPSIS)) {
            function->is_variadic = true;
            break;
        }
        if (!c_starts_type(p, p->token) && p->token->kind == C_TOKEN_NAME)
            c_diagnose_fatal(p->diagnoser, p->token->place, "unknown type name '%s'%s", p->token->text,
                             c_hint_name(p, p->token->text, HINT_TYPE));
        *last = parse_parameter(p);
        last = &(*last)->next;
    } while (c_take(p, P_COMMA));
}

static CType *parse_function_suffix(CParser *p, CType *base)
{
    CType *function = c_type_function(p->pool, NULL);
    c_scope_open(p);
    if (c_at(p, P_CLOSE))
        function->is_oldstyle = true;
    else if (is_void_alone(p))
        c_next(p);
    else if (p->token->kind == C_TOKEN_NAME && !p->token->id && !c_starts_type(p, p->token)
             && p->token->next->kind == C_TOKEN_PUNCT
             && (p->token->next->id == P_COMMA || p->token->next->id == P_CLOSE))
        parse_name_list(p, function);
    else
        parse_parameters(p, function);
    c_scope_close(p);
    c_expect(p, P_CLOSE, "after parameters");
    c_skip_attributes(p);
    function->base = parse_suffix(p, base);
    if (function->base->kind == TY_FUNCTION || c_type_is_array(function->base))
        c_diagnose(p->diagnoser, c_place_behind(p), "function cannot return %s type %s",
                   function->base->kind == TY_FUNCTION ? "function" : "array", c_show(p, function->base));
    return function;
}

static CType *array_of(CParser *p, CType *element, CNode *length, CPlace place)
{
    int64_t count;
    if (element->kind == TY_FUNCTION || !c_type_is_complete(element)) {
        c_diagnose(p->diagnoser, place, "array has incomplete element type %s", c_show(p, element));
        element = c_type_basic(TY_INT);
    }
    if (!length)
        return c_type_array(p->pool, element, C_INCOMPLETE);
    if (!c_type_is_integer(length->type))
        c_diagnose(p->diagnoser, place, "size of array has non-integer type %s", c_show(p, length->type));
    if (!c_constant_integer(length, &count) || element->kind == TY_VLA)
        return c_type_vla(p->pool, element, length);
    if (count < 0)
        c_diagnose(p->diagnoser, place, "array is declared with a negative size");
    else if (count > INT64_C(1) << 40 || count * element->size > INT64_C(1) << 40)
        c_diagnose(p->diagnoser, place, "array is too large");
    else
        return c_type_array(p->pool, element, count);
    return c_type_array(p->pool, element, 1);
}

static CType *parse_array_suffix(CParser *p, CType *base)
{
    CPlace place = p->token->place;
    CQualifiers ignored = {0};
    while (c_take_keyword(p, K_STATIC) || c_take_qualifier(p, &ignored))
        continue;
    bool is_star = c_at(p, P_STAR) && p->token->next->kind == C_TOKEN_PUNCT && p->token->next->id == P_CLOSE_BRACKET;
    if (is_star)
        c_next(p);
    CNode *length = c_at(p, P_CLOSE_BRACKET) ? NULL : c_decay(p, c_parse_assignment(p));
    c_expect(p, P_CLOSE_BRACKET, "");
    return array_of(p, parse_suffix(p, base), length, place);
}

static CType *parse_suffix(CParser *p, CType *base)
{
    if (c_take(p, P_OPEN))
        return parse_function_suffix(p, base);
    if (c_take(p, P_OPEN_BRACKET))
        return parse_array_suffix(p, base);
    return base;
}

static CType *parse_pointers(CParser *p, CType *base)
{
    while (c_take(p, P_STAR)) {
        CQualifiers qualifiers = {0};
        base = c_type_pointer(p->pool, base);
        for (;;)
            if (c_at_keyword(p, K_ATTRIBUTE))
                c_skip_attributes(p);
            else if (!c_take_qualifier(p, &qualifiers))
                break;
        base = c_type_qualified(p->pool, base, qualifiers.is_const, qualifiers.is_volatile);
    }
    return base;
}

/* After '(': does it enclose a declarator, not parameters? */
static bool encloses_declarator(const CParser *p)
{
    const CToken *inside = p->token->next;
    if (inside->kind == C_TOKEN_PUNCT)
        return inside->id == P_STAR || inside->id == P_OPEN || inside->id == P_OPEN_BRACKET;
    if (inside->kind == C_TOKEN_NAME && inside->id == K_ATTRIBUTE)
        return true;
    return inside->kind == C_TOKEN_NAME && !inside->id && !c_starts_type(p, inside);
}

/* The inner declarator is read when what it applies to is known: first to find its end, then again in earnest. */
static CType *parse_enclosed(CParser *p, CType *base, CToken **name)
{
    c_next(p);
    CToken *inside = p->token, *before = p->previous;
    for (int depth = 1; depth;) {
        if (p->token->kind == C_TOKEN_END)
            c_diagnose_fatal(p->diagnoser, before->place, "expected ')' to match this '('");
        depth += c_at(p, P_OPEN) - c_at(p, P_CLOSE);
        c_next(p);
    }
    CType *outer = parse_suffix(p, base);
    CToken *end = p->token, *end_before = p->previous;
    p->token = inside;
    p->previous = before;
    CType *type = c_parse_declarator(p, outer, name);
    c_expect(p, P_CLOSE, "");
    p->token = end;
    p->previous = end_before;
    return type;
}

CType *c_parse_declarator(CParser *p, CType *base, CToken **name)
{
    c_enter(p);
    c_skip_attributes(p);
    base = parse_pointers(p, base);
    c_skip_attributes(p);
    CType *type;
    if (c_at(p, P_OPEN) && encloses_declarator(p)) {
        type = parse_enclosed(p, base, name);
    } else {
        if (p->token->kind == C_TOKEN_NAME && !p->token->id)
            *name = c_next(p);
        else if (p->token->kind == C_TOKEN_NAME && p->token->id != K_ATTRIBUTE && p->token->id != K_ASM && p->previous
                 && p->previous->kind == C_TOKEN_PUNCT && p->previous->id == P_CLOSE_BRACE)
            c_diagnose_fatal(p->diagnoser, c_place_behind(p), "expected ';' after '}': a struct, union or enum ends with it");
        else if (p->token->kind == C_TOKEN_NAME && p->token->id != K_ATTRIBUTE && p->token->id != K_ASM)
            c_diagnose_fatal(p->diagnoser, p->token->place, "expected identifier, but '%s' is a keyword",
                             p->token->text);
        type = parse_suffix(p, base);
    }
    if (c_at_keyword(p, K_ASM))
        c_diagnose_fatal(p->diagnoser, p->token->place, "inline assembly is not supported: refarrows runs C only");
    c_leave(p);
    return type;
}

CType *c_parse_type_name(CParser *p)
{
    CToken *name = NULL;
    CSpecifiers specifiers = c_parse_specifiers(p);
    CType *type = c_parse_declarator(p, specifiers.type, &name);
    if (name)
        c_diagnose(p->diagnoser, name->place, "expected a type, not the declaration of '%s'", name->text);
    return type;
}

static void set_old_parameter(CParser *p, CType *function, const CToken *name, CType *type)
{
    for (CParameter *parameter = function->parameters; parameter; parameter = parameter->next)
        if (parameter->name == name->text) {
            parameter->type = adjust_parameter(p, type);
            parameter->place = name->place;
            return;
        }
    c_diagnose(p->diagnoser, name->place, "parameter named '%s' is missing", name->text);
}

CType *c_parse_old_parameters(CParser *p, CType *function)
{
    while (!c_at(p, P_OPEN_BRACE) && c_starts_type(p, p->token)) {
        CSpecifiers specifiers = c_parse_specifiers(p);
        do {
            CToken *name = NULL;
            CType *type = c_parse_declarator(p, specifiers.type, &name);
            if (name)
                set_old_parameter(p, function, name, type);
        } while (c_take(p, P_COMMA));
        c_expect(p, P_SEMICOLON, "after parameter declaration");
    }
    return function;
}
