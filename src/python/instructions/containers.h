/* Containers: making, filling, taking apart. A part of the evaluation loop: included by eval.c inside of it, whose
 * labels, state and macros it uses. */

TARGET(BUILD_TUPLE):
    SYNC();
    value = tuple_from(vm, top - instr->arg, instr->arg);
    goto replace_many;
TARGET(BUILD_LIST):
    SYNC();
    value = list_from(vm, top - instr->arg, instr->arg);
    goto replace_many;
TARGET(BUILD_SET):
    SYNC();
    value = eval_build_set(vm, top - instr->arg, instr->arg);
    goto replace_many;
TARGET(BUILD_STRING):
    SYNC();
    value = str_join_items(vm, vm->empty_str, top - instr->arg, instr->arg);
    goto replace_many;
TARGET(BUILD_MAP):
    SYNC();
    value = dict_from_items(vm, top - 2 * instr->arg, 2, top - 2 * instr->arg + 1, 2, instr->arg);
    top = drop_many(vm, top, 2 * (size_t)instr->arg);
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
TARGET(BUILD_CONST_KEY_MAP):
    SYNC();
    value = dict_from_items(vm, ((Tuple *)PEEK(1))->items, 1, top - 1 - instr->arg, 1, instr->arg);
    top = drop_many(vm, top, (size_t)instr->arg + 1);
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
TARGET(BUILD_SLICE):
    SYNC();
    value = slice_new(vm, PEEK(instr->arg), PEEK(instr->arg - 1), instr->arg == 3 ? PEEK(1) : NULL);
    goto replace_many;
TARGET(LIST_APPEND):
    value = POP();
    if (list_append_taken(vm, (List *)PEEK(instr->arg), value) < 0)
        goto error;
    NEXT();
TARGET(SET_ADD):
    CONSUME(set_add(vm, PEEK(instr->arg), value));
TARGET(MAP_ADD):
    CONSUME_MANY(2, dict_set_held(vm, PEEK(instr->arg + 2), PEEK(2), PEEK(1)));
TARGET(LIST_EXTEND):
    CONSUME(eval_list_extend(vm, PEEK(instr->arg), value));
TARGET(SET_UPDATE):
    CONSUME(set_update(vm, PEEK(instr->arg), value));
TARGET(DICT_UPDATE): {
    value = POP();
    SYNC();
    int result = dict_merge(vm, PEEK(instr->arg), value, 1);
    if (result < 0 && vm_failed_with(vm, TYPE_AttributeError))
        vm_raise(vm, TYPE_TypeError, "'%T' object is not a mapping", value);
    DROP(value);
    if (result < 0)
        goto error;
    NEXT();
}
TARGET(DICT_MERGE):
    CONSUME(eval_dict_merge(vm, PEEK(2 + instr->arg), PEEK(instr->arg), value));
TARGET(LIST_TO_TUPLE):
    SYNC();
    value = list_as_tuple(vm, PEEK(1));
    goto replace_top;
TARGET(FORMAT_VALUE): {
    Object *spec = instr->arg & FORMAT_HAS_SPEC ? PEEK(1) : NULL;
    SYNC();
    value = eval_format_value(vm, PEEK(spec ? 2 : 1), instr->arg, spec);
    top = drop_many(vm, top, spec ? 2 : 1);
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
}
TARGET(UNPACK_SEQUENCE): {
    value = POP();
    SYNC();
    if (is_exact(value, TUPLE) && tuple_length(value) == instr->arg) {
        for (uint32_t i = instr->arg; i-- > 0;)
            PUSH(incref(tuple_item(value, i)));
        DROP(value);
        NEXT();
    }
    int result = eval_unpack(vm, value, (int)instr->arg, -1, top);
    DROP(value);
    if (result < 0)
        goto error;
    top += instr->arg;
    NEXT();
}
TARGET(UNPACK_EX): {
    int before = (int)(instr->arg & 0xff), after = (int)(instr->arg >> 8);
    value = POP();
    SYNC();
    int result = eval_unpack(vm, value, before, after, top);
    DROP(value);
    if (result < 0)
        goto error;
    top += before + 1 + after;
    NEXT();
}
