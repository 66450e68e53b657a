/* Checks one script in a way that no comparison of output can:
 *
 *   script_check audit FILE    every reference is found and every count is right, at every instruction of the first
 *                              steps and at every event of the rest (within a bound), where each object shown has as many
 *                              holders as its count says; and once more at every event of a run whose instructions are
 *                              not looked at, which the specialised ones are for; of a heap of many thousand objects
 *                              a sample of the stops
 *   script_check travel FILE   the views of the first steps, taken forwards, are the same backwards, in random order,
 *                              and behind steps (some of them) that were walked instruction by instruction
 *
 *   script_check starve FILE   in a hostile build (REFARROWS_HOSTILE; else nothing is checked): the program is run again
 *                              and again, each time the allocator refuses another of its requests, one or several: it
 *                              ends or goes on, every count is right afterwards
 *   script_check collect FILE  a collection at every allocation: the program writes what it always writes, all counts
 *                              are right
 *
 * Exit status 0: it holds. What differs is said on stderr.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/timeline.h"
#include "machine/travel.h"
#include "python/alloc_hostile.h"
#include "python/audit.h"
#include "python/python.h"
#include "python/vm.h"

/* With the sanitizers and the hostile allocator all is several times slower: shorter runs of the same scripts. */
#ifdef REFARROWS_HOSTILE
enum { MOST_STEPS = 150, AUDIT_INSTRUCTIONS = 500, AUDIT_EVENTS = 500, RANDOM_SEEKS = 60 };
#else
enum { MOST_STEPS = 400, AUDIT_INSTRUCTIONS = 1500, AUDIT_EVENTS = 1500, RANDOM_SEEKS = 200 };
#endif

enum {
    MOST_MOMENTS = 500,
    OBJECTS_PER_STOP = 6000,           /* what an audit may look at, on average: the stops of a larger heap are sampled */
    WALKS = 100, WALKED = 60,          /* steps that are walked, instructions of one at most */
    STARVE_STEPS = 300,                /* of a program whose requests are refused, run at most */
    STARVE_AUDITS = 3, STARVE_RUNS = 400, STARVE_MANY = 25
};

static char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    size_t room = 1 << 20;
    char *text = malloc(room);
    *length = text ? fread(text, 1, room, file) : 0;
    fclose(file);
    return text;
}

/* ---- audit ---- */

typedef struct Audit {
    Vm *vm;
    Machine *machine;
    uint64_t seen, instructions;   /* stops so far; how many of them are single instructions */
    uint64_t looked_at;            /* objects, at all stops together */
    bool failed;
    View view;
    HolderList holders;
} Audit;

static bool check_holders(Audit *audit)
{
    static const ViewOptions shown = {.evaluation_stack = true, .max_objects = 2000, .max_repr = 40, .max_slots = 200};
    View *view = &audit->view;
    HolderList *list = &audit->holders;
    python_language.view(audit->machine, &shown, view);
    uint64_t *numbers = malloc((view->object_count + 1) * sizeof *numbers);
    for (uint32_t i = 0; i < view->object_count; i++)
        numbers[i] = view->objects[i].number;
    holders_find(&python_language, audit->machine, numbers, view->object_count, 0, list);
    free(numbers);
    bool agree = true;
    for (uint32_t i = 0; i < view->object_count; i++) {
        const HeldObject *held = &list->objects[i];
        if (held->exists && held->found == view->objects[i].count && held->listed == held->found)
            continue;
        fprintf(stderr, "object %llu has count %llu and %llu holders\n", (unsigned long long)held->number,
                (unsigned long long)view->objects[i].count, (unsigned long long)held->found);
        agree = false;
    }
    return agree;
}

static bool check_stop(Audit *audit, const StopInfo *stop)
{
    if (!stop->flat || audit->looked_at > audit->seen * OBJECTS_PER_STOP)
        return true;
    size_t objects;
    bool asks_holders = stop->position.instruction == 0 && audit->instructions > 0;
    bool agree = audit_counts(audit->vm, stderr, &objects) && (!asks_holders || check_holders(audit));
    audit->looked_at += asks_holders ? 2 * objects : objects;
    return agree;
}

