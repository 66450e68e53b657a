/* The pools: every arena as a grid of its pools, one pool as a grid of its blocks, and a line about the block pointed at.
 * States are told apart by shape as well as by colour: used is filled, free is hollow, kept is dashed, what was never used
 * is a dot; what the step freed or took has a minus or a plus. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "scene/panels/panels.h"

enum {
    POOL_COLUMNS = 8, ARENAS_SHOWN = 4, PADDING = 22, LINE_PITCH = 22, LEGEND = 34,
    FREE_NUMBERED = 9          /* blocks of the free list that carry their place in it */
};

typedef struct PoolsPlan {
    Rect card, arenas, blocks;
    float pool;                /* side of a pool's square with its gap */
    uint32_t columns;          /* of the grid of blocks */
    float block_w, block_h;    /* of a block with its gap */
} PoolsPlan;

static TextStyle words(uint8_t weight, uint8_t color, float size)
{
    return (TextStyle){FACE_SANS, weight, ANCHOR_START, color, size};
}

static Paint outline(uint8_t color, float width, float on, float off)
{
    return (Paint){.stroke = color, .alpha = 255, .width = width, .dash_on = on, .dash_off = off};
}

static const MapPool *focused_pool(const PanelModel *model)
{
    return pool_map_pool_at(model->pools, model->pools_focus.pool);
}

/* As many columns as make the blocks nearest to squares that still fit. */
static void plan_blocks(PoolsPlan *plan, uint32_t count)
{
    plan->columns = 1;
    for (uint32_t columns = 1; columns <= count; columns++) {
        uint32_t rows = (count + columns - 1) / columns;
        float w = plan->blocks.w / (float)columns, h = plan->blocks.h / (float)rows;
        plan->columns = columns;
        plan->block_w = w;
        plan->block_h = h < w ? h : w;
        if (w <= h * 1.8f)
            break;
    }
    if (plan->block_w > 110)
        plan->block_w = 110;
    if (plan->block_h > 64)
        plan->block_h = 64;
}

static PoolsPlan plan_pools(bool compact, Rect memory, const PanelModel *model)
{
    float margin = compact ? 8 : 16;
    PoolsPlan plan = {.card = {memory.x + margin, memory.y + margin, memory.w - 2 * margin, memory.h - 2 * margin}};
    float top = plan.card.y + 74, bottom = plan.card.y + plan.card.h - LEGEND - 3 * LINE_PITCH - 20;
    float high = bottom - top, left = plan.card.w * 0.34f;
    uint32_t arenas = model->pools->arena_count < ARENAS_SHOWN ? model->pools->arena_count : ARENAS_SHOWN;
    float room = (high - 26 * (float)arenas) / (float)(arenas ? arenas * POOL_COLUMNS : 1);
    float wide = (left - 2 * PADDING) / POOL_COLUMNS;
    plan.pool = room < wide ? room : wide;
    if (plan.pool > 44)
        plan.pool = 44;
    plan.arenas = (Rect){plan.card.x + PADDING, top, left - 2 * PADDING, high};
    plan.blocks = (Rect){plan.card.x + left, top + 26, plan.card.w - left - PADDING, high - 26};
    const MapPool *pool = focused_pool(model);
    if (pool && pool->block_count)
        plan_blocks(&plan, pool->block_count);
    return plan;
}

/* ---- arenas ---- */

static void draw_pool(const Kit *kit, Rect rect, const MapPool *pool, bool focused)
{
    if (pool->state == POOL_UNTOUCHED) {
        draw_circle(kit->list, (Point){rect.x + rect.w / 2, rect.y + rect.h / 2}, 1.5f,
                    (Paint){.fill = COLOR_FAINT, .alpha = 255});
    } else {
        draw_rect(kit->list, rect, 4, (Paint){.fill = COLOR_PANEL, .stroke = COLOR_LIST_EDGE, .alpha = 255, .width = 1.2f,
                  .dash_on = pool->state == POOL_EMPTY ? 3 : 0, .dash_off = pool->state == POOL_EMPTY ? 3 : 0});
        float full = pool->capacity ? (float)pool->used / (float)pool->capacity : 0, high = (rect.h - 4) * full;
        if (high > 0)
            kit_fill(kit, (Rect){rect.x + 2, rect.y + rect.h - 2 - high, rect.w - 4, high}, 2,
                     pool->state == POOL_FULL ? COLOR_LIST_EDGE : COLOR_LIST_TINT);
    }
    if (rect.w >= 24 && pool->block_size && pool->state != POOL_EMPTY) {
        char text[12];
        snprintf(text, sizeof text, "%" PRIu32, pool->block_size);
        TextStyle style = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_MIDDLE,
                           pool->state == POOL_FULL ? COLOR_PANEL : COLOR_TEXT, rect.w >= 34 ? 12 : 10};
        kit_text(kit, rect.x + rect.w / 2, rect.y + rect.h / 2 + 4, style, text);
    }
    if (focused)
        draw_rect(kit->list, (Rect){rect.x - 3, rect.y - 3, rect.w + 6, rect.h + 6}, 6, outline(COLOR_ACCENT, 2.5f, 0, 0));
}

