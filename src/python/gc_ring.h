/* Rings of tracked objects, linked through their GcHeads; a ring's own head is no object. As gc_list_* in gcmodule.c. How
 * one object is put in and taken out is in vm.h. */
#ifndef REFARROWS_PYTHON_GC_RING_H
#define REFARROWS_PYTHON_GC_RING_H

#include "python/gc.h"

static inline GcHead *ring_next(const GcHead *head) { return (GcHead *)head->next; }

static inline void ring_init(GcHead *ring) { ring->next = ring->prev = (uintptr_t)ring; }
static inline bool ring_is_empty(const GcHead *ring) { return ring->next == (uintptr_t)ring; }

static inline void ring_move(GcHead *node, GcHead *ring)
{
    gc_ring_remove(node);
    gc_ring_append(ring, node);
}

/* All of `from` behind the last of `to`. */
static inline void ring_merge(GcHead *from, GcHead *to)
{
    if (ring_is_empty(from))
        return;
    GcHead *first = ring_next(from), *last = (GcHead *)from->prev, *end = (GcHead *)to->prev;
    end->next = (uintptr_t)first;
    gc_ring_set_prev(first, end);
    last->next = (uintptr_t)to;
    to->prev = (uintptr_t)last;
    ring_init(from);
}

static inline int64_t ring_size(const GcHead *ring)
{
    int64_t size = 0;
    for (const GcHead *node = ring_next(ring); node != ring; node = ring_next(node))
        size++;
    return size;
}

#endif
