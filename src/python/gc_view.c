/* A collection as a stop inside it sees it: read out of the rings and the GcHeads, changing nothing. */
#include "python/gc_view.h"

#include "python/gc_ring.h"

typedef struct Marker {
    Vm *vm;
    View *view;
    const NumberIndex *index;
    uint8_t generation;        /* of the ring looked at; 0: put aside */
    uint64_t count;            /* members of the ring looked at */
} Marker;

/* A copy of the count is there from COPY on until the object is divided from the others. */
static bool has_copy(const GcRun *run, const GcHead *head)
{
    return run->phase >= COLLECTOR_COPY && run->phase <= COLLECTOR_DIVIDE && (head->prev & GC_COLLECTING);
}

static CollectorColor color_of(const GcRun *run, const GcHead *head, const Marker *marker)
{
    if (marker->generation == 0)
        return run->phase <= COLLECTOR_DIVIDE ? COLLECTOR_ASIDE : COLLECTOR_GARBAGE;
    if (marker->generation != run->generation + 1 || run->phase > COLLECTOR_DIVIDE)
        return COLLECTOR_UNMARKED;
    return run->phase == COLLECTOR_DIVIDE && !(head->prev & GC_COLLECTING) ? COLLECTOR_REACHABLE : COLLECTOR_UNVISITED;
}

static int mark(Vm *vm, Object *object, void *context)
{
    Marker *marker = context;
    const GcRun *run = &vm->gc.run;
    int32_t place = number_index_find(marker->index, object->number);
    marker->count++;
    if (place == VIEW_NONE)
        return 0;
    ViewObject *out = &marker->view->objects[place];
    const GcHead *head = gc_head(object);
    out->generation = marker->generation ? marker->generation : (uint8_t)(run->generation + 1);
    out->color = (uint8_t)color_of(run, head, marker);
    if (has_copy(run, head))       /* in what is put aside the place of the copy, which was 0, is a pointer again */
        out->gc_refs = marker->generation ? (int64_t)(head->prev >> GC_COUNT_SHIFT) : 0;
    return 0;
}

static uint64_t mark_ring(Marker *marker, const GcHead *ring, uint8_t generation)
{
    marker->generation = generation;
    marker->count = 0;
    gc_visit_ring(marker->vm, ring, mark, marker);
    return marker->count;
}

void gc_view(Vm *vm, const NumberIndex *index, View *view)
{
    Gc *gc = &vm->gc;
    const GcRun *run = &gc->run;
    if (run->phase == COLLECTOR_NONE)
        return;
    Marker marker = {.vm = vm, .view = view, .index = index};
    uint64_t members[GC_GENERATIONS];
    for (int i = 0; i < GC_GENERATIONS; i++)
        members[i] = mark_ring(&marker, gc_generation(vm, i), (uint8_t)(i + 1));
    uint64_t aside = mark_ring(&marker, &run->unreachable, 0) + mark_ring(&marker, &run->seen, 0);
    mark_ring(&marker, &gc->permanent, GC_GENERATIONS + 1);
    view->collector = (ViewCollector){
        .phase = run->phase, .generation = (uint8_t)run->generation, .is_treated = run->current != 0,
        .object = run->current ? number_index_find(index, run->current) : VIEW_NONE,
        .count = run->phase < COLLECTOR_AGE ? members[run->generation] + aside : 0,
        .unreachable = run->phase == COLLECTOR_END ? (uint64_t)run->found : aside, .ordinal = gc->collections,
    };
}
