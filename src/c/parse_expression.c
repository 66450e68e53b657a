#include <string.h>

#include "c/hint.h"
#include "c/literal.h"
#include "c/parse.h"

/* ---- primary ---- */

static CNode *floating(CParser *p, const CNumber *number, CPlace place)
{
    CNode *node = c_node(p, N_FLOATING, place);
    node->floating = number->floating;
    node->type = c_type_basic(number->is_float ? TY_FLOAT : number->is_long_double ? TY_LDOUBLE : TY_DOUBLE);
    return node;
}

/* The first type that holds it: decimal constants stay signed. */
static CTypeKind integer_kind(const CNumber *number)
{
    uint64_t value = number->integer;
    bool may_unsigned = number->is_unsigned || !number->is_decimal, must_unsigned = number->is_unsigned;
    if (number->longs == 0 && value <= INT32_MAX && !must_unsigned)
        return TY_INT;
    if (number->longs == 0 && value <= UINT32_MAX && may_unsigned)
        return TY_UINT;
    if (value <= INT64_MAX && !must_unsigned)
        return number->longs == 2 ? TY_LLONG : TY_LONG;
    return number->longs == 2 ? TY_ULLONG : TY_ULONG;
}

static CNode *parse_number(CParser *p)
{
    CToken *token = c_next(p);
    CNumber number;
    if (!c_literal_number(p->diagnoser, token, &number))
        return c_integer(p, 0, c_type_basic(TY_INT), token->place);
    if (number.is_floating)
        return floating(p, &number, token->place);
    return c_integer(p, (int64_t)number.integer, c_type_basic(integer_kind(&number)), token->place);
}

static CNode *parse_char(CParser *p)
{
    static const CTypeKind kinds[] = {[1] = TY_INT, [2] = TY_USHORT, [4] = TY_UINT};
    CToken *token = c_next(p);
    CTypeKind kind = c_literal_is_long(token) ? TY_INT : kinds[c_literal_width(token)];
    CNode *node = c_integer(p, c_literal_char(p->diagnoser, token), c_type_basic(kind), token->place);
    c_slip_character(p, node, token);
    return node;
}

static CNode *parse_string(CParser *p)
{
    CPlace place = p->token->place;
    int width = 1;
    bool is_long = false;
    size_t room = 0;
    for (const CToken *t = p->token; t->kind == C_TOKEN_STRING; t = t->next) {
        width = c_literal_width(t) > width ? c_literal_width(t) : width;
        is_long |= c_literal_is_long(t);
        room += t->length;
    }
    char *text = c_pool_alloc(p->pool, room * (size_t)width + 8);
    size_t length = 0;
    while (p->token->kind == C_TOKEN_STRING)
        length += c_literal_string(p->diagnoser, c_next(p), width, text + length);
    CType *element = c_type_basic(width == 1 ? TY_CHAR : is_long ? TY_INT : width == 2 ? TY_USHORT : TY_UINT);
    CType *type = c_type_array(p->pool, element, (int64_t)length / width + 1);
    CVariable *variable = c_string_literal(p, type, text, length + (size_t)width, place);
    return c_variable_node(p, variable, place);
}

/* __func__ is a hidden static array of the function. */
static CNode *function_name(CParser *p, CPlace place)
{
    const char *name = p->function ? p->function->variable->name : "";
    CType *type = c_type_array(p->pool, c_type_basic(TY_CHAR), (int64_t)strlen(name) + 1);
    return c_variable_node(p, c_string_literal(p, type, name, strlen(name) + 1, place), place);
}

