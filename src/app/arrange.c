#include "app/arrange.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "app/holders.h"
#include "app/key_focus.h"
#include "app/viewer_parts.h"

enum { SHIFT_DOWN = 24 };          /* logical pixels of one key */

/* What is meant, looked up in the picture. */
typedef struct Thing {
    uint32_t box, cell;
    char name[CHOICE_LETTERS];         /* of a variable; "" for anything else */
    char type[CHOICE_LETTERS];         /* of `object`; "" if there is none or it is too long */
    uint64_t object;                   /* it, or what the name refers to; 0: none */
    const ViewObject *seen;
} Thing;

static const Scene *scene_of(const Viewer *viewer) { return stage_picture_scene(&viewer->page->stage); }

static void name_object(const Viewer *viewer, Thing *thing)
{
    const View *view = &viewer->page->stage.view;
    int32_t at = thing->object ? view_find_object(view, thing->object) : VIEW_NONE;
    if (at == VIEW_NONE)
        return;
    thing->seen = &view->objects[at];
    if (thing->seen->type.length < sizeof thing->type)
        memcpy(thing->type, view_text(view, thing->seen->type), thing->seen->type.length);
}

static bool find_thing(const Viewer *viewer, const char *id, Thing *thing)
{
    *thing = (Thing){0};
    if (!viewer->page || !scene_find(scene_of(viewer), id, &thing->box, &thing->cell))
        return false;
    const Scene *scene = scene_of(viewer);
    bool named = thing->cell != SCENE_NONE && scene->cells[thing->cell].style == CELL_NAME;
    const char *name = named ? scene_text(scene, scene->cells[thing->cell].label) : "";
    if (strlen(name) < sizeof thing->name)
        strcpy(thing->name, name);
    thing->object = named ? scene->cells[thing->cell].target : holders_object_of(&viewer->page->stage, id);
    name_object(viewer, thing);
    return true;
}

static bool find_meant(const Viewer *viewer, char *id)
{
    const char *const places[] = {viewer->menu.id, viewer->key_focus.id, viewer->highlight};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (places[i][0]) {
            memmove(id, places[i], VIEWER_ID);
            return true;
        }
    snprintf(id, VIEWER_ID, "object:%" PRIu64, viewer->asked.object);
    return viewer->asked.object != 0;
}

/* Acting */

static bool is_opened(const Viewer *viewer, const Thing *thing)
{
    return choice_has(&viewer->scene.choices.opened, thing->object);
}

static bool is_folded(const Viewer *viewer, const Thing *thing)
{
    return choice_folds(&viewer->scene.choices, thing->object, thing->type, strlen(thing->type));
}

static void take_out(ChoiceSet *set, uint64_t number)
{
    if (choice_has(set, number))
        choice_toggle(set, number);
}

static void open_object(Viewer *viewer, const Thing *thing)
{
    if (!thing->object)
        return;
    take_out(&viewer->scene.choices.folded, thing->object);
    choice_toggle(&viewer->scene.choices.opened, thing->object);
}

static void set_folded(Choices *choices, uint64_t number, bool folded)
{
    if (choice_has(&choices->folded, number) != folded)
        choice_toggle(&choices->folded, number);
    if (folded)
        take_out(&choices->opened, number);
}

/* What a frame's names refer to, all of it or none. */
static void fold_owned(Viewer *viewer, const Thing *frame)
{
    const Scene *scene = scene_of(viewer);
    Choices *choices = &viewer->scene.choices;
    bool all = true;
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < scene->arrow_count; i++) {
            uint64_t number = scene->boxes[scene->arrows[i].to_box].number;
            if (scene->arrows[i].from_box != frame->box)
                continue;
            if (pass == 0)
                all &= choice_has(&choices->folded, number);
            else
                set_folded(choices, number, !all);
        }
}

static void fold(Viewer *viewer, const Thing *thing)
{
    Choices *choices = &viewer->scene.choices;
    if (!thing->object) {
        fold_owned(viewer, thing);
        return;
    }
    bool folded = is_folded(viewer, thing);
    set_folded(choices, thing->object, !folded);
    if (folded && is_folded(viewer, thing))        /* its type is: it is an exception now */
        choice_toggle(&choices->opened, thing->object);
}

