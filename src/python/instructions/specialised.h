/* Specialised instructions: what each stands for is said in specialise.h. A part of the evaluation loop: included by
 * eval.c inside of it, whose labels, state and macros it uses. */

#define LOCAL(index) (frame->slots[index])
/* So many instructions behind this one are done too. */
#define FOLD(count) (ip += (count), instr = ip - 1, frame->next = ip)

/* `first op second` without taking them to the stack. */
#define FOLD_OPERATOR(op, second) \
    do { \
        Object *left_ = LOCAL(instr->arg), *right_ = second(ip->arg); \
        if (left_ && right_ && number_operate(vm, op, left_, right_, &value)) { \
            FOLD(2); \
            if (!value) \
                goto error; \
            PUSH(value); \
            NEXT(); \
        } \
        goto op_LOAD_FAST; \
    } while (0)
#define NUMBERS_OPERATOR(op) \
    do { \
        Object *left_ = PEEK(2), *right_ = PEEK(1); \
        if (number_operate(vm, op, left_, right_, &value)) { \
            number_release(vm, left_); \
            number_release(vm, right_); \
            top -= 2; \
            if (!value) \
                goto error; \
            PUSH(value); \
            NEXT(); \
        } \
        goto op_BINARY_OP; \
    } while (0)
#define OPERATOR_TARGETS(name) \
    fast_LOCAL_LOCAL_##name: FOLD_OPERATOR(BINARY_##name, LOCAL); \
    fast_LOCAL_CONST_##name: FOLD_OPERATOR(BINARY_##name, CONST); \
    fast_NUMBERS_##name: NUMBERS_OPERATOR(BINARY_##name)
    OPERATOR_TARGETS(ADD);
    OPERATOR_TARGETS(SUBTRACT);
    OPERATOR_TARGETS(MULTIPLY);
    OPERATOR_TARGETS(REMAINDER);
    OPERATOR_TARGETS(FLOOR_DIVIDE);
    OPERATOR_TARGETS(TRUE_DIVIDE);

/* A comparison and the jump behind it; the comparison is the instruction at `compare`. */
#define FOLD_COMPARISON(compare, left, right, wanted, direction, release, otherwise) \
    do { \
        Object *left_ = (left), *right_ = (right); \
        int answer_ = left_ && right_ ? compare_quickly(left_, right_, (CompareOp)(compare)->arg) : -1; \
        if (answer_ < 0) \
            goto otherwise; \
        release(left_, right_); \
        ip = (compare) + 2; \
        if (answer_ == (wanted)) \
            ip direction##= ip[-1].arg; \
        NEXT(); \
    } while (0)
#define KEEP_BOTH(left, right)
#define DROP_BOTH(left, right) (top -= 2, DROP(left), DROP(right))
#define LOOP_BACK() \
    do { \
        if (__builtin_expect(machine_host_cancelled(vm->host), 0)) \
            goto cancelled; \
        frame->line = 0; \
    } while (0)
#define KEEP_AND_LOOP(left, right) LOOP_BACK()
#define DROP_AND_LOOP(left, right) \
    do { \
        DROP_BOTH(left, right); \
        LOOP_BACK(); \
    } while (0)
fast_LOCAL_LOCAL_COMPARE_IF:
    FOLD_COMPARISON(ip + 1, LOCAL(instr->arg), LOCAL(ip->arg), 0, +, KEEP_BOTH, op_LOAD_FAST);
fast_LOCAL_CONST_COMPARE_IF:
    FOLD_COMPARISON(ip + 1, LOCAL(instr->arg), CONST(ip->arg), 0, +, KEEP_BOTH, op_LOAD_FAST);
fast_LOCAL_LOCAL_COMPARE_WHILE:
    FOLD_COMPARISON(ip + 1, LOCAL(instr->arg), LOCAL(ip->arg), 1, -, KEEP_AND_LOOP, op_LOAD_FAST);