/* A name nobody declared. A library function is known all the same, and others are taken to return int, as gcc does. */
static CNode *undeclared(CParser *p, const CToken *name)
{
    bool is_call = p->token->kind == C_TOKEN_PUNCT && p->token->id == P_OPEN;
    CVariable *library = is_call && p->missing_function ? p->missing_function(p, name) : NULL;
    if (library) {
        CNode *node = c_variable_node(p, library, name->place);
        node->name = name->text;
        return node;
    }
    if (!is_call)
        c_diagnose(p->diagnoser, name->place, "use of undeclared identifier '%s'%s", name->text,
                   c_hint_name(p, name->text, HINT_VALUE));
    if (!is_call)
        return c_integer(p, 0, c_type_basic(TY_INT), name->place);
    if (c_hint_keyword(name->text))
        c_diagnose_fatal(p->diagnoser, name->place, "use of undeclared identifier '%s'; did you mean '%s'?", name->text,
                         c_hint_keyword(name->text));
    CType *type = c_type_function(p->pool, c_type_basic(TY_INT));
    type->is_oldstyle = true;
    const char *hint = c_hint_name(p, name->text, HINT_FUNCTION);
    CVariable *guessed = c_declare_function(p, name->text, type, name->place, STORAGE_EXTERN);
    guessed->is_guessed = true;
    guessed->hint = hint;
    return c_variable_node(p, guessed, name->place);
}

static CNode *parse_name(CParser *p)
{
    CToken *token = c_next(p);
    CSymbol *symbol = c_symbol_find(p, token->text);
    if (symbol && symbol->variable)
        return c_variable_node(p, symbol->variable, token->place);
    if (symbol && symbol->enumerator) {
        CType *type = symbol->enum_type->base->size == 8 ? symbol->enum_type->base : c_type_basic(TY_INT);
        return c_integer(p, symbol->enumerator->value, type, token->place);
    }
    if (symbol)
        c_diagnose_fatal(p->diagnoser, token->place, "unexpected type name '%s': expected expression", token->text);
    if (strcmp(token->text, "__func__") == 0 || strcmp(token->text, "__FUNCTION__") == 0
        || strcmp(token->text, "__PRETTY_FUNCTION__") == 0)
        return function_name(p, token->place);
    if (strncmp(token->text, "__builtin_", 10) == 0)
        return c_parse_builtin_call(p, token->text, token->place);
    return undeclared(p, token);
}

static CNode *parse_generic(CParser *p)
{
    CPlace place = c_next(p)->place;
    c_expect(p, P_OPEN, "after '_Generic'");
    CType *control = c_type_unqualified(p->pool, c_decay(p, c_parse_assignment(p))->type);
    CNode *chosen = NULL, *otherwise = NULL;
    while (c_take(p, P_COMMA)) {
        CType *type = c_take_keyword(p, K_DEFAULT) ? NULL : c_parse_type_name(p);
        c_expect(p, P_COLON, "in generic selection");
        CNode *value = c_parse_assignment(p);
        if (!type)
            otherwise = value;
        else if (!chosen && c_type_same(type, control) && type->kind != TY_ENUM)
            chosen = value;
    }
    c_expect(p, P_CLOSE, "at end of generic selection");
    if (!chosen && !otherwise)
        c_diagnose_fatal(p->diagnoser, place, "controlling expression type %s not compatible with any association",
                         c_show(p, control));
    return chosen ? chosen : otherwise;
}

static CNode *parse_statement_expression(CParser *p, CPlace place)
{
    if (!p->function)
        c_diagnose_fatal(p->diagnoser, place, "statement expression not allowed at file scope");
    CNode *node = c_node(p, N_STATEMENTS, place);
    node->body = c_parse_block(p);
    node->type = c_type_basic(TY_VOID);
    CNode *last = node->body->body;
    while (last && last->next)
        last = last->next;
    if (last && last->kind == N_EXPRESSION) {
        last->left = c_decay(p, last->left);
        node->type = last->left->type;
    }
    c_expect(p, P_CLOSE, "after statement expression");
    return node;
}

