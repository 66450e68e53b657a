/* A heap as malloc keeps it: its blocks in the order of addresses, each as long as it is large, with its header, free ones
 * with their place in the list that they wait in. States are told apart by shape as well as by colour, as in the panel of
 * the pools; what the step took or freed has a plus or a minus. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "scene/panels/panels.h"

enum { PADDING = 22, ROW = 70, BLOCK = 40, LEAST = 74, MOST_SHARE = 4, HEADER_MARK = 8, HEAD = 92, FOOT = 62 };

typedef struct HeapPlan {
    Rect card, rows;
    float byte;                /* width of one */
} HeapPlan;

static TextStyle words(uint8_t weight, uint8_t color, float size)
{
    return (TextStyle){FACE_SANS, weight, ANCHOR_START, color, size};
}

static float block_width(const HeapPlan *plan, const MapBlock *block)
{
    float width = (float)block->size * plan->byte, most = plan->rows.w / MOST_SHARE;
    return width < LEAST ? LEAST : width > most ? most : width;
}

static HeapPlan plan_heap(bool compact, Rect memory)
{
    float margin = compact ? 8 : 16;
    HeapPlan plan = {.card = {memory.x + margin, memory.y + margin, memory.w - 2 * margin, memory.h - 2 * margin}};
    plan.rows = (Rect){plan.card.x + PADDING, plan.card.y + HEAD, plan.card.w - 2 * PADDING, plan.card.h - HEAD - FOOT};
    plan.byte = compact ? 1.4f : 1.8f;
    return plan;
}

/* Where each block stands, in lines as words do: calls `visit` until it answers true; the block then, or NULL. */
typedef bool (*BlockVisitor)(void *context, const MapBlock *block, Rect rect);

static const MapBlock *visit_blocks(const HeapPlan *plan, const PoolMap *map, BlockVisitor visit, void *context)
{
    float x = plan->rows.x, y = plan->rows.y;
    for (uint32_t i = 0; i < map->block_count; i++) {
        float width = block_width(plan, &map->blocks[i]);
        if (x + width > plan->rows.x + plan->rows.w && x > plan->rows.x) {
            x = plan->rows.x;
            y += ROW;
        }
        if (y + BLOCK > plan->rows.y + plan->rows.h)
            return NULL;
        if (visit(context, &map->blocks[i], (Rect){x, y, width - 3, BLOCK}))
            return &map->blocks[i];
        x += width;
    }
    return NULL;
}

static const MapBlock *before_of(const PanelModel *model, const MapBlock *block)
{
    const PoolMap *map = model->pools_before;
    for (uint32_t i = 0; map && i < map->block_count; i++)
        if (map->blocks[i].address == block->address)
            return &map->blocks[i];
    return NULL;
}

static bool is_taken(const PanelModel *model, const MapBlock *block)
{
    const MapBlock *before = before_of(model, block);
    return model->pools_before && block->state == BLOCK_USED && block->object
        && (!before || before->state != BLOCK_USED || before->object != block->object);
}

static bool is_freed(const PanelModel *model, const MapBlock *block)
{
    const MapBlock *before = before_of(model, block);
    return block->state == BLOCK_FREE && before && before->state == BLOCK_USED;
}

static void word_block(const MapBlock *block, bool taken, bool freed, char *out, size_t size)
{
    const char *sign = taken ? "+ " : freed ? "\xE2\x88\x92 " : "";
    if (block->state == BLOCK_UNTOUCHED)
        snprintf(out, size, "never given out");
    else if (block->state == BLOCK_FREE && block->place)
        snprintf(out, size, "%sfree %" PRIu32, sign, block->place);
    else if (block->state == BLOCK_FREE)
        snprintf(out, size, "%sfree", sign);
    else
        snprintf(out, size, "%s%" PRIu64, sign, *block->part ? block->size : block->asked);
}

typedef struct Drawing { const Kit *kit; const PanelModel *model; } Drawing;

static Paint block_paint(const MapBlock *block)
{
    bool used = block->state == BLOCK_USED, own = used && !block->object;
    float dash = block->state == BLOCK_UNTOUCHED ? 3 : 0;
    return (Paint){.fill = used ? own ? COLOR_LINE : COLOR_LIST_TINT : COLOR_NONE, .alpha = 255, .width = 1.2f,
                   .stroke = used && !own ? COLOR_LIST_EDGE : COLOR_SOFT, .dash_on = dash, .dash_off = dash};
}

