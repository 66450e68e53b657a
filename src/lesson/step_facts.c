#include "lesson/step_facts.h"

#include <stdlib.h>
#include <string.h>

enum { FURTHEST = 12 };            /* lines of comment, or blank ones, that are looked over */

/* A line that does nothing: blank, a comment, a brace of C alone. */
static bool is_idle(const char *line)
{
    line += strspn(line, " \t\r\n");
    return !*line || *line == '#' || strncmp(line, "//", 2) == 0 || line[strspn(line, "{} \t\r\n;")] == '\0';
}

int step_following_line(char *(*source_line)(void *context, int line), void *context, int line)
{
    for (int next = line + 1; source_line && line > 0 && next <= line + FURTHEST; next++) {
        char *text = source_line(context, next);
        bool idle = !text || is_idle(text), ended = !text;
        free(text);
        if (!idle)
            return next;
        if (ended)
            break;
    }
    return 0;
}
