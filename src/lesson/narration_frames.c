/* Telling of frames: calls, returns, exceptions on their way through them, the beginning and the end of a run. */
#include "lesson/narrator.h"

#include <string.h>

#include "lesson/phrase.h"

enum { MOST_NAMES = 6 };

static void frames_add_text(Narrator *n, const View *view, ViewText text)
{
    if (text.length > 0)
        prose_add_bytes(&n->prose, view_text(view, text), text.length);
}

/* The names of a frame that are bound, not more than one beyond MOST_NAMES. Hidden ones begin with a dot. */
static uint32_t frames_bound_names(const View *view, const ViewFrame *frame, const ViewSlot **names)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < frame->slot_count; i++) {
        const ViewSlot *slot = &view->slots[frame->first_slot + i];
        if (slot->role == ROLE_NAME && slot->state != SLOT_UNBOUND && view_text(view, slot->label)[0] != '.'
            && !view_text_equals(view, slot->label, "__class__") && count < MOST_NAMES + 1)
            names[count++] = slot;
    }
    return count;
}

/* Variables of simple types without a value, not more than one beyond MOST_NAMES. */
static uint32_t frames_unset_names(const View *view, const ViewFrame *frame, const ViewSlot **names, bool *all)
{
    uint32_t count = 0;
    *all = true;
    for (uint32_t i = 0; i < frame->slot_count; i++) {
        const ViewSlot *slot = &view->slots[frame->first_slot + i];
        bool is_unset = slot->role == ROLE_NAME && slot->state == SLOT_UNBOUND;
        *all &= is_unset || slot->role != ROLE_NAME;
        if (is_unset && slot->part == VIEW_NONE && count < MOST_NAMES + 1)
            names[count++] = slot;
    }
    return count;
}

void narration_add_unset(Narrator *n, const ViewFrame *frame)
{
    const ViewSlot *names[MOST_NAMES + 1];
    bool all;
    uint32_t count = frames_unset_names(n->after, frame, names, &all);
    if (frame->slot_count > 0 && all) {
        prose_add(&n->prose, "; none of its variables has a value yet");
        return;
    }
    if (count == 0 || count > MOST_NAMES)
        return;
    prose_add(&n->prose, count == 1 ? "; its variable " : "; its variables ");
    for (uint32_t i = 0; i < count; i++) {
        prose_join(&n->prose, i, count);
        frames_add_text(n, n->after, names[i]->label);
    }
    prose_add(&n->prose, count == 1 ? " has no value yet" : " have no value yet");
}

/* Beginning and end. */

void narration_start(Narrator *n)
{
    const ViewSlot *names[MOST_NAMES + 1];
    const ViewFrame *frame = narrator_active(n->after);
    if (frame == NULL)
        prose_add(&n->prose, "The program has not started yet");
    else {
        const char *no_names = view_is_c(n->after) ? ", and no variable has a value yet" : ", and no name is bound yet";
        prose_add(&n->prose, "The program was loaded: the frame of ");
        narrator_add_frame(n, n->after, frame);
        prose_add(&n->prose, " is on the stack");
        prose_add(&n->prose, frames_bound_names(n->after, frame, names) == 0 ? no_names : "");
    }
    narrator_end_sentence(n);
}

static void frames_add_exception(Narrator *n)
{
    if (n->after->error.length > 0)
        frames_add_text(n, n->after, n->after->error);
    else if (n->after->exception != VIEW_NONE)
        phrase_object(&n->prose, n->after, n->after->exception, false);
    else
        prose_add(&n->prose, "an exception");
}

/* C tells a mistake in a sentence of its own; Python's errors begin with the name of a type. */
static bool frames_is_told(const View *view)
{
    const char *text = view->error.length > 0 ? view_text(view, view->error) : "";
    const char *space = memchr(text, ' ', view->error.length);
    return space != NULL && space > text && space[-1] != ':';
}

void narration_mistake(Narrator *n)
{
    if (!frames_is_told(n->after))
        return;
    ViewText text = n->after->error;
    text.length -= view_text(n->after, text)[text.length - 1] == '.';
    frames_add_text(n, n->after, text);
    narrator_end_sentence(n);
}

