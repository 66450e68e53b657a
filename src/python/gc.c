/* The algorithm, in the steps that a learner can be shown; each is one function below and works on vm->gc.run:
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
 * Between these, gc_moment tells where the collection stands; when the run goes slowly that is a place to stop at, from
 * which it is left with longjmp: a collection is never suspended. What a stop sees of it is in gc_view.c.
 */
#include "python/gc.h"

#include "python/eval.h"
#include "python/gc_ring.h"
#include "python/modules/weakref.h"
#include "python/objects/containers.h"

enum { GC_UNREACHABLE = 1 };   /* bit of GcHead.next */

void gc_init(Vm *vm)
{
    static const int32_t thresholds[GC_GENERATIONS] = {700, 10, 10};
    Gc *gc = &vm->gc;
    *gc = (Gc){.enabled = true};
    for (int i = 0; i < GC_GENERATIONS; i++) {
        ring_init(&gc->generations[i]);
        gc->threshold[i] = thresholds[i];
    }
    ring_init(&gc->permanent);
    ring_init(&gc->run.unreachable);
    ring_init(&gc->run.seen);
}

/* CPython's own start has made these births and collections of the youngest generation, which have moved what there is to
 * the middle one, and has kept a slice. They decide where the first collection of a program comes, and its order. */
enum { GC_START_BIRTHS = 13, GC_START_COLLECTIONS = 8, GC_START_COLLECTED = 24 };

void gc_settle(Vm *vm)
{
    Gc *gc = &vm->gc;
    gc->count[0] = 0;
    Object *slice = slice_new(vm, NULL, NULL, NULL);
    xdecref(vm, slice);
    ring_merge(&gc->generations[0], &gc->generations[1]);
    gc->count[0] = GC_START_BIRTHS;
    gc->count[1] = GC_START_COLLECTIONS;
    gc->stats[0] = (GcStats){GC_START_COLLECTIONS, GC_START_COLLECTED, 0};
}

int gc_visit_ring(Vm *vm, const GcHead *ring, VisitFunction visit, void *context)
{
    for (uintptr_t at = ring->next;;) {
        const GcHead *node = (const GcHead *)(at & ~(uintptr_t)GC_UNREACHABLE);
        if (node == ring)
            return 0;
        at = node->next;
        int answer = visit(vm, gc_object(node), context);
        if (answer)
            return answer;
    }
}

int gc_visit_tracked(Vm *vm, VisitFunction visit, void *context)
{
    Gc *gc = &vm->gc;
    const GcHead *rings[] = {&gc->generations[0], &gc->generations[1], &gc->generations[2], &gc->run.unreachable,
                             &gc->run.seen, &gc->permanent};
    int answer = 0;
    for (size_t i = 0; i < sizeof rings / sizeof *rings && !answer; i++)
        answer = gc_visit_ring(vm, rings[i], visit, context);
    return answer;
}

static int set_quiet_since(Vm *vm, Object *object, void *context)
{
    if (object->number >= *(const uint64_t *)context)
        gc_head(object)->prev |= GC_QUIET;
    return 0;
}

void gc_set_quiet_since(Vm *vm, uint64_t number) { gc_visit_tracked(vm, set_quiet_since, &number); }

void gc_freeze(Vm *vm)
{
    for (int i = 0; i < GC_GENERATIONS; i++) {
        ring_merge(&vm->gc.generations[i], &vm->gc.permanent);
        vm->gc.count[i] = 0;
    }
}

void gc_unfreeze(Vm *vm) { ring_merge(&vm->gc.permanent, &vm->gc.generations[GC_GENERATIONS - 1]); }

static inline int gc_traverse(Vm *vm, GcHead *node, VisitFunction visit, void *context)
{
    Object *object = gc_object(node);
    return object_type(vm, object)->slots.traverse(vm, object, visit, context);
}

/* ---- where it stands ---- */

static inline void gc_enter(Vm *vm, CollectorPhase phase)
{
    vm->gc.run.phase = (uint8_t)phase;
    vm->gc.run.current = 0;
}

/* A phase is done, or has done something with that object. */
static inline void gc_moment(Vm *vm, const GcHead *node)
{
    if (__builtin_expect(!vm->slow, 1))
        return;
    if (node && ((node->prev & GC_QUIET) || gc_object(node)->number < vm->first_number))
        return;
    vm->gc.run.current = node ? gc_object(node)->number : 0;
    vm_collector_stop(vm);
}

