/* The toy machine: the smallest language that has everything a timeline must cope with, so that machine/ is tested
 * without a real one. One command per line, operands are variables a..z or numbers, lines count from 1:
 *
 *     set a 5        a = 5                   add a b        a = a + b
 *     loop a 3       a = a - 1; if a is not 0 go on at line 3
 *     goto 3
 *     call 7         a frame is pushed, line 7 runs, until `return`
 *     native 7 4     a built-in that calls line 7 four times from C: stops inside are not flat
 *     grow 100       100 more words of heap, zero       store a b      heap[a % size] = b
 *     print a        writes a and a newline             read a         a = next line of input as a number, or -1
 *     spin           never comes to an event again, polls for a cancel
 *     end            (also behind the last line)
 *
 * Each word of a line is one instruction; the last of them does the work. The event of a line comes before it; `call`
 * and `return` have events of their own.
 */
#ifndef REFARROWS_TESTS_TOY_MACHINE_H
#define REFARROWS_TESTS_TOY_MACHINE_H

#include "machine/machine.h"

extern const MachineLanguage toy_language;

/* A Source with that text. */
Source toy_source(const char *text);

#endif
