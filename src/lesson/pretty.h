/* JSON for people: two blanks to a level and a line to each value, as the lessons are written. cJSON's own way of
 * printing sets a list of texts, which is what a program is here, in a single line. */
#ifndef REFARROWS_LESSON_PRETTY_H
#define REFARROWS_LESSON_PRETTY_H

#include <cjson/cJSON.h>

/* The text with a newline at its end; the caller's. Never NULL: without memory the process ends. */
char *pretty_json(const cJSON *value);

#endif
