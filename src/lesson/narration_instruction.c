/* What one instruction did with the evaluation stack: told when it bound nothing. It is read off the two views, so it is
 * what happened, whatever the instruction is called. */
#include <string.h>

#include "lesson/narrator.h"
#include "lesson/phrase.h"

enum { INSTRUCTION_NAMED = 3 };        /* values that are named one by one; more are counted */

typedef struct StackRange { uint32_t first, count; } StackRange;

/* The temporaries of a frame: they are the last of its slots. */
static StackRange instruction_stack(const View *view, const ViewFrame *frame)
{
    uint32_t end = frame->first_slot + frame->slot_count, first = end;
    while (first > frame->first_slot && view->slots[first - 1].role == ROLE_STACK)
        first--;
    return (StackRange){first, end - first};
}

static bool instruction_same_text(const View *a, ViewText left, const View *b, ViewText right)
{
    return left.length == right.length && !memcmp(view_text(a, left), view_text(b, right), left.length);
}

/* References by what they refer to, values by what they say. */
static bool instruction_same(const View *a, const ViewSlot *left, const View *b, const ViewSlot *right)
{
    bool refers = left->state == SLOT_REFERENCE && right->state == SLOT_REFERENCE;
    if (refers && left->target != VIEW_NONE && right->target != VIEW_NONE)
        return a->objects[left->target].number == b->objects[right->target].number;
    return left->state == right->state && (left->target == VIEW_NONE) == (right->target == VIEW_NONE)
        && instruction_same_text(a, left->value, b, right->value) && instruction_same_text(a, left->type, b, right->type);
}

static void instruction_values(Narrator *n, const View *view, StackRange range)
{
    if (range.count > INSTRUCTION_NAMED) {
        prose_format(&n->prose, "%u values", (unsigned)range.count);
        return;
    }
    for (uint32_t i = 0; i < range.count; i++) {
        prose_join(&n->prose, i, range.count);
        phrase_slot_content(&n->prose, view, &view->slots[range.first + i], false);
    }
}

/* "`a * b`", where the instruction works out a part of one line; else its name. */
static void instruction_subject(Narrator *n)
{
    const ViewInstruction *it = &n->before->next;
    size_t length = n->source ? strlen(n->source) : 0;
    bool known = it->line > 0 && it->line == it->end_line && it->line == n->line && it->column < it->end_column
        && (size_t)it->end_column <= length && !memchr(n->source + it->column, '`', (size_t)(it->end_column - it->column));
    if (known)
        prose_format(&n->prose, "`%.*s`", it->end_column - it->column, n->source + it->column);
    else if (it->name.length)
        prose_format(&n->prose, "%.*s", (int)it->name.length, view_text(n->before, it->name));
    else
        prose_add(&n->prose, "This instruction");
}

/* "(BINARY_OP *)" */
static void instruction_name(Narrator *n)
{
    const View *view = n->before;
    const ViewInstruction *it = &view->next;
    if (!it->name.length)
        return;
    prose_format(&n->prose, " (%.*s", (int)it->name.length, view_text(view, it->name));
    if (it->operand.length)
        prose_format(&n->prose, " %.*s", (int)it->operand.length, view_text(view, it->operand));
    prose_add(&n->prose, ")");
}

static void instruction_moves(Narrator *n, StackRange taken, StackRange put)
{
    if (taken.count) {
        prose_add(&n->prose, " took ");
        instruction_values(n, n->before, taken);
        prose_add(&n->prose, " off the evaluation stack");
    }
    if (put.count) {
        prose_add(&n->prose, taken.count ? " and put " : " put ");
        instruction_values(n, n->after, put);
        prose_add(&n->prose, taken.count ? " on it" : " on the evaluation stack");
    }
}

void narration_worked(Narrator *n)
{
    const View *before = n->before, *after = n->after;
    const ViewFrame *now = after->frame_count ? &after->frames[after->frame_count - 1] : NULL;
    const ViewFrame *then = before->frame_count ? &before->frames[before->frame_count - 1] : NULL;
    if (after->instruction == 0 || n->out->count > 0 || !now || !then || now->number != then->number)
        return;
    StackRange taken = instruction_stack(before, then), put = instruction_stack(after, now);
    while (taken.count && put.count
           && instruction_same(before, &before->slots[taken.first], after, &after->slots[put.first])) {
        taken = (StackRange){taken.first + 1, taken.count - 1};
        put = (StackRange){put.first + 1, put.count - 1};
    }
    if (!taken.count && !put.count)
        return;
    instruction_subject(n);
    instruction_moves(n, taken, put);
    instruction_name(n);
    narrator_end_sentence(n);
}

void narration_idle(Narrator *n)
{
    instruction_subject(n);
    prose_add(&n->prose, " changed nothing that is shown");
    instruction_name(n);
}
