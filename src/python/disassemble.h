/* A listing of a code object as `dis` prints it, for tests and for the window.
 */
#ifndef REFARROWS_PYTHON_DISASSEMBLE_H
#define REFARROWS_PYTHON_DISASSEMBLE_H

#include "python/code.h"

/* One line of the listing, without newline:
 *   "  3 >>   12 LOAD_FAST                0 (x)" with the line number where a line begins and >> at jump targets.
 * Returns its length; the text is cut to `size`. */
int disassemble_instruction(Vm *vm, const Code *code, uint32_t index, char *text, size_t size);

/* What the operand means, as dis's argrepr: "x", "to 14", "1", "+="; empty if it has none. */
void disassemble_operand(Vm *vm, const Code *code, uint32_t index, char *text, size_t size);

/* The whole listing, with those of the code objects among the constants, as a new str; NULL: error. */
Object *disassemble(Vm *vm, const Code *code);

/* True when some jump or handler leads there. */
bool disassemble_is_target(const Code *code, uint32_t index);

/* The index that a jump leads to. */
uint32_t disassemble_jump_target(const Code *code, uint32_t index);

#endif
