/* Telling of steps in which nothing changed: what kind of line it was, and where it sent the program. */
#include "lesson/narrator.h"

#include <string.h>

#include "lesson/branch.h"
#include "lesson/phrase.h"

/* What a line that changed nothing did, by its first word. Heads of blocks say how it came out, where that is known, and
 * the line at which the program went on. */
typedef struct QuietLine { const char *word, *what, *taken, *passed; bool names_next; } QuietLine;

#define TESTED " tested its condition", " was true", " was false"
#define LOOPED " tested its condition", " was true", " was false, so the loop ended"

static const QuietLine quiet_lines[] = {
    {"if", TESTED, true},
    {"elif", TESTED, true},
    {"while", LOOPED, true},
    {"for", " asked for the next item", " took the next item", " found no further item, so the loop ended", true},
    {"match", " looked at its subject", NULL, NULL, true},
    {"case", " compared its pattern", " found that its pattern matched", " found that its pattern did not match", true},
    {"break", " left the loop", NULL, NULL, true},
    {"continue", " went back to the head of the loop", NULL, NULL, true},
    {"assert", " found its condition true", NULL, NULL, false},
    {"try", " began a block whose exceptions can be handled", NULL, NULL, false},
    {"except", " compared the exception with its class", " found that the exception matched",
     " found that the exception did not match", true},
    {"def", " made a function and bound its name to it", NULL, NULL, false},
    {"pass", " did nothing, as it should", NULL, NULL, false},
    {"return", " was about to leave the function", NULL, NULL, false},
    {"with", " left its context manager", NULL, NULL, true},
    {"global", " said which names belong to the module", NULL, NULL, false},
    {"nonlocal", " said which names belong to an enclosing function", NULL, NULL, false},
};

static const QuietLine quiet_lines_of_c[] = {
    {"if", TESTED, true},
    {"else if", TESTED, true},
    {"} else if", TESTED, true},
    {"while", LOOPED, true},
    {"} while", LOOPED, true},
    {"for", " tested its condition", " found its condition true", " found its condition false, so the loop ended", true},
    {"switch", " chose among its cases", NULL, NULL, true},
    {"break", " left the loop or the switch", NULL, NULL, true},
    {"continue", " went on to the next round of the loop", NULL, NULL, true},
    {"goto", " jumped to its label", NULL, NULL, true},
    {"assert", " found its condition true", NULL, NULL, false},
    {"return", " was about to leave the function", NULL, NULL, false},
};

static bool quiet_is_class_body_start(const Narrator *n)
{
    const ViewFrame *frame = narrator_active(n->after);
    return frame != NULL && frame->is_class_body && narrator_line_starts(n, "class");
}

/* The first line event after a call: the frame was made in the step before. */
static bool quiet_is_body_start(const Narrator *n)
{
    const ViewFrame *frame = narrator_active(n->after);
    return n->before->event == STEP_CALL && n->after->event == STEP_LINE && frame != NULL
        && frame->number == narrator_active(n->before)->number && !narrator_active(n->before)->is_resumed;
}

/* The call has told the arguments; C's variables without a value are worth saying. */
static void quiet_body_start(Narrator *n)
{
    const ViewFrame *frame = narrator_active(n->after);
    narrator_add_frame(n, n->after, frame);
    prose_format(&n->prose, " started at line %d", n->after->line);
    if (view_is_c(n->after))
        narration_add_unset(n, frame);
}

/* The name between `for` and `in`, if there is just one: its slot in the frame that runs, or VIEW_NONE. */
static int32_t quiet_loop_slot(const Narrator *n)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
    const ViewFrame *frame = narrator_active(n->after);
    const char *name = n->source + strspn(n->source, " \t") + strlen("for");
    name += strspn(name, " \t");
    size_t length = strspn(name, letters);
    if (frame == NULL || length == 0 || strncmp(name + length, " in ", 4) != 0)
        return VIEW_NONE;
    for (uint32_t i = frame->first_slot; i < frame->first_slot + frame->slot_count; i++) {
        const ViewSlot *slot = &n->after->slots[i];
        if (slot->role == ROLE_NAME && slot->state == SLOT_REFERENCE && slot->label.length == length
            && memcmp(view_text(n->after, slot->label), name, length) == 0)
            return (int32_t)i;
    }
    return VIEW_NONE;
}

/* No name was rebound by a loop that went on: so the item is what its name referred to before. */
static void quiet_same_item(Narrator *n)
{
    int32_t slot = quiet_loop_slot(n);
    if (slot == VIEW_NONE)
        return;
    prose_add(&n->prose, ", ");
    phrase_slot_content(&n->prose, n->after, &n->after->slots[slot], false);
    prose_add(&n->prose, " again: ");
    prose_add_bytes(&n->prose, view_text(n->after, n->after->slots[slot].label), n->after->slots[slot].label.length);
    prose_add(&n->prose, " refers to it already");
}

