/* match: each pattern tests the subject on top of the stack and takes it away.
 *
 * Captured values wait below everything else on the stack until the whole pattern has matched, and are bound then. A
 * pattern that fails half way has to drop what it left there: fail[n] is a block that drops n values and goes on with
 * the next case, so a test that fails with n values pending jumps to fail[n].
 */
#include "python/compile.h"
#include "python/fold.h"

#include "python/objects/containers.h"
#include "python/objects/int.h"
#include "python/objects/str.h"

typedef struct MatchState {
    NameList stores;           /* names captured so far, in the order of their values on the stack */
    bool allow_irrefutable;    /* a pattern that always matches may stand here */
    Block **fail;
    int fail_count, fail_capacity;
    int on_top;                /* values above the captured ones that a failure has to drop */
} MatchState;

static void visit_pattern(Compiler *c, Pattern *p, MatchState *state);

static void ensure_fail(Compiler *c, MatchState *state, int n)
{
    if (n >= state->fail_capacity) {
        int capacity = n + 8;
        state->fail = region_grow(&c->region, state->fail, (size_t)state->fail_capacity * sizeof(Block *),
                                  (size_t)capacity * sizeof(Block *));
        state->fail_capacity = capacity;
    }
    while (state->fail_count <= n)
        state->fail[state->fail_count++] = block_new(c);
}

static void jump_to_fail(Compiler *c, MatchState *state, int op)
{
    int pending = state->on_top + state->stores.count;
    ensure_fail(c, state, pending);
    emit_jump(c, op, state->fail[pending]);
}

static void emit_fail_blocks(Compiler *c, MatchState *state)
{
    if (state->fail_count == 0)
        return;
    while (--state->fail_count > 0) {
        block_use(c, state->fail[state->fail_count]);
        emit(c, OP_POP_TOP);
    }
    block_use(c, state->fail[0]);
    state->fail = NULL;
    state->fail_capacity = 0;
}

/* Moves the top below `count` - 1 others. */
static void rotate(Compiler *c, int count)
{
    while (count > 1)
        emit_arg(c, OP_SWAP, count--);
}

static _Noreturn void duplicate_store(Compiler *c, const Name *name)
{
    compile_error(c, c->unit->at, "multiple assignments to name '%s' in pattern", name->text);
}

static void store_later(Compiler *c, Identifier identifier, MatchState *state)
{
    if (!identifier) {
        emit(c, OP_POP_TOP);
        return;
    }
    Name *name = name_of_identifier(c, identifier);
    check_forbidden_name(c, name, CONTEXT_STORE);
    if (name_list_has(&state->stores, name))
        duplicate_store(c, name);
    rotate(c, state->on_top + state->stores.count + 1);
    name_list_add(c, &state->stores, name);
}

static bool is_wildcard(const Pattern *p) { return p->kind == PATTERN_AS && !p->as.name; }
static bool is_star_wildcard(const Pattern *p) { return p->kind == PATTERN_STAR && !p->star.name; }

static void visit_subpattern(Compiler *c, Pattern *p, MatchState *state)
{
    bool allowed = state->allow_irrefutable;
    state->allow_irrefutable = true;
    visit_pattern(c, p, state);
    state->allow_irrefutable = allowed;
}

static void emit_int(Compiler *c, int value)
{
    emit_constant(c, keep(c, int_from_i64(c->vm, value)));
}

/* ---- sequences ---- */

static void unpack_sequence_pattern(Compiler *c, const PatternList *patterns, int star)
{
    int count = patterns->count;
    if (star < 0) {
        emit_arg(c, OP_UNPACK_SEQUENCE, count);
        return;
    }
    if (star >= 1 << 8 || count - star - 1 >= INT32_MAX >> 8)
        compile_error(c, c->unit->at, "too many expressions in star-unpacking sequence pattern");
    emit_arg(c, OP_UNPACK_EX, star + ((count - star - 1) << 8));
}

static void match_items_by_unpacking(Compiler *c, const PatternList *patterns, int star, MatchState *state)
{
    unpack_sequence_pattern(c, patterns, star);
    state->on_top += patterns->count;
    for (int i = 0; i < patterns->count; i++) {
        state->on_top--;
        visit_subpattern(c, patterns->items[i], state);
    }
}

/* [a, *_, b]: only the items asked for are taken out. */
static void match_items_by_index(Compiler *c, const PatternList *patterns, int star, MatchState *state)
{
    state->on_top++;
    for (int i = 0; i < patterns->count; i++) {
        if (is_wildcard(patterns->items[i]) || i == star)
            continue;
        emit_arg(c, OP_COPY, 1);
        if (i < star) {
            emit_int(c, i);
        } else {
            emit(c, OP_GET_LEN);
            emit_int(c, patterns->count - i);
            emit_binary(c, TREE_BINARY_SUB, false);
        }
        emit(c, OP_BINARY_SUBSCR);
        visit_subpattern(c, patterns->items[i], state);
    }
    state->on_top--;
    emit(c, OP_POP_TOP);
}

