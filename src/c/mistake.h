/* What is said of a mistake that an instruction finds. The run goes on, as C would, but for a division. */
#ifndef REFARROWS_C_MISTAKE_H
#define REFARROWS_C_MISTAKE_H

#include "c/vm.h"

/* `sign` is +, -, * or <<; bits: 32 or 64, of the type that the result does not fit into. */
void c_mistake_overflow(CVm *vm, const char *sign, int64_t left, int64_t right, int bits);
bool c_mistake_division(CVm *vm, bool by_zero);                /* else the least integer by -1; false: the program dies */
void c_mistake_shift(CVm *vm, int64_t value, int64_t count, int bits);
void c_mistake_unset(CVm *vm, int32_t offset);                 /* the local there is used, but was never stored */
void c_mistake_unfit(CVm *vm, double value, const char *type); /* a conversion to an integer */
void c_mistake_nothing_returned(CVm *vm);                      /* said if the caller uses the value */

/* Says so if the index is outside 0 to `length`, which itself may be meant where only the address is taken. */
void c_mistake_index(CVm *vm, int64_t index, int64_t length, bool may_be_end);

/* Says so if the value is an address in the memory of the function that returns it. */
void c_mistake_returned_address(CVm *vm, const CFrame *frame, uint64_t value);

#endif
