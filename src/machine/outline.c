/* Changes are first filed under the slot or object that they made what it is; then the view is written from top to
 * bottom, and each line looks up its own. What is gone has no line in the view and comes behind its holder, or last. */
#include "machine/outline.h"

#include <inttypes.h>
#include <stdlib.h>

#include "machine/machine.h"
#include "machine/memory.h"
#include "machine/numbers.h"

typedef struct Outline {
    FILE *out;
    const View *view, *previous;
    const ChangeList *changes; /* never NULL: empty if there are none */
    const HolderList *holders; /* or NULL */
    int32_t *of_slot;          /* per slot of the view: the change that made it what it is, or VIEW_NONE */
    int32_t *of_object;        /* per object: its birth, appearance or other value */
    int32_t *of_count;         /* per object: the change of its count */
    NumberIndex objects, frames;
    bool *is_new_frame;
} Outline;

/* Pieces. */

static void outline_text(const Outline *outline, const View *view, ViewText text)
{
    if (text.length > 0)
        fwrite(view_text(view, text), 1, text.length, outline->out);
}

/* "int 10, object 4"; a container is only named, its contents have lines of their own. */
static void outline_reference(const Outline *outline, const View *view, int32_t index)
{
    const ViewObject *object = &view->objects[index];
    outline_text(outline, view, object->type);
    if (object->kind == KIND_SCALAR) {
        fputc(' ', outline->out);
        outline_text(outline, view, object->repr);
    }
    fprintf(outline->out, ", object %" PRIu64, object->number);
}

static void outline_pointer(const Outline *outline, const View *view, const ViewSlot *slot)
{
    fputs("pointer ", outline->out);
    outline_text(outline, view, slot->value);
    if (slot->target == VIEW_NONE)
        return;
    fputs(" to ", outline->out);
    outline_reference(outline, view, slot->target);
    if (slot->offset > 0)
        fprintf(outline->out, ", byte %" PRIu32, slot->offset);
}

static void outline_content(const Outline *outline, const View *view, const ViewSlot *slot)
{
    switch ((SlotState)slot->state) {
    case SLOT_REFERENCE:
        if (slot->target != VIEW_NONE)
            outline_reference(outline, view, slot->target);
        else
            fputs("something not shown", outline->out);
        break;
    case SLOT_POINTER:
        outline_pointer(outline, view, slot);
        break;
    case SLOT_VALUE:
        outline_text(outline, view, slot->value);
        break;
    case SLOT_UNBOUND:
        fputs(slot->type.length > 0 ? "uninitialised" : "not bound", outline->out);
        break;
    }
}

/* What stands before the colon where a slot has no label. */
static const char *const outline_roles[] = {
    [ROLE_NAME] = "name", [ROLE_ITEM] = "item", [ROLE_MEMBER] = "member", [ROLE_ENTRY] = "entry",
    [ROLE_ATTRIBUTE] = "attribute", [ROLE_CLASS] = "class", [ROLE_BASE] = "base", [ROLE_CELL] = "cell",
    [ROLE_DEFAULT] = "default", [ROLE_CONTENT] = "holds", [ROLE_RETURN] = "return value",
    [ROLE_STACK] = "temporary", [ROLE_WEAK] = "weak reference",
    [ROLE_RAISED] = "exception",
};

static void outline_label(const Outline *outline, const ViewSlot *slot)
{
    if (slot->role == ROLE_ENTRY && slot->key != VIEW_NONE)
        outline_reference(outline, outline->view, slot->key);
    else if (slot->label.length > 0)
        outline_text(outline, outline->view, slot->label);
    else
        fputs(outline_roles[slot->role], outline->out);
    if (slot->type.length > 0) {
        fputs(", ", outline->out);
        outline_text(outline, outline->view, slot->type);
    }
    fputs(": ", outline->out);
}

/* Slots. */

static void outline_slot_change(const Outline *outline, const Change *change)
{
    if (change->kind == CHANGE_BOUND) {
        fputs(", new", outline->out);
        return;
    }
    fputs(", was ", outline->out);
    outline_content(outline, outline->previous, &outline->previous->slots[change->slot_before]);
}

