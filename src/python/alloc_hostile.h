/* The test build's allocator refuses requests on purpose: lua's ltests.h is the example. Nothing of this exists in a build
 * for users, and no run of a program depends on it: a test sets it from outside.
 */
#ifndef REFARROWS_PYTHON_ALLOC_HOSTILE_H
#define REFARROWS_PYTHON_ALLOC_HOSTILE_H

#ifdef REFARROWS_HOSTILE
#include <stdbool.h>
#include <stdint.h>

typedef struct AllocHostility {
    uint64_t requests;         /* so far, in all */
    uint64_t refuse_at;        /* the first that is refused; 0: none is */
    uint64_t refuse_count;     /* and how many of those that follow, itself included */
} AllocHostility;

extern AllocHostility alloc_hostility;

static inline bool alloc_refuses(void)
{
    AllocHostility *h = &alloc_hostility;
    h->requests++;
    return h->refuse_at && h->requests >= h->refuse_at && h->requests - h->refuse_at < h->refuse_count;
}
#else
#define alloc_refuses() false
#endif

#endif
