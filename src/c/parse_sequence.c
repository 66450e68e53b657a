/* Unsequenced modifications (C11 6.5 paragraph 2): i = i++, a[i] = i++, f(i++, i++). Found in the tree, since it does not
 * depend on values; told when the expression runs. Only plain variables are looked at, so nothing correct is blamed. */
#include <string.h>

#include "c/parse.h"

enum { MOST_EFFECTS = 32 };

typedef struct Effect {
    const CVariable *variable;
    bool writes;
    bool is_done;              /* comes before the value of what it is in: an argument's, before the call */
} Effect;

typedef struct Effects {
    Effect items[MOST_EFFECTS];
    int count;
} Effects;

typedef struct Sequence {
    CParser *parser;
    CNode *whole;
} Sequence;

static void collect(Sequence *s, const CNode *node, Effects *effects);

static void add(Effects *effects, const CVariable *variable, bool writes, bool is_done)
{
    if (effects->count < MOST_EFFECTS)
        effects->items[effects->count++] = (Effect){variable, writes, is_done};
}

static void merge(Effects *into, const Effects *from, bool is_done)
{
    for (int i = 0; i < from->count; i++)
        add(into, from->items[i].variable, from->items[i].writes, is_done || from->items[i].is_done);
}

static void tell(Sequence *s, const CVariable *variable)
{
    if (!s->whole->warning)
        s->whole->warning = c_pool_format(s->parser->pool,
            "This expression changes '%s' and uses it again without an order between the two, so C does not say what "
            "comes out.", variable->name);
}

static void check_pair(Sequence *s, const Effects *a, const Effects *b)
{
    for (int i = 0; i < a->count; i++)
        for (int j = 0; j < b->count; j++)
            if (a->items[i].variable == b->items[j].variable && (a->items[i].writes || b->items[j].writes))
                tell(s, a->items[i].variable);
}

static const CVariable *plain_variable(const CNode *node)
{
    bool is_plain = node->kind == N_VARIABLE && !node->variable->is_function && c_type_is_scalar(node->type);
    return is_plain ? node->variable : NULL;
}

static void both_sides(Sequence *s, const CNode *a, const CNode *b, Effects *effects)
{
    Effects left = {.count = 0}, right = {.count = 0};
    collect(s, a, &left);
    collect(s, b, &right);
    check_pair(s, &left, &right);
    merge(effects, &left, false);
    merge(effects, &right, false);
}

/* The store comes behind the computing of both sides, but not behind their side effects. */
static void assignment(Sequence *s, const CNode *node, Effects *effects)
{
    const CVariable *target = plain_variable(node->left);
    Effects left = {.count = 0}, right = {.count = 0};
    if (!target)
        collect(s, node->left, &left);
    collect(s, node->right, &right);
    check_pair(s, &left, &right);
    for (int i = 0; target && i < right.count; i++)
        if (right.items[i].variable == target && right.items[i].writes && !right.items[i].is_done)
            tell(s, target);
    merge(effects, &left, false);
    merge(effects, &right, false);
    if (target)
        add(effects, target, true, false);
}

static void arguments(Sequence *s, const CNode *call, Effects *effects)
{
    Effects all = {.count = 0};
    if (call->left->kind != N_VARIABLE)
        collect(s, call->left, &all);
    for (const CNode *argument = call->list; argument; argument = argument->next) {
        Effects one = {.count = 0};
        collect(s, argument, &one);
        check_pair(s, &all, &one);
        merge(&all, &one, true);
    }
    merge(effects, &all, true);
}

/* What && || ?: and , put in order is looked at piece by piece; what the whole does is the union. */
static void ordered(Sequence *s, const CNode *node, Effects *effects)
{
    const CNode *parts[] = {node->left, node->right, node->third};
    for (int i = 0; i < 3; i++) {
        Effects one = {.count = 0};
        if (parts[i])
            collect(s, parts[i], &one);
        merge(effects, &one, i == 0);
    }
}

static void collect(Sequence *s, const CNode *node, Effects *effects)
{
    const CVariable *variable;
    switch (node->kind) {
    case N_VARIABLE:
        variable = plain_variable(node);
        if (variable)
            add(effects, variable, false, false);
        break;
    case N_STEP:
        variable = plain_variable(node->left);
        if (variable)
            add(effects, variable, true, false);
        else
            collect(s, node->left, effects);
        break;
    case N_ASSIGN: case N_ASSIGN_OP: assignment(s, node, effects); break;
    case N_CALL: arguments(s, node, effects); break;
    case N_AND_AND: case N_OR_OR: case N_CONDITIONAL: case N_COMMA: ordered(s, node, effects); break;
    case N_STATEMENTS: case N_SIZE: case N_ADDRESS: case N_LITERAL: break;
    default:
        if (node->left && node->right)
            both_sides(s, node->left, node->right, effects);
        else if (node->left)
            collect(s, node->left, effects);
    }
}

void c_check_sequence(CParser *p, CNode *expression)
{
    Sequence sequence = {p, expression};
    Effects effects = {.count = 0};
    collect(&sequence, expression, &effects);
}
