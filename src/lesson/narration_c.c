/* What only C does: blocks of the heap live until `free`, whoever points at them; nothing counts references. */
#include "lesson/narrator.h"
#include "lesson/phrase.h"

/* Python's oldest frame is a module's. C's is a function's, or holds the globals, and what is in it has a type. */
bool narrator_is_c(const View *view)
{
    if (view->frame_count == 0)
        return false;
    const ViewFrame *oldest = &view->frames[0];
    return !oldest->is_module || (oldest->slot_count > 0 && view->slots[oldest->first_slot].type.length > 0);
}

/* Freed in this step, and still drawn because something points at it. */
static bool is_freed_now(const Narrator *n, const ViewObject *after)
{
    int32_t before = number_index_find(&n->objects_before, after->number);
    return after->kind == KIND_BLOCK && after->flags & OBJECT_FREED && before != VIEW_NONE
        && !(n->before->objects[before].flags & OBJECT_FREED);
}

/* ", where list->next pointed": by which way a pointer came to its block. */
void narration_add_pointed(Narrator *n, int32_t slot)
{
    const ViewObject *block = &n->after->objects[n->after->slots[slot].target];
    int32_t before = number_index_find(&n->objects_before, block->number);
    Prose way;
    prose_init(&way);
    if (block->kind == KIND_BLOCK && before != VIEW_NONE && naming_write(&way, &n->naming_before, before)) {
        narrator_begin_aside(n);
        prose_format(&n->prose, ", where %s pointed", way.text);
    }
    prose_finish(&way);
}

void narration_freed(Narrator *n)
{
    uint32_t count = 0, told = 0;
    for (uint32_t i = 0; i < n->after->object_count; i++)
        count += is_freed_now(n, &n->after->objects[i]);
    if (count == 0)
        return;
    narrator_add_line(n);
    prose_add(&n->prose, " freed ");
    for (uint32_t i = 0; i < n->after->object_count; i++)
        if (is_freed_now(n, &n->after->objects[i])) {
            prose_join(&n->prose, told++, count);
            phrase_object(&n->prose, n->after, (int32_t)i, false);
        }
    narrator_begin_aside(n);
    prose_add(&n->prose, count == 1 ? ": what still points at it dangles" : ": what still points at them dangles");
    narrator_end_sentence(n);
}
