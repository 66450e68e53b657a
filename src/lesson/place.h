/* Places: where in a JSON text a value stands. cJSON keeps no positions, so the raw text is walked again, and each
 * value met is noted under its path, as in JSON pointer: "/waypoints/2/at/line". A member's key is found under the
 * same path.
 *
 * The text has been parsed by cJSON before, so its form is known to be right, and this walk never looks for mistakes.
 */
#ifndef REFARROWS_LESSON_PLACE_H
#define REFARROWS_LESSON_PLACE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Place {
    int line, column;          /* from 1; columns count characters, not bytes */
} Place;

/* The place of a byte. */
Place place_of_byte(const char *text, size_t length, size_t byte);

/* Finds the value at that path, or its key when `key` is set. Members with several equal keys: `repetition` counts them
 * from 0, of the last name in the path; of the others the first is taken, as cJSON does. False: there is none. */
bool place_find(const char *text, size_t length, const char *path, bool key, int repetition, Place *place);

#endif