static CNode *parse_parenthesized(CParser *p)
{
    CPlace place = c_next(p)->place;
    if (c_at(p, P_OPEN_BRACE))
        return parse_statement_expression(p, place);
    CNode *node = c_parse_expression(p);
    c_expect(p, P_CLOSE, "");
    node->is_parenthesized = true;
    return node;
}

static CNode *parse_primary(CParser *p)
{
    CToken *token = p->token;
    switch (token->kind) {
    case C_TOKEN_NUMBER: return parse_number(p);
    case C_TOKEN_CHAR: return parse_char(p);
    case C_TOKEN_STRING: return parse_string(p);
    case C_TOKEN_OTHER: c_next(p); break;
    default: break;
    }
    if (c_at(p, P_OPEN))
        return parse_parenthesized(p);
    if (c_at_keyword(p, K_GENERIC))
        return parse_generic(p);
    CNode *builtin = c_parse_builtin(p);
    if (builtin)
        return builtin;
    if (token->kind == C_TOKEN_NAME && !token->id)
        return parse_name(p);
    c_diagnose_fatal(p->diagnoser, token->kind == C_TOKEN_END ? c_place_behind(p) : token->place,
                     "expected expression");
}

/* ---- postfix ---- */

static CNode *parse_postfix(CParser *p, CNode *node, CPlace first)
{
    for (int count = 0;; c_count_operator(p, &count)) {
        CPlace place = p->token->place;
        c_spanned(p, node, first);
        if (c_take(p, P_OPEN_BRACKET)) {
            CNode *index = c_parse_expression(p);
            c_expect(p, P_CLOSE_BRACKET, "");
            node = c_subscript(p, node, index, node->place);
        } else if (c_take(p, P_OPEN)) {
            node = c_parse_call(p, node, place);
        } else if (c_take(p, P_DOT)) {
            node = c_member(p, node, c_next(p), false, node->place);
        } else if (c_take(p, P_ARROW)) {
            node = c_member(p, node, c_next(p), true, node->place);
        } else if (c_take(p, P_INCREMENT)) {
            node = c_step(p, node, 1, true, place);
        } else if (c_take(p, P_DECREMENT)) {
            node = c_step(p, node, -1, true, place);
        } else {
            return node;
        }
    }
}

/* (type){...} */
static CNode *parse_literal(CParser *p, CType *type, CPlace place)
{
    CNode *node = c_node(p, N_LITERAL, place);
    node->variable = p->function ? c_local_new(p, NULL, type, place) : c_global_new(p, NULL, type, place);
    node->variable->is_hidden = node->variable->is_defined = true;
    c_parse_initialiser(p, node->variable);
    node->type = node->variable->type;
    return parse_postfix(p, node, place);
}

/* ---- unary ---- */

static bool next_is_type(const CParser *p)
{
    return c_at(p, P_OPEN) && c_starts_type(p, p->token->next);
}

static CNode *size_of(CParser *p, CType *type, CNode *operand, CPlace place)
{
    if (type->kind == TY_FUNCTION || type->kind == TY_VOID)
        return c_integer(p, 1, c_type_basic(TY_ULONG), place);
    if (!c_type_is_complete(type)) {
        c_diagnose(p->diagnoser, place, "invalid application of 'sizeof' to an incomplete type %s",
                   c_show(p, type));
        return c_integer(p, 1, c_type_basic(TY_ULONG), place);
    }
    if (operand && operand->kind == N_MEMBER && operand->member->is_bit_field)
        c_diagnose(p->diagnoser, place, "invalid application of 'sizeof' to bit-field");
    if (type->kind != TY_VLA)
        return c_integer(p, type->size, c_type_basic(TY_ULONG), place);
    CNode *node = c_node(p, N_SIZE, place);
    node->type = c_type_basic(TY_ULONG);
    node->common = type;
    return node;
}

