/* Names: constants, locals, globals, cells. A part of the evaluation loop: included by eval.c inside of it, whose
 * labels, state and macros it uses. */

TARGET(LOAD_CONST):
    PUSH(incref(CONST(instr->arg)));
    NEXT();
TARGET(LOAD_FAST):
    value = frame->slots[instr->arg];
    if (__builtin_expect(!value, 0)) {
        eval_raise_unbound(vm, frame->code, (int)instr->arg);
        goto error;
    }
    PUSH(incref(value));
    NEXT();
TARGET(STORE_FAST): {
    Object *old = frame->slots[instr->arg];
    frame->slots[instr->arg] = POP();
    if (old) {
        SYNC();
        DROP(old);
    }
    NEXT();
}
TARGET(DELETE_FAST):
    value = frame->slots[instr->arg];
    if (!value) {
        eval_raise_unbound(vm, frame->code, (int)instr->arg);
        goto error;
    }
    SYNC();
    frame->slots[instr->arg] = NULL;
    DROP(value);
    NEXT();
TARGET(LOAD_NAME):
    if (frame->locals == frame->globals)
        goto load_global;      /* in a module */
    SYNC();
    value = eval_load_name(vm, frame, NAME(instr->arg));
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
TARGET(STORE_NAME):
    if (frame->locals == frame->globals)
        goto store_global;
    CONSUME(eval_store_name(vm, frame, NAME(instr->arg), value));
TARGET(DELETE_NAME):
    SYNC();
    if (eval_store_name(vm, frame, NAME(instr->arg), NULL) < 0)
        goto error;
    NEXT();
TARGET(LOAD_GLOBAL):
    if (instr->arg & 1)
        PUSH(NULL);
load_global: {
    Object *name = NAME(instr->op == OP_LOAD_GLOBAL ? instr->arg >> 1 : instr->arg);
    value = cached_global(frame, name, CACHE());
    if (value) {
        PUSH(incref(value));
        NEXT();
    }
    SYNC();
    value = cache_load_global(vm, frame, name, CACHE());
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
}
TARGET(STORE_GLOBAL):
store_global: {
    DictStrEntry *entry = cache_dict_entry(frame->globals, CACHE()->index, NAME(instr->arg));
    if (entry && gc_is_tracked(frame->globals)) {
        value = entry->value;
        entry->value = POP();
        SYNC();
        DROP(value);
        NEXT();
    }
    CONSUME(cache_store_name(vm, frame->globals, NAME(instr->arg), value, CACHE()));
}
TARGET(DELETE_GLOBAL):
    SYNC();
    if (dict_contains(vm, frame->globals, NAME(instr->arg)) <= 0) {
        eval_raise_name(vm, TYPE_NameError, "name '%U' is not defined", NAME(instr->arg));
        goto error;
    }
    if (dict_delete(vm, frame->globals, NAME(instr->arg)) < 0)
        goto error;
    NEXT();
TARGET(MAKE_CELL):
    value = cell_new(vm, frame->slots[instr->arg]);
    if (!value)
        goto error;
    object_replace(vm, &frame->slots[instr->arg], value);
    NEXT();
TARGET(COPY_FREE_VARS): {
    Object *closure = ((Function *)frame->function)->closure;
    Object **free = frame->slots + frame->code->locals_count - instr->arg;
    for (uint32_t i = 0; i < instr->arg; i++)
        free[i] = incref(tuple_item(closure, i));
    NEXT();
}
TARGET(LOAD_CLOSURE):
    PUSH(incref(frame->slots[instr->arg]));
    NEXT();
TARGET(LOAD_DEREF):
    value = ((Cell *)frame->slots[instr->arg])->value;
    if (!value) {
        eval_raise_unbound(vm, frame->code, (int)instr->arg);
        goto error;
    }
    PUSH(incref(value));
    NEXT();
TARGET(STORE_DEREF):
    value = POP();
    SYNC();
    object_replace(vm, &((Cell *)frame->slots[instr->arg])->value, value);
    NEXT();
TARGET(DELETE_DEREF): {
    Cell *cell = (Cell *)frame->slots[instr->arg];
    if (!cell->value) {
        eval_raise_unbound(vm, frame->code, (int)instr->arg);
        goto error;
    }
    SYNC();
    object_replace(vm, &cell->value, NULL);
    NEXT();
}
TARGET(LOAD_CLASSDEREF):
    SYNC();
    value = eval_load_class_deref(vm, frame, (int)instr->arg);
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
