/* Expressions of #if: integers of 64 bits, by precedence climbing. */
#include <string.h>

#include "c/literal.h"
#include "c/preprocess.h"

typedef struct Value {
    int64_t value;
    bool is_unsigned;
} Value;

typedef struct Condition {
    CPreprocessor *pre;
    CToken *at;
    CPlace place;
    int unevaluated;           /* inside the side of && || ?: that does not count: a division by zero is no error */
} Condition;

static Value parse_conditional(Condition *c);

static bool take(Condition *c, CPunct punct)
{
    if (c->at->kind != C_TOKEN_PUNCT || c->at->id != punct)
        return false;
    c->at = c->at->next;
    return true;
}

static _Noreturn void fail(Condition *c, const char *message)
{
    c_diagnose_fatal(c->pre->diagnoser, c->at->kind == C_TOKEN_END ? c->place : c->at->place, "%s", message);
}

static Value parse_primary(Condition *c)
{
    CToken *token = c->at;
    Value value = {0};
    if (take(c, P_OPEN)) {
        value = parse_conditional(c);
        if (!take(c, P_CLOSE))
            fail(c, "expected ')' in preprocessor expression");
        return value;
    }
    if (token->kind == C_TOKEN_NUMBER) {
        CNumber number;
        if (!c_literal_number(c->pre->diagnoser, token, &number) || number.is_floating)
            fail(c, "floating point literal in preprocessor expression");
        value = (Value){(int64_t)number.integer, number.is_unsigned || number.integer > INT64_MAX};
    } else if (token->kind == C_TOKEN_CHAR) {
        value.value = c_literal_char(c->pre->diagnoser, token);
    } else if (token->kind != C_TOKEN_NAME) {
        fail(c, token->kind == C_TOKEN_END ? "expected value in preprocessor expression"
                                           : "token is not a valid operand in a preprocessor expression");
    }
    c->at = c->at->next;
    return value;
}

static Value parse_unary(Condition *c)
{
    Value value;
    if (take(c, P_NOT))
        return (Value){!parse_unary(c).value, false};
    if (take(c, P_PLUS))
        return parse_unary(c);
    bool minus = take(c, P_MINUS);
    if (minus || take(c, P_TILDE)) {
        value = parse_unary(c);
        value.value = minus ? (int64_t)(0 - (uint64_t)value.value) : ~value.value;
        return value;
    }
    return parse_primary(c);
}

static const uint8_t precedence[] = {
    [P_OR_OR] = 1, [P_AND_AND] = 2, [P_OR] = 3, [P_XOR] = 4, [P_AND] = 5, [P_EQ] = 6, [P_NE] = 6, [P_LT] = 7,
    [P_GT] = 7, [P_LE] = 7, [P_GE] = 7, [P_SHL] = 8, [P_SHR] = 8, [P_PLUS] = 9, [P_MINUS] = 9, [P_STAR] = 10,
    [P_SLASH] = 10, [P_PERCENT] = 10,
};

static int64_t divide(Condition *c, CPunct op, Value a, Value b)
{
    if (b.value == 0) {
        if (!c->unevaluated)
            fail(c, "division by zero in preprocessor expression");
        return 0;
    }
    if (a.is_unsigned)
        return (int64_t)(op == P_SLASH ? (uint64_t)a.value / (uint64_t)b.value
                                       : (uint64_t)a.value % (uint64_t)b.value);
    if (b.value == -1)
        return op == P_SLASH ? (int64_t)(0 - (uint64_t)a.value) : 0;
    return op == P_SLASH ? a.value / b.value : a.value % b.value;
}

static int compare(Value a, Value b)
{
    if (a.is_unsigned)
        return ((uint64_t)a.value > (uint64_t)b.value) - ((uint64_t)a.value < (uint64_t)b.value);
    return (a.value > b.value) - (a.value < b.value);
}

