#include "cli/complain.h"

#include <stdarg.h>
#include <stdio.h>

#include "cli/cli.h"

int complain(const char *format, ...)
{
    char line[1200];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    for (char *c = line; *c; c++)
        if ((unsigned char)*c < ' ' || *c == 0x7f)
            *c = '?';
    fflush(stdout);
    fprintf(stderr, "refarrows: %s\n", line);
    return CLI_FAILED;
}