void narration_end(Narrator *n)
{
    if (n->after->event != STEP_ERROR || frames_is_told(n->after))
        return;
    prose_add(&n->prose, "Nothing handled ");
    frames_add_exception(n);
    prose_add(&n->prose, ", so the program ended there");
    narrator_end_sentence(n);
}

/* Exceptions. */

static bool frames_is_stop_iteration(const Narrator *n)
{
    static const char word[] = "StopIteration";
    return n->after->error.length >= sizeof word - 1
        && memcmp(view_text(n->after, n->after->error), word, sizeof word - 1) == 0;
}

static void frames_add_passed_on(Narrator *n, const ViewFrame *left)
{
    frames_add_exception(n);
    prose_add(&n->prose, " left ");
    narrator_add_frame(n, n->before, left);
    prose_format(&n->prose, " and arrived at line %d of ", n->after->line);
    narrator_add_frame(n, n->after, narrator_active(n->after));
}

void narration_raised(Narrator *n)
{
    if (n->after->event != STEP_EXCEPTION)
        return;
    const Change *popped = narrator_find(n, CHANGE_FRAME_POPPED);
    int32_t frame = popped == NULL ? VIEW_NONE : view_find_frame(n->before, popped->holder);
    if (frame != VIEW_NONE && narrator_active(n->after) != NULL && !frames_is_stop_iteration(n))
        frames_add_passed_on(n, &n->before->frames[frame]);
    else {
        narrator_add_line(n);
        if (frames_is_stop_iteration(n))
            prose_add(&n->prose, " asked for the next item, but there was none: StopIteration");
        else {
            prose_add(&n->prose, " raised ");
            frames_add_exception(n);
        }
    }
    narrator_end_sentence(n);
}

static bool frames_is_unwinding(const Narrator *n)
{
    const ViewFrame *was = narrator_active(n->before), *is = narrator_active(n->after);
    bool after_event = n->before->event == STEP_EXCEPTION && was != NULL && is != NULL && was->number == is->number;
    /* what a finalizer returns to the collector is not shown */
    bool shows_value = !view_is_c(n->after) && n->after->collector.phase == COLLECTOR_NONE;
    return after_event || (shows_value && n->after->return_value == VIEW_NONE);
}

/* The same frame runs on after an exception event: some clause of its own took over. */
void narration_handled(Narrator *n)
{
    const ViewFrame *was = narrator_active(n->before), *is = narrator_active(n->after);
    if (n->before->event != STEP_EXCEPTION || n->after->event != STEP_LINE || was == NULL || is == NULL
        || was->number != is->number)
        return;
    prose_format(&n->prose, "The exception sent the program to line %d, where a clause of ", n->after->line);
    narrator_add_frame(n, n->after, is);
    prose_add(&n->prose, " takes over");
    narrator_end_sentence(n);
}

/* Calls. */

/* A generator's frame comes back with the names it had, so they are not told as arguments. */
static void frames_generator_asked(Narrator *n, const ViewFrame *frame)
{
    narrator_add_line(n);
    prose_add(&n->prose, frame->is_resumed ? " resumed " : " started ");
    prose_add(&n->prose, narrator_is_expression(n->after, frame) ? "" : "the generator ");
    narrator_add_frame(n, n->after, frame);
    if (frame->is_resumed)
        prose_format(&n->prose, " where it was suspended, at line %d: its frame is on the stack again", frame->line);
    else
        prose_add(&n->prose, ": its frame went onto the stack");
    narrator_end_sentence(n);
}

/* A generator that yields and is resumed within one line never leaves the view: its frame is the same. */
static bool frames_is_resumed_at_once(const Narrator *n)
{
    const ViewFrame *was = narrator_active(n->before), *is = narrator_active(n->after);
    return n->after->event == STEP_CALL && is != NULL && is->is_resumed && was != NULL && was->number == is->number;
}

