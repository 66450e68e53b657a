/* "You are the interpreter", at the window: which key and which doing of the pointer fills in the draft. */
#include <stdio.h>
#include <string.h>

#include "app/holders.h"
#include "app/viewer_parts.h"

static Interpreting *interpreting(Viewer *viewer) { return &viewer->interpreting; }

void interpret_open(Viewer *viewer)
{
    Interpreting *now = interpreting(viewer);
    const StagePicture *stage = viewer->page ? &viewer->page->stage : NULL;
    bool can = stage && stage->has_next && interpreter_begin(&now->draft, &stage->view, &stage->next);
    now->open = can;
    now->selected = 0;
    if (can)
        quiz_close(&viewer->quiz);
    else
        snprintf(viewer->notice, sizeof viewer->notice,
                 "the next step binds no names of this frame: step on, then Shift+V again");
}

void interpret_close(Viewer *viewer)
{
    viewer->interpreting.open = false;
}

static DraftName *selected_name(Viewer *viewer)
{
    return &interpreting(viewer)->draft.names[interpreting(viewer)->selected];
}

/* The objects that a name can be bound to by keys: those of the program that the picture shows, in its order. */
static bool is_offered(const ViewObject *object)
{
    return !(object->flags & OBJECT_LIBRARY) && object->kind != KIND_MODULE && object->kind != KIND_CELL;
}

/* The next object one way or the other; beyond the last stands no object. */
static void cycle(Viewer *viewer, int way)
{
    const View *view = &viewer->page->stage.view;
    DraftName *name = selected_name(viewer);
    int32_t count = (int32_t)view->object_count;
    int32_t at = name->state == DRAFT_KNOWN ? view_find_object(view, name->object) : way > 0 ? -1 : count;
    do
        at += way;
    while (at >= 0 && at < count && !is_offered(&view->objects[at]));
    if (at < 0 || at >= count)
        interpreter_unbind(&interpreting(viewer)->draft, interpreting(viewer)->selected);
    else
        interpreter_bind(&interpreting(viewer)->draft, interpreting(viewer)->selected, view->objects[at].number);
}

/* Compares; once that is done, shows the step. */
static void hand_in(Viewer *viewer)
{
    Interpreting *now = interpreting(viewer);
    if (now->draft.compared)
        viewer_move(viewer, TRAVEL_INTO);
    else
        interpreter_compare(&now->draft, &viewer->page->stage.view, &viewer->page->stage.next);
}

bool interpret_key(Viewer *viewer, SDL_Keycode key)
{
    Interpreting *now = interpreting(viewer);
    uint32_t count = now->draft.count;
    if (!now->open || !viewer->page || viewer->help)
        return false;
    switch (key) {
    case SDLK_DOWN: case SDLK_TAB: now->selected = (now->selected + 1) % count; return true;
    case SDLK_UP: now->selected = (now->selected + count - 1) % count; return true;
    case SDLK_RIGHT: cycle(viewer, 1); return true;
    case SDLK_LEFT: cycle(viewer, -1); return true;
    case SDLK_RETURN: case SDLK_KP_ENTER: hand_in(viewer); return true;
    case SDLK_BACKSPACE: interpreter_erase(&now->draft, now->selected); return true;
    case SDLK_DELETE: interpreter_unbind(&now->draft, now->selected); return true;
    case SDLK_ESCAPE: interpret_close(viewer); return true;
    default: return key < 0x80;        /* letters are typed, see interpret_type */
    }
}

void interpret_type(Viewer *viewer, const char *text)
{
    interpreter_type(&interpreting(viewer)->draft, interpreting(viewer)->selected, text);
}

/* The pointer: a row is selected; a name's cell begins an arrow, which ends at an object; an object that is clicked is
 * what the selected name refers to. */

void interpret_select(Viewer *viewer, uint32_t row)
{
    if (row < interpreting(viewer)->draft.count)
        interpreting(viewer)->selected = row;
}

bool interpret_press(Viewer *viewer, const char *id)
{
    const char *name = strrchr(id, '/');
    for (uint32_t i = 0; interpreting(viewer)->open && name && i < interpreting(viewer)->draft.count; i++)
        if (strcmp(interpreting(viewer)->draft.names[i].name, name + 1) == 0) {
            interpreting(viewer)->selected = i;
            return true;
        }
    return false;
}

bool interpret_release(Viewer *viewer, const char *id)
{
    uint64_t object = id[0] ? holders_object_of(&viewer->page->stage, id) : 0;
    bool is_box = strncmp(id, "object:", 7) == 0;
    if (!interpreting(viewer)->open)
        return false;
    if (object && is_box)
        interpreter_bind(&interpreting(viewer)->draft, interpreting(viewer)->selected, object);
    return true;
}

void interpret_fill(Viewer *viewer, PanelModel *model)
{
    Interpreting *now = interpreting(viewer);
    if (!now->open || !viewer->page)
        return;
    for (uint32_t i = 0; i < now->draft.count; i++) {
        const DraftName *name = &now->draft.names[i];
        interpreter_words(name, &viewer->page->stage.view, now->words[i], sizeof now->words[i]);
        now->rows[i] = (PanelDraft){name->name, now->words[i], name->truth, name->right,
                                    name->state != name->first || name->object != name->first_object};
    }
    model->drafts = now->rows;
    model->draft_count = now->draft.count;
    model->draft_selected = now->selected;
    model->draft_compared = now->draft.compared;
    model->draft_wrong = now->draft.wrong;
}
