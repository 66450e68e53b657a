/* Exceptions and with. A part of the evaluation loop: included by eval.c inside of it, whose labels, state and
 * macros it uses. */

TARGET(RAISE_VARARGS): {
    Object *cause = instr->arg == 2 ? POP() : NULL;
    Object *what = instr->arg >= 1 ? POP() : NULL;
    SYNC();
    if (what) {
        exception_raise(vm, what, cause);
        goto error;
    }
    Object *handled = exception_handled(vm);
    if (!handled) {
        vm_raise(vm, TYPE_RuntimeError, "No active exception to reraise");
        goto error;
    }
    object_replace(vm, &vm->raised, incref(handled));
    goto exception_reported;
}
TARGET(LOAD_ASSERTION_ERROR):
    PUSH(incref(OBJECT(builtin_type(vm, TYPE_AssertionError))));
    NEXT();
TARGET(PUSH_EXC_INFO): {
    Object *exception = POP();
    Object *before = vm->handled->value;
    PUSH(before ? before : new_none(vm));
    PUSH(exception);
    vm->handled->value = incref(exception);
    NEXT();
}
TARGET(POP_EXCEPT): {
    Object *before = POP();
    Object *now = vm->handled->value;
    if (before == none(vm)) {
        DROP(before);
        before = NULL;
    }
    vm->handled->value = before;
    SYNC();
    xdecref(vm, now);
    NEXT();
}
TARGET(CHECK_EXC_MATCH): {
    Object *match = POP();
    SYNC();
    int matches = exception_matches(vm, PEEK(1), match);
    DROP(match);
    if (matches < 0)
        goto error;
    PUSH(new_bool(vm, matches));
    NEXT();
}
TARGET(CHECK_EG_MATCH): {
    Object *matched, *rest;
    SYNC();
    int result = exception_group_match(vm, PEEK(2), PEEK(1), &matched, &rest);
    top = drop_many(vm, top, 2);
    if (result < 0)
        goto error;
    PUSH(rest ? rest : new_none(vm));
    if (matched && matched != none(vm))
        object_replace(vm, &vm->handled->value, incref(matched));
    PUSH(matched ? matched : new_none(vm));
    NEXT();
}
TARGET(RERAISE): {
    Object *exception = POP();
    if (instr->arg && is_exact(PEEK(instr->arg), INT))   /* the frame stands again where the exception came from */
        frame->next = frame->code->instrs + int_compact_value(PEEK(instr->arg)) + 1;
    SYNC();
    object_replace(vm, &vm->raised, exception);
    goto exception_reported;
}
TARGET(PREP_RERAISE_STAR): {
    SYNC();
    BINARY_RESULT(exception_prepare_reraise_star(vm, PEEK(2), PEEK(1)));
}
TARGET(BEFORE_WITH):
TARGET(BEFORE_ASYNC_WITH):
    SYNC();
    value = eval_before_with(vm, &PEEK(1), instr->op == OP_BEFORE_ASYNC_WITH);
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
TARGET(WITH_EXCEPT_START):
    SYNC();
    value = eval_with_except_start(vm, PEEK(4), PEEK(1));
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
