/* Operators. A part of the evaluation loop: included by eval.c inside of it, whose labels, state and macros it uses. */

TARGET(UNARY_POSITIVE):
    SYNC();
    value = object_unary(vm, PEEK(1), UNARY_POSITIVE);
    goto replace_top;
TARGET(UNARY_NEGATIVE):
    SYNC();
    value = object_unary(vm, PEEK(1), UNARY_NEGATIVE);
    goto replace_top;
TARGET(UNARY_INVERT):
    SYNC();
    value = object_unary(vm, PEEK(1), UNARY_INVERT);
    goto replace_top;
TARGET(UNARY_NOT): {
    SYNC();
    int truth = object_truth(vm, PEEK(1));
    value = truth < 0 ? NULL : new_bool(vm, !truth);
    goto replace_top;
}
TARGET(BINARY_OP): {
    Object *left = PEEK(2), *right = PEEK(1);
    SYNC();
    if ((instr->arg == BINARY_ADD || instr->arg == BINARY_ADD + BINARY_IN_PLACE) && is_exact(left, STR) &&
        is_exact(right, STR)) {
        top -= 2;
        SYNC();
        value = concatenate(vm, frame, ip, left, right);
        DROP(right);
        if (!value)
            goto error;
        PUSH(value);
        NEXT();
    }
    BINARY_RESULT(binary(vm, left, right, instr->arg));
}
TARGET(BINARY_SUBSCR):
    SYNC();
    BINARY_RESULT(subscript(vm, PEEK(2), PEEK(1)));
TARGET(STORE_SUBSCR): {
    Object **place = item_place_quickly(PEEK(2), PEEK(1));
    if (place && dies_quietly(*place)) {
        Object *key = POP(), *container = POP(), *old = *place;
        *place = POP();
        SYNC();
        DROP(old);
        DROP(key);
        DROP(container);
        NEXT();
    }
}
    CONSUME_MANY(3, store_subscript(vm, PEEK(2), PEEK(1), PEEK(3)));
TARGET(DELETE_SUBSCR):
    CONSUME_MANY(2, object_set_item(vm, PEEK(2), PEEK(1), NULL));
TARGET(COMPARE_OP):
    SYNC();
    BINARY_RESULT(compare(vm, PEEK(2), PEEK(1), (CompareOp)instr->arg));
TARGET(IS_OP):
    BINARY_RESULT(new_bool(vm, (PEEK(2) == PEEK(1)) != (bool)instr->arg));
TARGET(CONTAINS_OP): {
    SYNC();
    int found = object_contains(vm, PEEK(1), PEEK(2));
    BINARY_RESULT(found < 0 ? NULL : new_bool(vm, found != (int)instr->arg));
}
