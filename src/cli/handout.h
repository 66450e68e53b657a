/* A handout: a program with a picture of each of its steps and what is said about it, as one HTML page that needs no
 * other file, to be read, printed or sent.
 */
#ifndef REFARROWS_CLI_HANDOUT_H
#define REFARROWS_CLI_HANDOUT_H

#include <stdio.h>

#include "cli/picture.h"

typedef struct Handout {
    FILE *out;                 /* NULL: it could not be opened */
    const char *path;
} Handout;

/* Begins with the program. Returns 0 or the exit status after complaining; end it in any case. */
int handout_begin(Handout *handout, const Picture *picture, const char *path);

/* Adds the step that the picture was made and drawn of last. As above. */
int handout_add(Handout *handout, Picture *picture);

/* Returns `status`, or, after complaining, the exit status when not all of it could be written. A page that is not
 * whole is removed. */
int handout_end(Handout *handout, int status);

/* Is that the name of a page, not of a directory? */
bool handout_is_page(const char *path);

#endif
