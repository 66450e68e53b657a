/* The stack. A part of the evaluation loop: included by eval.c inside of it, whose labels, state and macros it uses. */

TARGET(POP_TOP):
    value = POP();
    SYNC();
    DROP(value);
    NEXT();
TARGET(PUSH_NULL):
    PUSH(NULL);
    NEXT();
TARGET(COPY):
    value = PEEK(instr->arg);
    PUSH(xincref(value));
    NEXT();
TARGET(SWAP):
    value = PEEK(instr->arg);
    PEEK(instr->arg) = PEEK(1);
    PEEK(1) = value;
    NEXT();
