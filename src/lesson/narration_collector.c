/* Inside a run of the cycle collector: a sentence or two on what its last moment did, from the marks of both views. */
#include "lesson/narrator.h"
#include "lesson/phrase.h"

enum { MOST_NAMED = 3 };       /* objects listed in one sentence */

static const ViewCollector *collector_of(const Narrator *n) { return &n->after->collector; }

/* "The list [1]" or, for what is out of sight, "An object that is not shown". */
static void add_treated(Narrator *n)
{
    uint32_t start = n->prose.length;
    if (collector_of(n)->object == VIEW_NONE) {
        prose_add(&n->prose, "An object that is not shown");
        return;
    }
    phrase_object(&n->prose, n->after, collector_of(n)->object, false);
    prose_capitalize(&n->prose, start);
}

static const ViewObject *before_of(const Narrator *n, const ViewObject *after)
{
    int32_t place = number_index_find(&n->objects_before, after->number);
    return place == VIEW_NONE ? NULL : &n->before->objects[place];
}

static void tell_start(Narrator *n)
{
    static const char *const ages[] = {"the youngest", "the middle one", "the oldest, so of everything"};
    int generation = collector_of(n)->generation;
    prose_format(&n->prose, "The cycle collector began a collection of generation %d, %s: %llu objects", generation,
                 ages[generation], (unsigned long long)collector_of(n)->count);
    narrator_end_sentence(n);
}

static void tell_copy(Narrator *n)
{
    prose_add(&n->prose, "Each of these objects got a copy of its reference count, its gc_refs");
    narrator_end_sentence(n);
}

/* Those whose gc_refs fell: what the treated object refers to. */
static void tell_subtract(Narrator *n)
{
    uint32_t told = 0, fallen = 0;
    for (uint32_t i = 0; i < n->after->object_count; i++) {
        const ViewObject *after = &n->after->objects[i], *before = before_of(n, after);
        fallen += before && before->gc_refs > after->gc_refs && after->gc_refs >= 0;
    }
    add_treated(n);
    if (fallen == 0) {
        prose_add(&n->prose, " was gone through: it refers to nothing shown that is being collected");
        narrator_end_sentence(n);
        return;
    }
    prose_add(&n->prose, " was gone through: each of its references was taken from gc_refs: ");
    for (uint32_t i = 0; i < n->after->object_count && told < MOST_NAMED; i++) {
        const ViewObject *after = &n->after->objects[i], *before = before_of(n, after);
        if (!before || before->gc_refs <= after->gc_refs || after->gc_refs < 0)
            continue;
        prose_join(&n->prose, told++, fallen < MOST_NAMED ? fallen : MOST_NAMED);
        phrase_object(&n->prose, n->after, (int32_t)i, false);
        prose_format(&n->prose, " has %lld left", (long long)after->gc_refs);
    }
    narrator_end_sentence(n);
}

/* Objects that had been put aside and are back. */
static void tell_rescued(Narrator *n)
{
    uint32_t told = 0;
    for (uint32_t i = 0; i < n->after->object_count && told < MOST_NAMED; i++) {
        const ViewObject *after = &n->after->objects[i], *before = before_of(n, after);
        if (!before || before->color != COLLECTOR_ASIDE || after->color == COLLECTOR_ASIDE)
            continue;
        uint32_t start = n->prose.length;
        phrase_object(&n->prose, n->after, (int32_t)i, false);
        prose_capitalize(&n->prose, start);
        prose_add(&n->prose, " came back from those put aside");
        narrator_end_sentence(n);
        told++;
    }
}

static void tell_divide(Narrator *n)
{
    const ViewObject *object = collector_of(n)->object == VIEW_NONE ? NULL
                             : &n->after->objects[collector_of(n)->object];
    const ViewObject *before = object ? before_of(n, object) : NULL;
    add_treated(n);
    if (!object)
        prose_add(&n->prose, " was looked at");
    else if (object->color == COLLECTOR_ASIDE)
        prose_add(&n->prose, " has no gc_refs left and was put aside: so far nothing reachable is known to refer to it");
    else if (before && before->gc_refs > 0)
        prose_format(&n->prose, " still has gc_refs %lld, so it is reachable, and with it all that it refers to",
                     (long long)before->gc_refs);
    else
        prose_add(&n->prose, " is reachable, and with it all that it refers to");
    narrator_end_sentence(n);
    tell_rescued(n);
}

static void tell_age(Narrator *n)
{
    int generation = collector_of(n)->generation;
    if (generation + 1 < VIEW_GENERATIONS)
        prose_format(&n->prose, "What is reachable moved on to generation %d", generation + 1);
    else
        prose_add(&n->prose, "What is reachable stays in the oldest generation");
    unsigned long long left = collector_of(n)->unreachable;
    prose_format(&n->prose, left == 1 ? "; %llu object is left, garbage" : "; %llu objects are left, garbage", left);
    narrator_end_sentence(n);
}

static void tell_weakrefs(Narrator *n)
{
    prose_add(&n->prose, "Weak references to the garbage were cleared");
    narrator_end_sentence(n);
}

static void tell_finalize(Narrator *n)
{
    add_treated(n);
    prose_add(&n->prose, " is about to be finalized: its last code runs, once in its life");
    narrator_end_sentence(n);
}

static void tell_rescue(Narrator *n)
{
    prose_add(&n->prose, "A finalizer made some of them reachable again: these stay alive");
    narrator_end_sentence(n);
}

static void tell_clear(Narrator *n)
{
    add_treated(n);
    prose_add(&n->prose, " is about to drop its references, which breaks the cycle; counting does the rest");
    narrator_end_sentence(n);
    narration_deaths(n);
}

static void tell_end(Narrator *n)
{
    unsigned long long found = collector_of(n)->unreachable;
    prose_format(&n->prose, found == 1 ? "The collection ended: %llu object was unreachable"
                                       : "The collection ended: %llu objects were unreachable", found);
    narrator_end_sentence(n);
    narration_deaths(n);
}

void narration_collector(Narrator *n)
{
    static void (*const tellers[])(Narrator *) = {
        [COLLECTOR_START] = tell_start, [COLLECTOR_COPY] = tell_copy, [COLLECTOR_SUBTRACT] = tell_subtract,
        [COLLECTOR_DIVIDE] = tell_divide, [COLLECTOR_AGE] = tell_age, [COLLECTOR_WEAKREFS] = tell_weakrefs,
        [COLLECTOR_FINALIZE] = tell_finalize, [COLLECTOR_RESCUE] = tell_rescue, [COLLECTOR_CLEAR] = tell_clear,
        [COLLECTOR_END] = tell_end,
    };
    if (n->after->moment > 0 && collector_of(n)->phase != COLLECTOR_NONE)
        tellers[collector_of(n)->phase](n);
}
