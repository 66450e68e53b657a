/* `refarrows text`: a step in words, for screen readers and for reading over the telephone. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/history.h"
#include "cli/memory_text.h"
#include "cli/narrate.h"
#include "cli/program.h"
#include "machine/outline.h"
#include "machine/travel.h"

static void print_narration(const SourceFile *source, const View *before, const View *view,
                            const ChangeList *changes)
{
    char *text = narrate_step(source, before, view, changes);
    if (text)
        printf("what happened\n");
    for (char *at = text; at && *at;) {
        int length = 0;
        while (at[length] && at[length] != '\n')
            length++;
        printf("  %.*s\n", length, at);
        at += at[length] ? length + 1 : length;
    }
    free(text);
}

/* The machine stands at the step of `view`. */
static void print_step(const Program *program, const View *before, const View *view)
{
    const SourceFile *source = &program->source;
    ChangeList changes;
    HolderList holders;
    change_init(&changes);
    holder_list_init(&holders);
    if (before) {
        change_compute(&changes, before, view);
        change_drop_living(&changes, before, timeline_is_alive, program->timeline);
    }
    holders_of_view(source->language->machine, timeline_machine(program->timeline), view, OUTLINE_HOLDERS, &holders);
    outline_write(stdout, view, before, before ? &changes : NULL, &holders);
    print_narration(source, before, view, before ? &changes : NULL);
    holder_list_finish(&holders);
    change_finish(&changes);
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
    if (!language->pools || !language->bytes)
        return complain("--pools and --bytes are for Python programs");
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
    *place = (Position){options->has_step ? options->step : program->source.step, 0, 0};
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
    return (Position){place.step - 1, 0, 0};
}

static int print_text(Program *program, const Options *asked)
{
    ViewOptions options = {0};
    Position place;
    View before, view;
    MemoryAnswer memory;
    object_bytes_init(&memory.bytes);
    pool_map_init(&memory.map);
    view_init(&before);
    view_init(&view);
    program_find_waypoints(program);
    int status = find_place(program, asked, &place);
    bool has_before = place.step > 0 || place.moment > 0;
    if (status == 0 && has_before)     /* if there is no such place, there is none behind it: complained about there */
        timeline_seek(program->timeline, place_before(place), &options, &before, NULL);
    if (status == 0)
        status = program_go(program, place, &options, &view);
    if (status == 0)
        status = ask_memory(program, asked, place, &memory);
    if (status == 0)
        print_step(program, has_before ? &before : NULL, &view);
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
