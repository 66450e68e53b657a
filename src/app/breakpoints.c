#include "app/breakpoints.h"

#include <string.h>

static size_t find(const Breakpoints *breakpoints, int line)
{
    size_t i = 0;
    while (i < breakpoints->count && breakpoints->lines[i] != line)
        i++;
    return i;
}

static void take_out(Breakpoints *breakpoints, size_t at)
{
    size_t behind = --breakpoints->count - at;
    memmove(&breakpoints->lines[at], &breakpoints->lines[at + 1], behind * sizeof breakpoints->lines[0]);
    memmove(&breakpoints->conditions[at], &breakpoints->conditions[at + 1], behind * sizeof breakpoints->conditions[0]);
}

bool breakpoints_set(Breakpoints *breakpoints, int line, const char *condition)
{
    size_t at = find(breakpoints, line), length = strlen(condition);
    if (at == BREAKPOINTS_MOST || length >= BREAKPOINTS_CONDITION)
        return false;
    breakpoints->count += at == breakpoints->count;
    breakpoints->lines[at] = line;
    memcpy(breakpoints->conditions[at], condition, length + 1);
    return true;
}

bool breakpoints_toggle(Breakpoints *breakpoints, int line)
{
    size_t at = find(breakpoints, line);
    if (at == breakpoints->count)
        return breakpoints_set(breakpoints, line, "");
    take_out(breakpoints, at);
    return true;
}

bool breakpoints_has(const Breakpoints *breakpoints, int line)
{
    return find(breakpoints, line) < breakpoints->count;
}

const char *breakpoints_condition(const Breakpoints *breakpoints, int line)
{
    size_t at = find(breakpoints, line);
    return at < breakpoints->count ? breakpoints->conditions[at] : "";
}

TravelLines breakpoints_lines(const Breakpoints *breakpoints)
{
    return (TravelLines){breakpoints->lines, breakpoints->count};
}
