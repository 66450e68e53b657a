/* Gap choice: which gaps arrows pass so that few of them cross.
 *
 * In a channel every arrow that moves there is a chord between two points of the channel's outline, and two of them
 * must cross if their ends alternate along the outline; lanes are dealt out so that no others do. A plan's gaps were
 * chosen by length alone. Here each is reconsidered, given the chords of all other arrows: a longer way is taken if
 * that saves crossings. Arrow by arrow, in order, twice; so equal input gives equal plans. */
#include "scene/router.h"

#include <math.h>
#include <stdlib.h>

#include "machine/memory.h"

enum { ROUNDS = 3, REACH = 12 };    /* REACH: gaps to either side that are tried */

static const float CROSSING = 400;         /* a crossing is worth such a detour, in pixels */
static const float OUTLINE = 1e6f;         /* more than any channel is high */

typedef struct Chord {
    int32_t channel;
    uint32_t arrow;
    float a, b;                /* along the outline: down the left side, up the right one */
} Chord;

typedef struct Chooser {
    Router *router;
    Chord *chords;             /* of an arrow side by side, in its order */
    uint32_t *first;           /* by arrow */
    uint32_t *channel_first;   /* by channel: into by_channel */
    uint32_t *by_channel;      /* chords */
    int32_t channel_count;
} Chooser;

static float outline(bool left, float y)
{
    return left ? y : OUTLINE - y;
}

/* The chord of the leg with index `leg` of an arrow, between the heights y0 and y1. */
static Chord make_chord(const Router *router, uint32_t index, uint32_t leg, float y0, float y1)
{
    const Plan *plan = &router->plans[index];
    const RouteArrow *arrow = &router->arrows[index];
    int32_t step = plan->end_channel > plan->start_channel ? 1 : -1;
    bool from_left = leg ? step > 0 : arrow->exit != EXIT_LEFT;
    bool last = leg == plan->crossing_count;
    bool to_left = last ? plan->end_channel > router_box(router, arrow->to)->column : step < 0;
    return (Chord){plan->start_channel + (int32_t)leg * step, index, outline(from_left, y0), outline(to_left, y1)};
}

static Wish *crossing(const Router *router, uint32_t index, uint32_t which)
{
    return &router->heights.wishes[router->plans[index].first_crossing + which];
}

static float height_before(const Router *router, uint32_t index, uint32_t which)
{
    return which ? crossing(router, index, which - 1)->want : router->plans[index].start_y;
}

static float height_after(const Router *router, uint32_t index, uint32_t which)
{
    const Plan *plan = &router->plans[index];
    return which + 1 < plan->crossing_count ? crossing(router, index, which + 1)->want
                                            : router_entry_height(router, index);
}

static bool within(float a, float b, float x)
{
    return a < b ? a < x && x < b : b < x && x < a;
}

static bool must_cross(const Chord *a, const Chord *b)
{
    if (a->a == b->a || a->a == b->b || a->b == b->a || a->b == b->b)
        return false;
    return within(a->a, a->b, b->a) != within(a->a, a->b, b->b);
}

static uint32_t channel_size(const Chooser *chooser, int32_t channel)
{
    return chooser->channel_first[channel + 1] - chooser->channel_first[channel];
}

static uint32_t count_crossings(const Chooser *chooser, const Chord *chord)
{
    uint32_t count = 0;
    for (uint32_t i = chooser->channel_first[chord->channel]; i < chooser->channel_first[chord->channel + 1]; i++) {
        const Chord *other = &chooser->chords[chooser->by_channel[i]];
        count += other->arrow != chord->arrow && must_cross(chord, other);
    }
    return count;
}

/* What it costs to pass a crossing at a height. */
static float cost_of(const Chooser *chooser, uint32_t index, uint32_t which, float y)
{
    const Router *router = chooser->router;
    float before = height_before(router, index, which), after = height_after(router, index, which);
    Chord in = make_chord(router, index, which, before, y), out = make_chord(router, index, which + 1, y, after);
    uint32_t crossings = count_crossings(chooser, &in) + count_crossings(chooser, &out);
    return fabsf(y - before) * 1.05f + fabsf(y - after) + CROSSING * (float)crossings;
}

static void write_chords(Chooser *chooser, uint32_t index)
{
    const Router *router = chooser->router;
    const Plan *plan = &router->plans[index];
    for (uint32_t leg = 0; leg <= plan->crossing_count; leg++) {
        float y1 = leg < plan->crossing_count ? crossing(router, index, leg)->want : router_entry_height(router, index);
        chooser->chords[chooser->first[index] + leg] =
            make_chord(router, index, leg, height_before(router, index, leg), y1);
    }
}

