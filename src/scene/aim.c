/* Where pointers' arrows land: at the very element, member or letter.
 *
 * The router brings an arrow to the side of the box, at a height that is asked for; the way from there on is made here.
 * To a cell in a column it is straight on; to one in a line of cells it goes by the lane below the line and up. */
#include <math.h>

#include "scene/build.h"
#include "scene/style.h"

enum { UP_INTO = 4, TURN = 8, APART = 7, PART_HEAD = 16, PAST = 9, LANES = 3, LANE_STEP = 4 };

/* The cell of what is aimed at, or of the nearest part around it that is drawn. */
static uint32_t cell_of_aim(const Builder *builder, const ViewSlot *slot)
{
    const View *view = builder->view;
    int32_t part = slot->aimed;
    if (slot->aim == AIM_SLOT || slot->aim == AIM_SLOT_END) {
        const ViewSlot *aimed = &view->slots[slot->aimed];
        uint32_t cell = builder->cell_of_slot[slot->aimed];
        part = aimed->part;
        if (cell != SCENE_NONE && builder->scene->cells[cell].style == CELL_LETTER) {
            uint64_t letter = slot->pointer - aimed->address;
            return cell + (uint32_t)(letter < aimed->size ? letter : aimed->size - 1);
        }
        if (cell != SCENE_NONE)
            return cell;
    }
    while (part != VIEW_NONE && builder->cell_of_part[part] == SCENE_NONE)
        part = view->parts[part].parent;
    return part == VIEW_NONE ? SCENE_NONE : builder->cell_of_part[part];
}

/* An arrow to the beginning of what is alone in its box leads to the box. */
static bool is_whole(const Scene *scene, uint32_t cell)
{
    const SceneBox *box = &scene->boxes[scene->cells[cell].box];
    if (box->kind == SCENE_FRAME || cell != box->first_cell)
        return false;
    return scene->cells[cell].style != CELL_LETTER || box->cell_count == 1;
}

bool build_landing(const Builder *builder, const ViewSlot *slot, Landing *landing)
{
    const Scene *scene = builder->scene;
    bool inside = slot->aim >= AIM_SLOT && slot->aim <= AIM_PART_END;
    uint32_t cell = inside ? cell_of_aim(builder, slot) : SCENE_NONE;
    *landing = (Landing){.cell = cell, .past = slot->aim == AIM_SLOT_END || slot->aim == AIM_PART_END};
    if (cell != SCENE_NONE) {
        landing->box = scene->cells[cell].box;
        if (!landing->past && is_whole(scene, cell))
            landing->cell = SCENE_NONE;
        return true;
    }
    landing->box = slot->target != VIEW_NONE ? builder->box_of_object[slot->target] : SCENE_NONE;
    return landing->box != SCENE_NONE;
}

/* Does the arrow come by the lane? Not to the first cell of a line, which is open to the left. */
static bool by_lane(const Scene *scene, const SceneArrow *arrow)
{
    const SceneCell *cell = &scene->cells[arrow->to_cell];
    const SceneBox *box = &scene->boxes[arrow->to_box];
    if (cell->lane <= 0)
        return false;
    return arrow->past || box->kind == SCENE_FRAME || cell->rect.x - box->rect.x > 2 * STYLE_PAD;
}

static float landing_x(const Scene *scene, const SceneArrow *arrow)
{
    const SceneCell *cell = &scene->cells[arrow->to_cell];
    return cell->rect.x + (arrow->past ? 2 : 0) * cell->rect.w;
}

/* Which of several in one lane: those that go further run below, so that none crosses another's way up. Frames are
 * entered from the right, blocks from the left. */
static float depth_in_lane(const Scene *scene, const SceneArrow *arrow)
{
    uint32_t nearer = 0;
    bool from_right = scene->boxes[arrow->to_box].kind == SCENE_FRAME;
    float x = landing_x(scene, arrow);
    for (uint32_t i = 0; i < scene->arrow_count; i++) {
        const SceneArrow *other = &scene->arrows[i];
        if (other->to_box != arrow->to_box || other->to_cell == SCENE_NONE
            || scene->cells[other->to_cell].lane != scene->cells[arrow->to_cell].lane)
            continue;
        float far = landing_x(scene, other);
        nearer += from_right ? far > x : far < x;
    }
    return (float)(nearer < LANES ? nearer : LANES - 1) * LANE_STEP - LANE_STEP / 2.0f;
}

float build_landing_height(const Scene *scene, const SceneArrow *arrow, uint32_t turn)
{
    const SceneCell *cell = &scene->cells[arrow->to_cell];
    float apart = (float)(turn % 3) * 3;
    if (by_lane(scene, arrow))
        return cell->lane + depth_in_lane(scene, arrow) + (float)(turn % 3) * 2;
    if (arrow->past)
        return cell->rect.y + cell->rect.h;
    float middle = cell->style == CELL_PART ? fminf(cell->rect.h / 2, PART_HEAD) : cell->rect.h / 2;
    return cell->rect.y + middle + (turn % 2 ? -apart : apart);
}

static void go_up(const Scene *scene, const SceneArrow *arrow, uint32_t turn, PointPool *points)
{
    const SceneCell *cell = &scene->cells[arrow->to_cell];
    Point from = points->points[points->count - 1];
    float aside = APART * (float)((turn + 1) / 2) * (turn % 2 ? 1 : -1);
    float x = arrow->past ? cell->rect.x + cell->rect.w + PAST : cell->rect.x + cell->rect.w / 2 + aside;
    float way = x > from.x ? 1 : -1, radius = fminf(TURN, fabsf(x - from.x));
    curve_line(points, (Point){x - way * radius, from.y});
    curve_turn(points, (Point){x, from.y}, (Point){x, from.y - radius});
    curve_line(points, (Point){x, cell->rect.y + cell->rect.h - UP_INTO});
}

void build_landing_way(const Scene *scene, const SceneArrow *arrow, uint32_t turn, PointPool *points)
{
    const SceneCell *cell = &scene->cells[arrow->to_cell];
    Point from = points->points[points->count - 1];
    bool from_right = from.x > scene->boxes[arrow->to_box].rect.x + 1;
    if (by_lane(scene, arrow)) {
        go_up(scene, arrow, turn, points);
        return;
    }
    float edge = from_right ? cell->rect.x + cell->rect.w : cell->rect.x;
    bool is_open = from_right || cell->lane > 0 || !cell->label;       /* a label to the left is not crossed */
    if (is_open && fabsf(edge - from.x) > 1)
        curve_line(points, (Point){edge, from.y});
}
