/* The timeline: buttons, where the run stands, and the track with the call depth as a band and events as dots. */
#include <stdio.h>
#include <string.h>

#include "scene/panels/panels.h"

enum { BUTTON_WIDTH = 46, BUTTON_HEIGHT = 42, BUTTON_PITCH = 54, BUTTONS = 4 };

/* A triangle that points forwards (1) or back (-1), with a bar where it can go no further. */
static void draw_icon(const Kit *kit, float x, float y, float way, bool bar, uint8_t color)
{
    const uint8_t verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_CLOSE};
    const Point points[] = {{x - 6 * way, y - 9}, {x + 7 * way, y}, {x - 6 * way, y + 9}};
    Paint paint = {.fill = color, .alpha = 255};
    draw_path(kit->list, verbs, 4, points, 3, paint);
    if (bar)
        draw_rect(kit->list, (Rect){x - 1.5f + 9 * way, y - 9, 3, 18}, 1, paint);
}

static void draw_buttons(const Kit *kit, Rect rect)
{
    static const struct { PanelTarget target; float way; bool bar; } buttons[BUTTONS] = {
        {TARGET_FIRST, -1, true}, {TARGET_BACK, -1, false}, {TARGET_FORWARD, 1, false}, {TARGET_LAST, 1, true},
    };
    for (int i = 0; i < BUTTONS; i++) {
        bool main_one = buttons[i].target == TARGET_FORWARD;
        Rect place = {rect.x + 20 + BUTTON_PITCH * (float)i, rect.y + rect.h / 2 - BUTTON_HEIGHT / 2.0f,
                      BUTTON_WIDTH, BUTTON_HEIGHT};
        draw_rect(kit->list, place, 10, (Paint){.fill = main_one ? COLOR_ACCENT : COLOR_PAGE,
                  .stroke = main_one ? COLOR_NONE : COLOR_LINE, .alpha = 255, .width = 1});
        draw_icon(kit, place.x + BUTTON_WIDTH / 2.0f, place.y + BUTTON_HEIGHT / 2.0f, buttons[i].way, buttons[i].bar,
                  main_one ? COLOR_ON_ACCENT : COLOR_TEXT);
        kit_hit(kit, place, buttons[i].target, 0);
    }
}

static void draw_position(const Kit *kit, Rect rect, Rect track, const PanelModel *model)
{
    char words[96];
    float x = rect.x + 20 + BUTTON_PITCH * BUTTONS + 20, middle = rect.y + rect.h / 2, room = track.x - x - 16;
    const char *more = model->recording ? "+" : "";
    snprintf(words, sizeof words, "step %llu of %llu%s", (unsigned long long)model->step,
             (unsigned long long)model->last_step, more);
    TextStyle style = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, kit->compact ? 14 : 16};
    kit_text_fit(kit, x, middle - 3, style, room, words);
    style = (TextStyle){FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, kit->compact ? 12.5f : 13.5f};
    kit_text_fit(kit, x, middle + 18, style, room, model->where ? model->where : "");
}

static float place_of(Rect track, const PanelModel *model, double step)
{
    double last = model->last_step ? (double)model->last_step : 1;
    return track.x + track.w * (float)(step < last ? step / last : 1);
}

/* The x where a tick begins. Ticks cover tick_steps steps in equal parts. */
static float tick_place(Rect track, const PanelModel *model, uint32_t tick)
{
    return place_of(track, model, (double)model->tick_steps * tick / model->tick_count);
}

/* Runs of equal depth as one bar; the module's own level is no bar, each call raises it. */
static void draw_depth(const Kit *kit, Rect track, const PanelModel *model)
{
    uint8_t deepest = 2;
    for (uint32_t i = 0; i < model->tick_count; i++)
        deepest = model->ticks[i].depth > deepest ? model->ticks[i].depth : deepest;
    float floor_y = track.y - 4, room = kit->compact ? 14 : 18;
    for (uint32_t i = 0; i < model->tick_count;) {
        uint32_t end = i + 1;
        uint8_t depth = model->ticks[i].depth;
        while (end < model->tick_count && model->ticks[end].depth == depth)
            end++;
        if (depth > 1) {
            float x0 = tick_place(track, model, i), x1 = tick_place(track, model, end);
            float height = 5 + (room - 5) * (float)(depth - 2) / (float)(deepest > 2 ? deepest - 2 : 1);
            draw_rect(kit->list, (Rect){x0, floor_y - height, x1 - x0, height}, 2,
                      (Paint){.fill = COLOR_FUNCTION_EDGE, .alpha = 115});
        }
        i = end;
    }
}

