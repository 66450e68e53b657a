/* Breakpoints: the lines at which a run to the next one, in either direction, stops. */
#ifndef REFARROWS_APP_BREAKPOINTS_H
#define REFARROWS_APP_BREAKPOINTS_H

#include <stdbool.h>
#include <stddef.h>

#include "machine/travel.h"

enum { BREAKPOINTS_MOST = 64 };    /* more than anybody sets in a program that is taught with */

typedef struct Breakpoints {
    int lines[BREAKPOINTS_MOST];   /* from 1, in the order in which they were set */
    size_t count;
} Breakpoints;

/* Sets a breakpoint, or removes it where there is one. False if there is no room for another. */
bool breakpoints_toggle(Breakpoints *breakpoints, int line);

/* For travel_make; points into the breakpoints. */
TravelLines breakpoints_lines(const Breakpoints *breakpoints);

#endif