static CNode *parse_sizeof(CParser *p)
{
    CPlace place = c_next(p)->place;
    if (next_is_type(p)) {
        c_next(p);
        CType *type = c_parse_type_name(p);
        c_expect(p, P_CLOSE, "");
        if (!c_at(p, P_OPEN_BRACE))
            return size_of(p, type, NULL, place);
        CNode *literal = parse_literal(p, type, place);
        return size_of(p, literal->type, literal, place);
    }
    c_enter(p);
    CNode *operand = c_parse_cast(p);
    c_leave(p);
    return size_of(p, operand->type, operand, place);
}

static CNode *parse_alignof(CParser *p)
{
    CPlace place = c_next(p)->place;
    CType *type;
    if (next_is_type(p)) {
        c_next(p);
        type = c_parse_type_name(p);
        c_expect(p, P_CLOSE, "");
    } else {
        type = c_parse_cast(p)->type;
    }
    return c_integer(p, type->align, c_type_basic(TY_ULONG), place);
}

static CNode *parse_label_address(CParser *p)
{
    CPlace place = c_next(p)->place;
    CToken *name = c_next(p);
    CNode *node = c_node(p, N_LABEL_ADDRESS, place);
    node->name = name->text;
    node->type = c_type_pointer(p->pool, c_type_basic(TY_VOID));
    if (!p->function || name->kind != C_TOKEN_NAME)
        c_diagnose_fatal(p->diagnoser, place, "expected the name of a label");
    node->target_next = p->function->gotos;
    p->function->gotos = node;
    return node;
}

static CNode *parse_unary(CParser *p)
{
    static const CPunct operators[] = {P_AND, P_STAR, P_PLUS, P_MINUS, P_TILDE, P_NOT};
    CPlace place = p->token->place;
    if (c_at_keyword(p, K_SIZEOF))
        return parse_sizeof(p);
    if (c_at_keyword(p, K_ALIGNOF))
        return parse_alignof(p);
    if (c_at(p, P_AND_AND))
        return parse_label_address(p);
    if (c_take(p, P_INCREMENT))
        return c_step(p, c_parse_cast(p), 1, false, place);
    if (c_take(p, P_DECREMENT))
        return c_step(p, c_parse_cast(p), -1, false, place);
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (c_take(p, operators[i]))
            return c_unary(p, operators[i], c_parse_cast(p), place);
    return parse_postfix(p, parse_primary(p), place);
}

static CNode *cast_to(CParser *p, CNode *operand, CType *type, CPlace place)
{
    operand = c_decay(p, operand);
    bool to_scalar = c_type_is_scalar(type), from_scalar = c_type_is_scalar(operand->type);
    bool floats_pointer = (c_type_is_floating(type) && c_type_is_pointer(operand->type))
                       || (c_type_is_pointer(type) && c_type_is_floating(operand->type));
    bool same_record = c_type_is_record(type) && c_type_compatible(type, operand->type);
    if (type->kind != TY_VOID && !same_record && (!to_scalar || !from_scalar || floats_pointer)) {
        c_diagnose(p->diagnoser, place, "cannot cast from type %s to type %s", c_show(p, operand->type),
                   c_show(p, type));
        return operand;
    }
    CNode *node = c_node(p, N_CAST, place);
    node->left = operand;
    node->type = c_type_unqualified(p->pool, type);
    return node;
}

CNode *c_parse_cast(CParser *p)
{
    c_enter(p);
    CNode *node;
    CPlace first = p->token->place;
    if (c_at_keyword(p, K_EXTENSION))
        c_next(p);
    if (next_is_type(p)) {
        CPlace place = c_next(p)->place;
        CType *type = c_parse_type_name(p);
        c_expect(p, P_CLOSE, "");
        node = c_at(p, P_OPEN_BRACE) ? parse_literal(p, type, place) : cast_to(p, c_parse_cast(p), type, place);
    } else {
        node = parse_unary(p);
    }
    c_leave(p);
    return c_spanned(p, node, first);
}

/* ---- binary ---- */