static void look_at_alone(Viewer *viewer, const Thing *thing)
{
    char *focus = viewer->scene.choices.focus;
    if (focus[0] && (!thing->name[0] || strcmp(focus, thing->name) == 0))
        focus[0] = '\0';
    else if (thing->name[0])
        strcpy(focus, thing->name);
    else
        snprintf(viewer->notice, sizeof viewer->notice, "Point at a name: then J shows only what it reaches");
}

static void toggle_word(Viewer *viewer, ChoiceWords *list, const char *word)
{
    if (!choice_toggle_word(list, word))
        snprintf(viewer->notice, sizeof viewer->notice, "there is no room to hide more than %d names and types",
                 CHOICE_WORDS);
}

static void release_all(Choices *choices) { choices->pin_count = 0; }

static void show_all(Choices *choices)
{
    Choices none = {.pin_count = choices->pin_count};
    memcpy(none.pins, choices->pins, sizeof none.pins);
    *choices = none;
}

/* Of an opened object there is more than is listed: twice as much of it from now on. */
static void go_on(SceneOptions *scene)
{
    uint32_t now = scene->max_opened ? scene->max_opened : STAGE_OPENED;
    scene->max_opened = now < STAGE_MOST_OPENED ? 2 * now : now;
}

static void act(Viewer *viewer, const Thing *thing, Arrangement what)
{
    Choices *choices = &viewer->scene.choices;
    if (what == ARRANGE_OPEN)
        open_object(viewer, thing);
    else if (what == ARRANGE_GO_ON)
        go_on(&viewer->scene);
    else if (what == ARRANGE_FOLD)
        fold(viewer, thing);
    else if (what == ARRANGE_FOLD_TYPE && thing->type[0])
        toggle_word(viewer, &choices->folded_types, thing->type);
    else if (what == ARRANGE_ONLY)
        look_at_alone(viewer, thing);
    else if (what == ARRANGE_HIDE && (thing->name[0] || thing->type[0]))
        toggle_word(viewer, &choices->hidden, thing->name[0] ? thing->name : thing->type);
    else if (what == ARRANGE_RELEASE)
        choice_unpin(choices, thing->object);
}

/* The picture is to be made anew, and the choices are kept. */
static void rearrange(Viewer *viewer)
{
    arrange_close_menu(viewer);
    viewer->highlight[0] = '\0';
    viewer->busy = true;
    worker_set_scene(viewer->worker, viewer->scene);
    viewer_remember(viewer);
}

void arrange(Viewer *viewer, Arrangement what)
{
    Thing thing;
    char id[VIEWER_ID];
    if (what == ARRANGE_TIDY) {
        release_all(&viewer->scene.choices);
    } else if (what == ARRANGE_SHOW_ALL) {
        show_all(&viewer->scene.choices);
        viewer->arrows = ARROWS_ALL;
    } else if (what == ARRANGE_ONLY && viewer->scene.choices.focus[0]) {
        viewer->scene.choices.focus[0] = '\0';
    } else if (find_meant(viewer, id) && find_thing(viewer, id, &thing)) {
        act(viewer, &thing, what);
    } else {
        snprintf(viewer->notice, sizeof viewer->notice, "Point at something in the memory first, or go there with Tab");
        return;
    }
    rearrange(viewer);
}

bool arrange_click(Viewer *viewer, const char *id, Point at)
{
    Thing thing;
    if (!find_thing(viewer, id, &thing))
        return false;
    const Scene *scene = scene_of(viewer);
    const SceneBox *box = &scene->boxes[thing.box];
    bool on_more = box->kind == SCENE_OBJECT && box->more && at.y > box->rect.y + box->rect.h - 30;
    bool on_fold = thing.cell != SCENE_NONE && scene->cells[thing.cell].folds > 0;
    if (on_fold)
        thing.object = scene->cells[thing.cell].target;
    else if (on_more)
        thing.object = box->number;
    if (!on_more && !on_fold)
        return false;
    if (on_more && choice_has(&viewer->scene.choices.folded, thing.object))
        set_folded(&viewer->scene.choices, thing.object, false);
    else if (!choice_has(&viewer->scene.choices.opened, thing.object))
        choice_toggle(&viewer->scene.choices.opened, thing.object);
    else if (on_more)
        go_on(&viewer->scene);
    rearrange(viewer);
    return true;
}

