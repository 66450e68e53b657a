/* The patterns of match. A part of the evaluation loop: included by eval.c inside of it, whose labels, state and
 * macros it uses. */

TARGET(GET_LEN): {
    SYNC();
    int64_t length = object_length(vm, PEEK(1));
    value = length < 0 ? NULL : int_from_i64(vm, length);
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
}
TARGET(MATCH_MAPPING):
    value = PEEK(1);
    PUSH(new_bool(vm, has_type_flag(vm, value, TYPE_MAPPING)));
    NEXT();
TARGET(MATCH_SEQUENCE):
    value = PEEK(1);
    PUSH(new_bool(vm, has_type_flag(vm, value, TYPE_SEQUENCE)));
    NEXT();
TARGET(MATCH_KEYS):
    SYNC();
    value = eval_match_keys(vm, PEEK(2), PEEK(1));
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
TARGET(MATCH_CLASS):
    SYNC();
    value = eval_match_class(vm, PEEK(3), PEEK(2), (int64_t)instr->arg, PEEK(1));
    top = drop_many(vm, top, 3);
    if (!value && vm_failed(vm))
        goto error;
    PUSH(value ? value : new_none(vm));
    NEXT();
