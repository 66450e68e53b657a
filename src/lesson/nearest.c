/* The optimal string alignment distance, three rows at a time. */
#include "lesson/nearest.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST = 40 };         /* bytes: no key is nearly as long */

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static char nearest_fold(char c)
{
    return (char)tolower((unsigned char)c);
}

static size_t nearest_distance(const char *a, const char *b)
{
    size_t rows[3][LONGEST + 1], *old = rows[0], *last = rows[1], *row = rows[2];
    size_t width = strlen(b);
    for (size_t j = 0; j <= width; j++)
        old[j] = last[j] = j;
    for (size_t i = 1; a[i - 1] != '\0'; i++) {
        row[0] = i;
        for (size_t j = 1; j <= width; j++) {
            char x = nearest_fold(a[i - 1]), y = nearest_fold(b[j - 1]);
            row[j] = least(least(last[j], row[j - 1]) + 1, last[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == nearest_fold(b[j - 2]) && nearest_fold(a[i - 2]) == y)
                row[j] = least(row[j], old[j - 2] + 1);
        }
        size_t *spare = old;
        old = last;
        last = row;
        row = spare;
    }
    return last[width];
}

const char *nearest_word(const char *word, const char *const *words)
{
    const char *best = NULL;
    size_t best_distance = LONGEST, length = strlen(word);
    for (size_t i = 0; length <= LONGEST && words[i] != NULL; i++) {
        size_t distance = nearest_distance(word, words[i]);
        size_t allowed = (length < strlen(words[i]) ? length : strlen(words[i])) / 2;
        if (distance <= allowed && distance < best_distance) {
            best = words[i];
            best_distance = distance;
        }
    }
    return best;
}
