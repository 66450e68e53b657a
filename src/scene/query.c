/* Asking a scene: names of things, what lies under the mouse, what belongs together, and the JSON of `layout`. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"
#include "scene/scene.h"

static const float REACH = 6;              /* pixels from an arrow that still count as on it */
static const float FLATTEN_TOLERANCE = 0.25f;

void scene_id(const Scene *scene, uint32_t box, uint32_t cell, char *id, size_t size)
{
    const SceneBox *at = &scene->boxes[box];
    const char *slash = cell == SCENE_NONE ? "" : "/";
    const char *rest = cell == SCENE_NONE ? "" : scene_text(scene, scene->cells[cell].id);
    if (at->folded)
        snprintf(id, size, "frames:%" PRIu32 "-%" PRIu32, at->frame_index, at->frame_index + at->folded - 1);
    else if (at->kind == SCENE_FRAME)
        snprintf(id, size, "frame:%" PRIu32 "%s%s", at->frame_index, slash, rest);
    else
        snprintf(id, size, "object:%" PRIu64 "%s%s", at->number, slash, rest);
}

/* Under the mouse */

static bool contains(Rect rect, float x, float y)
{
    return x >= rect.x && x < rect.x + rect.w && y >= rect.y && y < rect.y + rect.h;
}

/* A name is hit by its whole row; other cells by themselves. */
static bool cell_hit(const Scene *scene, const SceneCell *cell, float x, float y)
{
    if (cell->style == CELL_CLASS)
        return hypotf(cell->port.x - x, cell->port.y - y) < REACH;
    Rect rect = cell->rect;
    if (cell->style == CELL_NAME || cell->names) {
        rect.w += rect.x - scene->boxes[cell->box].rect.x;
        rect.x = scene->boxes[cell->box].rect.x;
    }
    return contains(rect, x, y);
}

/* Cells within others come behind them, and are meant. */
static uint32_t cell_at(const Scene *scene, const SceneBox *box, float x, float y)
{
    for (uint32_t i = box->cell_count; i-- > 0;)
        if (cell_hit(scene, &scene->cells[box->first_cell + i], x, y))
            return box->first_cell + i;
    return SCENE_NONE;
}

