/* Every cell with a port gets its arrow; then all are routed together. */
#include <math.h>
#include <stdlib.h>

#include "machine/memory.h"
#include "scene/build.h"
#include "scene/style.h"

enum { TAG_HEIGHT = 16 };

static uint8_t arrow_exit(const SceneCell *cell)
{
    static const uint8_t EXITS[] = {
        [CELL_NAME] = EXIT_RIGHT, [CELL_ITEM] = EXIT_DOWN, [CELL_ROW] = EXIT_RIGHT, [CELL_KEY] = EXIT_LEFT,
        [CELL_CLASS] = EXIT_SIDE, [CELL_NESTED] = EXIT_RIGHT,
    };
    return EXITS[cell->style];
}

static uint8_t arrow_color(const SceneBox *from)
{
    static const uint8_t COLORS[] = {COLOR_ARROW_0, COLOR_ARROW_1, COLOR_ARROW_2, COLOR_ARROW_3};
    if (from->kind != SCENE_FRAME)
        return from->kind == SCENE_GHOST ? COLOR_GHOST : COLOR_ARROW_OBJECT;
    return COLORS[from->frame_index % (sizeof COLORS / sizeof *COLORS)];
}

static void add_arrow(Scene *scene, uint32_t cell, uint32_t to, bool weak)
{
    const SceneCell *at = &scene->cells[cell];
    scene->arrows = memory_grow(scene->arrows, &scene->arrow_capacity, (uint64_t)scene->arrow_count + 1,
                                sizeof *scene->arrows);
    scene->arrows[scene->arrow_count++] = (SceneArrow){
        .from_cell = cell, .from_box = at->box, .to_box = to, .color = arrow_color(&scene->boxes[at->box]),
        .marked = at->changed, .discreet = at->style == CELL_CLASS || at->style == CELL_KEY, .weak = weak,
        .to_cell = SCENE_NONE,
    };
}

/* What an arrow leads to as a whole must be seen to be one thing. */
static void show_outline(SceneCell *part)
{
    if (!part->faint)
        return;
    part->faint = false;
    part->rect = (Rect){part->rect.x - 4, part->rect.y - 4, part->rect.w + 8, part->rect.h - 4};
}

/* A pointer's: to the very place. Its cell has shown the value so far. */
static void connect_pointer(Builder *builder, const ViewSlot *slot, uint32_t cell)
{
    Landing landing;
    Scene *scene = builder->scene;
    if (!layout_shows_name(builder->layout, builder->view, slot) || !build_landing(builder, slot, &landing))
        return;
    SceneCell *from = &scene->cells[cell];
    from->has_port = true;
    if (layout_options(builder->layout)->level == LEVEL_MEMORY)
        from->port.x = from->rect.x + from->rect.w - 11;
    else
        from->value = 0;
    add_arrow(scene, cell, landing.box, false);
    SceneArrow *arrow = &scene->arrows[scene->arrow_count - 1];
    arrow->to_cell = landing.cell;
    arrow->past = landing.past;
    if (landing.cell != SCENE_NONE && scene->cells[landing.cell].style == CELL_PART)
        show_outline(&scene->cells[landing.cell]);
    arrow->dangling = scene->boxes[landing.box].kind == SCENE_GHOST && scene->boxes[from->box].kind != SCENE_GHOST;
}

/* The slot's own arrow and, in the cell that follows, its key's. */
static void connect_slot(Builder *builder, uint32_t slot_index)
{
    const ViewSlot *slot = &builder->view->slots[slot_index];
    Scene *scene = builder->scene;
    uint32_t cell = builder->cell_of_slot[slot_index];
    if (cell == SCENE_NONE)
        return;
    if (slot->state == SLOT_POINTER) {
        connect_pointer(builder, slot, cell);
        return;
    }
    if (scene->cells[cell].has_port && builder->box_of_object[slot->target] != SCENE_NONE)
        add_arrow(scene, cell, builder->box_of_object[slot->target], slot->role == ROLE_WEAK);
    uint32_t next = cell + 1;
    if (slot->key != VIEW_NONE && next < scene->cell_count && scene->cells[next].style == CELL_KEY
        && builder->box_of_object[slot->key] != SCENE_NONE)
        add_arrow(scene, next, builder->box_of_object[slot->key], false);
}