/* Pins */

bool arrange_may_drag(const Viewer *viewer, const char *id)
{
    Thing thing;
    return find_thing(viewer, id, &thing) && scene_of(viewer)->boxes[thing.box].kind == SCENE_OBJECT;
}

/* The left edge of each column that has boxes; the number of columns. Others are infinitely far. */
enum { COLUMNS = 24, FAR_RIGHT = 120 };        /* pixels beyond the last column's edge begin a further one */

static int32_t find_columns(const Scene *scene, float *left)
{
    int32_t count = 0;
    for (int32_t i = 0; i < COLUMNS; i++)
        left[i] = 1e9f;
    for (uint32_t i = 0; i < scene->box_count; i++) {
        const SceneBox *box = &scene->boxes[i];
        if (box->kind != SCENE_OBJECT || box->column < 0 || box->column >= COLUMNS)
            continue;
        left[box->column] = box->rect.x < left[box->column] ? box->rect.x : left[box->column];
        count = box->column >= count ? box->column + 1 : count;
    }
    return count;
}

static float distance(float a, float b) { return a < b ? b - a : a - b; }

ChoicePin arrange_pin_at(const Viewer *viewer, uint64_t number, Point corner, Rect *guide)
{
    float left[COLUMNS];
    const Scene *scene = scene_of(viewer);
    int32_t count = find_columns(scene, left), nearest = 0, last = count > 0 ? count - 1 : 0;
    for (int32_t i = 1; i < count; i++)
        if (distance(corner.x, left[i]) < distance(corner.x, left[nearest]))
            nearest = i;
    bool beyond = count > 0 && count < COLUMNS && corner.x > left[last] + FAR_RIGHT;
    *guide = (Rect){beyond ? corner.x : left[nearest], corner.y, 120, 60};
    for (uint32_t i = 0; i < scene->box_count; i++)
        if (scene->boxes[i].kind == SCENE_OBJECT && scene->boxes[i].number == number) {
            guide->w = scene->boxes[i].rect.w;
            guide->h = scene->boxes[i].rect.h;
        }
    return (ChoicePin){number, beyond ? count : nearest, corner.y};
}

void arrange_keep(Viewer *viewer, ChoicePin pin)
{
    choice_pin(&viewer->scene.choices, pin);
    rearrange(viewer);
}

void arrange_shift(Viewer *viewer, int columns, int down)
{
    Thing thing;
    char id[VIEWER_ID];
    if (!find_meant(viewer, id) || !arrange_may_drag(viewer, id) || !find_thing(viewer, id, &thing))
        return;
    const SceneBox *box = &scene_of(viewer)->boxes[thing.box];
    const ChoicePin *pinned = choice_find_pin(&viewer->scene.choices, box->number);
    ChoicePin pin = pinned ? *pinned : (ChoicePin){box->number, box->column, box->rect.y};
    pin.column = pin.column + columns > 0 ? pin.column + columns : 0;
    pin.y += (float)(down * SHIFT_DOWN);
    arrange_keep(viewer, pin);
}

/* The menu */

static void add_entry(ViewerMenu *menu, Command command, const char *key, const char *format, const char *about)
{
    if (menu->count == VIEWER_ENTRIES)
        return;
    char *words = menu->words[menu->count];
    snprintf(words, sizeof menu->words[0], format, about);
    menu->commands[menu->count] = command;
    menu->entries[menu->count++] = (PanelEntry){words, key};
}

