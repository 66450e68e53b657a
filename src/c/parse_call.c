#include <string.h>

#include "c/parse.h"

/* An argument where no parameter says its type. */
static CNode *default_promotion(CParser *p, CNode *argument)
{
    argument = c_decay(p, argument);
    if (argument->type->kind == TY_FLOAT)
        return c_convert(p, argument, c_type_basic(TY_DOUBLE));
    return c_type_is_integer(argument->type) ? c_convert(p, argument, c_type_promoted(argument->type)) : argument;
}

static const CType *called_type(CParser *p, const CNode *function, CPlace place)
{
    const CType *type = function->type;
    if (type->kind == TY_POINTER)
        type = type->base;
    if (type->kind != TY_FUNCTION)
        c_diagnose_fatal(p->diagnoser, place, "called object type %s is not a function or function pointer",
                         c_show(p, function->type));
    return type;
}

static void check_count(CParser *p, const CNode *function, const CType *type, int count, CPlace place)
{
    int wanted = 0;
    for (const CParameter *parameter = type->parameters; parameter; parameter = parameter->next)
        wanted++;
    bool fits = count == wanted || (type->is_variadic && count > wanted);
    if (type->is_oldstyle || fits || p->is_library)        /* the prelude gives any main all there is */
        return;
    const char *name = function->kind == N_VARIABLE ? function->variable->name : "function";
    c_diagnose(p->diagnoser, place, "too %s arguments to '%s', expected %s%d, have %d", count < wanted ? "few" : "many",
               name, type->is_variadic ? "at least " : "", wanted, count);
}

/* Those without a prototype are the built-in functions that take integers of any type: two, and a place for the result. */
static void check_overflow_builtin(CParser *p, const CNode *call)
{
    const CVariable *function = call->left->kind == N_VARIABLE ? call->left->variable : NULL;
    if (!function || !function->is_library || strncmp(function->name, "__builtin_", 10) != 0
        || !function->type->is_oldstyle)
        return;
    const CNode *a = call->list, *b = a ? a->next : NULL, *to = b ? b->next : NULL;
    if (call->value != 3 || !c_type_is_integer(a->type) || !c_type_is_integer(b->type)
        || to->type->kind != TY_POINTER || !c_type_is_integer(to->type->base))
        c_diagnose(p->diagnoser, call->place, "'%s' takes two integers and a pointer to the integer for the result",
                   function->name);
}

static CNode *parse_alloca(CParser *p, CPlace place)
{
    CNode *node = c_node(p, N_ALLOCA, place);
    node->left = c_convert(p, c_parse_assignment(p), c_type_basic(TY_ULONG));
    node->type = c_type_pointer(p->pool, c_type_basic(TY_VOID));
    c_expect(p, P_CLOSE, "");
    return node;
}

static bool is_alloca(const CNode *function)
{
    return function->kind == N_VARIABLE && function->variable->is_function && !function->variable->is_defined
        && !strcmp(function->variable->name, "alloca");
}

CNode *c_parse_call(CParser *p, CNode *function, CPlace open)
{
    if (is_alloca(function))
        return parse_alloca(p, open);
    const CType *type = called_type(p, function, function->place);
    const CParameter *parameter = type->is_oldstyle ? NULL : type->parameters;
    CNode *node = c_node(p, N_CALL, function->place), **last = &node->list;
    int count = 0;
    while (!c_at(p, P_CLOSE)) {
        CNode *argument = c_parse_assignment(p);
        if (parameter)
            argument = c_convert_assigned(p, argument, c_type_unqualified(p->pool, parameter->type), "passing to parameter of type",
                                          argument->place);
        else
            argument = default_promotion(p, argument);
        if (argument->type->kind == TY_VOID)
            c_diagnose(p->diagnoser, argument->place, "argument type 'void' is incomplete");
        parameter = parameter ? parameter->next : NULL;
        /* an argument may be in another list already: a tree is never shared, so a link is free */
        *last = argument;
        last = &argument->next;
        count++;
        if (!c_take(p, P_COMMA) && !c_at(p, P_CLOSE))
            c_expect(p, P_CLOSE, "");
    }
    c_next(p);
    check_count(p, function, type, count, open);
    node->left = function->kind == N_VARIABLE && function->variable->is_function ? function : c_decay(p, function);
    node->type = c_type_unqualified(p->pool, c_type_resolve(type->base));
    node->value = count;
    node->common = (CType *)type;
    if (function->kind == N_VARIABLE && function->name)
        c_slip_undeclared(p, node, function->name);
    check_overflow_builtin(p, node);
    if (node->type->kind != TY_VOID && !c_type_is_complete(node->type))
        c_diagnose(p->diagnoser, function->place, "calling a function with incomplete return type %s",
                   c_show(p, node->type));
    return node;
}

/* ---- built-in functions with a syntax of their own ---- */