/* More dots than this would be a line: then only errors and the end are marked. */
enum { MAX_DOTS = 48 };

static uint8_t dot_color(const PanelTick *tick, bool all)
{
    if (tick->exception)
        return COLOR_DEAD;
    if (!all)
        return COLOR_NONE;
    return tick->output ? COLOR_OK : tick->call ? COLOR_FUNCTION_EDGE : COLOR_NONE;
}

static void draw_dots(const Kit *kit, Rect track, const PanelModel *model)
{
    uint32_t dots = 0;
    for (uint32_t i = 0; i < model->tick_count; i++)
        dots += dot_color(&model->ticks[i], true) != COLOR_NONE;
    for (uint32_t i = 0; i < model->tick_count; i++) {
        uint8_t color = dot_color(&model->ticks[i], dots <= MAX_DOTS);
        if (color != COLOR_NONE)
            draw_circle(kit->list, (Point){tick_place(track, model, i), track.y + track.h / 2}, 5.5f,
                        (Paint){.fill = color, .stroke = COLOR_PANEL, .alpha = 255, .width = 2});
    }
}

/* A freed object: a short stroke across the track, drawn as long as there are not so many that they would be a band. */
static void draw_deaths(const Kit *kit, Rect track, const PanelModel *model)
{
    uint32_t deaths = 0;
    for (uint32_t i = 0; i < model->tick_count; i++)
        deaths += model->ticks[i].death;
    for (uint32_t i = 0; i < model->tick_count && deaths <= MAX_DOTS; i++)
        if (model->ticks[i].death)
            draw_rect(kit->list, (Rect){tick_place(track, model, i) - 1.5f, track.y - 5, 3, track.h + 10}, 1.5f,
                      (Paint){.fill = COLOR_DEAD, .alpha = 255});
}

/* A run of the cycle collector: a square on its corner, as the mark of no other event is. */
static void draw_collections(const Kit *kit, Rect track, const PanelModel *model)
{
    static const uint8_t verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE};
    for (uint32_t i = 0; i < model->tick_count; i++) {
        if (!model->ticks[i].collection)
            continue;
        float x = tick_place(track, model, i), y = track.y + track.h / 2, half = 6.5f;
        const Point points[] = {{x, y - half}, {x + half, y}, {x, y + half}, {x - half, y}};
        draw_path(kit->list, verbs, sizeof verbs, points, 4,
                  (Paint){.fill = COLOR_MARK, .stroke = COLOR_PANEL, .alpha = 255, .width = 2});
    }
}

/* A lesson's places: small flags under the track. */
static void draw_waypoints(const Kit *kit, Rect track, const PanelModel *model)
{
    static const uint8_t verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_CLOSE};
    for (size_t i = 0; i < model->waypoint_count; i++) {
        if (model->waypoints[i] > model->last_step)
            continue;
        float x = place_of(track, model, (double)model->waypoints[i]), y = track.y + track.h + 4;
        const Point points[] = {{x, y}, {x + 5, y + 8}, {x - 5, y + 8}};
        draw_path(kit->list, verbs, sizeof verbs, points, 3, (Paint){.fill = COLOR_ACCENT, .alpha = 255});
    }
}

/* Where breakpoints are met: dots as in the code, under the track; so many that they would touch are a line. */
static void draw_breakpoints(const Kit *kit, Rect track, const PanelModel *model)
{
    uint32_t count = 0;
    float y = track.y + track.h + 9;
    for (uint32_t i = 0; i < model->tick_count; i++)
        count += model->ticks[i].breakpoint;
    for (uint32_t i = 0; i < model->tick_count; i++) {
        float x = tick_place(track, model, i), width = tick_place(track, model, i + 1) - x;
        if (!model->ticks[i].breakpoint)
            continue;
        if (count <= MAX_DOTS)
            draw_circle(kit->list, (Point){x, y}, 4, (Paint){.fill = COLOR_DEAD, .alpha = 255});
        else
            kit_fill(kit, (Rect){x, y - 2, width > 1 ? width : 1, 4}, 0, COLOR_DEAD);
    }
}

