/* What the collector keeps in the Vm: its generations, its settings, and the collection that is under way. */
#ifndef REFARROWS_PYTHON_GC_STATE_H
#define REFARROWS_PYTHON_GC_STATE_H

#include "machine/view.h"
#include "python/object.h"

enum { GC_GENERATIONS = 3 };

typedef struct GcStats { uint64_t collections, collected, uncollectable; } GcStats;

/* A collection under way. It lies in the Vm, so that a stop inside it can be looked at. */
typedef struct GcRun {
    int generation;
    GcHead *young;             /* what is being collected */
    GcHead *old;               /* where survivors go */
    GcHead unreachable;        /* put aside; while GC_DIVIDE goes on, tentatively and linked forwards only */
    GcHead seen;               /* GC_FINALIZE: those that were asked already; GC_RESCUE: those still unreachable */
    int64_t found;
    uint8_t phase;             /* CollectorPhase */
    uint64_t current;          /* number of the object that was just treated; 0: none */
} GcRun;

typedef struct Gc {
    GcHead generations[GC_GENERATIONS];               /* heads of the rings, youngest first */
    GcHead permanent;                                 /* gc.freeze(): never looked at */
    uint64_t count[GC_GENERATIONS];                   /* births minus deaths; of older ones: collections of the younger */
    int32_t threshold[GC_GENERATIONS];
    uint64_t long_lived, long_lived_pending;          /* survivors of the last full collection; new since then */
    GcStats stats[GC_GENERATIONS];
    uint64_t collections;                             /* begun so far */
    bool enabled, running;
    uint8_t debug;                                    /* GC_DEBUG_... */
    Object *garbage, *callbacks;                      /* lists: gc.garbage, gc.callbacks; NULL before gc is imported */
    GcRun run;
} Gc;

#endif
