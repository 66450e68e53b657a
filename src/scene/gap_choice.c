/* Gap choice: which gaps arrows pass so that few of them cross.
 *
 * In a channel every arrow that moves there is a chord between two points of the channel's outline, and two of them
 * must cross if their ends alternate along the outline; lanes are dealt out so that no others do. A plan's gaps were
 * chosen by length alone. Here each is reconsidered, given the chords of all other arrows, and then the whole way of
 * what passes several columns: a longer way is taken if that saves crossings. Arrow by arrow, in order, until nothing
 * changes; so equal input gives equal plans. */
#include "scene/router.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

enum { ROUNDS = 3, REACH = 12 };    /* REACH: gaps to either side that are tried */

static const float CROSSING = 400;         /* a crossing is worth such a detour, in pixels */
static const float OUTLINE = 1e6f;         /* more than any channel is high */

typedef struct Chord {
    int32_t channel;
    uint32_t arrow;
    float low, high;           /* its ends along the outline: down the left side, up the right one */
} Chord;

typedef struct Chooser {
    Router *router;
    Chord *chords;             /* by channel */
    uint32_t *channel_first;   /* by channel: into chords */
    uint32_t *place_of;        /* by leg, those of an arrow side by side, in its order: into chords */
    uint32_t *first;           /* by arrow: into place_of */
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
    float from = outline(from_left, y0), to = outline(to_left, y1);
    return (Chord){plan->start_channel + (int32_t)leg * step, index, fminf(from, to), fmaxf(from, to)};
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

/* Chords with a common end do not. Without branches: this is asked most of all. */
static bool must_cross(const Chord *a, const Chord *b)
{
    bool a_first = (a->low < b->low) & (b->low < a->high) & (a->high < b->high);
    bool b_first = (b->low < a->low) & (a->low < b->high) & (b->high < a->high);
    return a_first | b_first;
}

static uint32_t channel_size(const Chooser *chooser, int32_t channel)
{
    return chooser->channel_first[channel + 1] - chooser->channel_first[channel];
}

static uint32_t count_crossings(const Chooser *chooser, const Chord *chord)
{
    uint32_t count = 0;
    const Chord *other = chooser->chords + chooser->channel_first[chord->channel];
    const Chord *end = chooser->chords + chooser->channel_first[chord->channel + 1];
    for (; other < end; other++)
        count += (other->arrow != chord->arrow) & must_cross(chord, other);
    return count;
}

/* What it costs to pass a crossing at a height; at least `most` is all that needs to be known of more. */
static float cost_of(const Chooser *chooser, uint32_t index, uint32_t which, float y, float most)
{
    const Router *router = chooser->router;
    float before = height_before(router, index, which), after = height_after(router, index, which);
    float way = fabsf(y - before) * 1.05f + fabsf(y - after);
    if (way >= most)
        return way;
    Chord in = make_chord(router, index, which, before, y);
    float cost = way + CROSSING * (float)count_crossings(chooser, &in);
    if (cost >= most)
        return cost;
    Chord out = make_chord(router, index, which + 1, y, after);
    return cost + CROSSING * (float)count_crossings(chooser, &out);
}

static void write_chords(Chooser *chooser, uint32_t index)
{
    const Router *router = chooser->router;
    const Plan *plan = &router->plans[index];
    for (uint32_t leg = 0; leg <= plan->crossing_count; leg++) {
        float y1 = leg < plan->crossing_count ? crossing(router, index, leg)->want : router_entry_height(router, index);
        chooser->chords[chooser->place_of[chooser->first[index] + leg]] =
            make_chord(router, index, leg, height_before(router, index, leg), y1);
    }
}

/* Of two heights in a gap that would do: where it comes from, where it goes. `cost`: what would not do. */
static float best_height(const Chooser *chooser, uint32_t index, uint32_t which, Gap gap, float *cost)
{
    float before = height_before(chooser->router, index, which), after = height_after(chooser->router, index, which);
    float best = 0;
    for (int i = 0; i < 2; i++) {
        float y = fminf(fmaxf(i ? after : before, gap.low), gap.high);
        float there = cost_of(chooser, index, which, y, *cost);
        if (there < *cost) {
            *cost = there;
            best = y;
        }
    }
    return best;
}

/* Whether another gap was found. */
static bool choose(Chooser *chooser, uint32_t index, uint32_t which)
{
    Router *router = chooser->router;
    const Plan *plan = &router->plans[index];
    int32_t step = plan->end_channel > plan->start_channel ? 1 : -1;
    int32_t channel = plan->start_channel + (int32_t)which * step;
    int32_t column = step > 0 ? channel : channel - 1;
    Wish *wish = crossing(router, index, which);
    uint32_t now = (uint32_t)wish->group, most = obstacles_gap_count(&router->obstacles, column);
    float least = cost_of(chooser, index, which, wish->want, INFINITY);
    bool changed = false;
    if (least < CROSSING)
        return false;          /* it crosses nothing, and the gap is the nearest */
    for (uint32_t g = now > REACH ? now - REACH : 0; g < most && g <= now + REACH; g++) {
        float cost = least;
        Gap gap = obstacles_gap_at(&router->obstacles, column, g);
        float y = best_height(chooser, index, which, gap, &cost);
        if (cost >= least || gap.high - gap.low < 2)
            continue;
        least = cost;
        changed = true;
        *wish = (Wish){.group = gap_group(column, g), .want = y, .got = y, .tie = wish->tie, .low = gap.low,
                       .high = gap.high};
    }
    write_chords(chooser, index);
    return changed;
}

/* What all of an arrow's way costs, through the gaps that its wishes say now. */
static float cost_of_way(const Chooser *chooser, uint32_t index, float most)
{
    const Router *router = chooser->router;
    const Plan *plan = &router->plans[index];
    float cost = 0;
    for (uint32_t leg = 0; leg <= plan->crossing_count && cost < most; leg++) {
        bool last = leg == plan->crossing_count;
        float y0 = height_before(router, index, leg);
        float y1 = last ? router_entry_height(router, index) : crossing(router, index, leg)->want;
        Chord chord = make_chord(router, index, leg, y0, y1);
        cost += fabsf(y1 - y0) + CROSSING * (float)count_crossings(chooser, &chord);
    }
    return cost;
}

static int32_t column_passed(const Plan *plan, uint32_t which)
{
    return plan->end_channel > plan->start_channel ? plan->start_channel + (int32_t)which
                                                   : plan->start_channel - 1 - (int32_t)which;
}

/* Leads an arrow through one gap of the first column that it passes, and from there on as straight as it goes. */
static void lead_through(const Chooser *chooser, uint32_t index, uint32_t first_gap)
{
    Router *router = chooser->router;
    const Plan *plan = &router->plans[index];
    float y = plan->start_y, target = router_entry_height(router, index);
    for (uint32_t i = 0; i < plan->crossing_count; i++) {
        int32_t column = column_passed(plan, i);
        Wish *wish = crossing(router, index, i);
        Gap gap = i ? obstacles_gap(&router->obstacles, column, y, y)
                    : obstacles_gap_at(&router->obstacles, column, first_gap);
        bool is_last = i + 1 == plan->crossing_count;
        y = fminf(fmaxf(is_last && i ? (y + target) / 2 : y, gap.low), gap.high);
        *wish = (Wish){.group = gap_group(column, gap.index), .want = y, .got = y, .tie = wish->tie, .low = gap.low,
                       .high = gap.high};
    }
}

enum { MOST_PASSED = 8 };      /* columns; the whole way of what passes more is not reconsidered */

static bool passes_crowd(const Chooser *chooser, uint32_t index)
{
    const Plan *plan = &chooser->router->plans[index];
    int32_t step = plan->end_channel > plan->start_channel ? 1 : -1;
    for (uint32_t leg = 0; leg <= plan->crossing_count; leg++)
        if (channel_size(chooser, plan->start_channel + (int32_t)leg * step) > MANY_LEGS / 2)
            return true;
    return false;
}

/* What passes several columns may have to change all of its gaps to be better off. */
static bool choose_way(Chooser *chooser, uint32_t index)
{
    Router *router = chooser->router;
    const Plan *plan = &router->plans[index];
    Wish now[MOST_PASSED];
    if (plan->crossing_count < 2 || plan->crossing_count > MOST_PASSED || passes_crowd(chooser, index))
        return false;
    Wish *wishes = crossing(router, index, 0);
    size_t size = plan->crossing_count * sizeof *now;
    memcpy(now, wishes, size);
    float least = cost_of_way(chooser, index, INFINITY);
    uint32_t first = (uint32_t)wishes->group, most = obstacles_gap_count(&router->obstacles, column_passed(plan, 0));
    bool changed = false;
    for (uint32_t g = first > REACH ? first - REACH : 0; least >= CROSSING && g < most && g <= first + REACH; g++) {
        Gap gap = obstacles_gap_at(&router->obstacles, column_passed(plan, 0), g);
        if (gap.high - gap.low < 2)
            continue;
        lead_through(chooser, index, g);
        float cost = cost_of_way(chooser, index, least);
        if (cost >= least)
            continue;
        least = cost;
        changed = true;
        memcpy(now, wishes, size);
    }
    memcpy(wishes, now, size);
    write_chords(chooser, index);
    return changed;
}

static bool reconsider(Chooser *chooser, uint32_t index)
{
    bool changed = false;
    const Plan *plan = &chooser->router->plans[index];
    int32_t step = plan->end_channel > plan->start_channel ? 1 : -1;
    for (uint32_t i = 0; i < plan->crossing_count; i++) {
        int32_t channel = plan->start_channel + (int32_t)i * step;
        if (channel_size(chooser, channel) + channel_size(chooser, channel + step) <= MANY_LEGS)
            changed |= choose(chooser, index, i);
    }
    return choose_way(chooser, index) || changed;
}

/* Gives every leg a place among those of its channel, which never changes. */
static void find_channels(Chooser *chooser)
{
    const Router *router = chooser->router;
    uint32_t *first = chooser->channel_first;
    memset(first, 0, ((size_t)chooser->channel_count + 2) * sizeof *first);
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < router->arrow_count; i++) {
            const Plan *plan = &router->plans[i];
            int32_t step = plan->end_channel > plan->start_channel ? 1 : -1;
            for (uint32_t leg = 0; !plan->local && leg <= plan->crossing_count; leg++) {
                uint32_t *next = &first[plan->start_channel + (int32_t)leg * step + (pass ? 0 : 1)];
                if (pass)
                    chooser->place_of[chooser->first[i] + leg] = *next;
                ++*next;
            }
        }
        for (int32_t c = 0; c < chooser->channel_count && pass == 0; c++)
            first[c + 1] += first[c];
    }
    memmove(first + 1, first, (size_t)chooser->channel_count * sizeof *first);     /* each has become the next one's */
    first[0] = 0;
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
    chooser->place_of = memory_resize(NULL, ((size_t)count + 1) * sizeof(uint32_t));
    chooser->channel_first = memory_resize(NULL, ((size_t)chooser->channel_count + 2) * sizeof(uint32_t));
    find_channels(chooser);
    for (uint32_t i = 0; i < router->arrow_count; i++)
        if (!router->plans[i].local)
            write_chords(chooser, i);
}

