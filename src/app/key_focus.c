#include "app/key_focus.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "app/splitter.h"
#include "app/viewer_parts.h"

/* Where each target belongs; what is AREA_NONE cannot have the focus. */
static const uint8_t areas[] = {
    [TARGET_FIRST] = AREA_TIMELINE, [TARGET_BACK] = AREA_TIMELINE, [TARGET_FORWARD] = AREA_TIMELINE,
    [TARGET_LAST] = AREA_TIMELINE, [TARGET_TRACK] = AREA_TIMELINE,
    [TARGET_LEVEL] = AREA_BAR, [TARGET_THEME] = AREA_BAR, [TARGET_HELP] = AREA_BAR, [TARGET_KEPT_GO] = AREA_BAR,
    [TARGET_KEPT_LEAVE] = AREA_BAR, [TARGET_EDIT] = AREA_CODE, [TARGET_OTHER_RUN] = AREA_CODE,
    [TARGET_PREDICT] = AREA_WORDS, [TARGET_TOLD] = AREA_WORDS, [TARGET_CHOICE] = AREA_WORDS, [TARGET_CODE] = AREA_CODE,
    [TARGET_POOL] = AREA_CARD, [TARGET_HOLDER] = AREA_CARD, [TARGET_EVENT] = AREA_CARD,
    [TARGET_RECALL] = AREA_WORDS, [TARGET_HAND_IN] = AREA_WORDS, [TARGET_LEAVE] = AREA_WORDS, [TARGET_ENTRY] = AREA_MENU, [TARGET_SPLIT] = AREA_SPLITS,
};

static uint8_t area_of(const PanelHit *hit)
{
    return hit->target < sizeof areas ? areas[hit->target] : AREA_NONE;
}

/* The members of an area, in the order in which Tab goes through them: hits of the picture drawn last, or for the memory
 * its frames, their names and the objects. */
enum { MOST_MEMBERS = 4096, TRACK_PARTS = 20 };

typedef struct Member {
    Rect rect;                 /* in the window, or for the memory in the scene */
    uint32_t box, cell;        /* of the scene */
    const PanelHit *hit;       /* NULL in the memory */
} Member;

typedef struct Members { uint32_t count; Member items[MOST_MEMBERS]; } Members;

static void add_member(Members *members, Member member)
{
    if (members->count < MOST_MEMBERS)
        members->items[members->count++] = member;
}

/* Cells with an arrow can be reached by arrow keys only: Tab would take too long. */
static void gather_memory(const Viewer *viewer, bool with_cells, Members *members)
{
    const Scene *scene = viewer_scene(viewer);
    for (uint32_t i = 0; i < scene->box_count; i++) {
        const SceneBox *box = &scene->boxes[i];
        add_member(members, (Member){box->rect, i, SCENE_NONE, NULL});
        for (uint32_t c = box->first_cell; c < box->first_cell + box->cell_count; c++) {
            const SceneCell *cell = &scene->cells[c];
            if (cell->style == CELL_NAME || (with_cells && cell->has_port && cell->rect.w > 0))
                add_member(members, (Member){cell->rect, i, c, NULL});
        }
    }
}

/* The buttons of the code stand above its lines, and are wanted less often. */
static bool comes_late(const PanelHit *hit) { return hit->target == TARGET_EDIT || hit->target == TARGET_OTHER_RUN; }

static void gather(const Viewer *viewer, uint8_t area, bool with_cells, Members *members)
{
    members->count = 0;
    if (area == AREA_MEMORY && viewer->page)
        gather_memory(viewer, with_cells, members);
    for (int late = 0; area != AREA_MEMORY && late < 2; late++)
        for (size_t i = 0; i < viewer->hits.count; i++)
            if (area_of(&viewer->hits.items[i]) == area && comes_late(&viewer->hits.items[i]) == late)
                add_member(members, (Member){.rect = viewer->hits.items[i].rect, .hit = &viewer->hits.items[i]});
}

static int32_t find_focused(const Viewer *viewer, const Members *members)
{
    char id[VIEWER_ID];
    const KeyFocus *focus = &viewer->key_focus;
    for (uint32_t i = 0; i < members->count; i++) {
        const Member *member = &members->items[i];
        if (member->hit && member->hit->target == focus->target && member->hit->value == focus->value)
            return (int32_t)i;
        if (member->hit || !focus->id[0])
            continue;
        scene_id(viewer_scene(viewer), member->box, member->cell, id, sizeof id);
        if (strcmp(id, focus->id) == 0)
            return (int32_t)i;
    }
    return -1;
}

static void set_focus(Viewer *viewer, const Member *member)
{
    KeyFocus *focus = &viewer->key_focus;
    focus->id[0] = '\0';
    focus->target = member->hit ? member->hit->target : TARGET_NONE;
    focus->value = member->hit ? member->hit->value : 0;
    if (member->hit)
        return;
    scene_id(viewer_scene(viewer), member->box, member->cell, focus->id, sizeof focus->id);
    viewer_reveal(viewer, member->rect);
}

/* A menu or card that is open comes first. */
static uint8_t first_area(const Viewer *viewer)
{
    return viewer->menu.count ? AREA_MENU : chronicle_is_asked(&viewer->asked) ? AREA_CARD
           : viewer->quiz.open ? AREA_WORDS : AREA_MEMORY;
}