static void draw_arena(const Kit *kit, const PoolsPlan *plan, const PanelModel *model, uint32_t index, float y)
{
    const MapArena *arena = &model->pools->arenas[index];
    char text[96];
    snprintf(text, sizeof text, "Arena %" PRIu32 ", %" PRIu32 " of %" PRIu32 " pools free", arena->number,
             arena->free_pools,
             arena->pool_count);
    kit_text_fit(kit, plan->arenas.x, y, words(WEIGHT_SEMIBOLD, COLOR_SOFT, 13), plan->arenas.w, text);
    for (uint32_t i = 0; i < arena->pool_count; i++) {
        const MapPool *pool = &model->pools->pools[arena->first_pool + i];
        Rect rect = {plan->arenas.x + plan->pool * (float)(i % POOL_COLUMNS),
                     y + 8 + plan->pool * (float)(i / POOL_COLUMNS), plan->pool - 6, plan->pool - 6};
        draw_pool(kit, rect, pool, pool == focused_pool(model));
        if (pool->state != POOL_UNTOUCHED)
            kit_hit(kit, rect, TARGET_POOL, (int)(arena->first_pool + i));
    }
}

static void draw_arenas(const Kit *kit, const PoolsPlan *plan, const PanelModel *model)
{
    uint32_t shown = model->pools->arena_count, first = 0;
    const MapPool *pool = focused_pool(model);
    if (shown > ARENAS_SHOWN) {        /* those around the one looked into */
        first = pool && pool->arena > 1 ? pool->arena - 1 : 0;
        first = first + ARENAS_SHOWN > shown ? shown - ARENAS_SHOWN : first;
        shown = ARENAS_SHOWN;
    }
    for (uint32_t i = 0; i < shown; i++)
        draw_arena(kit, plan, model, first + i, plan->arenas.y + 10 + (float)i * (POOL_COLUMNS * plan->pool + 26));
}

/* ---- blocks ---- */

/* What the block was at the step before; what was not listed then has not changed. */
static uint8_t state_before(const PanelModel *model, const MapBlock *block)
{
    const MapBlock *before = model->pools_before ? pool_map_block_at(model->pools_before, block->address) : NULL;
    return before && before->size == block->size ? before->state : block->state;
}

static uint64_t object_before(const PanelModel *model, const MapBlock *block)
{
    const MapBlock *before = model->pools_before ? pool_map_block_at(model->pools_before, block->address) : NULL;
    return before && before->size == block->size ? before->object : block->object;
}

static bool is_taken(const PanelModel *model, const MapBlock *block)
{
    if (block->state != BLOCK_USED)
        return false;
    return state_before(model, block) != BLOCK_USED || object_before(model, block) != block->object;
}

static bool is_freed(const PanelModel *model, const MapBlock *block)
{
    return block->state != BLOCK_USED && state_before(model, block) == BLOCK_USED;
}

/* The place of a block in the free list, from 1; 0: it is not among the first. */
static uint32_t place_in_free_list(const PoolMap *map, const MapPool *pool, const MapBlock *wanted)
{
    uint64_t at = pool->first_free;
    for (uint32_t place = 1; at && place <= FREE_NUMBERED; place++) {
        if (at == wanted->address)
            return place;
        const MapBlock *block = pool_map_block_at(map, at);
        at = block ? block->next_free : 0;
    }
    return 0;
}

static void draw_block_words(const Kit *kit, Rect rect, const PanelModel *model, const MapPool *pool,
                             const MapBlock *block)
{
    char text[32] = "";
    uint32_t place = block->state == BLOCK_FREE ? place_in_free_list(model->pools, pool, block) : 0;
    if (is_taken(model, block))
        strcpy(text, "+");
    else if (is_freed(model, block))
        strcpy(text, "\xE2\x88\x92");
    if (place)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s%" PRIu32, text[0] ? " " : "", place);
    else if (block->object && rect.w >= 44)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s%" PRIu64, text[0] ? " " : "", block->object);
    TextStyle style = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_MIDDLE, block->state == BLOCK_USED ? COLOR_TEXT : COLOR_SOFT, 12};
    if (rect.w >= 14 && rect.h >= 14)
        kit_text(kit, rect.x + rect.w / 2, rect.y + rect.h / 2 + 4, style, text);
}