static RunAnswer audit_stop(void *context, const StopInfo *stop)
{
    Audit *audit = context;
    Position next = stop->position;
    if (!check_stop(audit, stop)) {
        fprintf(stderr, "at step %llu, instruction %llu, line %d\n", (unsigned long long)stop->position.step,
                (unsigned long long)stop->position.instruction, stop->line);
        audit->failed = true;
        return (RunAnswer){.leave = true};
    }
    audit->seen++;
    if (audit->seen > audit->instructions + AUDIT_EVENTS)
        return (RunAnswer){.leave = true};
    if (audit->seen <= audit->instructions)
        next.instruction++;
    else
        next = (Position){next.step + 1, 0};
    return (RunAnswer){.next = next};
}

static int audit_run(const Source *source, uint64_t instructions)
{
    MachineHost host;
    machine_host_init(&host);
    SourceError error = {0};
    Audit audit = {.machine = python_language.load(source, &host, &error), .instructions = instructions};
    source_error_finish(&error);
    if (!audit.machine)
        return 0;              /* a script about a SyntaxError */
    audit.vm = python_vm(audit.machine);
    view_init(&audit.view);
    holder_list_init(&audit.holders);
    python_language.run(audit.machine, (Position){0, 0}, audit_stop, &audit);
    holder_list_finish(&audit.holders);
    view_finish(&audit.view);
    python_language.destroy(audit.machine);
    return audit.failed ? 1 : 0;
}

static int check_audit(const Source *source)
{
    return audit_run(source, AUDIT_INSTRUCTIONS) || audit_run(source, 0);
}

/* ---- a program that does not get the memory that it asks for ---- */

#ifdef REFARROWS_HOSTILE
typedef struct Starving { Vm *vm; uint32_t steps, audits; bool failed; } Starving;

static RunAnswer starve_stop(void *context, const StopInfo *stop)
{
    Starving *starving = context;
    bool is_past = alloc_hostility.refuse_at && alloc_hostility.requests >= alloc_hostility.refuse_at;
    if (is_past && stop->flat && starving->audits < STARVE_AUDITS) {
        starving->audits++;
        starving->failed |= !audit_counts(starving->vm, stderr, NULL);
    }
    return (RunAnswer){.leave = ++starving->steps > STARVE_STEPS || starving->failed,
                       .next = {stop->position.step + 1, 0}};
}

/* Returns how many requests there were, 0 when a count is wrong. */
static uint64_t starve_run(const Source *source, uint64_t refuse_at, uint64_t refuse_count)
{
    MachineHost host;
    machine_host_init(&host);
    SourceError error = {0};
    Machine *machine = python_language.load(source, &host, &error);
    source_error_finish(&error);
    if (!machine)
        return 1;
    Starving starving = {.vm = python_vm(machine)};
    alloc_hostility = (AllocHostility){.refuse_at = refuse_at, .refuse_count = refuse_count};
    python_language.run(machine, (Position){0, 0}, starve_stop, &starving);
    uint64_t requests = alloc_hostility.requests + 1;
    alloc_hostility = (AllocHostility){0};
    if (!starving.failed && !audit_counts(starving.vm, stderr, NULL))
        starving.failed = true;
    python_language.destroy(machine);
    return starving.failed ? 0 : requests;
}

static int check_starve(const Source *source)
{
    uint64_t requests = starve_run(source, 0, 0), stride = 1 + requests / STARVE_RUNS;
    for (uint64_t at = 1; at <= requests; at += stride) {
        for (uint64_t count = 1; count <= STARVE_MANY; count += STARVE_MANY - 1) {
            if (starve_run(source, at, count))
                continue;
            fprintf(stderr, "when request %llu and %llu more are refused\n", (unsigned long long)at,
                    (unsigned long long)count - 1);
            return 1;
        }
    }
    return 0;
}
#else
static int check_starve(const Source *source)
{
    (void)source;
    return 0;
}
#endif

/* ---- a collection at every allocation ---- */

typedef struct Written { Vm *vm; char text[1 << 16]; uint64_t length, steps; bool failed, audits; } Written;

static void note_text(void *context, OutputStream stream, uint64_t offset, const char *text, size_t length)
{
    Written *written = context;
    if (stream != OUTPUT_STDOUT || offset + length > sizeof written->text)
        return;
    memcpy(written->text + offset, text, length);
    written->length = offset + length;
}

static RunAnswer written_stop(void *context, const StopInfo *stop)
{
    Written *written = context;
    written->steps++;
    if (written->audits && stop->flat && written->steps < AUDIT_EVENTS)
        written->failed |= !audit_counts(written->vm, stderr, NULL);
    return (RunAnswer){.leave = written->failed, .next = {stop->position.step + 1, 0}};
}

