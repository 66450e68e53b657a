/* Where the program goes on: asked where it does not simply go on with the next line, and where nothing else can be asked
 * about a step that changes something. The words of the right answer come from the event of the step to come. */
#include <inttypes.h>

#include "lesson/branch.h"
#include "lesson/phrase.h"
#include "lesson/predictor.h"

static bool is_raising(const View *view) { return view->exception != VIEW_NONE || view->error.length > 0; }

/* Is the frame of `a` there in `b`? */
static bool is_there(const ViewFrame *a, const View *b) { return view_find_frame(b, a->number) != VIEW_NONE; }

static void add_frame_line(Predictor *p, const char *lead, const View *view, const ViewFrame *frame, int32_t line)
{
    prose_add(&p->prose, lead);
    phrase_frame(&p->prose, view, frame);
    prose_format(&p->prose, ", at line %" PRId32, line);
}

static void right_line(Predictor *p, const ViewFrame *from, const ViewFrame *to)
{
    if (from->number == to->number)
        prose_format(&p->prose, "at line %" PRId32, p->after->line);
    else
        add_frame_line(p, is_there(from, p->after) ? "in " : "back in ", p->after, to, p->after->line);
}

static void right_call(Predictor *p, const ViewFrame *from, const ViewFrame *to)
{
    (void)from;
    if (to->is_class_body)
        prose_format(&p->prose, "in the body of the class, at line %" PRId32, p->after->line);
    else
        add_frame_line(p, to->is_resumed ? "where it was suspended: in " : "in ", p->after, to, p->after->line);
}

static void right_return(Predictor *p, const ViewFrame *from, const ViewFrame *to)
{
    (void)from;
    if (is_raising(p->before)) {
        prose_add(&p->prose, "out of ");
        phrase_frame(&p->prose, p->after, to);
        prose_add(&p->prose, ": no except clause there handles the exception");
        return;
    }
    prose_add(&p->prose, to->is_class_body ? "nowhere: " : "back to its caller: ");
    phrase_frame(&p->prose, p->after, to);
    prose_add(&p->prose, to->is_yielding ? " hands over a value and is suspended" : " ends here");
}

static void right_exception(Predictor *p, const ViewFrame *from, const ViewFrame *to)
{
    if (from->number == to->number)
        prose_format(&p->prose, "nowhere yet: line %" PRId32 " raises an exception", p->after->line);
    else
        add_frame_line(p, "with the exception in ", p->after, to, p->after->line);
}

static void (*const rights[])(Predictor *p, const ViewFrame *from, const ViewFrame *to) = {
    [STEP_LINE] = right_line, [STEP_CALL] = right_call, [STEP_RETURN] = right_return, [STEP_EXCEPTION] = right_exception,
};

static int following_line(const Predictor *p)
{
    return p->line > 0 ? branch_following_line(p->step->program, view_is_c(p->after), p->line) : 0;
}

/* Other places where somebody may think that it goes on, none of which is where it does. */
static void add_wrong(Predictor *p, const ViewFrame *from)
{
    const ViewFrame *to = predictor_active(p->after);
    bool here = from->number == to->number && p->after->event == STEP_LINE;
    int following = following_line(p);
    if (following && !(here && following == p->after->line)) {
        prose_format(&p->prose, "at line %d", following);
        predictor_choice(p, BELIEF_LINE_BY_LINE, 0);
    }
    if (p->before->event == STEP_LINE && p->line != p->after->line) {
        prose_format(&p->prose, "at line %d again", p->line);
        predictor_choice(p, BELIEF_SLIP, 0);
    }
    predictor_choice_words(p, BELIEF_SLIP, "nowhere: the program ends");
}

static void ask_where(Predictor *p, const ViewFrame *from)
{
    prose_reset(&p->prose);
    bool leaving = !is_there(from, p->after), returns = p->before->event == STEP_RETURN;
    if (is_raising(p->before) && (leaving || p->before->event == STEP_EXCEPTION)) {
        prose_add(&p->prose, "An exception is on its way. Where does the program go on?");
    } else {
        prose_add(&p->prose, "Where does the program go on ");
        if (returns) {
            prose_add(&p->prose, "once ");
            phrase_frame(&p->prose, p->before, from);
            prose_add(&p->prose, from->is_yielding ? " has handed over its value?" : " has ended?");
        } else {
            prose_add(&p->prose, "after ");
            uint32_t start = p->prose.length;
            phrase_source_line(&p->prose, p->step->source_line, p->line);
            if (p->prose.text[start] == 'L')
                p->prose.text[start] = 'l';
            prose_add(&p->prose, "?");
        }
    }
}

/* Does it not simply go on with the line below? */
static bool jumps(const Predictor *p, const ViewFrame *from)
{
    const ViewFrame *to = predictor_active(p->after);
    int following = following_line(p);
    return p->before->event == STEP_LINE && p->after->event == STEP_LINE && from->number == to->number
           && following != 0 && p->after->line != following && p->after->line != p->line;
}

void predict_flow(Predictor *p)
{
    const ViewFrame *from = predictor_active(p->before), *to = predictor_active(p->after);
    bool only = p->list->count == 0 && predictions_wanted(p->step);
    if (!from || !to || p->after->event >= STEP_END || !(only || jumps(p, from)))
        return;
    ask_where(p, from);
    predictor_open(p, PREDICT_FLOW, 0);
    rights[p->after->event](p, from, to);
    predictor_choice(p, BELIEF_RIGHT, 0);
    add_wrong(p, from);
    predictor_close(p);
}
