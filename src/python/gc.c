/* The algorithm, in the steps that a learner can be shown; each is one function below and takes the GcRun:
 *
 *   1. copy      every object of the generation gets a copy of its count, in the place of its `prev` pointer;
 *   2. subtract  every reference from one of these objects to another takes 1 from the copy of the other: what is left
 *                counts the references from outside;
 *   3. divide    objects with something left are reachable, and so is all that they refer to; the others move to the
 *                `unreachable` ring;
 *   4. age       the reachable ones join the next older generation;
 *      (before:  weak references forget the unreachable ones, and those that are reachable themselves tell it)
 *   5. finalize  __del__ of each unreachable object, once in its life; an object that came back to life thereby takes
 *                everything that it refers to back with it (steps 1 to 3 again);
 *   6. clear     each object that is left drops its references, and counting does the rest.
 *
 * While 1 to 3 run, `prev` holds the copy and the rings are linked forwards only; bit 0 of `next` marks the members of
 * the unreachable ring until it is final. Both are put right before any code of the program runs.
 *
 * A GcRun lives on the C stack: the run is stopped inside a collection by leaving with longjmp, never by suspending it.
 */
#include "python/gc.h"

#include "python/modules/weakref.h"
#include "python/objects/containers.h"

enum { GC_UNREACHABLE = 1 };   /* bit of GcHead.next */

typedef struct GcRun {
    int generation;
    GcHead *young;             /* what is being collected */
    GcHead *old;               /* where survivors go */
    GcHead unreachable;
    int64_t found;
} GcRun;

/* ---- rings ---- */

static inline GcHead *ring_next(const GcHead *head) { return (GcHead *)head->next; }
/* The same in the unreachable ring while its links carry the mark. */
static inline GcHead *ring_next_unmarked(const GcHead *head) { return (GcHead *)(head->next & ~(uintptr_t)GC_UNREACHABLE); }

static void ring_init(GcHead *ring) { ring->next = ring->prev = (uintptr_t)ring; }
static bool ring_is_empty(const GcHead *ring) { return ring->next == (uintptr_t)ring; }

static void ring_move(GcHead *node, GcHead *ring)
{
    gc_ring_remove(node);
    gc_ring_append(ring, node);
}

static void ring_merge(GcHead *from, GcHead *to)
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

static int64_t ring_size(const GcHead *ring)
{
    int64_t size = 0;
    for (const GcHead *node = ring_next(ring); node != ring; node = ring_next(node))
        size++;
    return size;
}

GcHead *gc_generation(Vm *vm, int generation)
{
    return (GcHead *)(generation == 0 ? vm->gc_first : vm->gc_older[generation - 1]);
}

void gc_init(Vm *vm)
{
    static const uint32_t thresholds[GC_GENERATIONS] = {700, 10, 10};
    for (int i = 0; i < GC_GENERATIONS; i++) {
        ring_init(gc_generation(vm, i));
        vm->gc_count[i] = 0;
        vm->gc_threshold[i] = thresholds[i];
    }
    vm->gc_long_lived = vm->gc_long_lived_pending = 0;
    vm->gc_enabled = true;
    vm->gc_running = false;
}

int gc_visit_tracked(Vm *vm, VisitFunction visit, void *context)
{
    for (int i = 0; i < GC_GENERATIONS; i++) {
        GcHead *ring = gc_generation(vm, i);
        for (GcHead *node = ring_next(ring); node != ring; node = ring_next(node)) {
            int answer = visit(vm, gc_object(node), context);
            if (answer)
                return answer;
        }
    }
    return 0;
}

static int gc_traverse(Vm *vm, GcHead *node, VisitFunction visit, void *context)
{
    Object *object = gc_object(node);
    return object_type(vm, object)->slots.traverse(vm, object, visit, context);
}

/* ---- 1 to 3: which objects cannot be reached from outside ---- */

static inline uintptr_t copied_count(const GcHead *head) { return head->prev >> GC_COUNT_SHIFT; }
static inline void set_copied_count(GcHead *head, uintptr_t count)
{
    head->prev = (head->prev & GC_FLAGS) | count << GC_COUNT_SHIFT;
}

static void gc_copy_counts(GcHead *ring)
{
    for (GcHead *node = ring_next(ring); node != ring; node = ring_next(node))
        node->prev = (node->prev & GC_FINALIZED) | GC_COLLECTING
                   | (uintptr_t)gc_object(node)->count << GC_COUNT_SHIFT;
}