static bool written_run(const Source *source, bool collects, Written *written)
{
    MachineHost host;
    machine_host_init(&host);
    host.write = note_text;
    host.context = written;
    SourceError error = {0};
    Machine *machine = python_language.load(source, &host, &error);
    source_error_finish(&error);
    if (!machine)
        return false;
    written->vm = python_vm(machine);
    written->audits = collects;
    for (int i = 0; collects && i < GC_GENERATIONS; i++)
        written->vm->gc.threshold[i] = 1;
    python_language.run(machine, (Position){0, 0}, written_stop, written);
    python_language.destroy(machine);
    return true;
}

static int check_collect(const Source *source)
{
    Written *runs = calloc(2, sizeof *runs);
    if (!runs)
        return 1;
    bool differs = false;
    if (written_run(source, false, &runs[0]) && written_run(source, true, &runs[1]))
        differs = runs[0].length != runs[1].length || memcmp(runs[0].text, runs[1].text, runs[0].length) != 0;
    if (differs)
        fprintf(stderr, "it writes something else when every allocation collects\n");
    int result = differs || runs[1].failed;
    free(runs);
    return result;
}

/* ---- travel ---- */

static const ViewOptions everything = {.evaluation_stack = true, .max_objects = 3000, .max_repr = 2000, .max_slots = 200};

static int compare_at(Timeline *timeline, const View *views, uint64_t step, const char *way)
{
    View now;
    view_init(&now);
    timeline_seek(timeline, (Position){step, 0}, &everything, &now, NULL);
    bool equal = view_equal(&views[step], &now);
    view_finish(&now);
    if (!equal)
        fprintf(stderr, "step %llu looks different %s\n", (unsigned long long)step, way);
    return equal ? 0 : 1;
}

static uint64_t take_forwards(Timeline *timeline, View *views)
{
    uint64_t count = 0;
    while (count < MOST_STEPS) {
        StopInfo stop;
        view_init(&views[count]);
        TimelineStatus status =
            timeline_seek(timeline, (Position){count, 0}, &everything, &views[count], &stop);
        if (status != TIMELINE_REACHED || stop.position.step != count) {
            view_finish(&views[count]);
            break;
        }
        count++;
    }
    return count;
}

/* The machine is left at every instruction and goes on from there; where its C stack is not flat it is torn, then once
 * is enough. */
static void walk_step(Timeline *timeline, uint64_t step)
{
    StopInfo stop = {.flat = true};
    for (uint64_t i = 1; i <= WALKED && stop.flat && stop.position.step <= step; i++)
        if (timeline_seek(timeline, (Position){step, i}, NULL, NULL, &stop) != TIMELINE_REACHED)
            return;
}

static int travel_walking(Timeline *timeline, const View *views, uint64_t count)
{
    int bad = 0;
    for (uint64_t i = 0; i + 1 < count && !bad; i += 1 + count / WALKS) {
        walk_step(timeline, i);
        bad += compare_at(timeline, views, i + 1, "behind a step that was walked");
    }
    return bad;
}

static int travel(Timeline *timeline)
{
    View *views = calloc(MOST_STEPS, sizeof *views);
    if (!views)
        return 1;
    uint64_t count = take_forwards(timeline, views);
    int bad = 0;
    for (uint64_t i = count; i-- > 0 && !bad;)
        bad += compare_at(timeline, views, i, "going back");
    if (!bad)
        bad += travel_walking(timeline, views, count);
    uint32_t seed = 12345;
    for (int i = 0; count && i < RANDOM_SEEKS && !bad; i++) {
        seed = seed * 1664525u + 1013904223u;
        bad += compare_at(timeline, views, (seed >> 8) % count, "after a jump");
    }
    for (uint64_t i = 0; i < count; i++)
        view_finish(&views[i]);
    free(views);
    return bad;
}

/* ---- moments of collections ---- */

typedef struct Moments {
    Position places[MOST_MOMENTS];
    View views[MOST_MOMENTS];
    uint64_t count;
    Timeline *timeline;
} Moments;

static RunAnswer note_moment(void *context, const StopInfo *stop)
{
    Moments *moments = context;
    Position at = stop->position;
    if (stop_is_in_collection(stop)) {
        moments->places[moments->count] = at;
        view_init(&moments->views[moments->count]);
        python_language.view(timeline_machine(moments->timeline), &everything, &moments->views[moments->count]);
        moments->count++;
    }
    return (RunAnswer){.leave = moments->count == MOST_MOMENTS, .next = {at.step, at.instruction, at.moment + 1}};
}

