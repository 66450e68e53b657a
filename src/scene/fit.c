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
    PATIENCE = 600             /* objects; of more only two arrangements are tried */
};

static const float USUAL_SCALE = 12.0f / 13;   /* the smallest labels have 13 pixels, and should have 12 */

static void measure_stacks(Graph *graph, bool folds)
{
    for (uint32_t i = 0; i < graph->activation_count; i++) {
        const Activation *activation = &graph->activations[i];
        float rows = graph_rows_height(activation, activation->row_count);
        float height = STYLE_FRAME_HEADER + rows + STYLE_FRAME_FOOT;
        float bottom = activation->y + height;
        if (!folds || bottom < STYLE_TOP + graph->stack_room)
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

/* One way to arrange the picture. */
typedef struct Manner { uint8_t crowding; bool large_first; float scale; } Manner;

/* How far the picture reaches beyond the room, in pixels; 0 if it fits. */
static float arrange(Graph *graph, const SceneOptions *options, Room room, Manner manner)
{
    graph->crowding = manner.crowding;
    graph->large_first = manner.large_first;
    graph->room_width = room.width / manner.scale;
    graph->room_height = room.height / manner.scale;
    graph->line_room = room.width / room.least_scale - STYLE_MARGIN - STYLE_DELTA;
    graph->stack_room = room.height / room.least_scale - STYLE_TOP - STYLE_MARGIN + STYLE_FRAME_GAP;
    graph_decide(graph, options);
    graph_place(graph, options);
    measure(graph, !options->full);
    float wide = fmaxf(graph->width - graph->room_width - 0.5f, 0);
    return wide + fmaxf(graph->height - graph->room_height - 0.5f, 0);
}

/* The manners in which a stretch may be arranged, best first. */
static uint32_t list_manners(const Graph *graph, const SceneOptions *options, Room room, Manner *manners)
{
    const float middle = (1 + room.least_scale) / 2, least = room.least_scale;
    uint32_t count = 0;
    for (uint8_t crowding = CROWD_NONE; crowding < (options->full ? CROWD_SCALARS : CROWD_COUNT); crowding++) {
        if (graph->node_count > PATIENCE) {
            manners[count++] = (Manner){crowding, false, least};
            crowding = crowding == CROWD_NONE ? CROWD_COUNT - 2 : crowding;
            continue;
        }
        manners[count++] = (Manner){crowding, false, 1};
        manners[count++] = (Manner){crowding, false, middle};
        manners[count++] = (Manner){crowding, false, least};
    }
    if (!options->full)
        manners[count++] = (Manner){CROWD_FUNCTIONS, true, least};
    return count;
}

/* What is worse than another manner: what reaches beyond the room, then what stands away from its name. */
typedef struct Fault { float outside; uint32_t aside; } Fault;

static bool is_better(Fault a, Fault b)
{
    return a.outside != b.outside ? a.outside < b.outside : a.aside < b.aside;
}

/* The manners with the same crowding stand side by side; the search ends with the first such group that has room. */
void graph_solve(Graph *graph, const SceneOptions *options)
{
    Manner manners[4 * CROWD_COUNT];
    Room room = room_of(options);
    uint32_t count = list_manners(graph, options, room, manners), best = 0, i = 0;
    Fault least = {INFINITY, UINT32_MAX};
    for (; i < count; i++) {
        if (i > 0 && manners[i].crowding != manners[i - 1].crowding && least.outside <= 0)
            break;
        Fault fault = {arrange(graph, options, room, manners[i]), graph->moved_aside};
        if (!is_better(fault, least))
            continue;
        least = fault;
        best = i;
        if (least.outside <= 0 && least.aside == 0) {
            i++;
            break;
        }
    }
    if (best + 1 != i)
        arrange(graph, options, room, manners[best]);
}
