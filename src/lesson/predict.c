/* Asking the parts in order of how telling their questions are, and putting a question together. */
#include "lesson/predict.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/narration.h"
#include "lesson/phrase.h"
#include "lesson/predictor.h"
#include "machine/memory.h"

const char *const prediction_kind_names[PREDICT_KINDS + 1] = {
    [PREDICT_SAME] = "same", [PREDICT_VALUE] = "value", [PREDICT_DEATH] = "death", [PREDICT_COUNT] = "count",
    [PREDICT_TARGET] = "target", [PREDICT_RETURN] = "return", [PREDICT_OUTPUT] = "output", [PREDICT_BYTES] = "bytes",
    [PREDICT_FRAME] = "frame", [PREDICT_FLOW] = "flow",
};

static const struct { const char *name, *answer; } beliefs[BELIEF_COUNT] = {
    [BELIEF_RIGHT] = {"right", NULL},
    [BELIEF_COPY_VALUE] = {"copy-value", "Binding a name or passing an argument never copies an object."},
    [BELIEF_COPY_REFERENCE] = {"copy-reference", "A name refers to an object, never to another name."},
    [BELIEF_NAME_IS_BOX] = {"name-is-box", "A name holds no value that could change: rebinding it leaves the old"
                                           " object as it was."},
    [BELIEF_COUNT_BY_NAME] = {"count-by-name", "References held by objects count like those held by names."},
    [BELIEF_NO_EFFECT] = {"no-effect", "Something did change: compare the picture before and after."},
    [BELIEF_EQUAL_IS_SAME] = {"equal-is-same", "Equal objects can be two objects: == compares values, `is` asks"
                                               " whether they are one."},
    [BELIEF_DEL_FREES] = {"del-frees", "An object is freed when its last reference goes, not before."},
    [BELIEF_NEVER_FREED] = {"never-freed", "CPython frees an object at once when its count falls to zero."},
    [BELIEF_FRAME_STAYS] = {"frame-stays", "The frame called last is the first to go, and its names go with it."},
    [BELIEF_FREE_CLEARS] = {"free-clears", "free gives the block back; the pointer keeps its old address."},
    [BELIEF_COUNT_IS_BYTES] = {"count-is-bytes", "malloc counts bytes: as many as the elements together have."},
    [BELIEF_POINTER_IS_BLOCK] = {"pointer-is-block", "8 bytes is the pointer to the block, not the block."},
    [BELIEF_PRINTS_NAME] = {"prints-name", "print writes the object that the expression gives, not the expression."},
    [BELIEF_LINE_BY_LINE] = {"line-by-line", "Calls, loops, branches and exceptions decide which line comes next, not the"
                                             " order on the page."},
    [BELIEF_SLIP] = {"slip", NULL},
};

const char *misconception_name(Misconception belief)
{
    return beliefs[belief].name;
}

const char *misconception_answer(Misconception belief)
{
    return beliefs[belief].answer;
}

static void prediction_finish(Prediction *prediction)
{
    free(prediction->ask);
    for (uint32_t i = 0; i < prediction->choice_count; i++)
        free(prediction->choices[i].words);
}

void predictions_init(PredictionList *list)
{
    *list = (PredictionList){0};
}

void predictions_finish(PredictionList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        prediction_finish(&list->items[i]);
    free(list->items);
    predictions_init(list);
}

/* Helpers of the parts. */

const ViewFrame *predictor_active(const View *view)
{
    return view->frame_count == 0 ? NULL : &view->frames[view->frame_count - 1];
}

const Change *predictor_find(const Predictor *p, ChangeKind kind)
{
    for (uint32_t i = 0; i < p->changes->count; i++)
        if (p->changes->items[i].kind == kind)
            return &p->changes->items[i];
    return NULL;
}

bool predictor_is_born(const Predictor *p, uint64_t object)
{
    int32_t place = predictor_after(p, object);
    bool is_module = place != VIEW_NONE && p->after->objects[place].kind == KIND_MODULE;   /* an import finds them */
    return object > p->before->newest_number && !is_module;
}

bool predictor_is_countable(const ViewObject *object)
{
    bool held_by_what_is_shown = object->kind == KIND_SEQUENCE || object->kind == KIND_SET || object->kind == KIND_DICT
                                 || object->kind == KIND_INSTANCE;
    return held_by_what_is_shown && !(object->flags & (OBJECT_SHARED | OBJECT_LIBRARY | OBJECT_STRANDED));
}

int32_t predictor_before(const Predictor *p, uint64_t number)
{
    return number_index_find(&p->objects_before, number);
}

int32_t predictor_after(const Predictor *p, uint64_t number)
{
    return number_index_find(&p->objects_after, number);
}

int32_t predictor_name_of(const View *view, const ViewFrame *frame, int32_t object, int32_t except)
{
    for (uint32_t i = 0; i < frame->slot_count; i++) {
        int32_t slot = (int32_t)(frame->first_slot + i);
        if (slot != except && view->slots[slot].role == ROLE_NAME && view->slots[slot].target == object)
            return slot;
    }
    return VIEW_NONE;
}

void predictor_add_text(Predictor *p, const View *view, ViewText text)
{
    if (text.length > 0)
        prose_add_bytes(&p->prose, view_text(view, text), text.length);
}

