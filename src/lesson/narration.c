/* Choosing what to tell, and in which order. The parts are a table: each adds what it has to say, or nothing. */
#include "lesson/narration.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/narrator.h"
#include "lesson/phrase.h"
#include "machine/memory.h"

void narration_init(Narration *narration)
{
    memset(narration, 0, sizeof *narration);
    narration->headline = VIEW_NONE;
}

void narration_finish(Narration *narration)
{
    for (uint32_t i = 0; i < narration->count; i++)
        free(narration->sentences[i]);
    free(narration->brief);
    narration_init(narration);
}

/* Helpers of the parts. */

void narrator_begin_aside(Narrator *n)
{
    if (n->aside == 0)
        n->aside = n->prose.length;
}

static void narrator_keep_brief(Narrator *n)
{
    Prose brief;
    prose_init(&brief);
    prose_add_bytes(&brief, n->prose.text, n->aside);
    prose_add(&brief, ".");
    n->out->brief = prose_take(&brief);
}

void narrator_end_sentence(Narrator *n)
{
    if (n->prose.length > 0 && n->out->count < NARRATION_MOST) {
        if (n->out->count == 0 && n->aside > 0 && n->aside < n->prose.length)
            narrator_keep_brief(n);
        if (n->prose.text[n->prose.length - 1] != '.')
            prose_add(&n->prose, ".");
        n->out->sentences[n->out->count++] = prose_take(&n->prose);
        n->out->told = n->out->count;
        n->out->headline = 0;
    }
    n->aside = 0;
    prose_reset(&n->prose);
}

bool narrator_is_expression(const View *view, const ViewFrame *frame)
{
    return frame->name.length > 0 && view_text(view, frame->name)[0] == '<' && !frame->is_module;
}

void narrator_add_line(Narrator *n)
{
    const ViewFrame *frame = narrator_active(n->after);
    if (frame != NULL && n->after->event != STEP_CALL && narrator_is_expression(n->after, frame))
        narrator_add_frame(n, n->after, frame);
    else
        phrase_source_line(&n->prose, n->source, n->line);
}

/* A function's name keeps its letters; words of ours do not. */
void narrator_add_frame(Narrator *n, const View *view, const ViewFrame *frame)
{
    uint32_t start = n->prose.length;
    phrase_frame(&n->prose, view, frame);
    if (start == 0 && (frame->is_class_body || view_text(view, frame->name)[0] == '<'))
        prose_capitalize(&n->prose, start);
}

bool narrator_line_starts(const Narrator *n, const char *word)
{
    if (n->source == NULL)
        return false;
    const char *start = n->source + strspn(n->source, " \t");
    size_t length = strlen(word);
    return strncmp(start, word, length) == 0 && (start[length] == '\0' || strchr(" \t\r\n(:'\"[;#", start[length]));
}

const Change *narrator_find(const Narrator *n, ChangeKind kind)
{
    for (uint32_t i = 0; i < n->changes->count; i++)
        if (n->changes->items[i].kind == kind)
            return &n->changes->items[i];
    return NULL;
}

const ViewFrame *narrator_active(const View *view)
{
    return view->frame_count == 0 ? NULL : &view->frames[view->frame_count - 1];
}

bool narrator_is_born(const Narrator *n, uint64_t object)
{
    int32_t place = number_index_find(&n->objects_after, object);
    const ViewObject *it = place == VIEW_NONE ? NULL : &n->after->objects[place];
    bool is_found = it != NULL && (it->kind == KIND_MODULE || it->flags & (OBJECT_LIBRARY | OBJECT_SHIPPED));
    return object > n->before->newest_number && !is_found;
}

bool narrator_is_pushed(const Narrator *n, uint64_t frame)
{
    return view_find_frame(n->before, frame) == VIEW_NONE;
}

bool narrator_tells_fall(const Narrator *n, const Change *count)
{
    int32_t object = number_index_find(&n->objects_after, count->object);
    return count->kind == CHANGE_COUNT && count->after < count->before && count->cause != VIEW_NONE
        && object != VIEW_NONE
        && !(n->after->objects[object].flags & (OBJECT_SHARED | OBJECT_LIBRARY | OBJECT_SHIPPED | OBJECT_STRANDED))
        && n->after->objects[object].kind != KIND_CLASS;
}

bool narrator_tells_loss(const Narrator *n, uint64_t object)
{
    int32_t before = number_index_find(&n->objects_before, object);
    if (before != VIEW_NONE && n->fate.kinds[before] != FATE_LIVES)
        return true;
    int32_t after = number_index_find(&n->objects_after, object);
    if (after != VIEW_NONE && n->after->objects[after].flags & OBJECT_STRANDED)
        return true;
    for (uint32_t i = 0; i < n->changes->count; i++)
        if (n->changes->items[i].object == object && narrator_tells_fall(n, &n->changes->items[i]))
            return true;
    return false;
}

/* Small parts. */

enum { LONGEST_OUTPUT = 60 };  /* bytes of a printed line that are quoted */

/* "`6`"; false if it cannot be quoted in a sentence. */
static bool narration_quote(Prose *prose, const char *text, size_t length)
{
    if (length == 0 || length > LONGEST_OUTPUT || memchr(text, '`', length) != NULL || memchr(text, '\n', length) != NULL)
        return false;
    prose_add(prose, "`");
    prose_add_bytes(prose, text, length);
    prose_add(prose, "`");
    return true;
}