static Value apply(Condition *c, CPunct op, Value a, Value b)
{
    if (op != P_SHL && op != P_SHR)
        a.is_unsigned = b.is_unsigned = a.is_unsigned || b.is_unsigned;
    uint64_t x = (uint64_t)a.value, y = (uint64_t)b.value;
    switch (op) {
    case P_OR_OR: return (Value){a.value || b.value, false};
    case P_AND_AND: return (Value){a.value && b.value, false};
    case P_OR: return (Value){(int64_t)(x | y), a.is_unsigned};
    case P_XOR: return (Value){(int64_t)(x ^ y), a.is_unsigned};
    case P_AND: return (Value){(int64_t)(x & y), a.is_unsigned};
    case P_EQ: return (Value){x == y, false};
    case P_NE: return (Value){x != y, false};
    case P_LT: return (Value){compare(a, b) < 0, false};
    case P_GT: return (Value){compare(a, b) > 0, false};
    case P_LE: return (Value){compare(a, b) <= 0, false};
    case P_GE: return (Value){compare(a, b) >= 0, false};
    case P_SHL: return (Value){(int64_t)(x << (y & 63)), a.is_unsigned};
    case P_SHR: return (Value){a.is_unsigned ? (int64_t)(x >> (y & 63)) : a.value >> (y & 63), a.is_unsigned};
    case P_PLUS: return (Value){(int64_t)(x + y), a.is_unsigned};
    case P_MINUS: return (Value){(int64_t)(x - y), a.is_unsigned};
    case P_STAR: return (Value){(int64_t)(x * y), a.is_unsigned};
    default: return (Value){divide(c, op, a, b), a.is_unsigned};
    }
}

static Value parse_binary(Condition *c, int least)
{
    Value left = parse_unary(c);
    for (;;) {
        CPunct op = c->at->kind == C_TOKEN_PUNCT ? (CPunct)c->at->id : P_NONE;
        int level = op < sizeof precedence ? precedence[op] : 0;
        if (level < least || level == 0)
            return left;
        c->at = c->at->next;
        bool skips = (op == P_OR_OR && left.value) || (op == P_AND_AND && !left.value);
        c->unevaluated += skips;
        Value right = parse_binary(c, level + 1);
        c->unevaluated -= skips;
        left = apply(c, op, left, right);
    }
}

static Value parse_conditional(Condition *c)
{
    Value condition = parse_binary(c, 1);
    if (!take(c, P_QUESTION))
        return condition;
    c->unevaluated += !condition.value;
    Value yes = parse_conditional(c);
    c->unevaluated -= !condition.value;
    if (!take(c, P_COLON))
        fail(c, "expected ':' in preprocessor expression");
    c->unevaluated += condition.value != 0;
    Value no = parse_conditional(c);
    c->unevaluated -= condition.value != 0;
    return condition.value ? yes : no;
}

/* defined NAME and defined(NAME) become 1 or 0 before macros are replaced. */
static CToken *answer_defined(CPreprocessor *pre, CToken *line)
{
    CToken head = {.next = line};
    for (CToken *before = &head; before->next->kind != C_TOKEN_END; before = before->next) {
        CToken *token = before->next;
        if (token->text != pre->name_defined)
            continue;
        bool has_parenthesis = token->next->kind == C_TOKEN_PUNCT && token->next->id == P_OPEN;
        CToken *name = has_parenthesis ? token->next->next : token->next;
        if (name->kind != C_TOKEN_NAME)
            c_diagnose_fatal(pre->diagnoser, token->place, "macro name missing behind 'defined'");
        CToken *last = has_parenthesis ? name->next : name;
        if (has_parenthesis && !(last->kind == C_TOKEN_PUNCT && last->id == P_CLOSE))
            c_diagnose_fatal(pre->diagnoser, token->place, "missing ')' behind 'defined'");
        CToken *answer = c_token_copy(pre, token);
        answer->kind = C_TOKEN_NUMBER;
        answer->id = 0;
        answer->text = c_macro_find(pre, name) ? "1" : "0";
        answer->length = 1;
        answer->next = last->next;
        before->next = answer;
    }
    return head.next;
}

bool c_condition_is_true(CPreprocessor *pre, CToken *line, CPlace place)
{
    line = c_macro_expand_all(pre, answer_defined(pre, line));
    Condition condition = {.pre = pre, .at = line, .place = place};
    Value value = parse_conditional(&condition);
    if (condition.at->kind != C_TOKEN_END)
        fail(&condition, "token is not a valid binary operator in a preprocessor expression");
    return value.value != 0;
}
