/* Steps and instructions of C programs, taken forwards, look the same backwards and after jumps.
 *
 *   travel_c FILE...
 *
 * Exit status 0: they do. What differs is said on stderr. Input is as many lines "7" as a program wants.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "c/c.h"
#include "machine/timeline.h"

enum { MOST_PLACES = 500, MOST_INSTRUCTIONS = 150, JUMPS = 150, SNAPSHOT_STEPS = 23, LARGEST_FILE = 1 << 20 };

static const ViewOptions everything = {.max_slots = 200, .return_slot = true, .evaluation_stack = true};

typedef struct Place { Position position; View view; } Place;

static bool type_seven(void *context, const char **text, size_t *length)
{
    *text = "7";
    *length = 1;
    return true;
}

static bool look(Timeline *timeline, Position position, View *view, Position *found)
{
    StopInfo stop;
    view_init(view);
    TimelineStatus status = timeline_seek(timeline, position, &everything, view, &stop);
    *found = stop.position;
    return status == TIMELINE_REACHED;
}

/* The first instructions one by one, then steps, further apart as the run goes on. */
static int take_forwards(Timeline *timeline, Place *places)
{
    Position next = {0, 0};
    int count = 0;
    while (count < MOST_PLACES) {
        Place *place = &places[count];
        bool reached = look(timeline, next, &place->view, &place->position);
        bool moved = !count || position_compare(place->position, places[count - 1].position) > 0;
        if (!reached || !moved) {
            view_finish(&place->view);
            break;
        }
        next = place->position;
        next = count < MOST_INSTRUCTIONS ? (Position){next.step, next.instruction + 1}
                                         : (Position){next.step + 1 + (uint64_t)(count / 100) * 7, 0};
        count++;
    }
    return count;
}

static bool same(Timeline *timeline, const Place *place, const char *way)
{
    View now;
    Position found;
    look(timeline, place->position, &now, &found);
    bool equal = view_equal(&place->view, &now);
    view_finish(&now);
    if (!equal)
        fprintf(stderr, "step %llu, instruction %llu looks different %s\n", (unsigned long long)place->position.step,
                (unsigned long long)place->position.instruction, way);
    return equal;
}

static bool travel(Timeline *timeline)
{
    Place *places = calloc(MOST_PLACES, sizeof *places);
    if (!places)
        return false;
    int count = take_forwards(timeline, places);
    bool good = count > 0;
    for (int i = count; i-- > 0 && good;)
        good = same(timeline, &places[i], "going back");
    uint32_t seed = 12345;
    for (int i = 0; i < JUMPS && good; i++) {
        seed = seed * 1664525u + 1013904223u;
        good = same(timeline, &places[(seed >> 8) % (uint32_t)count], "after a jump");
    }
    for (int i = 0; i < count; i++)
        view_finish(&places[i].view);
    free(places);
    return good;
}

static char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    char *text = file ? malloc(LARGEST_FILE) : NULL;
    *length = text ? fread(text, 1, LARGEST_FILE, file) : 0;
    if (file)
        fclose(file);
    return text;
}

static bool check(const char *path)
{
    SourceError error = {0};
    Source source = {.name = path};
    char *text = read_file(path, &source.length);
    TimelineOptions options = {.snapshot_steps = SNAPSHOT_STEPS, .input = type_seven};
    source.text = text;
    Timeline *timeline = text ? timeline_create(&c_language, &source, &options, &error) : NULL;
    source_error_finish(&error);
    bool good = timeline && travel(timeline);
    if (!good)
        fprintf(stderr, "%s: %s\n", path, timeline ? "see above" : "not loaded");
    timeline_destroy(timeline);
    free(text);
    return good;
}

int main(int count, char **arguments)
{
    int wrong = count < 2;
    for (int i = 1; i < count; i++)
        wrong += !check(arguments[i]);
    printf("%d programs, %d wrong\n", count - 1, wrong);
    return wrong ? 1 : 0;
}
