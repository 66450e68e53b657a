/* Fitting: how the stretch finds room in the panel.
 *
 * At full size, at the smallest scale that can be read, and between them, the picture is packed into the room that the
 * panel then has. If not even the smallest scale is enough, less is drawn as boxes of its own (Crowding), and once
 * more. What does not fit in the end stands below the edge, and the view follows what happens. */
#include <math.h>

#include "scene/graph.h"
#include "scene/style.h"

enum {
    USUAL_WIDTH = 1316, USUAL_HEIGHT = 888,    /* of the panel in a window of 1920x1080 */
    PATIENCE = 600,            /* objects; of more only two arrangements are tried */
    SCALES = 4                 /* full size, between, the smallest, and that with everything closer together */
};

static const float COST_SMALL = 1500;      /* of a picture of no size, in the coin of places; see place.c */
static const float COST_BEYOND = 10;        /* a pixel that does not fit */
static const float COST_SPILLED = 3000;    /* if there are any */
/* For each manner that writes more into others. Classes are what many a program is about. */
static const float COST_CROWDED[CROWD_COUNT] = {0, 350, 650, 1500};
static const float COST_TIGHT = 150;       /* for standing close together */
#define COST_SHAPE 150.0f      /* for giving up the shape that references make */
#define COST_CLASSES 500.0f    /* for giving up that of a hierarchy of classes */
static const float COST_GOOD = 100;        /* less is good enough */

static const float USUAL_SCALE = 12.0f / 13;   /* the smallest labels have 13 pixels, and should have 12 */

static void measure_stacks(Graph *graph, bool folds)
{
    for (uint32_t i = 0; i < graph->activation_count; i++) {
        const Activation *activation = &graph->activations[i];
        float rows = graph_rows_height(activation, UINT64_MAX);
        float height = STYLE_FRAME_HEADER + rows + STYLE_FRAME_FOOT;
        float bottom = activation->y + height;
        bool is_tall = graph->nest_width > 0;  /* frames with nested boxes may be higher than the room by themselves */
        if (!folds || is_tall || bottom < STYLE_TOP + graph->stack_room)
            graph->height = fmaxf(graph->height, bottom);
    }
}

static void measure(Graph *graph, bool folds)
{
    graph->width = STYLE_MARGIN + graph->frame_width;
    graph->height = STYLE_TOP;
    measure_stacks(graph, folds);
    for (uint32_t i = 0; i < graph->node_count; i++) {
        const Place *place = &graph->nodes[i].place;
        if (!place->boxed)
            continue;
        graph->width = fmaxf(graph->width, place->rect.x + place->rect.w + STYLE_DELTA);
        graph->height = fmaxf(graph->height, place->rect.y + place->rect.h);
    }
    graph->width += STYLE_MARGIN;
    graph->height += STYLE_MARGIN;
}

typedef struct Room { float width, height, least_scale; } Room;

static Room room_of(const SceneOptions *options)
{
    if (options->room_width <= 0 || options->room_height <= 0)
        return (Room){USUAL_WIDTH, USUAL_HEIGHT, USUAL_SCALE};
    return (Room){options->room_width, options->room_height,
                  options->least_scale > 0 ? options->least_scale : USUAL_SCALE};
}

void graph_find_stack_room(Graph *graph, const SceneOptions *options)
{
    Room room = room_of(options);
    graph->stack_room = room.height / room.least_scale - STYLE_TOP - STYLE_MARGIN + STYLE_FRAME_GAP;
}

/* One way to arrange the picture. */
typedef struct Manner { uint8_t crowding, order; bool tight; float scale; } Manner;

/* How far the picture reaches beyond the room, in pixels; 0 if it fits. */
static float arrange(Graph *graph, const SceneOptions *options, Room room, Manner manner)
{
    graph->crowding = manner.crowding;
    graph->order = manner.order;
    graph->gap = manner.tight ? STYLE_TIGHT_GAP : STYLE_GAP;
    graph->gutter = manner.tight ? STYLE_TIGHT_GUTTER : STYLE_GUTTER;
    graph->room_width = room.width / manner.scale;
    graph->room_height = room.height / manner.scale;
    graph->line_room = room.width / room.least_scale - STYLE_MARGIN - STYLE_DELTA;
    graph_decide(graph, options);
    graph_place(graph, options);
    measure(graph, !options->full);
    float wide = fmaxf(graph->width - graph->room_width - 0.5f, 0);
    return wide + fmaxf(graph->height - graph->room_height - 0.5f, 0);
}

