/* Inside a run of the cycle collector each object of the generations collected says in words where it stands: its gc_refs
 * while it has them, else what has become of it. A ring says the same: none yet, whole, dashed, dotted. */
#include <inttypes.h>
#include <stdio.h>

#include "scene/build.h"

typedef struct ColorRow { uint8_t role; float dash_on, dash_off; } ColorRow;

static const ColorRow rows[] = {
    [COLLECTOR_UNVISITED] = {COLOR_SOFT, 0, 0}, [COLLECTOR_REACHABLE] = {COLOR_OK, 0, 0},
    [COLLECTOR_ASIDE] = {COLOR_MARK, 9, 6}, [COLLECTOR_GARBAGE] = {COLOR_DEAD, 3, 5},
};

static void word_color(const ViewObject *object, char *out, size_t size)
{
    const char *name = collector_color_name((CollectorColor)object->color);
    if (object->gc_refs >= 0 && object->color == COLLECTOR_UNVISITED)
        snprintf(out, size, "gc_refs %" PRId64, object->gc_refs);
    else
        snprintf(out, size, "%s", name);
}

static void tell_object(Builder *builder, uint32_t index, bool treated)
{
    const ViewObject *object = &builder->view->objects[index];
    uint32_t box = builder->box_of_object[index];
    char words[64];
    if (box == SCENE_NONE || object->color == COLLECTOR_UNMARKED)
        return;
    const ColorRow *row = &rows[object->color];
    word_color(object, words, sizeof words);
    build_tag(builder, box, words, (ColorRole)row->role);
    SceneBox *out = &builder->scene->boxes[box];
    out->ring = treated ? COLOR_ACCENT : object->color == COLLECTOR_UNVISITED ? COLOR_NONE : row->role;
    out->ring_on = row->dash_on;
    out->ring_off = row->dash_off;
}

void build_collector(Builder *builder)
{
    const ViewCollector *collector = &builder->view->collector;
    if (collector->phase == COLLECTOR_NONE)
        return;
    for (uint32_t i = 0; i < builder->view->object_count; i++)
        tell_object(builder, i, collector->object == (int32_t)i);
}