static void draw_block(const Kit *kit, Rect rect, const PanelModel *model, const MapPool *pool, const MapBlock *block)
{
    bool changed = is_taken(model, block) || is_freed(model, block);
    switch ((BlockState)block->state) {
    case BLOCK_UNTOUCHED:
        draw_circle(kit->list, (Point){rect.x + rect.w / 2, rect.y + rect.h / 2}, 1.5f,
                    (Paint){.fill = COLOR_FAINT, .alpha = 255});
        break;
    case BLOCK_FREE: draw_rect(kit->list, rect, 4, outline(COLOR_SOFT, 1.2f, 0, 0)); break;
    case BLOCK_KEPT: draw_rect(kit->list, rect, 4, outline(COLOR_SOFT, 1.2f, 3, 3)); break;
    case BLOCK_USED:
        draw_rect(kit->list, rect, 4, (Paint){.fill = block->object ? COLOR_LIST_TINT : COLOR_LINE,
                  .stroke = block->object ? COLOR_LIST_EDGE : COLOR_SOFT, .alpha = 255, .width = 1});
        break;
    }
    if (changed)
        draw_rect(kit->list, (Rect){rect.x - 2, rect.y - 2, rect.w + 4, rect.h + 4}, 6,
                  outline(COLOR_MARK, 2.5f, is_freed(model, block) ? 5 : 0, is_freed(model, block) ? 4 : 0));
    if (block->address == model->pools_focus.block)
        draw_rect(kit->list, (Rect){rect.x - 3, rect.y - 3, rect.w + 6, rect.h + 6}, 6, outline(COLOR_ACCENT, 2.5f, 0, 0));
    draw_block_words(kit, rect, model, pool, block);
}

static void draw_blocks(const Kit *kit, const PoolsPlan *plan, const PanelModel *model)
{
    const MapPool *pool = focused_pool(model);
    char text[160];
    if (!pool || !pool->block_count) {
        kit_text(kit, plan->blocks.x, plan->blocks.y - 16, words(WEIGHT_REGULAR, COLOR_SOFT, 14),
                 "Click a pool to see its blocks");
        return;
    }
    snprintf(text, sizeof text, "Pool of %" PRIu32 "-byte blocks, %s: %" PRIu32 " of %" PRIu32 " used%s", pool->block_size,
             pool_state_name((PoolState)pool->state), pool->used, pool->capacity,
             pool->is_next ? "; gives the next block of this size" : "");
    kit_text_fit(kit, plan->blocks.x, plan->blocks.y - 16, words(WEIGHT_SEMIBOLD, COLOR_TEXT, 14), plan->blocks.w, text);
    float gap = plan->block_w > 20 ? 5 : 2;
    for (uint32_t i = 0; i < pool->block_count; i++) {
        Rect rect = {plan->blocks.x + plan->block_w * (float)(i % plan->columns),
                     plan->blocks.y + plan->block_h * (float)(i / plan->columns), plan->block_w - gap,
                     plan->block_h - gap};
        draw_block(kit, rect, model, pool, &model->pools->blocks[pool->first_block + i]);
    }
    Rect grid = {plan->blocks.x, plan->blocks.y, plan->block_w * (float)plan->columns,
                 plan->block_h * (float)((pool->block_count + plan->columns - 1) / plan->columns)};
    kit_hit(kit, grid, TARGET_BLOCKS, 0);
}

/* ---- words ---- */

static void word_block(const PanelModel *model, const MapBlock *block, char *out, size_t size)
{
    const char *happened = is_freed(model, block) ? ", just freed" : is_taken(model, block) ? ", just taken" : "";
    int n = snprintf(out, size, "Block at 0x%" PRIx64 ", %" PRIu64 " bytes: %s%s", block->address, block->size,
                     block->state == BLOCK_KEPT ? "kept for the next object of its type"
                                                : block_state_name((BlockState)block->state), happened);
    if (block->object && n > 0 && (size_t)n < size)
        snprintf(out + n, size - (size_t)n, ", %s%sobject %" PRIu64 " (click again to go to it)", block->part,
                 *block->part ? " of " : "", block->object);
}

