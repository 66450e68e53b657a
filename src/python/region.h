/* The region: memory for what is made once and dropped at once: tokens, tree, the compiler's scratch.
 *
 * A region is a chain of malloc'd chunks filled from the front. Nothing in it is freed singly; `region_finish` drops all
 * of it. What never changes after loading may live outside the arena, and a region is where it lives.
 *
 * Running out of memory is an answer, not an accident. Whoever owns the region may set `on_exhausted` to a jmp_buf
 * prepared with setjmp: an allocation that cannot be met then jumps there with value 1. Without one the process ends with
 * a message on stderr and status 2. So no caller ever tests a result for NULL.
 */
#ifndef REFARROWS_PYTHON_REGION_H
#define REFARROWS_PYTHON_REGION_H

#include <setjmp.h>
#include <stddef.h>

typedef struct RegionChunk RegionChunk;

typedef struct Region {
    RegionChunk *newest;       /* the chunk being filled; NULL before the first allocation */
    char *next, *end;          /* the free part of it */
    size_t total;              /* bytes taken from malloc so far */
    size_t limit;              /* bytes after which the region counts as exhausted; 0: none */
    jmp_buf *on_exhausted;     /* not owned; NULL: end the process */
} Region;

/* An empty region takes no memory. */
void region_init(Region *region);

/* Gives everything back. The region may be used again afterwards. */
void region_finish(Region *region);

/* `size` zeroed bytes, aligned for any object. Never NULL; size 0 gives a valid pointer. */
void *region_alloc(Region *region, size_t size);

/* `count` zeroed elements of `size` bytes, guarded against overflow. */
void *region_alloc_array(Region *region, size_t count, size_t size);

/* A larger copy of an array of `old_size` bytes, the rest zeroed; in place when it was the last thing allocated. */
void *region_grow(Region *region, void *old, size_t old_size, size_t new_size);

/* A NUL-terminated copy of `length` bytes. */
char *region_strdup(Region *region, const char *text, size_t length);

#define REGION_NEW(region, Type) ((Type *)region_alloc((region), sizeof(Type)))

#endif
