/* Prose: a text that grows. Usage:
 *
 *     Prose prose;
 *     prose_init(&prose);
 *     prose_add(&prose, "its count rose to ");
 *     prose_format(&prose, "%" PRIu64, count);
 *     char *sentence = prose_take(&prose);         the caller's, to be freed; the prose is empty again
 *     prose_finish(&prose);
 */
#ifndef REFARROWS_LESSON_PROSE_H
#define REFARROWS_LESSON_PROSE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Prose {
    char *text;                /* ends in a NUL once anything was added; NULL before */
    uint32_t length, capacity;
} Prose;

void prose_init(Prose *prose);
void prose_finish(Prose *prose);
void prose_reset(Prose *prose);                      /* empties, keeps the memory */

void prose_add(Prose *prose, const char *text);
void prose_add_bytes(Prose *prose, const char *text, size_t length);
void prose_format(Prose *prose, const char *format, ...) __attribute__((format(printf, 2, 3)));
void prose_format_list(Prose *prose, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));

/* What stands between the parts of an enumeration, before part `index` of `count`: nothing, ", " or " and ". */
void prose_join(Prose *prose, uint32_t index, uint32_t count);

/* Hands the text over, never NULL, and empties the prose. */
char *prose_take(Prose *prose);

/* Makes the first letter from `start` on a capital, if it is an ASCII letter. */
void prose_capitalize(Prose *prose, uint32_t start);

#endif