static void step_through(Viewer *viewer, uint8_t area, int way)
{
    Members members;
    gather(viewer, area, false, &members);
    if (members.count == 0)
        return;
    int32_t at = viewer->key_focus.area == area ? find_focused(viewer, &members) : -1, count = (int32_t)members.count;
    int32_t next = at < 0 ? (way > 0 ? 0 : count - 1) : (at + way + count) % count;
    viewer->key_focus.area = area;
    set_focus(viewer, &members.items[next]);
}

void key_focus_next(Viewer *viewer, int way)
{
    uint8_t area = viewer->menu.count ? AREA_MENU : viewer->key_focus.area;
    step_through(viewer, area == AREA_NONE ? first_area(viewer) : area, way);
}

void key_focus_next_area(Viewer *viewer, int way)
{
    Members members;
    uint8_t area = viewer->key_focus.area;
    for (int tries = 0; tries < AREA_COUNT; tries++) {
        area = (uint8_t)((area + way + AREA_COUNT) % AREA_COUNT);
        if (area == AREA_NONE || area == AREA_MENU)
            continue;
        gather(viewer, area, false, &members);
        if (members.count) {
            viewer->key_focus = (KeyFocus){.area = area};
            step_through(viewer, area, 1);
            return;
        }
    }
}

/* How far a member lies that way; what lies aside counts thrice. Negative: it does not lie that way. */
static float distance_to(Rect from, Rect to, int x, int y)
{
    float dx = to.x + to.w / 2 - from.x - from.w / 2, dy = to.y + to.h / 2 - from.y - from.h / 2;
    float along = dx * (float)x + dy * (float)y, aside = fabsf(dx * (float)y) + fabsf(dy * (float)x);
    return along < 4 ? -1 : along + 3 * aside;
}

/* Along the timeline, a twentieth of it at a time. */
static void go_along_track(Viewer *viewer, int way)
{
    uint64_t step = viewer->page ? viewer->page->stage.stop.position.step : 0, last = viewer->last_step;
    uint64_t far = last / TRACK_PARTS > 0 ? last / TRACK_PARTS : 1;
    if (way > 0)
        viewer_seek(viewer, step + far < last ? step + far : last);
    else
        viewer_seek(viewer, step > far ? step - far : 0);
}

void key_focus_go(Viewer *viewer, int x, int y)
{
    Members members;
    if (viewer->key_focus.target == TARGET_TRACK && x) {
        go_along_track(viewer, x);
        return;
    }
    if (viewer->key_focus.target == TARGET_SPLIT) {
        splitter_move(viewer, viewer->key_focus.value, x + y);
        return;
    }
    uint8_t area = viewer->key_focus.area == AREA_NONE ? AREA_MEMORY : viewer->key_focus.area;
    gather(viewer, area, true, &members);
    int32_t at = find_focused(viewer, &members), best = -1;
    float least = 0;
    if (at < 0) {
        key_focus_next(viewer, 1);
        return;
    }
    for (uint32_t i = 0; i < members.count; i++) {
        float far = distance_to(members.items[at].rect, members.items[i].rect, x, y);
        if (far >= 0 && (best < 0 || far < least)) {
            least = far;
            best = (int32_t)i;
        }
    }
    if (best >= 0)
        set_focus(viewer, &members.items[best]);
}

/* Opens the card of what the focus is on; when it is open already, goes into it. */
static bool press_thing(Viewer *viewer)
{
    ChronicleQuestion open = viewer->asked;
    char id[VIEWER_ID];
    memcpy(id, viewer->key_focus.id, sizeof id);
    if (!viewer_click_thing(viewer, id))
        return false;
    if (chronicle_is_asked(&open) && chronicle_same(&open, &viewer->asked))
        step_through(viewer, AREA_CARD, 1);
    return true;
}

bool key_focus_press(Viewer *viewer)
{
    Members members;
    KeyFocus *focus = &viewer->key_focus;
    if (focus->area == AREA_MEMORY && focus->id[0])
        return press_thing(viewer);
    if (focus->target == TARGET_TRACK)             /* that would be a leap to its middle */
        return true;
    if (focus->target == TARGET_SPLIT) {
        splitter_restore(viewer, focus->value);
        return true;
    }
    gather(viewer, focus->area, false, &members);
    int32_t at = find_focused(viewer, &members);
    if (at < 0 || focus->area == AREA_NONE)
        return false;
    Rect rect = members.items[at].rect;
    viewer_press(viewer, rect.x + rect.w / 2, rect.y + rect.h / 2);
    viewer_release(viewer, rect.x + rect.w / 2, rect.y + rect.h / 2);
    return true;
}

bool key_focus_leave(Viewer *viewer)
{
    bool had = viewer->key_focus.area != AREA_NONE;
    viewer->key_focus = (KeyFocus){0};
    return had;
}

void key_focus_on_entry(Viewer *viewer, int entry)
{
    viewer->key_focus.target = TARGET_ENTRY;
    viewer->key_focus.value = entry;
    viewer->key_focus.area = AREA_MENU;
}

void key_focus_leave_entries(Viewer *viewer)
{
    KeyFocus *focus = &viewer->key_focus;
    if (focus->area != AREA_MENU)
        return;
    focus->target = TARGET_NONE;
    focus->area = focus->id[0] ? AREA_MEMORY : AREA_NONE;
}

void key_focus_fill(const Viewer *viewer, PanelModel *model)
{
    const KeyFocus *focus = &viewer->key_focus;
    model->focus = focus->id[0] ? focus->id : NULL;
    model->key_target = focus->target;
    model->key_value = focus->value;
    if (!model->highlight && model->focus)
        model->highlight = model->focus;
}
