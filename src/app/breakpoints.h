/* Breakpoints: the lines at which a run to the next one, in either direction, stops; some only when a condition is true
 * there (see machine/condition.h). */
#ifndef REFARROWS_APP_BREAKPOINTS_H
#define REFARROWS_APP_BREAKPOINTS_H

#include <stdbool.h>
#include <stddef.h>

#include "machine/travel.h"

enum {
    BREAKPOINTS_MOST = 64,         /* more than anybody sets in a program that is taught with */
    BREAKPOINTS_CONDITION = 120    /* bytes of a condition with its NUL */
};

typedef struct Breakpoints {
    int lines[BREAKPOINTS_MOST];   /* from 1, in the order in which they were set */
    char conditions[BREAKPOINTS_MOST][BREAKPOINTS_CONDITION];      /* as typed; "": it always stops */
    size_t count;
} Breakpoints;

/* Sets a breakpoint, or removes it where there is one. False if there is no room for another. */
bool breakpoints_toggle(Breakpoints *breakpoints, int line);

/* Gives a line this condition, and a breakpoint if it has none; "" takes the condition away. False if there is no room. */
bool breakpoints_set(Breakpoints *breakpoints, int line, const char *condition);
bool breakpoints_has(const Breakpoints *breakpoints, int line);
const char *breakpoints_condition(const Breakpoints *breakpoints, int line);       /* "": none */

/* For travel_make; points into the breakpoints. */
TravelLines breakpoints_lines(const Breakpoints *breakpoints);

#endif
