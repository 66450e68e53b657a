/* The end of a unit: its blocks become a Code.
 */
#ifndef REFARROWS_PYTHON_ASSEMBLE_H
#define REFARROWS_PYTHON_ASSEMBLE_H

#include "python/compile.h"

/* Finishes the current unit (with a `return None` unless it ends in a return; without the None if !add_none) and makes
 * its code. NULL with an exception set. */
Object *assemble_unit(Compiler *c, bool add_none);

/* Adds LINE and LINE_CHECK before the instructions at which tracing reports a line (compile_lines.c). The blocks are in
 * their final order. */
void lines_mark(Compiler *c, Block *entry);

/* Bytes of co_code in CPython, with caches and EXTENDED_ARGs. */
uint32_t code_size_in_cpython(const Instr *instrs, uint32_t count);

#endif
