/* Jumps, and the for loop. A part of the evaluation loop: included by eval.c inside of it, whose labels, state and
 * macros it uses. */

TARGET(JUMP_FORWARD):
    ip += instr->arg;
    NEXT();
TARGET(JUMP_BACKWARD):
    frame->line = 0;
    ip -= instr->arg;
    if (__builtin_expect(machine_host_cancelled(vm->host), 0))
        goto cancelled;
    NEXT();
TARGET(JUMP_BACKWARD_NO_INTERRUPT):
    ip -= instr->arg;
    NEXT();
#define CONDITIONAL_JUMP(wanted, direction) \
    do { \
        value = POP(); \
        SYNC(); \
        int truth_ = truth_of(vm, value); \
        if (__builtin_expect(truth_ < 0, 0)) \
            goto error; \
        if (truth_ == (wanted)) \
            ip direction##= instr->arg; \
        NEXT(); \
    } while (0)
TARGET(POP_JUMP_FORWARD_IF_FALSE):
    CONDITIONAL_JUMP(0, +);
TARGET(POP_JUMP_FORWARD_IF_TRUE):
    CONDITIONAL_JUMP(1, +);
TARGET(POP_JUMP_BACKWARD_IF_FALSE):
    frame->line = 0;
    if (__builtin_expect(machine_host_cancelled(vm->host), 0))
        goto cancelled;
    CONDITIONAL_JUMP(0, -);
TARGET(POP_JUMP_BACKWARD_IF_TRUE):
    frame->line = 0;
    if (__builtin_expect(machine_host_cancelled(vm->host), 0))
        goto cancelled;
    CONDITIONAL_JUMP(1, -);
#define NONE_JUMP(wanted, direction) \
    do { \
        value = POP(); \
        bool is_none_ = value == none(vm); \
        SYNC(); \
        DROP(value); \
        if (is_none_ == (wanted)) \
            ip direction##= instr->arg; \
        NEXT(); \
    } while (0)
TARGET(POP_JUMP_FORWARD_IF_NOT_NONE):
    NONE_JUMP(false, +);
TARGET(POP_JUMP_FORWARD_IF_NONE):
    NONE_JUMP(true, +);
TARGET(POP_JUMP_BACKWARD_IF_NOT_NONE):
    frame->line = 0;
    NONE_JUMP(false, -);
TARGET(POP_JUMP_BACKWARD_IF_NONE):
    frame->line = 0;
    NONE_JUMP(true, -);
#define KEEPING_JUMP(wanted) \
    do { \
        SYNC(); \
        int truth_ = object_truth(vm, PEEK(1)); \
        if (truth_ < 0) \
            goto error; \
        if (truth_ == (wanted)) \
            ip += instr->arg; \
        else \
            top = drop_many(vm, top, 1); \
        NEXT(); \
    } while (0)
TARGET(JUMP_IF_FALSE_OR_POP):
    KEEPING_JUMP(0);
TARGET(JUMP_IF_TRUE_OR_POP):
    KEEPING_JUMP(1);

TARGET(FOR_ITER): {
    Object *iterator = PEEK(1);
    if (is_exact(iterator, RANGE_ITERATOR)) {
        RangeIterator *range = (RangeIterator *)iterator;
        if (range->left) {
            range->left--;
            value = number_int(vm, range->next);
            if (!value)
                goto error;
            range->next = (int64_t)((uint64_t)range->next + (uint64_t)range->step);
            PUSH(value);
            NEXT();
        }
    } else if (is_exact(iterator, LIST_ITERATOR) && ((ListIterator *)iterator)->list) {
        ListIterator *items = (ListIterator *)iterator;
        const List *list = (const List *)items->list;
        if (items->index < list->length) {
            PUSH(incref(list->items[items->index++]));
            NEXT();
        }
        SYNC();
        object_replace(vm, &items->list, NULL);
    } else if (is_exact(iterator, GENERATOR)) {
        SYNC();
        entered = generator_enter(vm, (Generator *)iterator, NULL);
        if (entered)
            goto enter;
        if (vm_failed(vm))
            goto error;
    } else {
        SYNC();
        value = object_type(vm, iterator)->slots.next(vm, iterator);
        if (value) {
            PUSH(value);
            NEXT();
        }
        if (vm_failed(vm)) {
            if (!vm_failed_with(vm, TYPE_StopIteration))
                goto error;
            if (reports(frame) && !vm_event(vm, STEP_EXCEPTION, PENDING_EXHAUSTED))
                goto suspended;
            goto exhausted;
        }
    }
    goto leave_loop;
}
exhausted:                     /* the StopIteration that ended a for loop was reported */
    labels = vm->slow ? slow_labels : fast_labels;
    vm_clear_error(vm);
leave_loop:
    top = drop_many(vm, top, 1);
    ip += instr->arg;
    NEXT();