static void check_length(Compiler *c, int length, CompareOperator op, MatchState *state)
{
    emit(c, OP_GET_LEN);
    emit_int(c, length);
    emit_compare(c, op);
    jump_to_fail(c, state, OP_POP_JUMP_IF_FALSE);
}

static void visit_sequence_pattern(Compiler *c, Pattern *p, MatchState *state)
{
    const PatternList *patterns = &p->sequence.patterns;
    int star = -1;
    bool only_wildcards = true, star_wildcard = false;
    for (int i = 0; i < patterns->count; i++) {
        Pattern *item = patterns->items[i];
        if (item->kind == PATTERN_STAR) {
            if (star >= 0)
                compile_error(c, c->unit->at, "multiple starred names in sequence pattern");
            star = i;
            star_wildcard = is_star_wildcard(item);
            only_wildcards &= star_wildcard;
        } else {
            only_wildcards &= is_wildcard(item);
        }
    }
    state->on_top++;
    emit(c, OP_MATCH_SEQUENCE);
    jump_to_fail(c, state, OP_POP_JUMP_IF_FALSE);
    if (star < 0)
        check_length(c, patterns->count, TREE_COMPARE_EQ, state);
    else if (patterns->count > 1)
        check_length(c, patterns->count - 1, TREE_COMPARE_GTE, state);
    state->on_top--;
    if (only_wildcards)
        emit(c, OP_POP_TOP);
    else if (star_wildcard)
        match_items_by_index(c, patterns, star, state);
    else
        match_items_by_unpacking(c, patterns, star, state);
}

/* ---- mappings ---- */

static void check_key(Compiler *c, const ExprList *keys, int index)
{
    Object *value = fold_constant(c, keys->items[index]);
    if (!value) {
        if (keys->items[index]->kind != EXPR_ATTRIBUTE)
            compile_error(c, c->unit->at, "mapping pattern keys may only match literals and attribute lookups");
        return;
    }
    for (int i = 0; i < index; i++) {
        Object *earlier = fold_constant(c, keys->items[i]);
        int equal = earlier ? object_compare_truth(c->vm, earlier, value, COMPARE_EQ) : 0;
        if (equal < 0)
            compile_leave(c);
        if (equal) {
            Utf8Buffer buffer = { .large = NULL };
            Object *repr = keep(c, object_repr(c->vm, value));
            const char *text = str_utf8(c->vm, repr, &buffer, NULL);
            compile_error(c, c->unit->at, "mapping pattern checks duplicate key (%.280s)", text ? text : "?");
        }
    }
}

/* What the keys did not take:  subject keys -> rest */
static void copy_rest(Compiler *c, int key_count)
{
    emit_arg(c, OP_BUILD_MAP, 0);
    emit_arg(c, OP_SWAP, 3);
    emit_arg(c, OP_DICT_UPDATE, 2);
    emit_arg(c, OP_UNPACK_SEQUENCE, key_count);
    while (key_count > 0) {
        emit_arg(c, OP_COPY, 1 + key_count--);
        emit_arg(c, OP_SWAP, 2);
        emit(c, OP_DELETE_SUBSCR);
    }
}

static void match_keys(Compiler *c, Pattern *p, MatchState *state)
{
    int count = p->mapping.keys.count;
    for (int i = 0; i < count; i++) {
        check_key(c, &p->mapping.keys, i);
        visit_expr(c, p->mapping.keys.items[i]);
    }
    emit_arg(c, OP_BUILD_TUPLE, count);
    emit(c, OP_MATCH_KEYS);
    state->on_top += 2;
    emit_arg(c, OP_COPY, 1);
    emit_none(c);
    emit_arg(c, OP_IS_OP, 1);
    jump_to_fail(c, state, OP_POP_JUMP_IF_FALSE);
    emit_arg(c, OP_UNPACK_SEQUENCE, count);
    state->on_top += count - 1;
    for (int i = 0; i < count; i++) {
        state->on_top--;
        visit_subpattern(c, p->mapping.patterns.items[i], state);
    }
    state->on_top -= 2;
}