static Rect keep_clear(const Scene *scene, const SceneBox *box)
{
    Rect keep = box->rect;
    if (box->kind == SCENE_FRAME)
        return keep;
    float rise = box->tag ? TAG_HEIGHT + box->tag_rise : scene->show_counts ? STYLE_BADGE_RISE : 0;
    keep.y -= rise;
    keep.h += rise;
    keep.w += scene->show_counts ? STYLE_BADGE / 4.0f : 0;
    if (box->kind == SCENE_GHOST && keep.w < box->tag_width + 8)
        keep.w = box->tag_width + 8;
    return keep;
}

static void fill_route_box(const Scene *scene, NumberMap *blocks, RouteBox *boxes, uint32_t index)
{
    const SceneBox *box = &scene->boxes[index];
    boxes[index] = (RouteBox){.rect = box->rect, .keep = keep_clear(scene, box), .column = box->column,
                              .block = index, .open_left = true, .open_right = true};
    if (box->kind == SCENE_FRAME)
        return;
    uint32_t first = number_map_get(blocks, box->place_block);
    if (first == MAP_ABSENT)
        number_map_put(blocks, box->place_block, index);
    else
        boxes[index].block = first;
}

/* Satellites side by side stand in each other's way. */
static void close_sides(RouteBox *boxes, uint32_t index, const uint32_t *chain)
{
    for (uint32_t i = chain[index]; i != SCENE_NONE; i = chain[i]) {
        RouteBox *a = &boxes[index], *b = &boxes[i];
        bool side_by_side = a->rect.y < b->rect.y + b->rect.h && b->rect.y < a->rect.y + a->rect.h;
        if (!side_by_side)
            continue;
        RouteBox *left = a->rect.x < b->rect.x ? a : b, *right = left == a ? b : a;
        left->open_right = false;
        right->open_left = false;
    }
}

static void find_neighbours(const Scene *scene, RouteBox *boxes)
{
    NumberMap last_of = {0};
    uint32_t *chain = memory_resize(NULL, ((size_t)scene->box_count + 1) * sizeof *chain);
    for (uint32_t i = 0; i < scene->box_count; i++) {
        uint32_t last = number_map_get(&last_of, boxes[i].block);
        chain[i] = last == MAP_ABSENT ? SCENE_NONE : last;
        number_map_put(&last_of, boxes[i].block, i);
        close_sides(boxes, i, chain);
    }
    number_map_finish(&last_of);
    free(chain);
}

static RouteBox *make_route_boxes(const Scene *scene)
{
    NumberMap blocks = {0};
    RouteBox *boxes = memory_resize(NULL, ((size_t)scene->box_count + 1) * sizeof *boxes);
    for (uint32_t i = 0; i < scene->box_count; i++)
        fill_route_box(scene, &blocks, boxes, i);
    number_map_finish(&blocks);
    find_neighbours(scene, boxes);
    return boxes;
}

static int32_t count_columns(const Scene *scene)
{
    int32_t count = 0;
    for (uint32_t i = 0; i < scene->box_count; i++)
        count = scene->boxes[i].column >= count ? scene->boxes[i].column + 1 : count;
    return count;
}

/* The columns in which something stands now, each with the room that is kept there, so that arrows stay in their lanes
 * while boxes grow. For the router they are numbered anew. */