static void frames_called(Narrator *n, const ViewFrame *frame)
{
    if (frame->called_from > 0) {
        narrator_add_line(n);
        prose_add(&n->prose, frame->is_class_body ? " started " : " called ");
    } else
        prose_add(&n->prose, frame->is_class_body ? "The program started "
                             : view_is_c(n->after) ? "The library called " : "The interpreter called ");
    narrator_add_frame(n, n->after, frame);
    prose_add(&n->prose, ", which pushed a frame");
    narration_add_bindings(n, frame->number);
    narrator_end_sentence(n);
}

void narration_called(Narrator *n)
{
    for (uint32_t i = 0; i < n->changes->count; i++) {
        const Change *change = &n->changes->items[i];
        int32_t frame = change->kind == CHANGE_FRAME_PUSHED ? view_find_frame(n->after, change->holder) : VIEW_NONE;
        if (frame != VIEW_NONE && n->after->frames[frame].is_generator)
            frames_generator_asked(n, &n->after->frames[frame]);
        else if (frame != VIEW_NONE)
            frames_called(n, &n->after->frames[frame]);
    }
    if (frames_is_resumed_at_once(n))
        frames_generator_asked(n, narrator_active(n->after));
}

/* Returns. */

static void frames_add_target(Narrator *n, const ViewFrame *frame)
{
    if (frame->called_from > 0)
        prose_format(&n->prose, " to line %d", frame->called_from);
    else if (!frame->is_module)
        prose_add(&n->prose, " to its caller");
}

static bool frames_is_none(const View *view, int32_t object)
{
    return object == VIEW_NONE || view_text_equals(view, view->objects[object].type, "NoneType");
}

/* C: the slot that shows the value, and whether the frame's names have types at all. */
static const ViewSlot *frames_return_slot(const View *view, const ViewFrame *frame)
{
    for (uint32_t i = 0; i < frame->slot_count; i++)
        if (view->slots[frame->first_slot + i].role == ROLE_RETURN
            && view->slots[frame->first_slot + i].state != SLOT_REFERENCE)
            return &view->slots[frame->first_slot + i];
    return NULL;
}

static void frames_add_returned(Narrator *n)
{
    int32_t value = n->after->return_value;
    if (value == VIEW_NONE)
        prose_add(&n->prose, "None");
    else
        phrase_object(&n->prose, n->after, value, narrator_is_born(n, n->after->objects[value].number));
}

/* "`return n;`" where that stands alone on its line, else the function. Is it the statement? */
static bool frames_add_returner(Narrator *n, const ViewFrame *frame)
{
    bool by_statement = narrator_line_starts(n, "return") && n->out->count == 0;
    if (by_statement)
        narrator_add_line(n);
    else
        narrator_add_frame(n, n->after, frame);
    return by_statement;
}

static void frames_c_returned(Narrator *n, const ViewFrame *frame)
{
    const ViewSlot *value = frames_return_slot(n->after, frame);
    frames_add_returner(n, frame);
    prose_add(&n->prose, " returned");
    if (value != NULL) {
        prose_add(&n->prose, " ");
        phrase_slot_content(&n->prose, n->after, value, false);
    }
    frames_add_target(n, frame);
}

static void frames_generator_returned(Narrator *n, const ViewFrame *frame)
{
    narrator_add_frame(n, n->after, frame);
    if (frame->is_yielding) {
        prose_add(&n->prose, " yielded ");
        frames_add_returned(n);
        frames_add_target(n, frame);
        narrator_begin_aside(n);
        prose_format(&n->prose, ", and is suspended at line %d", frame->line);
    } else {
        prose_add(&n->prose, " came to its end: it has no more values");
        if (!frames_is_none(n->after, n->after->return_value)) {
            prose_add(&n->prose, ", and returned ");
            frames_add_returned(n);
        }
    }
}

static void frames_function_returned(Narrator *n, const ViewFrame *frame)
{
    bool by_statement = frames_add_returner(n, frame);
    prose_add(&n->prose, " returned ");
    frames_add_returned(n);
    frames_add_target(n, frame);
    narrator_begin_aside(n);
    if (!by_statement && frames_is_none(n->after, n->after->return_value)
        && !narrator_is_expression(n->after, frame))
        prose_add(&n->prose, ", as a function without a return value does");
}