static void outline_slots(const Outline *outline, uint32_t first, uint32_t count, const char *indent)
{
    for (uint32_t slot = first; slot < first + count; slot++) {
        fputs(indent, outline->out);
        outline_label(outline, &outline->view->slots[slot]);
        outline_content(outline, outline->view, &outline->view->slots[slot]);
        if (outline->of_slot[slot] != VIEW_NONE)
            outline_slot_change(outline, &outline->changes->items[outline->of_slot[slot]]);
        fputc('\n', outline->out);
    }
}

/* Slots that a holder lost together with their place: `del`, `pop`, a shorter list. */
static void outline_lost_slots(const Outline *outline, bool is_frame, uint64_t holder, const char *indent)
{
    for (uint32_t i = 0; i < outline->changes->count; i++) {
        const Change *change = &outline->changes->items[i];
        if (change->kind != CHANGE_UNBOUND || change->slot_after != VIEW_NONE || change->holder != holder
            || change->holder_is_frame != is_frame)
            continue;
        const ViewSlot *slot = &outline->previous->slots[change->slot_before];
        fprintf(outline->out, "%sno longer ", indent);
        if (slot->role != ROLE_ENTRY && slot->label.length > 0) {
            outline_text(outline, outline->previous, slot->label);
            fputs(": ", outline->out);
        }
        outline_content(outline, outline->previous, slot);
        fputc('\n', outline->out);
    }
}

/* Frames. */

static void outline_parent(const Outline *outline, const ViewFrame *frame)
{
    int32_t parent = frame->parent == 0 ? VIEW_NONE : number_index_find(&outline->frames, frame->parent);
    if (parent == VIEW_NONE)
        return;
    fputs(", inside ", outline->out);
    outline_text(outline, outline->view, outline->view->frames[parent].name);
}

static void outline_frame(const Outline *outline, uint32_t index)
{
    const ViewFrame *frame = &outline->view->frames[index];
    fputs("frame ", outline->out);
    outline_text(outline, outline->view, frame->name);
    fprintf(outline->out, ", line %" PRId32, frame->line);
    if (frame->called_from > 0)
        fprintf(outline->out, ", called from line %" PRId32, frame->called_from);
    outline_parent(outline, frame);
    fputs(frame->is_returning ? ", returning" : frame->is_active ? ", running" : "", outline->out);
    fputs(outline->is_new_frame[index] ? ", new\n" : "\n", outline->out);
    outline_slots(outline, frame->first_slot, frame->slot_count, "  ");
    outline_lost_slots(outline, true, frame->number, "  ");
}

/* Objects. */

static const char *outline_object_mark(const Outline *outline, uint32_t index)
{
    if (outline->of_object[index] == VIEW_NONE)
        return "";
    switch (outline->changes->items[outline->of_object[index]].kind) {
    case CHANGE_BORN: return ", new";
    case CHANGE_APPEARED: return ", seen for the first time";
    default: return ", changed";
    }
}

static void outline_count(const Outline *outline, uint32_t index)
{
    const ViewObject *object = &outline->view->objects[index];
    if (object->flags & OBJECT_SHARED) {
        fputs(", shared by the interpreter", outline->out);
        return;
    }
    if (object->kind != KIND_BLOCK)
        fprintf(outline->out, ", %" PRIu64 " reference%s", object->count, object->count == 1 ? "" : "s");
    if (outline->of_count[index] != VIEW_NONE)
        fprintf(outline->out, ", was %" PRIu64, outline->changes->items[outline->of_count[index]].before);
}

/* What the interpreter itself keeps is not counted, so its holders are not listed. */
static void outline_holders(const Outline *outline, uint32_t index)
{
    const ViewObject *object = &outline->view->objects[index];
    if (!outline->holders || (object->flags & OBJECT_SHARED))
        return;
    const HeldObject *held = &outline->holders->objects[index];
    char words[500];
    for (uint32_t i = held->first; i < held->first + held->listed; i++) {
        holder_words(outline->holders, &outline->holders->items[i], words, sizeof words);
        fprintf(outline->out, "    held by %s\n", words);
    }
    if (held->found > held->listed)
        fprintf(outline->out, "    and by %" PRIu64 " more\n", held->found - held->listed);
    if (object->count > held->found)
        fprintf(outline->out, "    and %" PRIu64 " by the built-in function at work\n", object->count - held->found);
}

