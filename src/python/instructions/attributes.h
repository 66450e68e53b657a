/* Attributes. A part of the evaluation loop: included by eval.c inside of it, whose labels, state and macros it
 * uses. */

TARGET(LOAD_ATTR):
    value = cached_attribute(vm, PEEK(1), NAME(instr->arg), CACHE());
    if (value) {
        Object *object = PEEK(1);
        PEEK(1) = incref(value);
        SYNC();
        DROP(object);
        NEXT();
    }
    SYNC();
    value = cache_load_attribute(vm, frame, PEEK(1), NAME(instr->arg), CACHE());
    goto replace_top;
TARGET(STORE_ATTR): {
    Object **place = cached_place(vm, PEEK(1), CACHE());
    if (place && (!*place || dies_quietly(*place))) {
        Object *object = POP(), *old = *place;
        *place = POP();
        SYNC();
        if (old)
            DROP(old);
        DROP(object);
        NEXT();
    }
}
    CONSUME_MANY(2, cache_store_attribute(vm, frame, PEEK(1), NAME(instr->arg), PEEK(2), CACHE()));
TARGET(DELETE_ATTR):
    CONSUME_MANY(1, object_set_attribute(vm, PEEK(1), NAME(instr->arg), NULL));
TARGET(LOAD_METHOD): {
    Object *object = PEEK(1);
    value = cached_method(vm, object, CACHE());
    if (value) {
        PEEK(1) = incref(value);
        PUSH(object);
        NEXT();
    }
    SYNC();
    Object *self;
    value = cache_load_method(vm, frame, object, NAME(instr->arg), &self, CACHE());
    if (!value)
        goto error;
    PEEK(1) = self ? value : NULL;
    PUSH(self ? self : value);
    if (!self)
        DROP(object);
    NEXT();
}