static void add_object_entries(Viewer *viewer, ViewerMenu *menu, const Thing *thing)
{
    const SceneBox *box = &scene_of(viewer)->boxes[thing->box];
    bool own = box->kind == SCENE_OBJECT, opened = is_opened(viewer, thing);
    add_entry(menu, COMMAND_ASK, "Enter", own ? "Who holds it?" : "Who holds the %s?", thing->type);
    if (own && (box->more || opened) && !is_folded(viewer, thing))
        add_entry(menu, COMMAND_OPEN, "E", opened ? "Shorten it again" : "Open it: %s", scene_text(scene_of(viewer), box->more));
    if (own && box->more && opened && !is_folded(viewer, thing))
        add_entry(menu, COMMAND_OPEN_MORE, "", "Go on: %s", scene_text(scene_of(viewer), box->more));
    if (thing->seen->slot_count > 0)
        add_entry(menu, COMMAND_FOLD, "F", is_folded(viewer, thing) ? "Unfold it" : "Fold it", "");
    if (thing->seen->slot_count > 0 && thing->type[0])
        add_entry(menu, COMMAND_FOLD_TYPE, "Shift+F", "Fold every %s, or unfold", thing->type);
    if (own && thing->type[0])
        add_entry(menu, COMMAND_HIDE, "Del", "Hide every %s", thing->type);
    if (own && choice_find_pin(&viewer->scene.choices, thing->object))
        add_entry(menu, COMMAND_RELEASE, "", "Let it stand where it would", "");
}

static void fill_menu(Viewer *viewer, const Thing *thing)
{
    ViewerMenu *menu = &viewer->menu;
    const Choices *choices = &viewer->scene.choices;
    menu->count = 0;
    if (thing->name[0]) {
        add_entry(menu, COMMAND_ONLY, "J", "Only what %s reaches", thing->name);
        add_entry(menu, COMMAND_HIDE, "Del", "Hide %s", thing->name);
    }
    if (thing->seen)
        add_object_entries(viewer, menu, thing);
    else if (!thing->name[0])
        add_entry(menu, COMMAND_FOLD, "F", "Fold what its names refer to, or unfold", "");
    if (choice_hides(choices) || choices->folded.count || choices->folded_types.words[0][0] || choices->opened.count)
        add_entry(menu, COMMAND_SHOW_ALL, "U", "Show everything as it was", "");
    if (choices->pin_count)
        add_entry(menu, COMMAND_TIDY, "Z", "Tidy up: nothing is kept in its place", "");
}

void arrange_open_menu_of(Viewer *viewer, const char *id, Point at)
{
    Thing thing;
    if (!find_thing(viewer, id, &thing))
        return;
    fill_menu(viewer, &thing);
    snprintf(viewer->menu.id, sizeof viewer->menu.id, "%s", id);
    viewer->menu.at = at;
    key_focus_on_entry(viewer, 0);
}

void arrange_open_menu_of_line(Viewer *viewer, int line, Point at)
{
    ViewerMenu *menu = &viewer->menu;
    menu->count = 0;
    menu->line = line;
    menu->at = at;
    bool set = breakpoints_has(&viewer->breakpoints, line);
    add_entry(menu, COMMAND_RUN_HERE, "F4", "Run to here", "");
    add_entry(menu, COMMAND_BACK_HERE, "Shift+F4", "Run back to here", "");
    add_entry(menu, COMMAND_BREAKPOINT, "F9", set ? "Stop here no more" : "Stop here", "");
    add_entry(menu, COMMAND_CONDITION, "Shift+F9", "Stop here only if\xE2\x80\xA6", "");
    key_focus_on_entry(viewer, 0);
}

