/* The nearest right word for a wrong one: what a reader most likely meant. */
#ifndef REFARROWS_LESSON_NEAREST_H
#define REFARROWS_LESSON_NEAREST_H

#include <stddef.h>

/* The word of the list (ended by NULL) that takes the fewest letters changed, put in, left out or swapped, or NULL if
 * even that one takes too many to be what was meant. Case does not matter. */
const char *nearest_word(const char *word, const char *const *words);

#endif