static inline bool gc_is_collected_now(const Vm *vm, const Object *object)
{
    return gc_knows(vm, object) && (gc_head(object)->prev & GC_COLLECTING);
}

static int visit_subtract(Vm *vm, Object *object, void *context)
{
    if (gc_is_collected_now(vm, object))
        gc_head(object)->prev -= (uintptr_t)1 << GC_COUNT_SHIFT;
    return 0;
}

static void gc_subtract_inner(Vm *vm, GcHead *ring)
{
    for (GcHead *node = ring_next(ring); node != ring; node = ring_next(node))
        gc_traverse(vm, node, visit_subtract, NULL);
}

/* Something reachable refers to the object: it is reachable too. If it was already put aside it comes back to the end
 * of `young` (the context), where the loop of gc_divide will meet it. */
static int visit_reachable(Vm *vm, Object *object, void *context)
{
    GcHead *young = context, *head = gc_head(object);
    if (!gc_is_collected_now(vm, object))
        return 0;
    if (head->next & GC_UNREACHABLE) {
        GcHead *prev = gc_ring_prev(head), *next = (GcHead *)(head->next & ~(uintptr_t)GC_UNREACHABLE);
        prev->next = head->next;
        gc_ring_set_prev(next, prev);
        gc_ring_append(young, head);
        set_copied_count(head, 1);
    } else if (copied_count(head) == 0)
        set_copied_count(head, 1);
    return 0;
}

/* Moves what has nothing left to `unreachable`, tentatively: its links there carry the mark. What stays gets its `prev`
 * pointer back as the loop passes. */
static void gc_divide(Vm *vm, GcHead *young, GcHead *unreachable)
{
    GcHead *prev = young;
    GcHead *node = ring_next(young);
    while (node != young) {
        if (copied_count(node)) {
            gc_traverse(vm, node, visit_reachable, young);
            gc_ring_set_prev(node, prev);
            node->prev &= ~(uintptr_t)GC_COLLECTING;
            prev = node;
        } else {
            prev->next = node->next;
            GcHead *last = (GcHead *)unreachable->prev;
            last->next = (uintptr_t)node | GC_UNREACHABLE;
            gc_ring_set_prev(node, last);
            node->next = (uintptr_t)unreachable | GC_UNREACHABLE;
            unreachable->prev = (uintptr_t)node;
        }
        node = ring_next(prev);
    }
    young->prev = (uintptr_t)prev;
    unreachable->next &= ~(uintptr_t)GC_UNREACHABLE;
}

static void gc_deduce_unreachable(Vm *vm, GcHead *base, GcHead *unreachable)
{
    gc_copy_counts(base);
    gc_subtract_inner(vm, base);
    ring_init(unreachable);
    gc_divide(vm, base, unreachable);
}

/* The ring of unreachable objects is final: an ordinary ring again. */
static void gc_clear_marks(GcHead *unreachable)
{
    GcHead *next;
    for (GcHead *node = ring_next(unreachable); node != unreachable; node = next) {
        node->next &= ~(uintptr_t)GC_UNREACHABLE;
        node->prev &= ~(uintptr_t)GC_COLLECTING;
        next = ring_next(node);
    }
}

/* ---- weak references into the trash, before anything of it is finalized ---- */

static Object *gc_forget_weakly(Vm *vm, GcHead *unreachable)
{
    Object *waiting = NULL;
    for (GcHead *node = ring_next(unreachable); node != unreachable; node = ring_next_unmarked(node))
        weakref_collect(vm, gc_object(node), gc_is_collected_now, &waiting);
    return waiting;
}

/* ---- 4: survivors grow older ---- */

static void gc_untrack_where(Vm *vm, GcHead *ring, void (*maybe_untrack)(Vm *, Object *))
{
    GcHead *next;
    for (GcHead *node = ring_next(ring); node != ring; node = next) {
        next = ring_next(node);
        maybe_untrack(vm, gc_object(node));
    }
}

