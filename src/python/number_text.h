/* Text that is read as a number: what int(), float() and complex() do with a str or bytes before they look at digits,
 * and the grammar of floats that the three share.
 */
#ifndef REFARROWS_PYTHON_NUMBER_TEXT_H
#define REFARROWS_PYTHON_NUMBER_TEXT_H

#include "python/object.h"

typedef struct NumberText {
    char *text;                /* ASCII, ends in NUL; small, or a block of the arena */
    size_t length;
    char small[128];
} NumberText;

/* Copies a str (decimal digits of any script become 0 to 9, white space becomes ' ', any other character beyond ASCII
 * '?') or the bytes of a bytes-like object. 1: done; 0: the object is neither; -1: MemoryError. */
int number_text_init(Vm *vm, NumberText *text, Object *source);
void number_text_release(Vm *vm, NumberText *text);

/* Drops white space at both ends. */
void number_text_strip(const char **start, const char **end);

/* Takes out the underscores that stand between digits; false when one stands elsewhere. */
bool number_text_drop_underscores(NumberText *text);

/* Reads the longest decimal float, "inf", "infinity" or "nan" (any case, optional sign) at the start of `text`, which
 * ends in NUL. Returns where it ends, NULL when there is none. Rounded correctly; too large is infinite. */
const char *number_text_read_double(const char *text, double *value);

#endif