static CNode *parse_va_start(CParser *p, CPlace place)
{
    CNode *node = c_node(p, N_VA_START, place);
    node->left = c_decay(p, c_parse_assignment(p));
    if (c_take(p, P_COMMA))
        c_parse_assignment(p);
    node->type = c_type_basic(TY_VOID);
    if (!p->function || !p->function->type->is_variadic)
        c_diagnose(p->diagnoser, place, "'va_start' used in function with fixed arguments");
    return node;
}

static CNode *parse_va_arg(CParser *p, CPlace place)
{
    CNode *node = c_node(p, N_VA_ARG, place);
    node->left = c_decay(p, c_parse_assignment(p));
    c_expect(p, P_COMMA, "in 'va_arg'");
    node->type = c_type_resolve(c_parse_type_name(p));
    return node;
}

static CNode *parse_va_copy(CParser *p, CPlace place)
{
    CNode *node = c_node(p, N_VA_COPY, place);
    node->left = c_decay(p, c_parse_assignment(p));
    c_expect(p, P_COMMA, "in 'va_copy'");
    node->right = c_decay(p, c_parse_assignment(p));
    node->type = c_type_basic(TY_VOID);
    return node;
}

static CNode *parse_va_end(CParser *p, CPlace place)
{
    CNode *node = c_node(p, N_VA_END, place);
    node->left = c_decay(p, c_parse_assignment(p));
    node->type = c_type_basic(TY_VOID);
    return node;
}

static CNode *parse_offsetof(CParser *p, CPlace place)
{
    CType *type = c_parse_type_name(p);
    c_expect(p, P_COMMA, "in 'offsetof'");
    CNode *null = c_node(p, N_CAST, place);
    null->left = c_integer(p, 0, c_type_basic(TY_LONG), place);
    null->type = c_type_pointer(p->pool, type);
    CNode *at = c_member(p, null, c_next(p), true, place);
    for (;;) {
        if (c_take(p, P_DOT)) {
            at = c_member(p, at, c_next(p), false, place);
        } else if (c_take(p, P_OPEN_BRACKET)) {
            at = c_subscript(p, at, c_parse_expression(p), place);
            c_expect(p, P_CLOSE_BRACKET, "");
        } else {
            break;
        }
    }
    CVariable *variable;
    int64_t offset = 0;
    CNode *address = c_unary(p, P_AND, at, place);
    if (!c_constant_address(address, &variable, &offset))
        c_diagnose(p->diagnoser, place, "offsetof is not a constant here");
    return c_integer(p, offset, c_type_basic(TY_ULONG), place);
}

static CNode *parse_types_compatible(CParser *p, CPlace place)
{
    CType *a = c_parse_type_name(p);
    c_expect(p, P_COMMA, "");
    CType *b = c_parse_type_name(p);
    return c_integer(p, c_type_compatible(a, b), c_type_basic(TY_INT), place);
}

static const struct { CKeyword keyword; CNode *(*parse)(CParser *p, CPlace place); } builtins[] = {
    {K_VA_START, parse_va_start}, {K_VA_ARG, parse_va_arg}, {K_VA_COPY, parse_va_copy}, {K_VA_END, parse_va_end},
    {K_OFFSETOF, parse_offsetof}, {K_TYPES_COMPATIBLE, parse_types_compatible},
};

CNode *c_parse_builtin(CParser *p)
{
    for (size_t i = 0; i < sizeof builtins / sizeof *builtins; i++) {
        if (!c_at_keyword(p, builtins[i].keyword))
            continue;
        CPlace place = c_next(p)->place;
        c_expect(p, P_OPEN, "");
        CNode *node = builtins[i].parse(p, place);
        c_expect(p, P_CLOSE, "");
        return node;
    }
    return NULL;
}

/* __builtin_NAME of what is a function of the library, or the few that are operators. */
CNode *c_parse_builtin_call(CParser *p, const char *name, CPlace place)
{
    const char *plain = name + strlen("__builtin_");
    if (!strcmp(plain, "expect") || !strcmp(plain, "constant_p") || !strcmp(plain, "unreachable")) {
        c_expect(p, P_OPEN, "");
        CNode *first = c_at(p, P_CLOSE) ? c_integer(p, 0, c_type_basic(TY_INT), place) : c_parse_assignment(p);
        while (c_take(p, P_COMMA))
            c_parse_assignment(p);
        c_expect(p, P_CLOSE, "");
        int64_t value;
        if (!strcmp(plain, "constant_p"))
            return c_integer(p, c_constant_integer(first, &value), c_type_basic(TY_INT), place);
        return first;
    }
    if (!strcmp(plain, "alloca")) {
        c_expect(p, P_OPEN, "");
        return parse_alloca(p, place);
    }
    CToken token = {.kind = C_TOKEN_NAME, .text = c_name(p->names, name, strlen(name)), .place = place};
    CVariable *library = p->missing_function ? p->missing_function(p, &token) : NULL;
    token.text = c_name(p->names, plain, strlen(plain));
    if (!library && p->missing_function)
        library = p->missing_function(p, &token);
    if (!library)
        c_diagnose_fatal(p->diagnoser, place, "use of unknown builtin '%s'", name);
    return c_variable_node(p, library, place);
}