static const QuietLine *quiet_find(const Narrator *n)
{
    bool is_c = view_is_c(n->after);
    const QuietLine *lines = is_c ? quiet_lines_of_c : quiet_lines;
    size_t count = is_c ? sizeof quiet_lines_of_c / sizeof *quiet_lines_of_c : sizeof quiet_lines / sizeof *quiet_lines;
    for (size_t i = 0; i < count; i++)
        if (narrator_line_starts(n, lines[i].word))
            return &lines[i];
    return NULL;
}

/* Where the head of a block sent the program. */
static Branch quiet_branch(const Narrator *n, const QuietLine *line)
{
    bool is_head = line != NULL && line->taken != NULL && n->after->event == STEP_LINE;
    return is_head ? branch_of(n->step->program, view_is_c(n->after), n->line, n->after->line) : BRANCH_UNKNOWN;
}

static void quiet_tell(Narrator *n, const QuietLine *line)
{
    bool is_line = n->after->event == STEP_LINE, is_c = view_is_c(n->after);
    Branch branch = quiet_branch(n, line);
    bool is_quoted = n->prose.length > 0 && n->prose.text[0] == '`';
    if (branch != BRANCH_UNKNOWN && !is_quoted && strcmp(line->taken, " was true") == 0) {
        prose_reset(&n->prose);
        prose_format(&n->prose, "The condition in line %d", n->line);
    }
    prose_add(&n->prose, branch == BRANCH_TAKEN ? line->taken : branch == BRANCH_PASSED ? line->passed : line->what);
    if (branch == BRANCH_TAKEN && !is_c && strcmp(line->word, "for") == 0)
        quiet_same_item(n);
    if (line->names_next && is_line)
        prose_format(&n->prose, "; the program went on at line %d", n->after->line);
}

/* A decorator's line runs twice: it is looked up before the definition, and called with what that made; the views do not
 * tell which of the two it was. */
static bool quiet_decorator(Narrator *n)
{
    const char *start = n->source == NULL ? "" : n->source + strspn(n->source, " \t");
    if (*start != '@' || view_is_c(n->after))
        return false;
    prose_add(&n->prose, " did its part in decorating the definition below it");
    return true;
}

/* "x: int", which binds nothing. */
static bool quiet_annotation(Narrator *n)
{
    const char *at = n->source == NULL ? "" : n->source + strspn(n->source, " \t");
    size_t name = strspn(at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");
    const char *rest = at + name + strspn(at + name, " ");
    if (name == 0 || *rest != ':' || rest[1 + strspn(rest + 1, " \t\r\n")] == '\0' || strchr(rest, '=') != NULL
        || view_is_c(n->after))
        return false;
    prose_format(&n->prose, " annotated %.*s, which binds no name", (int)name, at);
    return true;
}

static void quiet_line(Narrator *n)
{
    const QuietLine *line = quiet_find(n);
    narrator_add_line(n);
    if (line != NULL)
        quiet_tell(n, line);
    else if (!quiet_decorator(n) && !quiet_annotation(n))
        prose_add(&n->prose, " ran, and nothing that is shown changed");
}

/* Not where another activation of the function, or a call in the condition, is what the step is about. */
void narration_tested(Narrator *n)
{
    const QuietLine *line = quiet_find(n);
    if (n->out->count > 0 || n->after->instruction > 0 || n->line == 0 || quiet_is_body_start(n)
        || quiet_branch(n, line) == BRANCH_UNKNOWN)
        return;
    narrator_add_line(n);
    quiet_tell(n, line);
    narrator_end_sentence(n);
}

void narration_quiet(Narrator *n)
{
    if (n->out->count > 0)
        return;
    if (n->after->instruction > 0)
        narration_idle(n);
    else if (quiet_is_body_start(n))
        quiet_body_start(n);
    else if (n->before->event == STEP_CALL && n->after->event == STEP_LINE && narrator_active(n->before) != NULL
             && narrator_active(n->before)->is_resumed) {
        narrator_add_frame(n, n->after, narrator_active(n->after));
        prose_format(&n->prose, " went on at line %d", n->after->line);
    }
    else if (quiet_is_class_body_start(n))
        prose_add(&n->prose, "The body of the class set its __module__ and __qualname__, which are not shown");
    else if (n->line == 0)
        prose_format(&n->prose, "Nothing has run yet: line %d is the first", n->after->line);
    else
        quiet_line(n);
    narrator_end_sentence(n);
}
