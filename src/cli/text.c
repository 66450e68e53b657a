/* `refarrows text`: a step in words, for screen readers and for reading over the telephone. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/history.h"
#include "cli/memory_text.h"
#include "cli/narrate.h"
#include "cli/program.h"
#include "machine/outline.h"
#include "machine/travel.h"

enum { OUTPUT_LONGEST = 1024 };        /* bytes that are looked at for what a step printed */

static void print_narration(const SourceFile *source, const StepFacts *facts, uint64_t depth)
{
    char *texts[NARRATION_DEPTHS];
    narrate_step(source, facts, texts);
    if (texts[depth])
        printf("what happened\n");
    for (char *at = texts[depth]; at && *at;) {
        int length = (int)strcspn(at, "\n");
        printf("  %.*s\n", length, at);
        at += at[length] ? length + 1 : length;
    }
    for (int i = 0; i < NARRATION_DEPTHS; i++)
        free(texts[i]);
}

/* The outline of a step. The machine stands at the step of `view`. */
static void print_outline(const Program *program, const View *before, const View *view)
{
    ChangeList changes;
    HolderList holders;
    change_init(&changes);
    holder_list_init(&holders);
    if (before) {
        change_compute(&changes, before, view);
        change_drop_living(&changes, before, timeline_is_alive, program->timeline);
    }
    holders_of_view(program->source.language->machine, timeline_machine(program->timeline), view, OUTLINE_HOLDERS,
                    &holders);
    outline_write(stdout, view, before, before ? &changes : NULL, &holders);
    holder_list_finish(&holders);
    change_finish(&changes);
}

/* What happened on the way to a place, from views as the window takes them. */
static void print_told(const Program *program, Position place, const Position *from, uint64_t depth)
{
    const ViewOptions options = {.return_slot = true, .evaluation_stack = place.instruction > 0};
    char output[OUTPUT_LONGEST];
    View before, view;
    ChangeList changes;
    view_init(&before);
    view_init(&view);
    change_init(&changes);
    StepFacts facts = {.after = &view, .output = output};
    if (from)
        timeline_seek(program->timeline, *from, &options, &before, NULL);
    timeline_seek(program->timeline, place, &options, &view, NULL);
    if (from) {
        change_compute(&changes, &before, &view);
        change_drop_living(&changes, &before, timeline_is_alive, program->timeline);
        facts.before = &before;
        facts.changes = &changes;
        facts.output_length = transcript_copy(timeline_transcript(program->timeline), OUTPUT_STDOUT,
                                              before.output_length, view.output_length, output, sizeof output);
    }
    print_narration(&program->source, &facts, depth);
    change_finish(&changes);
    view_finish(&view);
    view_finish(&before);
}

/* What is asked of the machine itself, gathered before anything is printed. */
typedef struct MemoryAnswer {
    ObjectBytes bytes;
    PoolMap map;
} MemoryAnswer;

static int ask_memory(Program *program, const Options *asked, Position place, MemoryAnswer *answer)
{
    const MachineLanguage *language = program->source.language->machine;
    ViewOptions options = {.max_objects = 1};
    View view;
    if (!asked->has_bytes && !asked->pools)
        return 0;
    if ((asked->pools && !language->pools) || (asked->has_bytes && !language->bytes))
        return complain("--pools and --bytes are not there for this language");
    view_init(&view);
    timeline_seek(program->timeline, place, &options, &view, NULL);
    view_finish(&view);
    Machine *machine = timeline_machine(program->timeline);
    if (asked->has_bytes && !language->bytes(machine, asked->bytes, &answer->bytes))
        return complain("there is no object %" PRIu64 " at this step", asked->bytes);
    if (asked->pools)
        language->pools(machine, &(PoolOptions){.all_blocks = true, .owners = true}, &answer->map);
    return 0;
}

/* The place that the options name: a step, or a moment of a collection within it. */
static int find_place(Program *program, const Options *options, Position *place)
{
    *place = (Position){options->has_step ? options->step : program->source.step, options->instruction, 0};
    if (options->instruction && options->has_moment)
        return complain("--instruction and --collector are two places; take one of them");
    if (!options->has_moment || options->moment == 0)
        return 0;
    if (travel_find_moment(program->timeline, place->step, options->moment, place) == TIMELINE_REACHED)
        return 0;
    if (place->moment == 0)
        return complain("no collection runs in step %" PRIu64, place->step);
    return complain("--collector %" PRIu64 " does not exist: the last moment of collections in step %" PRIu64
                    " is earlier", options->moment, place->step);
}

/* What the changes are told from: the moment before, or the step before. */
static Position place_before(Position place)
{
    if (place.moment > 0)
        return (Position){place.step, place.instruction, place.moment - 1};
    if (place.instruction > 0)
        return (Position){place.step, place.instruction - 1, 0};
    return (Position){place.step - 1, 0, 0};
}

/* What is told is how the step differs from another one before it. */
static int check_since(const Options *asked, Position place)
{
    if (asked->has_since && asked->has_moment)
        return complain("--since compares steps, --collector is inside of one; leave one of them away");
    if (asked->has_since && asked->since >= place.step)
        return complain("--since takes a step before --step, that is less than %" PRIu64, place.step);
    return 0;
}

static int print_text(Program *program, const Options *asked)
{
    ViewOptions options = {.evaluation_stack = asked->instruction > 0};
    Position place;
    View before, view;
    MemoryAnswer memory;
    object_bytes_init(&memory.bytes);
    pool_map_init(&memory.map);
    view_init(&before);
    view_init(&view);
    program_find_waypoints(program);
    int status = find_place(program, asked, &place);
    bool has_before = place.step > 0 || place.instruction > 0 || place.moment > 0;
    status = status ? status : check_since(asked, place);
    Position earlier = !has_before ? place : asked->has_since ? (Position){asked->since, 0, 0} : place_before(place);
    if (status == 0 && has_before)     /* if there is no such place, there is none behind it: complained about there */
        timeline_seek(program->timeline, earlier, &options, &before, NULL);
    if (status == 0)
        status = program_go(program, place, &options, &view);
    if (status == 0)
        status = ask_memory(program, asked, place, &memory);
    if (status == 0 && asked->has_since)
        printf("compared with step %" PRIu64 "\n", asked->since);
    if (status == 0)
        print_outline(program, has_before ? &before : NULL, &view);
    if (status == 0 && !asked->has_since)      /* between two steps that lie apart much may have happened */
        print_told(program, place, has_before ? &earlier : NULL, asked->has_depth ? asked->depth : NARRATION_CAUSES);
    if (status == 0 && asked->has_bytes)
        memory_text_bytes(&memory.bytes);
    if (status == 0 && asked->pools)
        memory_text_pools(&memory.map);
    object_bytes_finish(&memory.bytes);
    pool_map_finish(&memory.map);
    view_finish(&view);
    view_finish(&before);
    return status;
}

int text_command(const Options *options)
{
    Program program;
    int status = program_open(&program, options);
    if (status == 0 && options->has_object && options->name)
        status = complain("--object and --name are two questions; ask one at a time");
    if (status == 0)
        status = program_load(&program, NULL);
    uint64_t step = options->has_step ? options->step : program.source.step;
    if (status == 0 && options->has_object)
        status = print_biography(&program, options->object);
    else if (status == 0 && options->name)
        status = print_last_change(&program, step, options->name);
    else if (status == 0)
        status = print_text(&program, options);
    program_close(&program);
    return status;
}
