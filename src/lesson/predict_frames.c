/* Questions about the stack: what a call's frame will hold, and what becomes of a frame that returns. */
#include "lesson/predictor.h"

#include "lesson/phrase.h"

enum { MOST_PARAMETERS = 3 };

static const ViewFrame *frames_pushed(const Predictor *p)
{
    const Change *pushed = predictor_find(p, CHANGE_FRAME_PUSHED);
    int32_t frame = pushed ? view_find_frame(p->after, pushed->holder) : VIEW_NONE;
    return frame == VIEW_NONE ? NULL : &p->after->frames[frame];
}

/* The name of an argument whose object the picture shows already; VIEW_NONE if none is worth asking about. */
static int32_t frames_argument(const Predictor *p, const ViewFrame *frame)
{
    for (uint32_t i = 0; i < frame->slot_count; i++) {
        const ViewSlot *slot = &p->after->slots[frame->first_slot + i];
        if (slot->role != ROLE_NAME || slot->target == VIEW_NONE)
            continue;
        const ViewObject *object = &p->after->objects[slot->target];
        int32_t before = predictor_before(p, object->number);
        const ViewFrame *caller = predictor_active(p->before);
        if (before != VIEW_NONE && caller && predictor_is_countable(object)
            && predictor_name_of(p->before, caller, before, VIEW_NONE) != VIEW_NONE)
            return (int32_t)(frame->first_slot + i);
    }
    return VIEW_NONE;
}

/* "When add begins, what will its name bag refer to?" */
static void frames_ask_argument(Predictor *p, const ViewFrame *frame, int32_t slot)
{
    const ViewSlot *argument = &p->after->slots[slot];
    uint64_t number = p->after->objects[argument->target].number;
    int32_t object = predictor_before(p, number);
    const ViewSlot *own = &p->before->slots[predictor_name_of(p->before, predictor_active(p->before), object,
                                                              VIEW_NONE)];
    prose_reset(&p->prose);
    prose_add(&p->prose, "When ");
    phrase_frame(&p->prose, p->after, frame);
    prose_add(&p->prose, " begins, what will its name ");
    predictor_add_text(p, p->after, argument->label);
    prose_add(&p->prose, " refer to?");
    predictor_open(p, PREDICT_FRAME, number);
    phrase_object(&p->prose, p->before, object, false);
    prose_add(&p->prose, " itself, which ");
    predictor_add_text(p, p->before, own->label);
    prose_add(&p->prose, " names too");
    predictor_choice(p, BELIEF_RIGHT, number);
    prose_add(&p->prose, "a copy of ");
    phrase_object(&p->prose, p->before, object, false);
    predictor_choice(p, BELIEF_COPY_VALUE, 0);
    prose_add(&p->prose, "the name ");
    predictor_add_text(p, p->before, own->label);
    prose_add(&p->prose, " of the caller");
    predictor_choice(p, BELIEF_COPY_REFERENCE, 0);
    predictor_close(p);
}

/* "What will the call of add do to the stack?" */
static void frames_ask_push(Predictor *p, const ViewFrame *frame)
{
    prose_reset(&p->prose);
    prose_add(&p->prose, "What will happen to the stack when ");
    phrase_frame(&p->prose, p->after, frame);
    prose_add(&p->prose, " begins?");
    predictor_open(p, PREDICT_FRAME, 0);
    predictor_choice_words(p, BELIEF_RIGHT, "a frame with names of its own is pushed, and the caller waits below it");
    predictor_choice_words(p, BELIEF_FRAME_STAYS, "its frame takes the place of the caller's");
    predictor_choice_words(p, BELIEF_NO_EFFECT, "nothing: it uses the frame and the names of its caller");
    predictor_close(p);
}

/* "Where will the names go that the body of the class Point binds?" */
static void frames_ask_class(Predictor *p)
{
    prose_reset(&p->prose);
    prose_add(&p->prose, "Where will the names go that the body of the class binds?");
    predictor_open(p, PREDICT_FRAME, 0);
    predictor_choice_words(p, BELIEF_RIGHT, "into a frame of its own, from which the class is made");
    predictor_choice_words(p, BELIEF_NO_EFFECT, "among the names of the module");
    predictor_choice_words(p, BELIEF_SLIP, "into each instance");
    predictor_close(p);
}

static void frames_ask_pop(Predictor *p, const ViewFrame *frame)
{
    prose_reset(&p->prose);
    prose_add(&p->prose, "What will become of the frame of ");
    phrase_frame(&p->prose, p->before, frame);
    prose_add(&p->prose, " next?");
    predictor_open(p, PREDICT_FRAME, 0);
    predictor_choice_words(p, BELIEF_RIGHT, "it is popped, and its names go with it");
    predictor_choice_words(p, BELIEF_FRAME_STAYS, "it stays, with its names, for the next call");
    predictor_choice_words(p, BELIEF_NO_EFFECT, "its names move to the frame of its caller");
    predictor_close(p);
}

void predict_frame(Predictor *p)
{
    const ViewFrame *pushed = frames_pushed(p), *leaving = predictor_active(p->before);
    if (pushed) {
        int32_t argument = pushed->is_generator || pushed->is_class_body ? VIEW_NONE : frames_argument(p, pushed);
        if (pushed->is_class_body)
            frames_ask_class(p);
        else if (argument != VIEW_NONE)
            frames_ask_argument(p, pushed, argument);
        else if (!pushed->is_generator)
            frames_ask_push(p, pushed);
    } else if (predictor_find(p, CHANGE_FRAME_POPPED) && leaving && !leaving->is_module && !leaving->is_generator
               && !leaving->is_class_body && p->after->event < STEP_END) {
        frames_ask_pop(p, leaving);
    }
}
