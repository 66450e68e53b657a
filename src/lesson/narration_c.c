/* What only C does: blocks of the heap live until `free`, whoever points at them; nothing counts references. */
#include "lesson/narrator.h"
#include "lesson/phrase.h"

/* A block of the heap that is not freed: these are drawn whoever points at them, so one that is gone was freed. */
static bool is_live_block(const ViewObject *object)
{
    return object->kind == KIND_BLOCK && !(object->flags & (OBJECT_FREED | OBJECT_READ_ONLY));
}

/* ", where list->next pointed": by which way a pointer came to its block. */
void narration_add_pointed(Narrator *n, int32_t slot)
{
    const ViewObject *block = &n->after->objects[n->after->slots[slot].target];
    int32_t before = number_index_find(&n->objects_before, block->number);
    Prose way;
    prose_init(&way);
    if (block->kind == KIND_BLOCK && n->after->slots[slot].offset == 0 && before != VIEW_NONE && naming_write(&way, &n->naming_before, before)) {
        narrator_begin_aside(n);
        prose_format(&n->prose, ", where %s pointed", way.text);
    }
    prose_finish(&way);
}

/* The blocks freed in this step, as they were before: still drawn because something points at them, or gone. */
static bool is_freed_now(const Narrator *n, int32_t before, bool *is_drawn)
{
    const ViewObject *was = &n->before->objects[before];
    int32_t after = number_index_find(&n->objects_after, was->number);
    *is_drawn = after != VIEW_NONE;
    return is_live_block(was) && (after == VIEW_NONE ? !n->after->truncated : n->after->objects[after].flags & OBJECT_FREED);
}

/* Set or changed: the line did more than to free. */
static bool sets_a_variable(const Narrator *n)
{
    for (uint32_t i = 0; i < n->changes->count; i++)
        if (n->changes->items[i].holder_is_frame
            && (n->changes->items[i].kind == CHANGE_BOUND || n->changes->items[i].kind == CHANGE_REBOUND))
            return true;
    return false;
}

static void tell_freed(Narrator *n)
{
    uint32_t count = 0, drawn = 0, told = 0;
    bool is_drawn;
    for (uint32_t i = 0; i < n->before->object_count; i++)
        if (is_freed_now(n, (int32_t)i, &is_drawn)) {
            count++;
            drawn += is_drawn;
        }
    if (count == 0)
        return;
    if (n->out->count == 0)
        narrator_add_line(n);
    else
        prose_add(&n->prose, "The line also");
    prose_add(&n->prose, " freed ");
    for (uint32_t i = 0; i < n->before->object_count; i++)
        if (is_freed_now(n, (int32_t)i, &is_drawn)) {
            prose_join(&n->prose, told++, count);
            phrase_object(&n->prose, n->before, (int32_t)i, false);
        }
    narrator_begin_aside(n);
    if (drawn > 0)
        prose_add(&n->prose, drawn == 1 ? ": what still points at it dangles" : ": what still points at them dangles");
    narrator_end_sentence(n);
}

/* What was freed comes first, unless the line set a variable: `p = realloc(p, n)`. */
void narration_freed(Narrator *n)
{
    if (view_is_c(n->after) && !sets_a_variable(n))
        tell_freed(n);
}

void narration_freed_too(Narrator *n)
{
    if (view_is_c(n->after) && sets_a_variable(n))
        tell_freed(n);
}

/* The variable that a change says to be no more, by its name; an array or a struct counts by its first slot. Length 0: it
 * says something else. */
static ViewText ended_variable(const Narrator *n, const Change *change)
{
    if (change->kind != CHANGE_UNBOUND || !change->holder_is_frame || change->slot_after != VIEW_NONE)
        return (ViewText){0, 0};
    const ViewSlot *slot = &n->before->slots[change->slot_before];
    int32_t part = view_outermost_part(n->before, slot);
    if (slot->role != ROLE_NAME)
        return (ViewText){0, 0};
    if (part == VIEW_NONE)
        return slot->label;
    bool is_first = n->before->parts[part].first_slot == (uint32_t)change->slot_before;
    return is_first ? n->before->parts[part].label : (ViewText){0, 0};
}

/* Variables whose block was left; those of a frame that was popped went with it. */
void narration_lifetimes(Narrator *n)
{
    enum { MOST_ENDED = 4 };
    uint32_t count = 0, told = 0;
    if (!view_is_c(n->after))
        return;
    for (uint32_t i = 0; i < n->changes->count; i++)
        count += ended_variable(n, &n->changes->items[i]).length > 0;
    if (count == 0)
        return;
    prose_add(&n->prose, count == 1 ? "The lifetime of " : "The lifetimes of ");
    for (uint32_t i = 0; i < n->changes->count && told < MOST_ENDED; i++) {
        ViewText name = ended_variable(n, &n->changes->items[i]);
        if (name.length == 0)
            continue;
        prose_join(&n->prose, told++, count < MOST_ENDED ? count : MOST_ENDED);
        prose_add_bytes(&n->prose, view_text(n->before, name), name.length);
    }
    prose_add(&n->prose, count > MOST_ENDED ? " and more ended with their block" :
                         count == 1 ? " ended with its block" : " ended with their block");
    narrator_end_sentence(n);
}
