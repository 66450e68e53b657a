/* Where the head of a block sent the program: into the block, or past it.
 *
 * The steps say at which line the program went on, and the text says where the block begins and ends; so this needs no
 * help of the machine. Where the text leaves it open - the head spreads over lines, or the block stands behind it on the
 * same line - the answer is that it is not known.
 */
#ifndef REFARROWS_LESSON_BRANCH_H
#define REFARROWS_LESSON_BRANCH_H

#include <stdbool.h>

typedef enum Branch { BRANCH_UNKNOWN, BRANCH_TAKEN, BRANCH_PASSED } Branch;

/* The line `head` of the program `source` began with `if`, `while`, `for` or another word before a block, and the program
 * went on at the line `next`. Lines count from 1. */
Branch branch_of(const char *source, bool is_c, int head, int next);

/* The next line behind that one which does something: no comment, no directive, no brace of C alone. 0: there is none, or
 * `source` is NULL. */
int branch_following_line(const char *source, bool is_c, int line);

#endif