void arrange_open_menu_of_memory(Viewer *viewer, Point at)
{
    ViewerMenu *menu = &viewer->menu;
    bool compares = viewer->question.compares;
    menu->count = 0;
    menu->at = at;
    add_entry(menu, COMMAND_COMPARE, "Shift+C",
              compares ? "Compare no more" : "Keep this step, compare others with it", "");
    if (viewer->options.has_other_run)
        add_entry(menu, COMMAND_BOTH_RUNS, "Shift+O", "This run and the one before the edit, side by side", "");
    add_entry(menu, COMMAND_INTERPRET, "Shift+V", "You are the interpreter: draw the next step", "");
    add_entry(menu, COMMAND_CALLS, "Shift+E", "Calls that have ended", "");
    add_entry(menu, COMMAND_FIND, "/", "Find a name or an object", "");
    add_entry(menu, COMMAND_ARROWS, "V", "Other arrows", "");
    add_entry(menu, COMMAND_FIT, "Shift+0", "See all of it", "");
    add_entry(menu, COMMAND_UNZOOM, "Ctrl+0", "As large as at first", "");
    if (viewer->scene.choices.pin_count)
        add_entry(menu, COMMAND_TIDY, "Z", "Tidy up: nothing is kept in its place", "");
    add_entry(menu, COMMAND_POOLS, "A", viewer->options.is_c ? "The heap's blocks" : "Arenas, pools and blocks", "");
    add_entry(menu, COMMAND_SNAPSHOT, "S", "Save this picture", "");
    key_focus_on_entry(viewer, 0);
}

void arrange_open_menu(Viewer *viewer)
{
    char id[VIEWER_ID];
    Thing thing;
    if (!find_meant(viewer, id) || !find_thing(viewer, id, &thing)) {
        snprintf(viewer->notice, sizeof viewer->notice, "Point at something in the memory first, or go there with Tab");
        return;
    }
    const Scene *scene = scene_of(viewer);
    Rect rect = thing.cell == SCENE_NONE ? scene->boxes[thing.box].rect : scene->cells[thing.cell].rect;
    Point at = viewer_window_point(viewer, (Point){rect.x + rect.w, rect.y + rect.h / 2});
    arrange_open_menu_of(viewer, id, at);
}

void arrange_close_menu(Viewer *viewer)
{
    viewer->menu.count = 0;
    viewer->menu.id[0] = '\0';
    viewer->menu.line = 0;
    key_focus_leave_entries(viewer);
}

void arrange_take_entry(Viewer *viewer, int entry)
{
    if (entry < 0 || (uint32_t)entry >= viewer->menu.count)
        return;
    viewer_command(viewer, viewer->menu.commands[entry]);
    arrange_close_menu(viewer);
}

/* Words */

static void append(char *line, size_t size, const char *format, const char *word)
{
    size_t used = strlen(line);
    snprintf(line + used, size - used, format, word);
}

/* "only what x reaches; hidden: list, i; U shows all" */
static const char *tell_unshown(Viewer *viewer)
{
    static const char *const arrows[] = {
        [ARROWS_ALL] = "", [ARROWS_NAMES] = "from names", [ARROWS_FIELDS] = "from objects",
        [ARROWS_CLASSES] = "to classes",
    };
    const Choices *choices = &viewer->scene.choices;
    char *line = viewer->unshown;
    size_t size = sizeof viewer->unshown;
    line[0] = '\0';
    if (!choice_hides(choices) && viewer->arrows == ARROWS_ALL)
        return NULL;
    if (viewer->arrows != ARROWS_ALL)
        append(line, size, "only arrows %s (V: others); ", arrows[viewer->arrows]);
    if (!choice_hides(choices)) {
        append(line, size, "%s", "U shows all");
        return line;
    }
    if (choices->focus[0])
        append(line, size, "only what %s reaches; ", choices->focus);
    for (uint32_t i = 0; i < choice_count_words(&choices->hidden); i++)
        append(line, size, i ? ", %s" : "hidden: %s", choices->hidden.words[i]);
    append(line, size, "%s", choices->hidden.words[0][0] ? "; U shows all" : "U shows all");
    return line;
}

void arrange_fill(Viewer *viewer, PanelModel *model)
{
    model->entries = viewer->menu.entries;
    model->entry_count = viewer->menu.count;
    model->entries_at = viewer->menu.at;
    model->unshown = tell_unshown(viewer);
    model->arrows = viewer->arrows;
    model->guided = viewer->drag == DRAG_BOX && viewer->moved;
    model->guide = viewer->guide;
}