static uint32_t arrow_at(const Scene *scene, float x, float y)
{
    uint32_t nearest = SCENE_NONE;
    float least = REACH;
    for (uint32_t i = 0; i < scene->arrow_count; i++) {
        const SceneArrow *arrow = &scene->arrows[i];
        const Point *points = scene->points.points + arrow->first_point;
        Rect bounds = curve_bounds(points, arrow->point_count);
        bounds = (Rect){bounds.x - REACH, bounds.y - REACH, bounds.w + 2 * REACH, bounds.h + 2 * REACH};
        float distance = contains(bounds, x, y) ? curve_distance(points, arrow->point_count, (Point){x, y}) : REACH;
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

bool scene_hit(const Scene *scene, float x, float y, char *id, size_t size)
{
    for (uint32_t i = scene->box_count; i-- > 0;) {
        if (!contains(scene->boxes[i].rect, x, y))
            continue;
        scene_id(scene, i, cell_at(scene, &scene->boxes[i], x, y), id, size);
        return true;
    }
    uint32_t arrow = arrow_at(scene, x, y);
    if (arrow == SCENE_NONE)
        return false;
    scene_id(scene, scene->arrows[arrow].from_box, scene->arrows[arrow].from_cell, id, size);
    return true;
}

/* What belongs together */

typedef struct Found { uint32_t box, cell; } Found;

static bool box_named(const Scene *scene, uint32_t box, const char *id, size_t length)
{
    char name[64];
    scene_id(scene, box, SCENE_NONE, name, sizeof name);
    return strlen(name) == length && !strncmp(name, id, length);
}

static Found find(const Scene *scene, const char *id)
{
    const char *slash = strchr(id, '/');
    Found found = {SCENE_NONE, SCENE_NONE};
    for (uint32_t i = 0; i < scene->box_count && found.box == SCENE_NONE; i++)
        if (box_named(scene, i, id, slash ? (size_t)(slash - id) : strlen(id)))
            found.box = i;
    if (found.box == SCENE_NONE || !slash)
        return found;
    const SceneBox *box = &scene->boxes[found.box];
    for (uint32_t i = 0; i < box->cell_count && found.cell == SCENE_NONE; i++)
        if (!strcmp(scene_text(scene, scene->cells[box->first_cell + i].id), slash + 1))
            found.cell = box->first_cell + i;
    return found;
}

bool scene_find(const Scene *scene, const char *id, uint32_t *box, uint32_t *cell)
{
    Found found = find(scene, id);
    *box = found.box;
    *cell = found.cell;
    return found.box != SCENE_NONE && (found.cell != SCENE_NONE || !strchr(id, '/'));
}

static bool arrow_belongs(const SceneArrow *arrow, Found found)
{
    if (found.cell != SCENE_NONE)
        return arrow->from_cell == found.cell;
    return arrow->from_box == found.box || arrow->to_box == found.box;
}

bool scene_related(const Scene *scene, const char *id, SceneRelated *related)
{
    Found found = find(scene, id);
    if (found.box == SCENE_NONE)
        return false;
    related->boxes = memory_resize(NULL, scene->box_count + 1);
    related->arrows = memory_resize(NULL, scene->arrow_count + 1);
    memset(related->boxes, 0, scene->box_count + 1);
    related->boxes[found.box] = true;
    for (uint32_t i = 0; i < scene->arrow_count; i++) {
        const SceneArrow *arrow = &scene->arrows[i];
        related->arrows[i] = arrow_belongs(arrow, found);
        if (related->arrows[i])
            related->boxes[arrow->from_box] = related->boxes[arrow->to_box] = true;
    }
    return true;
}

void scene_related_finish(SceneRelated *related)
{
    free(related->boxes);
    free(related->arrows);
    *related = (SceneRelated){0};
}

/* JSON */

static void print_string(const char *text, FILE *file)
{
    fputc('"', file);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            fprintf(file, "\\%c", *text);
        else if ((unsigned char)*text < ' ')
            fprintf(file, "\\u%04x", *text);
        else
            fputc(*text, file);
    }
    fputc('"', file);
}

static void print_id(const Scene *scene, uint32_t box, uint32_t cell, FILE *file)
{
    char id[640];
    scene_id(scene, box, cell, id, sizeof id);
    print_string(id, file);
}

static void print_box(const Scene *scene, uint32_t index, FILE *file)
{
    static const char *const KINDS[] = {[SCENE_FRAME] = "frame", [SCENE_OBJECT] = "object", [SCENE_GHOST] = "ghost"};
    const SceneBox *box = &scene->boxes[index];
    fputs("{\"id\":", file);
    print_id(scene, index, SCENE_NONE, file);
    fprintf(file, ",\"kind\":\"%s\",\"x\":%.2f,\"y\":%.2f,", KINDS[box->kind], (double)box->rect.x,
            (double)box->rect.y);
    fprintf(file, "\"w\":%.2f,\"h\":%.2f}", (double)box->rect.w, (double)box->rect.h);
}

static void print_arrow(const Scene *scene, const SceneArrow *arrow, PointPool *scratch, FILE *file)
{
    fputs("{\"from\":", file);
    print_id(scene, arrow->from_box, arrow->from_cell, file);
    fputs(",\"to\":", file);
    print_id(scene, arrow->to_box, arrow->to_cell, file);
    fputs(",\"points\":[", file);
    scratch->count = 0;
    curve_flatten(scene->points.points + arrow->first_point, arrow->point_count, FLATTEN_TOLERANCE, scratch);
    for (uint32_t i = 0; i < scratch->count; i++)
        fprintf(file, "%s[%.2f,%.2f]", i ? "," : "", (double)scratch->points[i].x, (double)scratch->points[i].y);
    fputs("]}", file);
}

void scene_print_layout(const Scene *scene, int width, int height, FILE *file)
{
    PointPool scratch = {0};
    fprintf(file, "{\"width\":%d,\"height\":%d,\n \"boxes\":[", width, height);
    for (uint32_t i = 0; i < scene->box_count; i++) {
        fputs(i ? ",\n  " : "\n  ", file);
        print_box(scene, i, file);
    }
    fputs("],\n \"arrows\":[", file);
    for (uint32_t i = 0; i < scene->arrow_count; i++) {
        fputs(i ? ",\n  " : "\n  ", file);
        print_arrow(scene, &scene->arrows[i], &scratch, file);
    }
    fputs("]}\n", file);
    point_pool_finish(&scratch);
}
