/* Modules. A part of the evaluation loop: included by eval.c inside of it, whose labels, state and macros it uses. */

TARGET(IMPORT_NAME):
    SYNC();
    BINARY_RESULT(import_name(vm, frame, NAME(instr->arg), PEEK(1), PEEK(2)));
TARGET(IMPORT_FROM):
    SYNC();
    value = import_from(vm, PEEK(1), NAME(instr->arg));
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
TARGET(IMPORT_STAR):
    CONSUME_MANY(1, import_star(vm, frame->locals, PEEK(1)));
TARGET(SETUP_ANNOTATIONS):
    SYNC();
    if (eval_setup_annotations(vm, frame) < 0)
        goto error;
    NEXT();
TARGET(PRINT_EXPR):
    SYNC();
    if (eval_print_expression(vm, PEEK(1)) < 0)
        goto error;
    top = drop_many(vm, top, 1);
    NEXT();