/* The manners in which a stretch may be arranged, best first. */
static uint32_t list_manners(const Graph *graph, const SceneOptions *options, Room room, Manner *manners)
{
    const float scales[SCALES] = {1, (1 + room.least_scale) / 2, room.least_scale, room.least_scale};
    bool many = graph->node_count > PATIENCE;
    uint32_t count = 0;
    for (uint8_t crowding = CROWD_NONE; crowding < (options->full ? CROWD_SCALARS : CROWD_COUNT); crowding++) {
        if (many && crowding != CROWD_NONE && crowding != CROWD_COUNT - 1)
            continue;
        for (uint8_t i = many ? SCALES - 1 : 0; i < SCALES; i++)
            for (uint8_t order = ORDER_NAMES; order < (many ? ORDER_LARGE : ORDER_COUNT); order++)
                manners[count++] = (Manner){crowding, order, i == SCALES - 1, scales[i]};
    }
    return count;
}

/* Who stands beside whom, where references alone do not decide it. Some programs are about objects that have names and
 * refer to each other, as the vertices of a graph: then each may stand beside its name. And classes stand in a row. */
typedef struct Kinship { bool by_class, by_name; float cost; } Kinship;
static const Kinship KINSHIPS[] = {
    {false, false, 0}, {true, false, -COST_CLASSES}, {false, true, COST_SHAPE}, {true, true, COST_SHAPE - COST_CLASSES},
};
enum { KINSHIPS_COUNT = sizeof KINSHIPS / sizeof *KINSHIPS };

static bool has_derived_classes(const Graph *graph)
{
    for (uint32_t i = 0; i < graph->node_count; i++)
        for (uint32_t k = 0; k < graph->nodes[i].known_holders; k++)
            if (graph->nodes[i].kind == KIND_CLASS && graph->nodes[graph->nodes[i].holder[k]].kind == KIND_CLASS)
                return true;
    return false;
}

static float arrange_kin(Graph *graph, const SceneOptions *options, Room room, Manner manner, Kinship kinship)
{
    graph->by_class = kinship.by_class;
    graph->by_name = kinship.by_name;
    float beyond = arrange(graph, options, room, manner);
    float cost = graph->cost + kinship.cost + (1 - manner.scale) * COST_SMALL;
    if (kinship.by_class && manner.crowding >= CROWD_CLASSES)
        cost += COST_CLASSES;  /* there is no such shape to be seen */
    return cost + (beyond > 0 ? COST_SPILLED + beyond * COST_BEYOND : 0);
}

/* Takes its time: crossings are counted, places reconsidered, for every kinship that could make a difference; where
 * there is too little room for one, at the smallest scale, too. */
static void refine(Graph *graph, const SceneOptions *options, Room room, Manner manner)
{
    bool classes = has_derived_classes(graph);
    Manner manners[] = {manner, manner}, best_manner = manner;
    Kinship best = KINSHIPS[0];
    manners[1].scale = room.least_scale;
    graph->refine = true;
    float least = arrange_kin(graph, options, room, manner, best);
    bool is_best = true;
    for (uint32_t i = 1; i < KINSHIPS_COUNT && graph->node_count <= PATIENCE && least > 0; i++)
        for (uint32_t k = 0; k < 2 && (classes || !KINSHIPS[i].by_class); k++) {
            float cost = arrange_kin(graph, options, room, manners[k], KINSHIPS[i]);
            is_best = cost < least;
            if (is_best) {
                least = cost;
                best = KINSHIPS[i];
                best_manner = manners[k];
            }
            bool fits = graph->width <= graph->room_width + 0.5f && graph->height <= graph->room_height + 0.5f;
            if (fits || manner.scale <= room.least_scale)
                break;
        }
    if (!is_best)
        arrange_kin(graph, options, room, best_manner, best);
}

/* The search ends where a more crowded manner could not be better, whatever it saves. */
void graph_solve(Graph *graph, const SceneOptions *options)
{
    Manner manners[CROWD_COUNT * SCALES * ORDER_COUNT];
    Room room = room_of(options);
    uint32_t count = list_manners(graph, options, room, manners), best = 0, i = 0;
    float least = INFINITY, without_classes = has_derived_classes(graph) ? COST_CLASSES : 0;
    graph->refine = false;
    for (; i < count && least > COST_GOOD + COST_CROWDED[manners[i].crowding]; i++) {
        float beyond = arrange(graph, options, room, manners[i]), cost = graph->cost;
        cost += beyond > 0 ? COST_SPILLED + beyond * COST_BEYOND : 0;
        cost += (1 - manners[i].scale) * COST_SMALL + COST_CROWDED[manners[i].crowding];
        cost += manners[i].tight ? COST_TIGHT : 0;
        cost += manners[i].crowding >= CROWD_CLASSES ? without_classes : 0;
        if (cost < least) {
            least = cost;
            best = i;
        }
    }
    refine(graph, options, room, manners[best]);
    graph_find_phases(graph, room.width, room.height);
}
