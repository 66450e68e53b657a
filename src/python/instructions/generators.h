/* Iterators, generators and coroutines. A part of the evaluation loop: included by eval.c inside of it, whose
 * labels, state and macros it uses. */

TARGET(GET_ITER):
    SYNC();
    value = object_iter(vm, PEEK(1));
    goto replace_top;
TARGET(GET_YIELD_FROM_ITER):
    SYNC();
    value = eval_yield_from_iter(vm, PEEK(1), (frame->code->flags & (CODE_COROUTINE | CODE_ITERABLE_COROUTINE)) != 0);
    goto replace_top;
TARGET(RETURN_GENERATOR): {
    SYNC();
    Frame *back = frame->back;
    bool entry = frame->entry, construct = frame->construct;
    value = generator_new(vm, frame);
    if (!value)
        goto error;
    vm->frame = back;
    vm->depth--;
    vm->c_depth -= construct;
    if (entry)
        return value;
    frame = back;
    ip = frame->next;
    instr = ip - 1;
    top = frame->top;
    if (construct) {
        vm_raise(vm, TYPE_TypeError, "__init__() should return None, not '%T'", value);
        DROP(value);
        end_construction(vm, frame, instr->arg, true);
        top = frame->top;
        goto error;
    }
    PUSH(value);
    NEXT();
}
TARGET(YIELD_VALUE):
    if (reports(frame)) {
        SYNC();
        if (!vm_event(vm, STEP_RETURN, PENDING_YIELD))
            goto suspended;
        labels = vm->slow ? slow_labels : fast_labels;
    }
yield_reported: {
    value = POP();
    SYNC();
    Frame *back = frame->back;
    bool entry = frame->entry;
    frame->entry = false;
    vm->frame = back;
    vm->depth--;
    generator_leave(vm, generator_of_frame(frame), false);
    if (entry)
        return value;
    frame = back;
    ip = frame->next;
    instr = ip - 1;
    top = frame->top;
    PUSH(value);
    NEXT();
}
TARGET(SEND): {
    value = POP();
    Object *receiver = PEEK(1);
    SYNC();
    if (is_exact(receiver, GENERATOR) || is_exact(receiver, COROUTINE)) {
        entered = generator_enter(vm, (Generator *)receiver, value);
        if (entered) {
            DROP(value);
            goto enter;
        }
        if (vm_failed(vm)) {
            DROP(value);
            goto error;
        }
    }
    bool done = false;
    stopped = false;
    Object *result = eval_send(vm, receiver, value, &done, &stopped);
    DROP(value);
    if (!result)
        goto error;
    PUSH(result);
    if (done)
        goto delegate_ended;
    NEXT();
}
delegate_ended:                /* SEND: the value of the delegation, on top, takes the delegate's place */
    if (stopped && reports(frame)) {
        SYNC();
        if (!vm_event(vm, STEP_EXCEPTION, PENDING_DELEGATED))
            goto suspended;
        labels = vm->slow ? slow_labels : fast_labels;
    }
delegated:
    value = POP();
    top = drop_many(vm, top, 1);
    ip += instr->arg;
    PUSH(value);
    NEXT();
TARGET(ASYNC_GEN_WRAP):
    SYNC();
    value = async_generator_wrap(vm, PEEK(1));
    goto replace_top;
TARGET(GET_AWAITABLE):
    SYNC();
    value = eval_awaitable(vm, PEEK(1), instr->arg);
    goto replace_top;
TARGET(GET_AITER):
    SYNC();
    value = eval_async_iter(vm, PEEK(1));
    goto replace_top;
TARGET(GET_ANEXT):
    SYNC();
    value = eval_async_next(vm, PEEK(1));
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
TARGET(END_ASYNC_FOR): {
    Object *exception = POP();
    SYNC();
    if (exception_matches(vm, exception, OBJECT(builtin_type(vm, TYPE_StopAsyncIteration))) == 1) {
        DROP(exception);
        top = drop_many(vm, top, 1);
        NEXT();
    }
    object_replace(vm, &vm->raised, exception);
    goto exception_reported;
}
