#include "app/breakpoints.h"

#include <string.h>

bool breakpoints_toggle(Breakpoints *breakpoints, int line)
{
    for (size_t i = 0; i < breakpoints->count; i++)
        if (breakpoints->lines[i] == line) {
            int *at = &breakpoints->lines[i];
            memmove(at, at + 1, (--breakpoints->count - i) * sizeof *at);
            return true;
        }
    if (breakpoints->count == BREAKPOINTS_MOST)
        return false;
    breakpoints->lines[breakpoints->count++] = line;
    return true;
}

TravelLines breakpoints_lines(const Breakpoints *breakpoints)
{
    return (TravelLines){breakpoints->lines, breakpoints->count};
}
