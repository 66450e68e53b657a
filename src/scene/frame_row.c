/* The rows of frames: every label is kept once, a frame's rows are such labels in order of appearance; and how high that
 * makes a frame and a stack of them. */
#include <string.h>

#include "machine/memory.h"
#include "scene/collect.h"
#include "scene/style.h"

static uint64_t hash_text(const char *text, size_t length)
{
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 0x100000001B3u;
    return hash;
}

/* Two names with one hash would share a row; the hash is stepped on until the name is found or a place is free. */
static uint32_t find_name(const Graph *graph, const char *text, size_t length, uint64_t *hash)
{
    for (*hash = hash_text(text, length);; ++*hash) {
        uint32_t index = number_map_get(&graph->name_of, *hash);
        if (index == MAP_ABSENT)
            return MAP_ABSENT;
        const Name *name = &graph->names[index];
        if (name->length == length && !memcmp(name->text, text, length))
            return index;
    }
}

static uint32_t intern_name(Graph *graph, const char *text, size_t length)
{
    uint64_t hash;
    uint32_t index = find_name(graph, text, length, &hash);
    if (index != MAP_ABSENT)
        return index;
    graph->names = memory_grow(graph->names, &graph->name_capacity, (uint64_t)graph->name_count + 1,
                               sizeof *graph->names);
    char *copy = memory_resize(NULL, length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    graph->names[graph->name_count] = (Name){copy, length, hash};
    number_map_put(&graph->name_of, hash, graph->name_count);
    return graph->name_count++;
}

int32_t frame_row_find(const Activation *activation, uint32_t name, uint32_t likely)
{
    if (likely < activation->row_count && activation->rows[likely] == name)
        return (int32_t)likely;
    for (uint32_t i = 0; i < activation->row_count; i++)
        if (activation->rows[i] == name)
            return (int32_t)i;
    return GRAPH_NONE;
}

static int32_t intern_row(Activation *activation, uint32_t name, uint32_t likely)
{
    int32_t row = frame_row_find(activation, name, likely);
    if (row != GRAPH_NONE)
        return row;
    activation->rows = memory_grow(activation->rows, &activation->row_capacity, (uint64_t)activation->row_count + 1,
                                   sizeof *activation->rows);
    activation->bound = memory_grow(activation->bound, &activation->bound_capacity,
                                    (uint64_t)activation->row_count + 1, sizeof *activation->bound);
    activation->rooms = memory_grow(activation->rooms, &activation->room_capacity,
                                    (uint64_t)activation->row_count + 1, sizeof *activation->rooms);
    activation->rooms[activation->row_count] = (RowRoom){STYLE_FRAME_ROW, 0, false};
    activation->rows[activation->row_count] = name;
    activation->bound[activation->row_count] = UINT64_MAX;
    return (int32_t)activation->row_count++;
}

uint32_t frame_row_find_name(const Graph *graph, const char *text, size_t length)
{
    uint64_t hash;
    return find_name(graph, text, length, &hash);
}

int32_t frame_row_intern(Graph *graph, int32_t activation, const char *text, uint32_t likely)
{
    return intern_row(&graph->activations[activation], intern_name(graph, text, strlen(text)), likely);
}

float graph_frame_height(const Activation *activation, uint64_t step)
{
    float apart = activation->is_static ? STYLE_APART : 0;
    float rows = activation->shows_late ? graph_rows_height(activation, step)
                                        : graph_row_offset(activation, activation->lasting_rows);
    return STYLE_FRAME_HEADER + rows + STYLE_FRAME_FOOT + apart;
}

bool graph_row_is_shown(const Activation *activation, uint32_t row, uint64_t step)
{
    uint64_t bound = activation->bound[row];
    bool is_late = activation->shows_late && bound > step && bound - step > 1;     /* what comes next may be foretold */
    return bound == UINT64_MAX ? !activation->shows_late && !activation->hides_unbound : !is_late;
}

float graph_rows_height(const Activation *activation, uint64_t step)
{
    float height = 0;
    for (uint32_t i = 0; i < activation->row_count; i++)
        height += graph_row_is_shown(activation, i, step) ? activation->rooms[i].height : 0;
    return height;
}

/* Is a row that is shown in the end above another? `row` may be that behind the last. */
static bool row_is_above(const Activation *activation, uint32_t i, uint32_t row)
{
    if (!activation->shows_late || row == activation->row_count)
        return i < row;
    return activation->bound[i] < activation->bound[row] || (activation->bound[i] == activation->bound[row] && i < row);
}

float graph_row_offset(const Activation *activation, uint32_t row)
{
    float height = 0;
    for (uint32_t i = 0; i < activation->row_count; i++)
        if (row_is_above(activation, i, row) && graph_row_is_shown(activation, i, UINT64_MAX))
            height += activation->rooms[i].height;
    return height;
}

uint32_t graph_shown_rows(const Activation *activation, uint64_t step)
{
    uint32_t shown = 0;
    for (uint32_t i = 0; i < activation->row_count; i++)
        shown += graph_row_is_shown(activation, i, step);
    return shown;
}

uint32_t graph_first_folded(const Graph *graph, uint64_t oldest_number)
{
    uint32_t index = number_map_get(&graph->activation_of, oldest_number);
    return index != MAP_ABSENT && graph->activations[index].is_static ? 2 : 1;
}

uint32_t graph_fold(const float *heights, uint32_t count, uint32_t first, float room)
{
    float total = 0;
    for (uint32_t i = 0; i < count; i++)
        total += heights[i];
    uint32_t hidden = 0, most = count > first + 1 ? count - first - 1 : 0;     /* the one that runs stays, too */
    while (hidden < most && total + (hidden ? STYLE_FOLD + STYLE_FRAME_GAP : 0) > room)
        for (uint32_t i = 0; i < FOLD_STEP && hidden < most; i++)
            total -= heights[first + hidden++];
    return hidden;
}
