/* Telling of lines that changed nothing that is shown: conditions, jumps, the beginnings of calls. */
#include "lesson/narrator.h"

#include <string.h>

/* What a line that changed nothing did, by its first word. */
typedef struct QuietLine {
    const char *word, *what;
    bool names_next;           /* the line the program went on at is told */
    const char *yes, *no;      /* instead, where it is known whether the block below it came next; NULL */
} QuietLine;

#define CONDITION " tested its condition", true, " was true", " was false"
#define NO_BLOCK NULL, NULL

static const QuietLine quiet_lines[] = {
    {"if", CONDITION},
    {"elif", CONDITION},
    {"while", CONDITION},
    {"for", " asked for the next item", true, " took the next item, which is the same object as the last one",
        " found no further item, so the loop ended"},
    {"match", " looked at its subject", true, NO_BLOCK},
    {"case", " compared its pattern", true, NO_BLOCK},
    {"break", " left the loop", true, NO_BLOCK},
    {"continue", " went back to the head of the loop", true, NO_BLOCK},
    {"assert", " found its condition true", false, NO_BLOCK},
    {"try", " began a block whose exceptions can be handled", false, NO_BLOCK},
    {"except", " compared the exception with its class", true, NO_BLOCK},
    {"def", " made a function and bound its name to it", false, NO_BLOCK},
    {"pass", " did nothing, as it should", false, NO_BLOCK},
    {"return", " was about to leave the function", false, NO_BLOCK},
    {"with", " left its context manager", true, NO_BLOCK},
    {"global", " said which names belong to the module", false, NO_BLOCK},
    {"nonlocal", " said which names belong to an enclosing function", false, NO_BLOCK},
};

static const QuietLine quiet_lines_of_c[] = {
    {"if", CONDITION},
    {"else if", CONDITION},
    {"} else if", CONDITION},
    {"while", CONDITION},
    {"} while", CONDITION},
    {"for", " tested whether the loop goes on", true, " went into the next round of the loop", " ended the loop"},
    {"switch", " chose among its cases", true, NO_BLOCK},
    {"break", " left the loop or the switch", true, NO_BLOCK},
    {"continue", " went on to the next round of the loop", true, NO_BLOCK},
    {"goto", " jumped to its label", true, NO_BLOCK},
    {"assert", " found its condition true", false, NO_BLOCK},
    {"return", " was about to leave the function", false, NO_BLOCK},
};

static bool narration_is_class_body_start(const Narrator *n)
{
    const ViewFrame *frame = narrator_active(n->after);
    return frame != NULL && frame->is_class_body && narrator_line_starts(n, "class");
}

/* The first line event after a call: the frame was made in the step before. */
static bool narration_is_body_start(const Narrator *n)
{
    const ViewFrame *frame = narrator_active(n->after);
    return n->before->event == STEP_CALL && n->after->event == STEP_LINE && frame != NULL
        && frame->number == narrator_active(n->before)->number && !narrator_active(n->before)->is_resumed;
}

/* The call has told the arguments; C's variables without a value are worth saying. */
static void narration_body_start(Narrator *n)
{
    const ViewFrame *frame = narrator_active(n->after);
    narrator_add_frame(n, n->after, frame);
    prose_format(&n->prose, " started at line %d", n->after->line);
    if (narrator_is_c(n->after))
        narration_add_bound(n, frame);
}

/* Does a block begin below the line, so that what comes next tells whether it was entered? */
static bool quiet_opens_block(const Narrator *n)
{
    size_t end = n->source == NULL ? 0 : strcspn(n->source, "#\r\n");
    while (end > 0 && (n->source[end - 1] == ' ' || n->source[end - 1] == '\t'))
        end--;
    const char *ends = narrator_is_c(n->after) ? "){" : ":";
    return end > 0 && strchr(ends, n->source[end - 1]) != NULL && n->step->following_line > 0
        && n->after->event == STEP_LINE;
}

static void quiet_tell(Narrator *n, const QuietLine *line)
{
    bool next = n->after->event == STEP_LINE;
    if (line->yes != NULL && quiet_opens_block(n))
        prose_add(&n->prose, n->after->line == n->step->following_line ? line->yes : line->no);
    else
        prose_add(&n->prose, line->what);
    if (line->names_next && next)
        prose_format(&n->prose, "; the program went on at line %d", n->after->line);
}

/* A decorator's line runs twice: it is looked up before the definition, and called with what that made; the views do not
 * tell which of the two it was. */
static bool quiet_decorator(Narrator *n)
{
    const char *start = n->source == NULL ? "" : n->source + strspn(n->source, " \t");
    if (*start != '@' || narrator_is_c(n->after))
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
        || narrator_is_c(n->after))
        return false;
    prose_format(&n->prose, " annotated %.*s, which binds no name", (int)name, at);
    return true;
}

static void narration_quiet_line(Narrator *n)
{
    bool is_c = narrator_is_c(n->after);
    const QuietLine *lines = is_c ? quiet_lines_of_c : quiet_lines;
    size_t count = is_c ? sizeof quiet_lines_of_c / sizeof *quiet_lines_of_c : sizeof quiet_lines / sizeof *quiet_lines;
    narrator_add_line(n);
    for (size_t i = 0; i < count; i++)
        if (narrator_line_starts(n, lines[i].word)) {
            quiet_tell(n, &lines[i]);
            return;
        }
    if (!quiet_decorator(n) && !quiet_annotation(n))
        prose_add(&n->prose, " ran, and nothing that is shown changed");
}

void narration_quiet(Narrator *n)
{
    if (n->out->count > 0)
        return;
    if (n->after->instruction > 0)
        narration_idle(n);
    else if (narration_is_body_start(n))
        narration_body_start(n);
    else if (n->before->event == STEP_CALL && n->after->event == STEP_LINE && narrator_active(n->before) != NULL
             && narrator_active(n->before)->is_resumed) {
        narrator_add_frame(n, n->after, narrator_active(n->after));
        prose_format(&n->prose, " went on at line %d", n->after->line);
    }
    else if (narration_is_class_body_start(n))
        prose_add(&n->prose, "The body of the class set its __module__ and __qualname__, which are not shown");
    else if (n->line == 0)
        prose_format(&n->prose, "Nothing has run yet: line %d is the first", n->after->line);
    else
        narration_quiet_line(n);
    narrator_end_sentence(n);
}
