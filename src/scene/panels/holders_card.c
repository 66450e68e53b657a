/* The card of an object or a name: who holds the object, since when, why it died, and what happened to it, each line with
 * the step that it leads to. */
#include <stdio.h>

#include "scene/panels/panels.h"

enum {
    CARD_WIDTH = 430, CARD_HEAD = 50, CARD_ROW = 36, CARD_FOOT = 10, CARD_EVENT = 30, CARD_AWAY = 16,
    CARD_LINE = 20, CARD_LINES = 5,    /* of the reason of a death */
    LEAST_HOLDERS = 3                  /* that are listed however little room there is */
};

static bool has_text(const char *text) { return text && *text; }

/* What it is, where, and since when: that part leads there. */
static void draw_holder(const Kit *kit, Rect row, const PanelHolder *holder, int index)
{
    TextStyle name = {FACE_MONO, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, 15};
    TextStyle place = {FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, 14};
    TextStyle since = {FACE_SANS, WEIGHT_MEDIUM, ANCHOR_END, COLOR_ACCENT, 14};
    float y = row.y + 20, right = row.x + row.w - 20, x = row.x + 44;
    draw_circle(kit->list, (Point){row.x + 28, y - 5}, 5, (Paint){.fill = holder->color, .alpha = 255});
    if (holder->since) {
        float width = kit_width(kit, since, holder->since);
        kit_text(kit, right, y, since, holder->since);
        kit_hit(kit, (Rect){right - width - 6, row.y, width + 12, row.h}, TARGET_HOLDER, index);
        right -= width + 12;
    }
    float room = right - x, wide = kit_width(kit, name, holder->name);
    wide = wide < room * 0.6f ? wide : room * 0.6f;
    kit_text_fit(kit, x, y, name, wide + 1, holder->name);
    kit_text_fit(kit, x + wide + 10, y, place, room - wide - 10, holder->place);
}

/* What happened, and where: all of the line leads there. */
static void draw_event(const Kit *kit, Rect row, const PanelEvent *event, int index)
{
    TextStyle what = {FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_TEXT, 14};
    TextStyle when = {FACE_SANS, WEIGHT_MEDIUM, ANCHOR_END, COLOR_ACCENT, 13.5f};
    float x = row.x + 20, right = row.x + row.w - 20, y = row.y + 20;
    if (!event->when) {
        what.weight = WEIGHT_SEMIBOLD;
        what.color = COLOR_SOFT;
        kit_text_fit(kit, x, y, what, right - x, event->what);
        return;
    }
    if (event->is_now)
        kit_fill(kit, (Rect){row.x + 10, row.y, row.w - 20, row.h}, 7, COLOR_ACCENT_SOFT);
    draw_circle(kit->list, (Point){x + 8, y - 5}, event->is_now ? 5 : 3.5f,
                (Paint){.fill = event->is_now ? COLOR_ACCENT : COLOR_FAINT, .alpha = 255});
    float width = kit_width(kit, when, event->when);
    kit_text(kit, right, y, when, event->when);
    kit_text_fit(kit, x + 24, y, what, right - width - 12 - x - 24, event->what);
    kit_hit(kit, (Rect){row.x + 10, row.y, row.w - 20, row.h}, TARGET_EVENT, index);
}

/* How much of it there is room for. */
typedef struct CardPlan { size_t holders, first_event, events; } CardPlan;

static size_t smaller(size_t a, size_t b) { return a < b ? a : b; }

/* Round what the step shown did: the lines before it are mostly what one wants to know. */
static size_t first_event(const PanelModel *model, size_t shown)
{
    size_t now = 0;
    for (size_t i = 0; i < model->event_count; i++)
        now = model->events[i].is_now ? i : now;
    size_t first = now + 2 > shown ? now + 2 - shown : 0;
    return smaller(first, model->event_count - shown);
}

static CardPlan plan_card(float room, const PanelModel *model)
{
    CardPlan plan = {.holders = model->holder_count, .events = model->event_count};
    float holders = CARD_ROW * (float)(plan.holders + (model->more_holders > 0));
    float events = CARD_EVENT * (float)plan.events;
    for (; plan.holders > LEAST_HOLDERS && holders + events > room; holders -= CARD_ROW)
        plan.holders--;
    if (plan.holders < model->holder_count && model->more_holders == 0)
        holders += CARD_ROW;
    for (; plan.events > 1 && holders + events > room; events -= CARD_EVENT)
        plan.events--;
    plan.first_event = first_event(model, plan.events);
    return plan;
}

static float draw_holders(const Kit *kit, Rect card, float y, size_t shown, const PanelModel *model)
{
    char words[64];
    size_t more = model->more_holders + model->holder_count - shown;
    for (size_t i = 0; i < shown; i++, y += CARD_ROW)
        draw_holder(kit, (Rect){card.x, y, card.w, CARD_ROW}, &model->holders[i], (int)i);
    if (!more)
        return y;
    snprintf(words, sizeof words, "and %zu more", more);
    kit_text(kit, card.x + 44, y + 20, (TextStyle){FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, 14}, words);
    return y + CARD_ROW;
}

void holders_card_draw(const Kit *kit, Rect memory, const PanelModel *model)
{
    float why = has_text(model->asked_why) ? CARD_LINE * CARD_LINES : 0;
    float most = memory.h - 2 * CARD_AWAY, around = CARD_HEAD + why + CARD_FOOT;
    CardPlan plan = plan_card(most - around, model);
    size_t more = plan.holders < model->holder_count || model->more_holders;
    float height = around + CARD_ROW * (float)(plan.holders + more) + CARD_EVENT * (float)plan.events;
    float width = CARD_WIDTH < memory.w - 32 ? CARD_WIDTH : memory.w - 32;
    Rect card = {memory.x + memory.w - width - CARD_AWAY, memory.y + CARD_AWAY, width, height};
    kit_card(kit, card, COLOR_PANEL, COLOR_ACCENT, 1.5f);
    kit_hit(kit, card, TARGET_NONE, 0);
    TextStyle title = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, 16};
    TextStyle count = {FACE_SANS, WEIGHT_BOLD, ANCHOR_END, COLOR_MARK, 18};
    TextStyle plain = {FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, 14};
    kit_text_fit(kit, card.x + 20, card.y + 32, title, width - 90, model->asked);
    kit_text(kit, card.x + width - 20, card.y + 32, count, model->asked_count ? model->asked_count : "");
    float y = card.y + CARD_HEAD;
    if (why > 0)
        kit_paragraph(kit, card.x + 20, y + 12, plain, width - 40, CARD_LINE, CARD_LINES, model->asked_why);
    y = draw_holders(kit, card, y + why, plan.holders, model);
    for (size_t i = plan.first_event; i < plan.first_event + plan.events; i++, y += CARD_EVENT)
        draw_event(kit, (Rect){card.x, y, width, CARD_EVENT - 2}, &model->events[i], (int)i);
}