static ColumnSpan *span_columns(const Builder *builder, RouteBox *boxes, int32_t *count)
{
    const Scene *scene = builder->scene;
    int32_t most = count_columns(scene), *number = memory_resize(NULL, ((size_t)most + 1) * sizeof *number);
    ColumnSpan *columns = memory_resize(NULL, ((size_t)most + 1) * sizeof *columns);
    for (int32_t c = 0; c < most; c++)
        columns[c] = (ColumnSpan){INFINITY, -INFINITY};
    for (uint32_t i = 0; i < scene->box_count; i++) {
        if (boxes[i].column == ROUTE_STACK)
            continue;
        Rect room = layout_place(builder->layout, scene->boxes[i].number)->rect;
        ColumnSpan *span = &columns[boxes[i].column];
        *span = (ColumnSpan){fminf(span->left, room.x), fmaxf(span->right, room.x + room.w)};
    }
    *count = 0;
    for (int32_t c = 0; c < most; c++) {
        number[c] = *count;
        columns[*count] = columns[c];
        *count += columns[c].left <= columns[c].right;
    }
    for (uint32_t i = 0; i < scene->box_count; i++)
        boxes[i].column = boxes[i].column == ROUTE_STACK ? ROUTE_STACK : number[boxes[i].column];
    free(number);
    return columns;
}

/* How many arrows before this one lead to the same place. */
static uint32_t turn_of(const Scene *scene, uint32_t index)
{
    uint32_t turn = 0;
    for (uint32_t i = 0; i < index; i++)
        turn += scene->arrows[i].to_cell == scene->arrows[index].to_cell
             && scene->arrows[i].past == scene->arrows[index].past;
    return turn;
}

/* The router ends at the sides of boxes; where arrows lead to a place inside, their ways go on. */
static void lead_inside(Scene *scene)
{
    PointPool points = {0};
    for (uint32_t i = 0; i < scene->arrow_count; i++) {
        SceneArrow *arrow = &scene->arrows[i];
        uint32_t first = points.count;
        for (uint32_t k = 0; k < arrow->point_count; k++)
            point_pool_add(&points, scene->points.points[arrow->first_point + k]);
        if (arrow->to_cell != SCENE_NONE && arrow->point_count)
            build_landing_way(scene, arrow, turn_of(scene, i), &points);
        arrow->first_point = first;
        arrow->point_count = points.count - first;
    }
    point_pool_finish(&scene->points);
    scene->points = points;
}

static void route_arrows(Builder *builder)
{
    Scene *scene = builder->scene;
    RouteField field = {.stack_right = STYLE_MARGIN + layout_frame_width(builder->layout)};
    RouteBox *boxes = make_route_boxes(scene);
    ColumnSpan *columns = span_columns(builder, boxes, &field.column_count);
    field.columns = columns;
    field.boxes = boxes;
    field.box_count = scene->box_count;
    RouteArrow *wanted = memory_resize(NULL, ((size_t)scene->arrow_count + 1) * sizeof *wanted);
    Route *routes = memory_resize(NULL, ((size_t)scene->arrow_count + 1) * sizeof *routes);
    for (uint32_t i = 0; i < scene->arrow_count; i++) {
        const SceneArrow *arrow = &scene->arrows[i];
        const SceneCell *cell = &scene->cells[arrow->from_cell];
        wanted[i] = (RouteArrow){arrow->from_box, arrow->to_box, cell->port, arrow_exit(cell), false, 0};
        if (arrow->to_cell == SCENE_NONE)
            continue;
        wanted[i].pinned = true;
        wanted[i].at = build_landing_height(scene, arrow, turn_of(scene, i));
    }
    route_solve(&field, wanted, scene->arrow_count, routes, &scene->points);
    for (uint32_t i = 0; i < scene->arrow_count; i++) {
        scene->arrows[i].first_point = routes[i].first;
        scene->arrows[i].point_count = routes[i].count;
        scene->cells[scene->arrows[i].from_cell].port = scene->points.points[routes[i].first];
    }
    free(wanted);
    free(routes);
    free(columns);
    free(boxes);
    lead_inside(scene);
}

void build_arrows(Builder *builder)
{
    const View *view = builder->view;
    for (uint32_t i = 0; i < view->slot_count; i++)
        connect_slot(builder, i);
    route_arrows(builder);
}