static int compare_moment(Moments *moments, uint64_t i, const View *now, const char *way)
{
    if (view_equal(&moments->views[i], now))
        return 0;
    fprintf(stderr, "moment %llu of step %llu looks different %s\n", (unsigned long long)moments->places[i].moment,
            (unsigned long long)moments->places[i].step, way);
    return 1;
}

/* Backwards by seeking each, then from the last one by the move that a key makes; it stops at instructions, too. */
static int travel_moments(Moments *moments)
{
    View now;
    StopInfo stop = {0};
    int bad = 0;
    view_init(&now);
    for (uint64_t i = moments->count; i-- > 0 && !bad;) {
        timeline_seek(moments->timeline, moments->places[i], &everything, &now, NULL);
        bad += compare_moment(moments, i, &now, "when sought");
    }
    uint64_t i = moments->count;
    if (i > 0)
        timeline_seek(moments->timeline, moments->places[i - 1], &everything, &now, &stop);
    while (i > 0 && !bad) {
        if (stop_is_in_collection(&stop))
            bad += compare_moment(moments, --i, &now, "going back");
        if (travel_make(moments->timeline, TRAVEL_BACK_INSTRUCTION, &stop, NULL, &everything, &now, &stop)
            != TIMELINE_REACHED)
            break;
    }
    view_finish(&now);
    if (i > 0 && !bad)
        fprintf(stderr, "%llu moments were not met going back\n", (unsigned long long)i);
    return bad + (i > 0);
}

/* From one collection to the next, and back: each time to its first moment. */
static int travel_collections(Moments *moments)
{
    View now;
    StopInfo stop = {0};
    Position first[MOST_MOMENTS];
    uint64_t count = 0;
    int bad = 0;
    view_init(&now);
    timeline_seek(moments->timeline, (Position){0, 0, 0}, &everything, &now, &stop);
    while (count < MOST_MOMENTS && travel_make(moments->timeline, TRAVEL_COLLECTION, &stop, NULL, &everything, &now, &stop)
           == TIMELINE_REACHED) {
        first[count++] = stop.position;
        bad += now.collector.phase != COLLECTOR_START || stop.collections != count;
    }
    for (uint64_t i = count; i-- > 0 && !bad;) {
        bad += travel_make(moments->timeline, TRAVEL_BACK_COLLECTION, &stop, NULL, &everything, &now, &stop)
            != TIMELINE_REACHED;
        bad += position_compare(stop.position, first[i]) != 0;
    }
    view_finish(&now);
    if (bad || count == 0)
        fprintf(stderr, "of %llu collections some are not met\n", (unsigned long long)count);
    return bad + (count == 0);
}

static int check_moments(const Source *source)
{
    SourceError error = {0};
    TimelineOptions options = {.snapshot_steps = 11};
    Timeline *timeline = timeline_create(&python_language, source, &options, &error);
    source_error_finish(&error);
    Moments *moments = calloc(1, sizeof *moments);
    if (!timeline || !moments)
        return 1;
    moments->timeline = timeline;
    timeline_visit(timeline, (Position){0, 0, 1}, note_moment, moments, TIMELINE_WHOLE);
    int bad = travel_moments(moments) + travel_collections(moments);
    if (moments->count == 0) {
        fprintf(stderr, "no collection was met\n");
        bad = 1;
    }
    for (uint64_t i = 0; i < moments->count; i++)
        view_finish(&moments->views[i]);
    free(moments);
    timeline_destroy(timeline);
    return bad;
}

static int check_travel(const Source *source)
{
    SourceError error = {0};
    TimelineOptions options = {.snapshot_steps = 11};
    Timeline *timeline = timeline_create(&python_language, source, &options, &error);
    source_error_finish(&error);
    if (!timeline)
        return 0;
    int result = travel(timeline);
    timeline_destroy(timeline);
    return result;
}

int main(int count, char **arguments)
{
    size_t length;
    char *text = count == 3 ? read_file(arguments[2], &length) : NULL;
    if (!text) {
        fprintf(stderr, "usage: script_check audit|travel|moments|starve|collect FILE\n");
        return 2;
    }
    Source source = {.name = arguments[2], .text = text, .length = length};
    static const struct { const char *mode; int (*check)(const Source *source); } modes[] = {
        {"audit", check_audit}, {"travel", check_travel}, {"moments", check_moments}, {"starve", check_starve},
        {"collect", check_collect},
    };
    int result = 2;
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
        if (strcmp(arguments[1], modes[i].mode) == 0)
            result = modes[i].check(&source);
    free(text);
    return result;
}