/* What the collector knows of the object while it runs. */
static void outline_collector_marks(const Outline *outline, const ViewObject *object)
{
    if (object->gc_refs >= 0)
        fprintf(outline->out, ", gc_refs %" PRId64, object->gc_refs);
    if (object->color != COLLECTOR_UNMARKED)
        fprintf(outline->out, ", %s", collector_color_name((CollectorColor)object->color));
    if (object->generation > VIEW_GENERATIONS)
        fputs(", permanent generation", outline->out);
    else if (object->generation > 0)
        fprintf(outline->out, ", generation %d", object->generation - 1);
}

static void outline_object(const Outline *outline, uint32_t index)
{
    const ViewObject *object = &outline->view->objects[index];
    fprintf(outline->out, "  object %" PRIu64 ": ", object->number);
    outline_text(outline, outline->view, object->type);
    if (object->repr.length > 0)
        fputc(' ', outline->out);
    outline_text(outline, outline->view, object->repr);
    if (object->kind == KIND_OTHER && object->signature.length > 0) {
        fputs(", ", outline->out);
        outline_text(outline, outline->view, object->signature);
    }
    outline_count(outline, index);
    fprintf(outline->out, ", %" PRIu64 " bytes", object->size);
    outline_collector_marks(outline, object);
    fputs(object->flags & OBJECT_FREED ? ", freed" : "", outline->out);
    fprintf(outline->out, "%s\n", outline_object_mark(outline, index));
    outline_holders(outline, index);
    outline_slots(outline, object->first_slot, object->slot_count, "    ");
    outline_lost_slots(outline, false, object->number, "    ");
}

static void outline_objects(const Outline *outline)
{
    if (outline->view->object_count > 0)
        fputs("objects\n", outline->out);
    for (uint32_t i = 0; i < outline->view->object_count; i++)
        outline_object(outline, i);
    if (outline->view->truncated)
        fputs("  more objects than are shown\n", outline->out);
}

/* What is gone. */

static void outline_gone_frames(const Outline *outline)
{
    for (uint32_t i = 0; i < outline->changes->count; i++) {
        const Change *change = &outline->changes->items[i];
        int32_t frame = change->kind == CHANGE_FRAME_POPPED ? view_find_frame(outline->previous, change->holder)
                                                            : VIEW_NONE;
        if (frame == VIEW_NONE)
            continue;
        fputs("finished ", outline->out);
        outline_text(outline, outline->previous, outline->previous->frames[frame].name);
        fputc('\n', outline->out);
    }
}

static void outline_released(const Outline *outline)
{
    NumberIndex before;
    number_index_init(&before);
    bool is_titled = false;
    for (uint32_t i = 0; i < outline->changes->count; i++) {
        const Change *change = &outline->changes->items[i];
        if (change->kind != CHANGE_DIED)
            continue;
        if (!is_titled) {
            fputs("released\n", outline->out);
            number_index_objects(&before, outline->previous);
        }
        is_titled = true;
        const ViewObject *object = &outline->previous->objects[number_index_find(&before, change->object)];
        fprintf(outline->out, "  object %" PRIu64 ": ", object->number);
        outline_text(outline, outline->previous, object->type);
        fputc(' ', outline->out);
        outline_text(outline, outline->previous, object->repr);
        fputc('\n', outline->out);
    }
    number_index_finish(&before);
}

/* The first line. */

static const char *const outline_events[] = {
    [STEP_LINE] = "is about to run", [STEP_CALL] = "is called", [STEP_RETURN] = "is returned from",
    [STEP_EXCEPTION] = "raised an exception", [STEP_END] = "was the last, the program has ended",
    [STEP_ERROR] = "was the last, the program has ended with an error",
};

static void outline_collector(const Outline *outline)
{
    const ViewCollector *collector = &outline->view->collector;
    if (collector->phase == COLLECTOR_NONE)
        return;
    fprintf(outline->out, "collector: %s, generation %d", collector_phase_name((CollectorPhase)collector->phase),
            collector->generation);
    if (collector->object != VIEW_NONE)
        fprintf(outline->out, ", at object %" PRIu64, outline->view->objects[collector->object].number);
    if (collector->phase < COLLECTOR_AGE)
        fprintf(outline->out, ", %" PRIu64 " objects looked at", collector->count);
    fprintf(outline->out, ", %" PRIu64 " unreachable\n", collector->unreachable);
}

