/* Saves a text for ever, as fast as it can, for save_killed.py to kill: each one longer than the one before, all of its
 * lines of the same number. Argument: the file. */
#include "lesson/keep_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINES = 3000, LINE = 20 };

int main(int count, char **words)
{
    char error[300], text[LINES * LINE + 1];
    size_t length;
    char *old = count > 1 ? keep_file_read(words[1], &length) : NULL;
    for (unsigned long number = old ? strtoul(old, NULL, 10) + 1 : 1;; number++) {
        length = 0;
        for (unsigned long i = 0; i < 100 + number % (LINES - 100); i++)
            length += (size_t)snprintf(text + length, LINE, "%lu\n", number);
        if (count < 2 || !keep_file_write(words[1], text, length, error, sizeof error))
            return 1;
    }
}