void narration_block_ended(Narrator *n)
{
    const ViewFrame *frame = narrator_active(n->after);
    if (n->after->event != STEP_RETURN || frame == NULL || !(frame->is_module || frame->is_class_body)
        || frames_is_unwinding(n))
        return;
    narrator_add_frame(n, n->after, frame);
    prose_add(&n->prose, " came to its end");
    prose_add(&n->prose, frame->is_module ? "" : "; its names become the class's attributes");
    narrator_end_sentence(n);
}

void narration_returned(Narrator *n)
{
    const ViewFrame *frame = narrator_active(n->after);
    if (n->after->event != STEP_RETURN || frame == NULL)
        return;
    if (frames_is_unwinding(n)) {
        prose_add(&n->prose, "No clause of ");
        narrator_add_frame(n, n->after, frame);
        prose_add(&n->prose, frame->is_module ? " stopped the exception, so the program is about to end"
                                              : " stopped the exception, so it is leaving without a return value");
    } else if (frame->is_module || frame->is_class_body)
        return;
    else if (view_is_c(n->after))
        frames_c_returned(n, frame);
    else if (frame->is_generator)
        frames_generator_returned(n, frame);
    else
        frames_function_returned(n, frame);
    narrator_end_sentence(n);
}

/* Popped frames. */

static void frames_add_names(Narrator *n, const ViewFrame *frame)
{
    const ViewSlot *names[MOST_NAMES + 1];
    uint32_t count = frames_bound_names(n->before, frame, names);
    if (count == 0)
        return;
    const char *one = view_is_c(n->before) ? "variable" : "name";
    narrator_begin_aside(n);
    prose_add(&n->prose, ", and ");
    if (count > MOST_NAMES)
        prose_format(&n->prose, "all its %ss", one);
    else
        prose_format(&n->prose, count == 1 ? "its %s " : "its %ss ", one);
    for (uint32_t i = 0; count <= MOST_NAMES && i < count; i++) {
        prose_join(&n->prose, i, count);
        frames_add_text(n, n->before, names[i]->label);
    }
    prose_add(&n->prose, " went with it");
}

/* Left by an exception: its traceback keeps the frame as long as it lives itself. */
static bool frames_is_kept(const Narrator *n, const ViewFrame *frame)
{
    return n->after->event == STEP_EXCEPTION && n->before->event == STEP_RETURN && frame->is_returning
        && n->before->return_value == VIEW_NONE;
}

static void frames_popped(Narrator *n, const ViewFrame *frame)
{
    prose_add(&n->prose, narrator_find(n, CHANGE_FRAME_PUSHED) != NULL ? "Before that, the frame of "
                                                                       : "The frame of ");
    narrator_add_frame(n, n->before, frame);
    if (frame->is_yielding)
        prose_add(&n->prose, " left the stack; the generator keeps it, with its names, to go on with");
    else if (frames_is_kept(n, frame))
        prose_add(&n->prose, " was popped; the exception's traceback keeps it for now, with its names");
    else {
        prose_add(&n->prose, " was popped");
        if (!frame->is_class_body)
            frames_add_names(n, frame);
    }
    narrator_end_sentence(n);
}

void narration_popped(Narrator *n)
{
    bool at_end = n->after->event == STEP_END || n->after->event == STEP_ERROR;
    for (uint32_t i = 0; i < n->changes->count; i++) {
        const Change *change = &n->changes->items[i];
        int32_t frame = change->kind == CHANGE_FRAME_POPPED ? view_find_frame(n->before, change->holder) : VIEW_NONE;
        if (frame != VIEW_NONE && !n->before->frames[frame].is_module)
            frames_popped(n, &n->before->frames[frame]);
    }
    if (at_end && n->after->event == STEP_END) {
        prose_add(&n->prose, "The program ended");
        narrator_end_sentence(n);
    }
}