/* Of three heights in a gap that would do: where it comes from, where it goes, the middle. */
static float best_height(const Chooser *chooser, uint32_t index, uint32_t which, Gap gap, float *cost)
{
    float before = height_before(chooser->router, index, which), after = height_after(chooser->router, index, which);
    float best = 0;
    *cost = INFINITY;
    for (int i = 0; i < 2; i++) {
        float y = fminf(fmaxf(i ? after : before, gap.low), gap.high);
        float there = cost_of(chooser, index, which, y);
        if (there < *cost) {
            *cost = there;
            best = y;
        }
    }
    return best;
}

static void choose(Chooser *chooser, uint32_t index, uint32_t which)
{
    Router *router = chooser->router;
    const Plan *plan = &router->plans[index];
    int32_t step = plan->end_channel > plan->start_channel ? 1 : -1, channel = plan->start_channel + (int32_t)which * step;
    int32_t column = step > 0 ? channel : channel - 1;
    Wish *wish = crossing(router, index, which);
    uint32_t now = (uint32_t)wish->group, most = obstacles_gap_count(&router->obstacles, column);
    float least = cost_of(chooser, index, which, wish->want);
    for (uint32_t g = now > REACH ? now - REACH : 0; g < most && g <= now + REACH; g++) {
        float cost;
        Gap gap = obstacles_gap_at(&router->obstacles, column, g);
        float y = best_height(chooser, index, which, gap, &cost);
        if (cost >= least || gap.high - gap.low < 2)
            continue;
        least = cost;
        *wish = (Wish){.group = gap_group(column, g), .want = y, .got = y, .tie = wish->tie, .low = gap.low,
                       .high = gap.high};
    }
    write_chords(chooser, index);
}

static void reconsider(Chooser *chooser, uint32_t index)
{
    const Plan *plan = &chooser->router->plans[index];
    int32_t step = plan->end_channel > plan->start_channel ? 1 : -1;
    for (uint32_t i = 0; i < plan->crossing_count; i++) {
        int32_t channel = plan->start_channel + (int32_t)i * step;
        if (channel_size(chooser, channel) + channel_size(chooser, channel + step) <= MANY_LEGS)
            choose(chooser, index, i);
    }
}

static void chooser_init(Chooser *chooser, Router *router)
{
    uint32_t count = 0;
    *chooser = (Chooser){.router = router, .channel_count = router->field->column_count + 1};
    chooser->first = memory_resize(NULL, ((size_t)router->arrow_count + 1) * sizeof(uint32_t));
    for (uint32_t i = 0; i < router->arrow_count; i++) {
        chooser->first[i] = count;
        count += router->plans[i].local ? 0 : router->plans[i].crossing_count + 1;
    }
    chooser->first[router->arrow_count] = count;
    chooser->chords = memory_resize(NULL, ((size_t)count + 1) * sizeof *chooser->chords);
    chooser->by_channel = memory_resize(NULL, ((size_t)count + 1) * sizeof(uint32_t));
    chooser->channel_first = memory_resize(NULL, ((size_t)chooser->channel_count + 2) * sizeof(uint32_t));
    for (uint32_t i = 0; i < router->arrow_count; i++)
        if (!router->plans[i].local)
            write_chords(chooser, i);
}

/* Sorts chords by channel; none ever changes its channel. */
static void sort_chords(Chooser *chooser)
{
    uint32_t count = chooser->first[chooser->router->arrow_count], *first = chooser->channel_first;
    for (int32_t c = 0; c <= chooser->channel_count; c++)
        first[c] = 0;
    for (uint32_t i = 0; i < count; i++)
        first[chooser->chords[i].channel + 1]++;
    for (int32_t c = 0; c < chooser->channel_count; c++)
        first[c + 1] += first[c];
    uint32_t *next = memory_resize(NULL, ((size_t)chooser->channel_count + 1) * sizeof *next);
    for (int32_t c = 0; c < chooser->channel_count; c++)
        next[c] = first[c];
    for (uint32_t i = 0; i < count; i++)
        chooser->by_channel[next[chooser->chords[i].channel]++] = i;
    free(next);
}

static void chooser_finish(Chooser *chooser)
{
    free(chooser->first);
    free(chooser->chords);
    free(chooser->by_channel);
    free(chooser->channel_first);
}

void router_choose_gaps(Router *router)
{
    Chooser chooser;
    chooser_init(&chooser, router);
    sort_chords(&chooser);
    for (int round = 0; round < ROUNDS; round++)
        for (uint32_t i = 0; i < router->arrow_count; i++)
            if (!router->plans[i].local)
                reconsider(&chooser, i);
    chooser_finish(&chooser);
}