fast_LOCAL_CONST_COMPARE_WHILE:
    FOLD_COMPARISON(ip + 1, LOCAL(instr->arg), CONST(ip->arg), 1, -, KEEP_AND_LOOP, op_LOAD_FAST);
fast_COMPARE_IF:
    FOLD_COMPARISON(instr, PEEK(2), PEEK(1), 0, +, DROP_BOTH, op_COMPARE_OP);
fast_COMPARE_UNLESS:
    FOLD_COMPARISON(instr, PEEK(2), PEEK(1), 1, +, DROP_BOTH, op_COMPARE_OP);
fast_COMPARE_WHILE:
    FOLD_COMPARISON(instr, PEEK(2), PEEK(1), 1, -, DROP_AND_LOOP, op_COMPARE_OP);

#define FOLD_SUBSCRIPT(second) \
    do { \
        Object *container_ = LOCAL(instr->arg), *key_ = second(ip->arg); \
        value = container_ && key_ ? item_quickly(container_, key_) : NULL; \
        if (!value) \
            goto op_LOAD_FAST; \
        PUSH(incref(value)); \
        ip += 2; \
        NEXT(); \
    } while (0)
fast_LOCAL_LOCAL_SUBSCR:
    FOLD_SUBSCRIPT(LOCAL);
fast_LOCAL_CONST_SUBSCR:
    FOLD_SUBSCRIPT(CONST);

fast_LOCAL_ATTR: {
    Object *object = LOCAL(instr->arg);
    value = object ? cached_attribute(vm, object, NAME(ip->arg), &frame->code->caches[ip->cache]) : NULL;
    if (!value)
        goto op_LOAD_FAST;
    PUSH(incref(value));
    ip++;
    NEXT();
}
fast_LOCAL_METHOD: {
    Object *object = LOCAL(instr->arg);
    value = object ? cached_method(vm, object, &frame->code->caches[ip->cache]) : NULL;
    if (!value)
        goto op_LOAD_FAST;
    PUSH(incref(value));
    PUSH(incref(object));
    ip++;
    NEXT();
}
fast_LOCAL_LOCAL: {
    Object *first = LOCAL(instr->arg), *second = LOCAL(ip->arg);
    if (!first || !second)
        goto op_LOAD_FAST;
    PUSH(incref(first));
    PUSH(incref(second));
    ip++;
    NEXT();
}
fast_LOCAL_CONST: {
    Object *first = LOCAL(instr->arg);
    if (!first)
        goto op_LOAD_FAST;
    PUSH(incref(first));
    PUSH(incref(CONST(ip->arg)));
    ip++;
    NEXT();
}
fast_CONST_LOCAL: {
    Object *second = LOCAL(ip->arg);
    PUSH(incref(CONST(instr->arg)));
    if (!second)
        NEXT();
    PUSH(incref(second));
    ip++;
    NEXT();
}
fast_FOR_ITER_LOCAL: {
    Object *iterator = PEEK(1);
    if (is_exact(iterator, RANGE_ITERATOR) && ((RangeIterator *)iterator)->left) {
        RangeIterator *range = (RangeIterator *)iterator;
        value = number_int(vm, range->next);
        range->left--;
        if (!value)
            goto error;
        range->next = (int64_t)((uint64_t)range->next + (uint64_t)range->step);
    } else if (is_exact(iterator, LIST_ITERATOR) && ((ListIterator *)iterator)->list) {
        ListIterator *items = (ListIterator *)iterator;
        const List *list = (const List *)items->list;
        if (items->index >= list->length)
            goto op_FOR_ITER;
        value = incref(list->items[items->index++]);
    } else {
        goto op_FOR_ITER;
    }
    Object *old = LOCAL(ip->arg);
    LOCAL(ip->arg) = value;
    FOLD(1);
    if (old) {
        SYNC();
        DROP(old);
    }
    NEXT();
}