static void chooser_finish(Chooser *chooser)
{
    free(chooser->first);
    free(chooser->chords);
    free(chooser->place_of);
    free(chooser->channel_first);
}

/* How many arrows a bow crosses in its channel. */
static uint32_t count_bow(const Router *router, uint32_t index)
{
    uint32_t count = 0;
    Chord bow = make_chord(router, index, 0, router->plans[index].start_y, router_entry_height(router, index));
    for (uint32_t i = 0; i < router->arrow_count; i++) {
        const Plan *plan = &router->plans[i];
        for (uint32_t leg = 0; i != index && !plan->local && leg <= plan->crossing_count; leg++) {
            float before = height_before(router, i, leg);
            float after = leg < plan->crossing_count ? crossing(router, i, leg)->want : router_entry_height(router, i);
            Chord chord = make_chord(router, i, leg, before, after);
            count += chord.channel == bow.channel && must_cross(&chord, &bow);
        }
    }
    return count;
}

static void bow_to(Router *router, uint32_t index, bool left)
{
    router_take_side(router, index, left);
    router->plans[index].end_channel = router->plans[index].start_channel;
    router->plans[index].entry = left ? ENTRY_LEFT : ENTRY_RIGHT;
}

/* What leads to another box of the same column bows to the left, or to the right if that crosses less. */
static void choose_sides(Router *router)
{
    for (uint32_t i = 0; i < router->arrow_count && router->arrow_count <= MANY_LEGS; i++) {
        if (!router->plans[i].either)
            continue;
        uint32_t left = count_bow(router, i);
        bow_to(router, i, false);
        if (count_bow(router, i) >= left)
            bow_to(router, i, true);
    }
}