/* ---- 1 to 3: which objects cannot be reached from outside ---- */

static inline uintptr_t copied_count(const GcHead *head) { return head->prev >> GC_COUNT_SHIFT; }
static inline void set_copied_count(GcHead *head, uintptr_t count)
{
    head->prev = (head->prev & GC_FLAGS) | count << GC_COUNT_SHIFT;
}

static void gc_copy_counts(Vm *vm, GcHead *ring)
{
    gc_enter(vm, COLLECTOR_COPY);
    for (GcHead *node = ring_next(ring); node != ring; node = ring_next(node))
        node->prev = (node->prev & GC_LASTING_FLAGS) | GC_COLLECTING
                   | (uintptr_t)gc_object(node)->count << GC_COUNT_SHIFT;
    gc_moment(vm, NULL);
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
    gc_enter(vm, COLLECTOR_SUBTRACT);
    for (GcHead *node = ring_next(ring); node != ring; node = ring_next(node)) {
        __builtin_prefetch(ring_next(node));     /* a large heap is waited for: the next object comes meanwhile */
        gc_traverse(vm, node, visit_subtract, NULL);
        gc_moment(vm, node);
    }
}

/* Something reachable refers to the object: it is reachable too. If it was already put aside it comes back to the end
 * of `young` (the context), where the loop of gc_divide will meet it. */