bool predictor_text_is(const View *view, ViewText label, const View *other, ViewText text)
{
    return label.length == text.length
           && (label.length == 0 || memcmp(view_text(view, label), view_text(other, text), label.length) == 0);
}

void predictor_lead(Predictor *p)
{
    const ViewFrame *leaving = predictor_active(p->before);
    prose_reset(&p->prose);
    if (predictor_find(p, CHANGE_FRAME_POPPED) && leaving && !leaving->is_module) {
        prose_add(&p->prose, "Once ");
        phrase_frame(&p->prose, p->before, leaving);
        prose_add(&p->prose, leaving->is_generator ? " has handed over, " : " has returned, ");
        return;
    }
    prose_add(&p->prose, "After ");
    uint32_t start = p->prose.length;
    phrase_source_line(&p->prose, p->step->source_line, p->line);
    if (p->prose.text[start] == 'L')
        p->prose.text[start] = 'l';
    prose_add(&p->prose, ", ");
}

void predictor_open(Predictor *p, PredictionKind kind, uint64_t subject)
{
    PredictionList *list = p->list;
    list->items = memory_grow(list->items, &list->capacity, (uint64_t)list->count + 1, sizeof *list->items);
    p->open = &list->items[list->count++];
    *p->open = (Prediction){.kind = (uint8_t)kind, .subject = subject, .is_number = kind == PREDICT_COUNT || kind == PREDICT_BYTES};
    prose_capitalize(&p->prose, 0);
    p->open->ask = prose_take(&p->prose);
}

static bool predictor_is_offered(const Prediction *open, const char *words)
{
    for (uint32_t i = 0; i < open->choice_count; i++)
        if (strcmp(open->choices[i].words, words) == 0)
            return true;
    return false;
}

void predictor_choice(Predictor *p, Misconception belief, uint64_t object)
{
    Prediction *open = p->open;
    if (p->prose.length == 0 || open->choice_count == PREDICTION_CHOICES || predictor_is_offered(open, p->prose.text)) {
        prose_reset(&p->prose);
        return;
    }
    open->choices[open->choice_count++] = (PredictionChoice){prose_take(&p->prose), (uint8_t)belief, object};
}

void predictor_choice_words(Predictor *p, Misconception belief, const char *words)
{
    prose_reset(&p->prose);
    prose_add(&p->prose, words);
    predictor_choice(p, belief, 0);
}

void predictor_choice_number(Predictor *p, Misconception belief, uint64_t number)
{
    prose_reset(&p->prose);
    prose_format(&p->prose, "%" PRIu64, number);
    predictor_choice(p, belief, 0);
}

/* An order that does not tell the answer, and is the same for equal questions. */
static uint32_t choice_rank(const Prediction *open, const PredictionChoice *choice)
{
    if (open->is_number)
        return (uint32_t)strtoul(choice->words, NULL, 10);
    uint32_t hash = 2166136261u;
    for (const char *text = open->ask; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 16777619u;
    for (const char *text = choice->words; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 16777619u;
    return hash ^ hash >> 15;
}

static void sort_choices(Prediction *open)
{
    for (uint32_t i = 1; i < open->choice_count; i++)
        for (uint32_t j = i; j > 0 && choice_rank(open, &open->choices[j]) < choice_rank(open, &open->choices[j - 1]);
             j--) {
            PredictionChoice moved = open->choices[j];
            open->choices[j] = open->choices[j - 1];
            open->choices[j - 1] = moved;
        }
}

void predictor_close(Predictor *p)
{
    Prediction *open = p->open;
    p->open = NULL;
    if (open->choice_count < 2) {
        prediction_finish(open);
        p->list->count--;
        return;
    }
    sort_choices(open);
    for (uint32_t i = 0; i < open->choice_count; i++)
        if (open->choices[i].belief == BELIEF_RIGHT)
            open->answer = i;
}

/* The whole. */

/* `of_line` asks how things are when the line has run: not while it waits for a call. */
static const struct { void (*ask)(Predictor *p); bool of_line; } parts[] = {
    {predict_same, true}, {predict_value, true}, {predict_death, true}, {predict_count, true}, {predict_target, true},
    {predict_c, true}, {predict_part, true}, {predict_return, false}, {predict_output, true}, {predict_frame, false},
    {predict_flow, false},
};

void predictions_make(PredictionList *list, const StepFacts *step)
{
    predictions_finish(list);
    Predictor p = {.step = step, .before = step->before, .after = step->after, .changes = step->changes,
                   .line = narration_line(step->before, step->after), .list = list};
    prose_init(&p.prose);
    number_index_init(&p.objects_before);
    number_index_init(&p.objects_after);
    number_index_objects(&p.objects_before, p.before);
    number_index_objects(&p.objects_after, p.after);
    fate_init(&p.fate, p.before, p.after, p.changes);
    bool calls = predictor_find(&p, CHANGE_FRAME_PUSHED) != NULL;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!calls || !parts[i].of_line)
            parts[i].ask(&p);
    fate_finish(&p.fate);
    number_index_finish(&p.objects_after);
    number_index_finish(&p.objects_before);
    prose_finish(&p.prose);
}

bool predictions_wanted(const StepFacts *step)
{
    return step->changes->count > 0 && step->after->event < STEP_END;
}