static void gc_age(Vm *vm, GcRun *run)
{
    gc_untrack_where(vm, run->young, tuple_maybe_untrack);
    if (run->young != run->old) {
        if (run->generation == GC_GENERATIONS - 2)
            vm->gc_long_lived_pending += (uint64_t)ring_size(run->young);
        ring_merge(run->young, run->old);
        return;
    }
    gc_untrack_where(vm, run->young, dict_maybe_untrack);
    vm->gc_long_lived_pending = 0;
    vm->gc_long_lived = (uint64_t)ring_size(run->young);
}

/* ---- 5: finalizers, and who came back ---- */

static void gc_finalize_one(Vm *vm, Object *object)
{
    void (*finalize)(Vm *, Object *) = object_type(vm, object)->slots.finalize;
    if (gc_is_finalized(object) || !finalize)
        return;
    gc_set_finalized(object);
    incref(object);
    finalize(vm, object);
    decref(vm, object);
}

/* A finalizer may free any of the others, so the ring is emptied into a second one as it goes. */
static void gc_finalize(Vm *vm, GcHead *unreachable)
{
    GcHead seen;
    ring_init(&seen);
    while (!ring_is_empty(unreachable)) {
        GcHead *node = ring_next(unreachable);
        ring_move(node, &seen);
        gc_finalize_one(vm, gc_object(node));
    }
    ring_merge(&seen, unreachable);
}

static void gc_rescue_resurrected(Vm *vm, GcRun *run)
{
    GcHead still;
    gc_deduce_unreachable(vm, &run->unreachable, &still);
    gc_clear_marks(&still);
    ring_merge(&run->unreachable, run->old);
    ring_merge(&still, &run->unreachable);
}

/* ---- 6: the end of the others ---- */

static void gc_delete(Vm *vm, GcRun *run)
{
    while (!ring_is_empty(&run->unreachable)) {
        GcHead *node = ring_next(&run->unreachable);
        Object *object = gc_object(node);
        incref(object);
        int (*clear)(Vm *, Object *) = object_type(vm, object)->slots.clear;
        if (clear && clear(vm, object) < 0)
            vm_clear_error(vm);
        decref(vm, object);
        if (ring_next(&run->unreachable) == node)
            ring_move(node, run->old);     /* still alive: others hold it, or it has nothing to clear */
    }
}

/* ---- a collection ---- */

static void gc_start(Vm *vm, GcRun *run, int generation)
{
    run->generation = generation;
    if (generation + 1 < GC_GENERATIONS)
        vm->gc_count[generation + 1]++;
    for (int i = 0; i <= generation; i++)
        vm->gc_count[i] = 0;
    run->young = gc_generation(vm, generation);
    for (int i = 0; i < generation; i++)
        ring_merge(gc_generation(vm, i), run->young);
    run->old = generation + 1 < GC_GENERATIONS ? gc_generation(vm, generation + 1) : run->young;
}

int64_t gc_collect(Vm *vm, int generation)
{
    if (vm->gc_running)
        return 0;
    vm->gc_running = true;
    Object *raised = vm->raised;           /* finalizers run as if nothing were on its way */
    vm->raised = NULL;

    GcRun run;
    gc_start(vm, &run, generation);
    gc_deduce_unreachable(vm, run.young, &run.unreachable);
    gc_age(vm, &run);
    Object *waiting = gc_forget_weakly(vm, &run.unreachable);
    gc_clear_marks(&run.unreachable);
    weakref_call_waiting(vm, waiting);
    gc_finalize(vm, &run.unreachable);
    gc_rescue_resurrected(vm, &run);
    run.found = ring_size(&run.unreachable);
    gc_delete(vm, &run);

    vm->raised = raised;
    vm->gc_running = false;
    return run.found;
}

/* The oldest generation that is full is collected, with all younger ones. The oldest of all only when enough has newly
 * come to it (a quarter of what survived the last time), or the time spent would grow with the square of the heap. */
static void gc_collect_full_generations(Vm *vm)
{
    for (int i = GC_GENERATIONS - 1; i >= 0; i--) {
        if (vm->gc_count[i] <= vm->gc_threshold[i])
            continue;
        if (i == GC_GENERATIONS - 1 && vm->gc_long_lived_pending < vm->gc_long_lived / 4)
            continue;
        gc_collect(vm, i);
        return;
    }
}

void gc_consider(Vm *vm)
{
    if (vm->gc_enabled && vm->gc_threshold[0] && !vm->gc_running && !vm->raised)
        gc_collect_full_generations(vm);
}
