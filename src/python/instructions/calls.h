/* Functions and calls. A part of the evaluation loop: included by eval.c inside of it, whose labels, state and
 * macros it uses. */

TARGET(MAKE_FUNCTION): {
    uint32_t flags = instr->arg;
    size_t extra = (size_t)__builtin_popcount(flags & 15u) + 1;
    SYNC();
    value = eval_make_function(vm, frame, flags, top - extra);
    top = drop_many(vm, top, extra);
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
}
TARGET(KW_NAMES):
    keyword_names = CONST(instr->arg);
    NEXT();
TARGET(CALL): {
    /* Below the arguments lie a NULL and the callable, or a function and its first argument. */
    size_t count = instr->arg;
    Object **args = top - count, **base = args - 2;
    Object *names = keyword_names, *callable = base[0];
    keyword_names = NULL;
    if (!callable && is_exact(base[1], METHOD))
        eval_unbind_method(vm, base);
    if (base[0]) {
        callable = base[0];
        args--;
        count++;
    } else {
        callable = base[1];
    }
    SYNC();
    if (is_exact(callable, FUNCTION)) {
        entered = names ? NULL : frame_push_exact(vm, (Function *)callable, args, count);
        if (entered) {
            top = base;        /* the references are the new frame's */
            SYNC();
            goto enter;
        }
        entered = function_push(vm, (Function *)callable, args, count - eval_name_count(names), names);
        top = drop_many(vm, top, (size_t)(top - base));
        if (!entered)
            goto error;
        SYNC();
        goto enter;
    }
    Object *init = NULL;
    if (is_plain_method_call(vm, callable, args, count, names)) {
        value = ((const MethodDescriptor *)callable)->def->function(vm, args[0], args + 1, count - 1, NULL);
    } else if (is_plain_function_call(vm, callable, count, names)) {
        value = call_plain_function(vm, (const BuiltinFunction *)callable, args, count);
    } else if (!base[0] && (init = cached_init(vm, frame, callable, CACHE()))) {
        entered = push_construction(vm, frame, (Function *)init, base, names);
        if (entered)
            goto enter;
        value = NULL;
    } else {
        value = vm_failed(vm) ? NULL : object_call(vm, callable, args, count - eval_name_count(names), names);
    }
    top = release_many(vm, top, (size_t)(top - base));
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
}
TARGET(CALL_FUNCTION_EX): {
    size_t extra = instr->arg & 1 ? 3 : 2;
    SYNC();
    value = eval_call_ex(vm, PEEK(extra), &PEEK(extra - 1), extra == 3 ? PEEK(1) : NULL);
    top = release_many(vm, top, extra + 1);        /* with the NULL, or what a PUSH_NULL stands for */
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
}
TARGET(LOAD_BUILD_CLASS):
    SYNC();
    value = eval_build_class_function(vm, frame);
    if (!value)
        goto error;
    PUSH(value);
    NEXT();

enter:
    vm->frame = entered;
    vm->depth++;
    frame = entered;
    ip = frame->next;
    top = frame->top;
    if (__builtin_expect(machine_host_cancelled(vm->host), 0))
        goto cancelled;
    NEXT();

TARGET(RETURN_VALUE):
    if (reports(frame)) {
        SYNC();
        if (!vm_event(vm, STEP_RETURN, PENDING_RETURN))
            goto suspended;
        labels = vm->slow ? slow_labels : fast_labels;
    }
return_reported:
    value = POP();
    SYNC();
    if (frame_is_plain(frame)) {
        Frame *left = frame;
        frame = left->back;
        ip = frame->next;
        top = frame->top;
        vm->frame = frame;
        vm->depth--;
        frame_leave(vm, left);
        PUSH(value);
        NEXT();
    }
    if (!frame->back && frame->owner == FRAME_ON_STACK && vm->eval_depth == 1 && frame->entry)
        return value;          /* the program itself: its frame stays to be looked at */
    {
        Frame *back = frame->back;
        bool entry = frame->entry, construct = frame->construct, generator = frame->owner == FRAME_IN_GENERATOR;
        /* as CPython while it traces: only send() and a value make the end of a delegate a StopIteration */
        stopped = generator && (generator_of_frame(frame)->sent || value != none(vm));
        vm->frame = back;
        vm->depth--;
        vm->c_depth -= construct;
        if (generator)
            generator_leave(vm, generator_of_frame(frame), true);
        else
            frame_end(vm, frame);
        if (entry)
            return value;
        frame = back;
        ip = frame->next;
        instr = ip - 1;
        top = frame->top;
        if (construct) {
            bool is_none = value == none(vm);
            if (!is_none)
                vm_raise(vm, TYPE_TypeError, "__init__() should return None, not '%T'", value);
            DROP(value);
            end_construction(vm, frame, instr->arg, !is_none);
            top = frame->top;
            if (!is_none)
                goto error;
            NEXT();            /* the instance lies on top */
        }
        if (generator && instr->op == OP_FOR_ITER && value != none(vm)) {
            SYNC();
            generator_raise_stop(vm, value);
            DROP(value);
            if (reports(frame) && !vm_event(vm, STEP_EXCEPTION, PENDING_EXHAUSTED))
                goto suspended;
            goto exhausted;
        }
        if (generator && instr->op == OP_FOR_ITER) {
            DROP(value);
            top = drop_many(vm, top, 1);
            ip += instr->arg;
            NEXT();
        }
        PUSH(value);
        if (generator)
            goto delegate_ended;
        NEXT();
    }