static bool draw_block(void *context, const MapBlock *block, Rect rect)
{
    const Drawing *drawing = context;
    const Kit *kit = drawing->kit;
    char text[40];
    bool taken = is_taken(drawing->model, block), freed = is_freed(drawing->model, block);
    draw_rect(kit->list, rect, 4, block_paint(block));
    if (block->state != BLOCK_UNTOUCHED)
        kit_fill(kit, (Rect){rect.x + 2, rect.y + 2, HEADER_MARK, rect.h - 4}, 2,
                 block->state == BLOCK_USED ? COLOR_LIST_EDGE : COLOR_GHOST);
    if (taken || freed)
        draw_rect(kit->list, (Rect){rect.x - 2, rect.y - 2, rect.w + 4, rect.h + 4}, 6,
                  (Paint){.stroke = COLOR_MARK, .alpha = 255, .width = 2.5f, .dash_on = freed ? 5 : 0,
                          .dash_off = freed ? 4 : 0});
    if (block->address == drawing->model->pools_focus.block)
        draw_rect(kit->list, (Rect){rect.x - 3, rect.y - 3, rect.w + 6, rect.h + 6}, 6,
                  (Paint){.stroke = COLOR_ACCENT, .alpha = 255, .width = 2.5f});
    word_block(block, taken, freed, text, sizeof text);
    TextStyle small = {FACE_MONO, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, 11};
    char address[16];
    snprintf(address, sizeof address, "\xE2\x80\xA6%04" PRIx64, block->address & 0xFFFF);
    kit_text(kit, rect.x + 1, rect.y + rect.h + 14, small, address);
    float room = rect.w - HEADER_MARK - 8;
    TextStyle style = words(WEIGHT_SEMIBOLD, block->state == BLOCK_USED ? COLOR_TEXT : COLOR_SOFT, 14);
    if (kit_width(kit, style, text) > room)
        style.size = 12;
    kit_text_fit(kit, rect.x + HEADER_MARK + 5, rect.y + rect.h / 2 + 4, style, room, text);
    return false;
}

static void tell_block(const MapBlock *block, uint32_t header, char *out, size_t size)
{
    if (block->state == BLOCK_UNTOUCHED)
        snprintf(out, size, "0x%" PRIx64 ": %" PRIu64 " bytes that were never given out", block->address, block->size);
    else if (block->state == BLOCK_FREE && block->list)
        snprintf(out, size, "0x%" PRIx64 ": free, number %" PRIu32 " in the list of blocks of %" PRIu32
                 " bytes: the first is given next", block->address, block->place, block->list);
    else if (block->state == BLOCK_FREE)
        snprintf(out, size, "0x%" PRIx64 ": %" PRIu64 " bytes free; free neighbours are joined", block->address, block->size);
    else if (*block->part)
        snprintf(out, size, "0x%" PRIx64 ": %" PRIu64 " bytes %s", block->address, block->size, block->part);
    else
        snprintf(out, size, "Block at 0x%" PRIx64 ": %" PRIu64 " bytes asked for, %" PRIu64
                 " taken with the header before it (click again to go to it)", block->address + header, block->asked, block->size);
}

static void draw_facts(const Kit *kit, const HeapPlan *plan, const PanelModel *model)
{
    char text[240];
    float x = plan->card.x + PADDING, y = plan->card.y + plan->card.h - FOOT + 24;
    const MapBlock *block = model->pools_focus.block ? pool_map_block_at(model->pools, model->pools_focus.block) : NULL;
    if (block)
        tell_block(block, model->pools->header, text, sizeof text);
    else
        snprintf(text, sizeof text, "Each block has a dark header before it; \"free 1\" is the first of its list.");
    kit_text_fit(kit, x, y, words(WEIGHT_REGULAR, COLOR_TEXT, 14), plan->rows.w, text);
    snprintf(text, sizeof text, "%" PRIu64 " bytes asked for and not freed", model->pools->small_used);
    kit_text_fit(kit, x, y + 22, words(WEIGHT_REGULAR, COLOR_SOFT, 14), plan->rows.w, text);
}

void heap_panel_draw(const Kit *kit, Rect memory, const PanelModel *model)
{
    HeapPlan plan = plan_heap(kit->compact, memory);
    Drawing drawing = {kit, model};
    kit_card(kit, plan.card, COLOR_PANEL, COLOR_LINE, 1);
    kit_hit(kit, plan.card, TARGET_POOLS, 0);
    kit_text(kit, plan.card.x + PADDING, plan.card.y + 36, words(WEIGHT_SEMIBOLD, COLOR_TEXT, 18),
             "The heap, by address");
    kit_text_fit(kit, plan.card.x + PADDING, plan.card.y + 58, words(WEIGHT_REGULAR, COLOR_SOFT, 13), plan.rows.w,
                 model->pools->block_count ? "Numbers are bytes asked for; a block takes 8 more for its header, in steps of 16"
                                           : "Nothing was asked of malloc yet");
    visit_blocks(&plan, model->pools, draw_block, &drawing);
    kit_hit(kit, plan.rows, TARGET_BLOCKS, 0);
    draw_facts(kit, &plan, model);
}

static bool contains(void *context, const MapBlock *block, Rect rect)
{
    const Point *at = context;
    return at->x >= rect.x && at->x < rect.x + rect.w && at->y >= rect.y && at->y < rect.y + rect.h;
}

uint64_t heap_panel_block_at(bool compact, Rect memory, const PanelModel *model, float x, float y)
{
    HeapPlan plan = plan_heap(compact, memory);
    Point at = {x, y};
    const MapBlock *block = visit_blocks(&plan, model->pools, contains, &at);
    return block ? block->address : 0;
}