void router_choose_gaps(Router *router)
{
    choose_sides(router);
    Chooser chooser;
    chooser_init(&chooser, router);
    bool changed = true;
    for (int round = 0; round < ROUNDS && changed; round++) {
        changed = false;
        for (uint32_t i = 0; i < router->arrow_count; i++)
            if (!router->plans[i].local)
                changed |= reconsider(&chooser, i);
    }
    chooser_finish(&chooser);
}

/* The chord of a leg. */
static Chord leg_chord(const Leg *leg, uint32_t arrow)
{
    float from = outline(leg->from_left, leg->y0), to = outline(leg->to_left, leg->y1);
    return (Chord){leg->channel, arrow, fminf(from, to), fmaxf(from, to)};
}

/* How many of the chords before cross one. */
static uint32_t count_before(const Chord *chords, uint32_t at, bool *crossed)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < at; i++) {
        if (chords[i].channel != chords[at].channel || chords[i].arrow == chords[at].arrow
            || !must_cross(&chords[i], &chords[at]))
            continue;
        crossed[chords[i].arrow] = crossed[chords[at].arrow] = true;
        count++;
    }
    return count;
}

uint32_t router_count_crossings(const Router *router, bool *crossed)
{
    Chord *chords = memory_resize(NULL, ((size_t)router->leg_count + 1) * sizeof *chords);
    uint32_t count = 0, at = 0;
    memset(crossed, 0, router->arrow_count * sizeof *crossed);
    for (uint32_t i = 0; i < router->arrow_count; i++)
        for (uint32_t k = 0; k < router->plans[i].leg_count; k++, at++) {
            chords[at] = leg_chord(&router->legs[router->plans[i].first_leg + k], i);
            count += count_before(chords, at, crossed);
        }
    free(chords);
    return count;
}