static void visit_mapping_pattern(Compiler *c, Pattern *p, MatchState *state)
{
    int count = p->mapping.keys.count;
    state->on_top++;
    emit(c, OP_MATCH_MAPPING);
    jump_to_fail(c, state, OP_POP_JUMP_IF_FALSE);
    if (count == 0 && !p->mapping.rest) {
        state->on_top--;
        emit(c, OP_POP_TOP);
        return;
    }
    if (count > 0)
        check_length(c, count, TREE_COMPARE_GTE, state);
    match_keys(c, p, state);
    if (p->mapping.rest) {
        copy_rest(c, count);
        store_later(c, p->mapping.rest, state);
    } else {
        emit(c, OP_POP_TOP);
        emit(c, OP_POP_TOP);
    }
}

/* ---- classes ---- */

static Object *attribute_names(Compiler *c, Pattern *p)
{
    const IdentifierList *attrs = &p->cls.kwd_attrs;
    Object **items = region_alloc_array(&c->region, (size_t)attrs->count, sizeof(Object *));
    for (int i = 0; i < attrs->count; i++) {
        Name *name = name_of_identifier(c, attrs->items[i]);
        check_forbidden_name(c, name, CONTEXT_STORE);
        for (int j = i + 1; j < attrs->count; j++)
            if (attrs->items[j] == attrs->items[i])
                compile_error(c, p->cls.kwd_patterns.items[j]->span, "attribute name repeated in class pattern: %s",
                              name->text);
        items[i] = name_object(c, name);
    }
    return keep(c, tuple_from(c->vm, items, attrs->count));
}

static void visit_class_pattern(Compiler *c, Pattern *p, MatchState *state)
{
    int positional = p->cls.patterns.count, named = p->cls.kwd_patterns.count;
    Object *names = attribute_names(c, p);
    visit_expr(c, p->cls.cls);
    emit_constant(c, names);
    emit_arg(c, OP_MATCH_CLASS, positional);
    emit_arg(c, OP_COPY, 1);
    emit_none(c);
    emit_arg(c, OP_IS_OP, 1);
    state->on_top++;
    jump_to_fail(c, state, OP_POP_JUMP_IF_FALSE);
    emit_arg(c, OP_UNPACK_SEQUENCE, positional + named);
    state->on_top += positional + named - 1;
    for (int i = 0; i < positional + named; i++) {
        state->on_top--;
        Pattern *sub = i < positional ? p->cls.patterns.items[i] : p->cls.kwd_patterns.items[i - positional];
        if (is_wildcard(sub))
            emit(c, OP_POP_TOP);
        else
            visit_subpattern(c, sub, state);
    }
}

/* ---- alternatives ---- */

static int index_of(const NameList *list, const Name *name)
{
    for (int i = 0; i < list->count; i++)
        if (list->items[i] == name)
            return i;
    return -1;
}

/* Moves the first `rotations` names of a list behind the one at `to`, and the values on the stack with them. */
static void rotate_stores(Compiler *c, NameList *stores, int from, int to)
{
    int rotations = from + 1, gap = to - from;
    Name **old = region_alloc_array(&c->region, (size_t)stores->count, sizeof(Name *));
    for (int i = 0; i < stores->count; i++)
        old[i] = stores->items[i];
    for (int i = 0; i < gap; i++)
        stores->items[i] = old[rotations + i];
    for (int i = 0; i < rotations; i++)
        stores->items[gap + i] = old[i];
    while (rotations-- > 0)
        rotate(c, to + 1);
}

/* All alternatives bind the same names; their values must be in the order of the first one's. */
static void order_stores(Compiler *c, NameList *stores, const NameList *wanted)
{
    if (stores->count != wanted->count)
        compile_error(c, c->unit->at, "alternative patterns bind different names");
    for (int to = wanted->count - 1; to >= 0; to--) {
        int from = index_of(stores, wanted->items[to]);
        if (from < 0)
            compile_error(c, c->unit->at, "alternative patterns bind different names");
        if (from != to)
            rotate_stores(c, stores, from, to);
    }
}

static void visit_or_pattern(Compiler *c, Pattern *p, MatchState *state)
{
    Block *end = block_new(c);
    const PatternList *patterns = &p->alternatives.patterns;
    NameList wanted = { 0 };
    for (int i = 0; i < patterns->count; i++) {
        Pattern *alternative = patterns->items[i];
        MatchState inner = { .allow_irrefutable = i == patterns->count - 1 && state->allow_irrefutable };
        set_location(c, alternative->span);
        emit_arg(c, OP_COPY, 1);
        visit_pattern(c, alternative, &inner);
        if (i == 0)
            wanted = inner.stores;
        else
            order_stores(c, &inner.stores, &wanted);
        emit_jump(c, OP_JUMP, end);
        emit_fail_blocks(c, &inner);
    }
    emit(c, OP_POP_TOP);
    jump_to_fail(c, state, OP_JUMP);
    block_use(c, end);
    int rotations = wanted.count + 1 + state->on_top + state->stores.count;
    for (int i = 0; i < wanted.count; i++) {
        rotate(c, rotations);
        if (name_list_has(&state->stores, wanted.items[i]))
            duplicate_store(c, wanted.items[i]);
        name_list_add(c, &state->stores, wanted.items[i]);
    }
    emit(c, OP_POP_TOP);
}

