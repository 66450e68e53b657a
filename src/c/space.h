/* Memory by address. The quick way is inline: one range check, one comparison of shadow bytes; whatever is not all right
 * goes to space.c, which says what is wrong and whether the program can go on. */
#ifndef REFARROWS_C_SPACE_H
#define REFARROWS_C_SPACE_H

#include <string.h>

#include "c/vm.h"

/* Where an address lies in the arena, or NULL when it is not mapped. Good for 16 bytes from there. */
static inline unsigned char *c_reach(const CVm *vm, uint64_t address)
{
    uint64_t low = address - C_TEXT_BASE, stack = address - C_STACK_LOW;
    if (low < vm->low_limit)
        return vm->memory + (C_TEXT_BASE - C_LOW_BASE) + low;
    return stack < C_STACK_SIZE - 16 ? vm->memory + C_LOW_SIZE + stack : NULL;
}

/* The same without a check: for addresses that are known to be mapped. */
static inline unsigned char *c_at_address(const CVm *vm, uint64_t address)
{
    return address >= C_STACK_LOW ? vm->memory + C_LOW_SIZE + (address - C_STACK_LOW)
                                  : vm->memory + (address - C_LOW_BASE);
}

static inline unsigned char *c_shadow(unsigned char *memory) { return memory + SHADOW_DISTANCE; }

/* Are all bytes SHADOW_SET? `size` is a constant wherever this is called. */
static inline bool c_all_set(const unsigned char *shadow, size_t size)
{
    uint64_t word = 0x0303030303030303;
    if (size == 10) {
        uint16_t rest;
        memcpy(&word, shadow, 8);
        memcpy(&rest, shadow + 8, 2);
        return word == 0x0303030303030303 && rest == 0x0303;
    }
    memcpy(&word, shadow, size);
    return word == 0x0303030303030303;
}

/* May all bytes be written to? */
static inline bool c_all_owned(const unsigned char *shadow, size_t size)
{
    uint64_t word = 0x0202020202020202;
    if (size == 10) {
        uint16_t rest;
        memcpy(&word, shadow, 8);
        memcpy(&rest, shadow + 8, 2);
        return (word & 0x0202020202020202) == 0x0202020202020202 && (rest & 0x0202) == 0x0202;
    }
    memcpy(&word, shadow, size);
    return (word & 0x0202020202020202) == 0x0202020202020202;
}

/* The slow way. `what` for messages is found from the address. False: the program dies (a fault was told). */
bool c_check_read(CVm *vm, uint64_t address, uint64_t size, bool needs_value);
bool c_check_write(CVm *vm, uint64_t address, uint64_t size);

/* Is a range mapped? */
bool c_is_mapped(const CVm *vm, uint64_t address, uint64_t size);

/* For native functions: read and written memory is checked, and NULL answered when the program dies of it. */
unsigned char *c_read_memory(CVm *vm, uint64_t address, uint64_t size);
unsigned char *c_write_memory(CVm *vm, uint64_t address, uint64_t size);       /* and counts as having a value */

/* The bytes up to and with the NUL; checks them. NULL when the program dies of it. */
const char *c_read_string(CVm *vm, uint64_t address, uint64_t *length);
/* The same, but at most so many bytes. */
const char *c_read_string_up_to(CVm *vm, uint64_t address, uint64_t most, uint64_t *length);

/* Copies memory with its shadow. */
bool c_copy(CVm *vm, uint64_t to, uint64_t from, uint64_t size);

/* Makes memory below the low end mapped. */
void c_set_low_end(CVm *vm, uint64_t end);

#endif