static const uint8_t precedence[] = {
    [P_OR_OR] = 1, [P_AND_AND] = 2, [P_OR] = 3, [P_XOR] = 4, [P_AND] = 5, [P_EQ] = 6, [P_NE] = 6, [P_LT] = 7,
    [P_GT] = 7, [P_LE] = 7, [P_GE] = 7, [P_SHL] = 8, [P_SHR] = 8, [P_PLUS] = 9, [P_MINUS] = 9, [P_STAR] = 10,
    [P_SLASH] = 10, [P_PERCENT] = 10,
};

static CNode *parse_binary(CParser *p, int least)
{
    c_enter(p);
    CPlace first = p->token->place;
    CNode *left = c_parse_cast(p);
    for (int count = 0;;) {
        CPunct op = p->token->kind == C_TOKEN_PUNCT ? (CPunct)p->token->id : P_NONE;
        int level = op < sizeof precedence ? precedence[op] : 0;
        if (level == 0 || level < least)
            break;
        c_count_operator(p, &count);
        CPlace place = c_next(p)->place;
        CNode *right = parse_binary(p, level + 1);
        left = c_spanned(p, c_binary(p, op, left, right, place), first);
    }
    c_leave(p);
    return left;
}

CNode *c_parse_conditional(CParser *p)
{
    CPlace first = p->token->place;
    CNode *condition = parse_binary(p, 1);
    CPlace place = p->token->place;
    if (!c_take(p, P_QUESTION))
        return condition;
    CNode *yes = c_at(p, P_COLON) ? NULL : c_parse_expression(p);
    c_expect(p, P_COLON, "in conditional expression");
    c_enter(p);
    CNode *no = c_parse_conditional(p);
    c_leave(p);
    return c_spanned(p, c_choose(p, condition, yes, no, place), first);
}

static const uint8_t assign_operators[] = {
    [P_MUL_ASSIGN] = P_STAR, [P_DIV_ASSIGN] = P_SLASH, [P_MOD_ASSIGN] = P_PERCENT, [P_ADD_ASSIGN] = P_PLUS,
    [P_SUB_ASSIGN] = P_MINUS, [P_SHL_ASSIGN] = P_SHL, [P_SHR_ASSIGN] = P_SHR, [P_AND_ASSIGN] = P_AND,
    [P_XOR_ASSIGN] = P_XOR, [P_OR_ASSIGN] = P_OR,
};

CNode *c_parse_assignment(CParser *p)
{
    c_enter(p);
    CPlace first = p->token->place;
    CNode *left = c_parse_conditional(p);
    CPunct op = p->token->kind == C_TOKEN_PUNCT ? (CPunct)p->token->id : P_NONE;
    CPlace place = p->token->place;
    if (c_take(p, P_ASSIGN)) {
        left = c_assign(p, left, c_parse_assignment(p), place);
    } else if (op < sizeof assign_operators && assign_operators[op]) {
        c_next(p);
        left = c_assign_op(p, (CPunct)assign_operators[op], left, c_parse_assignment(p), place);
    }
    c_leave(p);
    return c_spanned(p, left, first);
}

CNode *c_parse_expression(CParser *p)
{
    CPlace first = p->token->place;
    CNode *left = c_parse_assignment(p);
    int count = 0;
    while (c_at(p, P_COMMA)) {
        c_count_operator(p, &count);
        CPlace place = c_next(p)->place;
        CNode *comma = c_node(p, N_COMMA, place);
        comma->left = left;
        comma->right = c_decay(p, c_parse_assignment(p));
        comma->type = comma->right->type;
        left = c_spanned(p, comma, first);
    }
    return left;
}

int64_t c_parse_constant(CParser *p, const char *what)
{
    int64_t value = 0;
    CPlace place = p->token->place;
    CNode *node = c_parse_conditional(p);
    if (!c_constant_integer(node, &value))
        c_diagnose(p->diagnoser, place, "%s is not an integer constant expression", what);
    return value;
}