/* ---- the rest ---- */

static void visit_as_pattern(Compiler *c, Pattern *p, MatchState *state)
{
    if (!p->as.pattern) {
        if (!state->allow_irrefutable && p->as.name)
            compile_error(c, c->unit->at, "name capture '%s' makes remaining patterns unreachable", p->as.name);
        if (!state->allow_irrefutable)
            compile_error(c, c->unit->at, "wildcard makes remaining patterns unreachable");
        store_later(c, p->as.name, state);
        return;
    }
    state->on_top++;
    emit_arg(c, OP_COPY, 1);
    visit_pattern(c, p->as.pattern, state);
    state->on_top--;
    store_later(c, p->as.name, state);
}

static void visit_value_pattern(Compiler *c, Pattern *p, MatchState *state)
{
    Expr *value = fold_of(c, p->value.value);
    if (value->kind != EXPR_CONSTANT && value->kind != EXPR_ATTRIBUTE)
        compile_error(c, c->unit->at, "patterns may only match literals and attribute lookups");
    visit_expr(c, value);
    emit_compare(c, TREE_COMPARE_EQ);
    jump_to_fail(c, state, OP_POP_JUMP_IF_FALSE);
}

static void visit_singleton_pattern(Compiler *c, Pattern *p, MatchState *state)
{
    Constant constant = { .kind = p->singleton.value };
    emit_constant(c, constant_object(c, &constant));
    emit_compare(c, TREE_COMPARE_IS);
    jump_to_fail(c, state, OP_POP_JUMP_IF_FALSE);
}

static void visit_star_pattern(Compiler *c, Pattern *p, MatchState *state)
{
    store_later(c, p->star.name, state);
}

typedef void (*PatternVisitor)(Compiler *c, Pattern *pattern, MatchState *state);

static const PatternVisitor pattern_visitors[PATTERN_KIND_COUNT] = {
    [PATTERN_VALUE] = visit_value_pattern, [PATTERN_SINGLETON] = visit_singleton_pattern,
    [PATTERN_SEQUENCE] = visit_sequence_pattern, [PATTERN_MAPPING] = visit_mapping_pattern,
    [PATTERN_CLASS] = visit_class_pattern, [PATTERN_STAR] = visit_star_pattern, [PATTERN_AS] = visit_as_pattern,
    [PATTERN_OR] = visit_or_pattern,
};

static void visit_pattern(Compiler *c, Pattern *p, MatchState *state)
{
    compile_enter(c);
    set_location(c, p->span);
    pattern_visitors[p->kind](c, p, state);
    compile_exit(c);
}

/* A case that fails gets its clean-up on the pattern's line, not on the last line of its body. */
static void visit_case(Compiler *c, MatchCase *match_case, bool is_last, bool may_be_irrefutable, Block *end)
{
    MatchState state = { .allow_irrefutable = match_case->guard || may_be_irrefutable };
    set_location(c, match_case->pattern->span);
    if (!is_last)
        emit_arg(c, OP_COPY, 1);
    visit_pattern(c, match_case->pattern, &state);
    for (int i = 0; i < state.stores.count; i++)
        emit_variable(c, state.stores.items[i], CONTEXT_STORE);
    if (match_case->guard) {
        ensure_fail(c, &state, 0);
        visit_jump_if(c, match_case->guard, state.fail[0], false);
    }
    if (!is_last)
        emit(c, OP_POP_TOP);
    visit_stmts(c, &match_case->body);
    emit_jump(c, OP_JUMP, end);
    set_location(c, match_case->pattern->span);
    emit_fail_blocks(c, &state);
}

void visit_match(Compiler *c, Stmt *s)
{
    const MatchCaseList *cases = &s->match.cases;
    visit_expr(c, s->match.subject);
    Block *end = block_new(c);
    MatchCase *last = &cases->items[cases->count - 1];
    bool has_default = is_wildcard(last->pattern) && cases->count > 1;
    int tested = cases->count - has_default;
    for (int i = 0; i < tested; i++)
        visit_case(c, &cases->items[i], i == tested - 1, i == cases->count - 1, end);
    if (has_default) {
        set_location(c, last->pattern->span);
        emit(c, OP_NOP);       /* so that the line of `case _` is seen */
        if (last->guard)
            visit_jump_if(c, last->guard, end, false);
        visit_stmts(c, &last->body);
        unset_location(c);
    }
    block_use(c, end);
}