/* What the next instruction is about, and where it stands in the source. */
static void outline_operand(const Outline *outline)
{
    const ViewInstruction *next = &outline->view->next;
    if (next->operand.length)
        fputc(' ', outline->out);
    outline_text(outline, outline->view, next->operand);
    if (next->line)
        fprintf(outline->out, ", line %d, columns %d to %d", (int)next->line, (int)next->column + 1, (int)next->end_column);
    fputc('\n', outline->out);
}

static void outline_head(const Outline *outline)
{
    const View *view = outline->view;
    fprintf(outline->out, "step %" PRIu64, view->step);
    if (view->instruction > 0)
        fprintf(outline->out, ", instruction %" PRIu64, view->instruction);
    if (view->moment > 0)
        fprintf(outline->out, ", moment %" PRIu64 " of a collection", view->moment);
    fprintf(outline->out, ": line %" PRId32 " %s", view->line, outline_events[view->event]);
    if (view->error.length > 0) {
        fputs(": ", outline->out);
        outline_text(outline, view, view->error);
    }
    if (view->return_value != VIEW_NONE) {
        fputs(", the value is ", outline->out);
        outline_reference(outline, view, view->return_value);
    }
    fputc('\n', outline->out);
    if (view->next.name.length) {
        fprintf(outline->out, "next: %.*s", (int)view->next.name.length, view_text(view, view->next.name));
        outline_operand(outline);
    }
    outline_collector(outline);
}

/* Preparing. */

static int32_t *outline_none(uint32_t count)
{
    int32_t *items = memory_resize(NULL, count * sizeof *items);
    for (uint32_t i = 0; i < count; i++)
        items[i] = VIEW_NONE;
    return items;
}

static void outline_file_change(Outline *outline, int32_t index)
{
    const Change *change = &outline->changes->items[index];
    int32_t object = number_index_find(&outline->objects, change->object);
    int32_t frame = number_index_find(&outline->frames, change->holder);
    switch ((ChangeKind)change->kind) {
    case CHANGE_FRAME_PUSHED:
        outline->is_new_frame[frame] = true;
        break;
    case CHANGE_BOUND: case CHANGE_REBOUND: case CHANGE_UNBOUND:
        if (change->slot_after != VIEW_NONE)
            outline->of_slot[change->slot_after] = index;
        break;
    case CHANGE_BORN: case CHANGE_APPEARED: case CHANGE_VALUE:
        outline->of_object[object] = index;
        break;
    case CHANGE_COUNT:
        outline->of_count[object] = index;
        break;
    case CHANGE_FRAME_POPPED: case CHANGE_DIED: case CHANGE_OUTPUT:
        break;
    }
}

static void outline_begin(Outline *outline)
{
    const View *view = outline->view;
    number_index_init(&outline->objects);
    number_index_init(&outline->frames);
    number_index_objects(&outline->objects, view);
    number_index_frames(&outline->frames, view);
    outline->of_slot = outline_none(view->slot_count);
    outline->of_object = outline_none(view->object_count);
    outline->of_count = outline_none(view->object_count);
    outline->is_new_frame = memory_resize(NULL, view->frame_count * sizeof(bool));
    for (uint32_t i = 0; i < view->frame_count; i++)
        outline->is_new_frame[i] = false;
    for (uint32_t i = 0; i < outline->changes->count; i++)
        outline_file_change(outline, (int32_t)i);
}

static void outline_end(Outline *outline)
{
    number_index_finish(&outline->objects);
    number_index_finish(&outline->frames);
    free(outline->of_slot);
    free(outline->of_object);
    free(outline->of_count);
    free(outline->is_new_frame);
}

void outline_write(FILE *out, const View *view, const View *previous, const ChangeList *changes,
                   const HolderList *holders)
{
    static const ChangeList nothing = {NULL, 0, 0};
    bool knows_changes = previous != NULL && changes != NULL;
    Outline outline = {.out = out, .view = view, .previous = previous,
                       .changes = knows_changes ? changes : &nothing, .holders = holders};
    outline_begin(&outline);
    outline_head(&outline);
    for (uint32_t i = 0; i < view->frame_count; i++)
        outline_frame(&outline, i);
    outline_gone_frames(&outline);
    outline_objects(&outline);
    outline_released(&outline);
    outline_end(&outline);
}