static const PanelTick *tick_of(const PanelModel *model, uint64_t step)
{
    if (!model->tick_count || !model->tick_steps || step >= model->tick_steps)
        return NULL;
    return &model->ticks[(uint64_t)((double)step / (double)model->tick_steps * model->tick_count)];
}

static void append(char *words, size_t size, const char *more)
{
    size_t used = strlen(words);
    snprintf(words + used, size - used, "%s%s", used ? ", " : "", more);
}

/* "step 12: 2 frames, a call, output"; where a tick covers many steps it speaks of all of them. */
static void name_step(const PanelModel *model, char *words, size_t size)
{
    char what[200] = "", depth[32];
    const PanelTick *tick = tick_of(model, model->pointed_step);
    for (size_t i = 0; i < model->waypoint_count; i++)
        if (model->waypoints[i] == model->pointed_step)
            append(what, sizeof what, "a place of the lesson");
    if (tick && tick->depth) {
        snprintf(depth, sizeof depth, tick->depth == 1 ? "1 frame" : "%u frames", tick->depth);
        append(what, sizeof what, depth);
        const struct { bool seen; const char *words; } seen[] = {
            {tick->call, "a call"}, {tick->output, "output"}, {tick->exception, "an exception"},
            {tick->breakpoint, "a breakpoint"}, {tick->death, "an object freed"}, {tick->collection, "a collection"},
        };
        for (size_t i = 0; i < sizeof seen / sizeof *seen; i++)
            if (seen[i].seen)
                append(what, sizeof what, seen[i].words);
    }
    bool many = model->tick_count < model->tick_steps;
    snprintf(words, size, "%s %llu%s%s", many ? "around step" : "step", (unsigned long long)model->pointed_step,
             what[0] ? ": " : "", what);
}

static void draw_pointed(const Kit *kit, Rect rect, Rect track, const PanelModel *model)
{
    char words[260];
    TextStyle style = {FACE_SANS, WEIGHT_MEDIUM, ANCHOR_START, COLOR_PAGE, 14};
    name_step(model, words, sizeof words);
    float x = place_of(track, model, (double)model->pointed_step), width = kit_width(kit, style, words) + 24;
    float left = x - width / 2, right = rect.x + rect.w - width;
    left = left < rect.x ? rect.x : left > right ? right : left;
    draw_line(kit->list, (Point){x, track.y - 8}, (Point){x, track.y + track.h + 8},
              (Paint){.stroke = COLOR_TEXT, .alpha = 255, .width = 2});
    kit_fill(kit, (Rect){left, rect.y - 34, width, 30}, 8, COLOR_TEXT);
    kit_text(kit, left + 12, rect.y - 14, style, words);
}

void timeline_panel_draw(const Kit *kit, Rect rect, Rect track, const PanelModel *model)
{
    kit_card(kit, rect, COLOR_PANEL, COLOR_LINE, 1);
    draw_buttons(kit, rect);
    draw_position(kit, rect, track, model);
    float here = place_of(track, model, (double)model->step), middle = track.y + track.h / 2;
    kit_fill(kit, track, track.h / 2, COLOR_LINE);
    if (here > track.x)
        kit_fill(kit, (Rect){track.x, track.y, here - track.x, track.h}, track.h / 2, COLOR_ACCENT);
    if (model->tick_count) {
        draw_depth(kit, track, model);
        draw_dots(kit, track, model);
        draw_collections(kit, track, model);
        draw_deaths(kit, track, model);
        draw_breakpoints(kit, track, model);
    }
    draw_waypoints(kit, track, model);
    TextStyle label = {FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, 12.5f};
    if (rect.y + rect.h > track.y + 34) {
        kit_text(kit, track.x, track.y + 30, label, "start");
        label.anchor = ANCHOR_END;
        kit_text(kit, track.x + track.w, track.y + 30, label, model->recording ? "running on" : "end");
    }
    draw_circle(kit->list, (Point){here, middle}, 11,
                (Paint){.fill = COLOR_PANEL, .stroke = COLOR_ACCENT, .alpha = 255, .width = 4});
    kit_hit(kit, (Rect){track.x - 14, rect.y, track.w + 28, rect.h}, TARGET_TRACK, 0);
    if (model->pointed)
        draw_pointed(kit, rect, track, model);
}