static int visit_reachable(Vm *vm, Object *object, void *context)
{
    if (!gc_is_collected_now(vm, object))
        return 0;
    GcHead *young = context, *head = gc_head(object);
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

static void gc_put_aside(GcHead *node, GcHead *prev, GcHead *unreachable)
{
    prev->next = node->next;
    GcHead *last = (GcHead *)unreachable->prev;
    last->next = (uintptr_t)node | GC_UNREACHABLE;
    gc_ring_set_prev(node, last);
    node->next = (uintptr_t)unreachable | GC_UNREACHABLE;
    unreachable->prev = (uintptr_t)node;
}

/* A tuple of nothing that could be part of a cycle is tracked no longer. CPython sees to that in a pass of its own
 * (untrack_tuples); the tuples come in the same order here, and a pass over a large heap takes long. */
static bool gc_drop_tuple(Vm *vm, GcHead *node, GcHead *prev)
{
    GcHead *next = ring_next(node);
    if (!is_exact(gc_object(node), TUPLE) || !tuple_is_harmless(vm, gc_object(node)))
        return false;
    prev->next = (uintptr_t)next;
    node->next = 0;
    node->prev &= GC_LASTING_FLAGS;
    return true;
}

/* Moves what has nothing left to `unreachable`, tentatively: its links there carry the mark. What stays gets its `prev`
 * pointer back as the loop passes. */
static void gc_divide(Vm *vm, GcHead *young, GcHead *unreachable, bool drop_tuples)
{
    GcHead *prev = young;
    GcHead *node = ring_next(young);
    gc_enter(vm, COLLECTOR_DIVIDE);
    while (node != young) {
        GcHead *treated = node;
        __builtin_prefetch(ring_next(node));
        if (copied_count(node)) {
            gc_traverse(vm, node, visit_reachable, young);
            gc_ring_set_prev(node, prev);
            node->prev &= ~(uintptr_t)GC_COLLECTING;
            if (!drop_tuples || !gc_drop_tuple(vm, node, prev))
                prev = node;
        } else
            gc_put_aside(node, prev, unreachable);
        gc_moment(vm, treated);
        node = ring_next(prev);
    }
    young->prev = (uintptr_t)prev;
    unreachable->next &= ~(uintptr_t)GC_UNREACHABLE;
}

static void gc_deduce_unreachable(Vm *vm, GcHead *base, GcHead *unreachable, bool drop_tuples)
{
    gc_copy_counts(vm, base);
    gc_subtract_inner(vm, base);
    gc_divide(vm, base, unreachable, drop_tuples);
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

/* The same as ring_next in the unreachable ring while its links carry the mark. */
static inline GcHead *ring_next_unmarked(const GcHead *head) { return (GcHead *)(head->next & ~(uintptr_t)GC_UNREACHABLE); }

/* What dies while code of the program runs is not the collector's work. Gives what vm->dying is to be afterwards. */
static uint64_t gc_enter_program(Vm *vm)
{
    uint64_t dying = vm->dying;
    vm->dying = vm->watches_deaths ? DEATH_IN_FINALIZER : 0;
    return dying;
}

/* ---- weak references into the trash, before anything of it is finalized ---- */

static Object *gc_forget_weakly(Vm *vm, GcHead *unreachable)
{
    Object *waiting = NULL;
    for (GcHead *node = ring_next(unreachable); node != unreachable; node = ring_next_unmarked(node))
        weakref_collect(vm, gc_object(node), gc_is_collected_now, &waiting);
    return waiting;
}

/* Clears them while the marks tell what is trash; their callbacks are called once the ring is an ordinary one. */
static int64_t gc_weakrefs(Vm *vm, GcRun *run)
{
    Object *waiting = gc_forget_weakly(vm, &run->unreachable);
    gc_clear_marks(&run->unreachable);
    gc_enter(vm, COLLECTOR_WEAKREFS);
    if (waiting)
        gc_moment(vm, NULL);
    uint64_t dying = gc_enter_program(vm);
    int64_t let_go = weakref_call_waiting(vm, waiting);
    vm->dying = dying;
    return let_go;
}

/* ---- 4: survivors grow older ---- */

/* Returns how many are still tracked. */
static uint64_t gc_drop_dicts(Vm *vm, GcHead *ring)
{
    GcHead *next;
    uint64_t count = 0;
    for (GcHead *node = ring_next(ring); node != ring; node = next) {
        next = ring_next(node);
        count++;
        if (is_exact(gc_object(node), DICT) && dict_is_harmless(vm, gc_object(node))) {
            gc_untrack(vm, gc_object(node));
            count--;
        }
    }
    return count;
}

static void gc_age(Vm *vm, GcRun *run)
{
    Gc *gc = &vm->gc;
    gc_enter(vm, COLLECTOR_AGE);
    if (run->young != run->old) {
        if (run->generation == GC_GENERATIONS - 2)
            gc->long_lived_pending += (uint64_t)ring_size(run->young);
        ring_merge(run->young, run->old);
    } else {
        gc->long_lived_pending = 0;
        gc->long_lived = gc_drop_dicts(vm, run->young);
    }
}

/* ---- 5: finalizers, and who came back ---- */

static void gc_finalize_one(Vm *vm, Object *object)
{
    void (*finalize)(Vm *, Object *) = object_type(vm, object)->slots.finalize;
    if (gc_is_finalized(object) || !finalize)
        return;
    gc_moment(vm, gc_head(object));
    gc_set_finalized(object);
    incref(object);
    uint64_t dying = gc_enter_program(vm);
    finalize(vm, object);
    vm->dying = dying;
    decref(vm, object);
}

/* A finalizer may free any of the others, so the ring is emptied into a second one as it goes. */
static void gc_finalize(Vm *vm, GcRun *run)
{
    gc_enter(vm, COLLECTOR_FINALIZE);
    while (!ring_is_empty(&run->unreachable)) {
        GcHead *node = ring_next(&run->unreachable);
        ring_move(node, &run->seen);
        gc_finalize_one(vm, gc_object(node));
    }
    ring_merge(&run->seen, &run->unreachable);
}

/* Only a finalizer can bring anything back; the sums are done again in any case, as CPython does them. Nothing of it is
 * a place to stop at: it is the same once more. */
static void gc_rescue_resurrected(Vm *vm, GcRun *run)
{
    bool slow = vm->slow;
    vm->slow = false;
    gc_deduce_unreachable(vm, &run->unreachable, &run->seen, false);
    vm->slow = slow;
    gc_clear_marks(&run->seen);
    gc_enter(vm, COLLECTOR_RESCUE);
    bool rescued = !ring_is_empty(&run->unreachable);
    ring_merge(&run->unreachable, run->old);
    ring_merge(&run->seen, &run->unreachable);
    if (rescued)
        gc_moment(vm, NULL);
}

/* ---- 6: the end of the others ---- */

static void gc_clear_one(Vm *vm, Object *object)
{
    int (*clear)(Vm *, Object *) = object_type(vm, object)->slots.clear;
    if (vm->gc.debug & GC_DEBUG_SAVEALL) {
        if (!vm->gc.garbage || list_append(vm, vm->gc.garbage, object) < 0)
            vm_clear_error(vm);
        return;
    }
    incref(object);
    if (clear && clear(vm, object) < 0)
        vm_clear_error(vm);
    decref(vm, object);
}

static void gc_delete(Vm *vm, GcRun *run)
{
    gc_enter(vm, COLLECTOR_CLEAR);
    while (!ring_is_empty(&run->unreachable)) {
        GcHead *node = ring_next(&run->unreachable);
        gc_moment(vm, node);
        gc_clear_one(vm, gc_object(node));
        if (ring_next(&run->unreachable) == node)
            ring_move(node, run->old);     /* still alive: others hold it, or it has nothing to clear */
    }
}

/* ---- a collection ---- */

static void gc_start(Vm *vm, GcRun *run, int generation)
{
    Gc *gc = &vm->gc;
    gc->collections++;
    if (generation + 1 < GC_GENERATIONS)
        gc->count[generation + 1]++;
    for (int i = 0; i <= generation; i++)
        gc->count[i] = 0;
    run->young = gc_generation(vm, generation);
    for (int i = 0; i < generation; i++)
        ring_merge(gc_generation(vm, i), run->young);
    run->old = generation + 1 < GC_GENERATIONS ? gc_generation(vm, generation + 1) : run->young;
    run->found = 0;
    gc_enter(vm, COLLECTOR_START);
    gc_moment(vm, NULL);
}

static void gc_end(Vm *vm, GcRun *run)
{
    Gc *gc = &vm->gc;
    if (run->generation == GC_GENERATIONS - 1)
        free_lists_clear(vm);
    gc->stats[run->generation].collections++;
    gc->stats[run->generation].collected += (uint64_t)run->found;
    gc_enter(vm, COLLECTOR_END);
    gc_moment(vm, NULL);
    run->phase = COLLECTOR_NONE;
}

static void gc_run(Vm *vm, GcRun *run, int generation)
{
    if (vm->gc.debug & GC_DEBUG_STATS)
        gc_report_start(vm);
    gc_start(vm, run, generation);
    gc_deduce_unreachable(vm, run->young, &run->unreachable, true);
    gc_age(vm, run);
    gc_moment(vm, NULL);
    int64_t let_go = gc_weakrefs(vm, run);
    if (vm->gc.debug & GC_DEBUG_COLLECTABLE)
        gc_report_found(vm, &run->unreachable);
    gc_finalize(vm, run);
    gc_rescue_resurrected(vm, run);
    run->found = ring_size(&run->unreachable) + let_go;
    gc_delete(vm, run);
    if (vm->gc.debug & GC_DEBUG_STATS)
        gc_report_end(vm);
    gc_end(vm, run);
}

int64_t gc_collect(Vm *vm, int generation)
{
    Gc *gc = &vm->gc;
    if (gc->running)
        return 0;
    gc->running = true;
    Object *raised = vm->raised;           /* finalizers run as if nothing were on its way */
    vm->raised = NULL;
    gc->run.generation = generation;
    gc_call_back(vm, "start", 0);
    gc_run(vm, &gc->run, generation);
    gc_call_back(vm, "stop", gc->run.found);
    vm_clear_error(vm);                    /* for want of memory something could not be told */
    vm->raised = raised;
    gc->running = false;
    return gc->run.found;
}

/* The oldest generation that is full is collected, with all younger ones. The oldest of all only when enough has newly
 * come to it (a quarter of what survived the last time), or the time spent would grow with the square of the heap. */
static void gc_collect_full_generations(Vm *vm)
{
    Gc *gc = &vm->gc;
    for (int i = GC_GENERATIONS - 1; i >= 0; i--) {
        if ((int64_t)gc->count[i] <= gc->threshold[i])
            continue;
        if (i == GC_GENERATIONS - 1 && gc->long_lived_pending < gc->long_lived / 4)
            continue;
        gc_collect(vm, i);
        return;
    }
}

void gc_consider(Vm *vm)
{
    const Gc *gc = &vm->gc;
    if (gc->enabled && gc->threshold[0] && !gc->running && !vm->raised)
        gc_collect_full_generations(vm);
}