static void draw_facts(const Kit *kit, const PoolsPlan *plan, const PanelModel *model)
{
    char text[240];
    float x = plan->card.x + PADDING, y = plan->card.y + plan->card.h - LEGEND - 2 * LINE_PITCH;
    const MapBlock *block = model->pools_focus.block ? pool_map_block_at(model->pools, model->pools_focus.block) : NULL;
    if (block)
        word_block(model, block, text, sizeof text);
    else
        snprintf(text, sizeof text, "Free blocks carry their place in the pool's free list: block 1 is given next");
    kit_text_fit(kit, x, y, words(WEIGHT_REGULAR, COLOR_TEXT, 14), plan->card.w - 2 * PADDING, text);
    int n = snprintf(text, sizeof text, "%" PRIu64 " bytes of small blocks in use, up to %" PRIu32
                     " bytes each; larger ones: %" PRIu64 " bytes, asked of the system", model->pools->small_used,
                     model->pools->small_max, model->pools->large_used);
    if (model->pools->arenas_returned)
        snprintf(text + n, sizeof text - (size_t)n, "; %" PRIu64 " arena%s given back to it",
                 model->pools->arenas_returned, model->pools->arenas_returned == 1 ? "" : "s");
    kit_text_fit(kit, x, y + LINE_PITCH, words(WEIGHT_REGULAR, COLOR_SOFT, 14), plan->card.w - 2 * PADDING, text);
}

typedef struct LegendEntry { const char *word; uint8_t fill, stroke; bool dashed, dot, freed, taken; } LegendEntry;

static void draw_sample(const Kit *kit, float x, float y, const LegendEntry *entry)
{
    if (entry->dot)
        draw_circle(kit->list, (Point){x + 7, y + 7}, 1.5f, (Paint){.fill = COLOR_FAINT, .alpha = 255});
    else
        draw_rect(kit->list, (Rect){x, y, 14, 14}, 4, (Paint){.fill = entry->fill, .stroke = entry->stroke, .alpha = 255,
                  .width = 1.2f, .dash_on = entry->dashed ? 3 : 0, .dash_off = entry->dashed ? 3 : 0});
    if (entry->freed || entry->taken)
        draw_rect(kit->list, (Rect){x - 2, y - 2, 18, 18}, 6,
                  outline(COLOR_MARK, 2.5f, entry->freed ? 5 : 0, entry->freed ? 4 : 0));
}

static void draw_legend(const Kit *kit, const PoolsPlan *plan)
{
    static const LegendEntry entries[] = {
        {"full pool", COLOR_LIST_EDGE, COLOR_LIST_EDGE}, {"empty pool", COLOR_NONE, COLOR_LIST_EDGE, .dashed = true},
        {"used", COLOR_LIST_TINT, COLOR_LIST_EDGE}, {"interpreter's own", COLOR_LINE, COLOR_SOFT},
        {"free", COLOR_NONE, COLOR_SOFT}, {"kept", COLOR_NONE, COLOR_SOFT, .dashed = true}, {"never used", .dot = true},
        {"\xE2\x88\x92 just freed", COLOR_NONE, COLOR_SOFT, .freed = true},
        {"+ just taken", COLOR_LIST_TINT, COLOR_LIST_EDGE, .taken = true},
    };
    float x = plan->card.x + PADDING, y = plan->card.y + plan->card.h - LEGEND + 4;
    TextStyle style = words(WEIGHT_MEDIUM, COLOR_SOFT, 13);
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
        draw_sample(kit, x, y, &entries[i]);
        kit_text(kit, x + 20, y + 12, style, entries[i].word);
        x += 20 + kit_width(kit, style, entries[i].word) + 16;
    }
}

void pools_panel_draw(const Kit *kit, Rect memory, const PanelModel *model)
{
    PoolsPlan plan = plan_pools(kit->compact, memory, model);
    kit_card(kit, memory, COLOR_CANVAS, COLOR_LINE, 1);        /* nothing of the picture looks out beside it */
    kit_card(kit, plan.card, COLOR_PANEL, COLOR_LINE, 1);
    kit_hit(kit, plan.card, TARGET_POOLS, 0);
    kit_text(kit, plan.card.x + PADDING, plan.card.y + 36, words(WEIGHT_SEMIBOLD, COLOR_TEXT, 18),
             "Arenas, pools, blocks");
    kit_text(kit, plan.card.x + PADDING, plan.card.y + 58, words(WEIGHT_REGULAR, COLOR_SOFT, 13),
             "An arena of 1 MiB has 64 pools; a pool has blocks of one size");
    draw_arenas(kit, &plan, model);
    draw_blocks(kit, &plan, model);
    draw_facts(kit, &plan, model);
    draw_legend(kit, &plan);
}

uint64_t pools_panel_block_at(bool compact, Rect memory, const PanelModel *model, float x, float y)
{
    PoolsPlan plan = plan_pools(compact, memory, model);
    const MapPool *pool = focused_pool(model);
    if (!pool || !pool->block_count || x < plan.blocks.x || y < plan.blocks.y)
        return 0;
    uint32_t column = (uint32_t)((x - plan.blocks.x) / plan.block_w), row = (uint32_t)((y - plan.blocks.y) / plan.block_h);
    uint32_t block = row * plan.columns + column;
    return column < plan.columns && block < pool->block_count ? model->pools->blocks[pool->first_block + block].address : 0;
}