static uint32_t narration_count_lines(const char *text, size_t length)
{
    uint32_t count = length > 0 && text[length - 1] != '\n';
    for (size_t i = 0; i < length; i++)
        count += text[i] == '\n';
    return count;
}

static void narration_add_output(Narrator *n, const Change *change)
{
    const char *text = n->step->output;
    size_t length = n->step->output_length, written = (size_t)(change->after - change->before);
    bool whole = text != NULL && length >= written;
    size_t line = whole && length > 0 && text[length - 1] == '\n' ? length - 1 : length;
    if (whole && line == 0)
        prose_add(&n->prose, " an empty line");
    else if (whole && narration_count_lines(text, length) > 1)
        prose_format(&n->prose, " %" PRIu32 " lines", narration_count_lines(text, length));
    else {
        uint32_t start = n->prose.length;
        prose_add(&n->prose, " ");
        if (whole && narration_quote(&n->prose, text, line))
            return;
        n->prose.length = start;
        prose_format(&n->prose, whole ? " a line of %zu bytes" : " %zu bytes", written);
    }
}

static void narration_output(Narrator *n)
{
    const Change *change = narrator_find(n, CHANGE_OUTPUT);
    if (change == NULL)
        return;
    if (n->out->count == 0)
        narrator_add_line(n);
    else
        prose_add(&n->prose, "The program");
    prose_add(&n->prose, " printed");
    narration_add_output(n, change);
    narrator_end_sentence(n);
}

/* Order. */

static void (*const narration_tellers[])(Narrator *n) = {
    narration_mistake, narration_end, narration_raised, narration_called, narration_handled, narration_freed,
    narration_names, narration_freed_too, narration_parts, narration_values, narration_output, narration_returned,
    narration_clause_ended, narration_worked, narration_tested, narration_popped, narration_deaths, narration_counts,
    narration_block_ended, narration_quiet, narration_lifetimes, narration_ledger,
};

static void narrator_begin(Narrator *n)
{
    prose_init(&n->prose);
    number_index_init(&n->objects_before);
    number_index_init(&n->objects_after);
    number_index_objects(&n->objects_before, n->before);
    number_index_objects(&n->objects_after, n->after);
    naming_init(&n->naming, n->after, n->source);
    naming_init(&n->naming_before, n->before, n->source);
    fate_init(&n->fate, n->before, n->after, n->changes);
    n->counted = memory_resize(NULL, n->after->object_count * sizeof *n->counted);
    memset(n->counted, 0, n->after->object_count * sizeof *n->counted);
}

static void narrator_end(Narrator *n)
{
    prose_finish(&n->prose);
    number_index_finish(&n->objects_before);
    number_index_finish(&n->objects_after);
    naming_finish(&n->naming);
    naming_finish(&n->naming_before);
    fate_finish(&n->fate);
    free(n->counted);
}

int narration_line(const View *before, const View *after)
{
    if (before == NULL)
        return 0;
    const ViewFrame *active = narrator_active(after);
    if (after->event == STEP_CALL && active != NULL)
        return active->called_from;
    if (after->event == STEP_RETURN || after->event == STEP_EXCEPTION || after->instruction > 0)
        return after->line;
    if (after->previous_line > 0)
        return after->previous_line;
    /* The line before the event: that of the same activation as it stood then. */
    int32_t same = active == NULL ? VIEW_NONE : view_find_frame(before, active->number);
    bool starts = before->event == STEP_CALL && same == (int32_t)before->frame_count - 1;
    if (same != VIEW_NONE)
        return starts && !before->frames[same].is_resumed ? 0 : before->frames[same].line;
    return before->event == STEP_CALL ? 0 : before->line;
}

void narration_make(const StepFacts *step, Narration *out)
{
    View empty;
    ChangeList none;
    bool starts = step->before == NULL;
    view_init(&empty);
    change_init(&none);
    narration_finish(out);
    Narrator n = {.step = step, .before = starts ? &empty : step->before, .after = step->after,
                  .changes = starts || step->changes == NULL ? &none : step->changes, .source = step->source_line,
                  .line = narration_line(step->before, step->after), .out = out};
    narrator_begin(&n);
    if (starts)
        narration_start(&n);
    bool is_inside = n.after->moment > 0;
    if (is_inside)
        narration_collector(&n);
    for (size_t i = 0; !starts && !is_inside && i < sizeof narration_tellers / sizeof narration_tellers[0]; i++)
        narration_tellers[i](&n);
    narrator_end(&n);
    change_finish(&none);
    view_finish(&empty);
}

static const char *const depth_names[NARRATION_DEPTHS] = {
    [NARRATION_SENTENCE] = "sentence", [NARRATION_CAUSES] = "causes", [NARRATION_COUNTS] = "counts",
};

const char *narration_depth_name(NarrationDepth depth)
{
    return depth_names[depth];
}

char *narration_text(const Narration *narration, NarrationDepth depth)
{
    Prose prose;
    uint32_t count = depth == NARRATION_COUNTS ? narration->count : narration->told;
    prose_init(&prose);
    if (count == 0)
        return NULL;
    if (depth == NARRATION_SENTENCE) {
        prose_add(&prose, narration->brief != NULL ? narration->brief : narration->sentences[narration->headline]);
        return prose_take(&prose);
    }
    for (uint32_t i = 0; i < count; i++) {
        prose_add(&prose, i == 0 ? "" : "\n");
        prose_add(&prose, narration->sentences[i]);
    }
    return prose_take(&prose);
}
