/* Lessons: a program with something to say about it. A lesson is a JSON file, described by lessons/lesson.schema.json:
 *
 *     {"format": "refarrows-lesson", "version": 1, "title": "Two names, one object", "course": "Names and objects",
 *      "order": 2, "language": "python", "goal": "...", "intro": "...",
 *      "exercise": "...",
 *      "program": ["a = [1, 2]", "b = a"],
 *      "waypoints": [{"at": {"after": 2}, "say": "...",
 *                     "question": {"ask": "...", "choices": ["1", "2"], "answer": "2", "why": "..."}}],
 *      "requires": ["Names and objects"], "level": "references", "theme": "light", "zoom": 150,
 *      "hide": ["tmp"], "focus": "a"}
 *
 * A way-point is a place in the run where the lesson has something to say. Where that is in steps only the run can
 * tell: lesson_resolve.
 */
#ifndef REFARROWS_LESSON_LESSON_H
#define REFARROWS_LESSON_LESSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "machine/condition.h"
#include "machine/timeline.h"

enum {
    LESSON_LARGEST = 1 << 20,          /* bytes of a lesson, and of a program in a file of its own */
    LESSON_DEEPEST = 32,               /* nested brackets; the format needs 5 */
    LESSON_STEPS = 1000000,            /* lesson_resolve looks no further: a lesson is short */
    LESSON_HIDDEN = 12, LESSON_WORD = 48       /* names and types hidden, and the bytes of one with its NUL */
};

#define LESSON_NOWHERE UINT64_MAX      /* a way-point that is not resolved, or never reached */

typedef enum WaypointKind {
    WAYPOINT_LINE,             /* line `number` is about to run */
    WAYPOINT_AFTER,            /* line `number` has just run, calls included */
    WAYPOINT_STEP,             /* step `number` */
    WAYPOINT_WHEN,             /* `condition` holds, and did not at the step before */
    WAYPOINT_CALL,             /* `function` (any if NULL) is called */
    WAYPOINT_RETURN,           /* it stands at its return event */
    WAYPOINT_EXCEPTION,        /* an exception arrives in it */
    WAYPOINT_END               /* the last step */
} WaypointKind;

/* Of three kinds: with choices; free, which is thought about and then answered by `why`; or one that is made from the run
 * (predict.h), of which only the kind is said. */
typedef struct LessonQuestion {
    char *ask, *why;           /* NULL where the kind is said, if the run's own words are to be taken */
    char *hint;                /* after a first wrong answer; NULL: none of the lesson's own */
    char **choices;
    uint32_t choice_count;     /* 0: free, or made from the run */
    uint32_t answer;           /* index of the right choice */
    char *predict;             /* as prediction_kind_names; NULL: not made from the run */
} LessonQuestion;

typedef struct Waypoint {
    WaypointKind kind;
    uint64_t number;           /* line or step */
    uint32_t occurrence;       /* from 1: which time it comes there */
    char *function;            /* CALL, RETURN, EXCEPTION: may be NULL */
    Condition *condition;      /* WHEN */
    char *say;
    bool has_question;
    LessonQuestion question;
    uint64_t step;             /* LESSON_NOWHERE until resolved */
    int source_line, source_column;    /* where it stands in the lesson's file, from 1 */
} Waypoint;

typedef struct Lesson {
    char *path;                /* of the lesson's file */
    char *title, *course, *goal, *intro;   /* goal and intro may be NULL */
    char *exercise;            /* shown at the last step; may be NULL */
    int order;                 /* among all lessons, from 1; 0: none given */
    char *language;            /* "python" or "c" */
    char *program;             /* NUL-terminated */
    size_t program_length;
    char *program_name;        /* what the program is called in tracebacks: "names.py" */
    Waypoint *waypoints;       /* as written; lesson_resolve sorts nothing */
    uint32_t waypoint_count;
    char *level;               /* "values", "references", "counts", "memory"; NULL: not said */
    char *theme;               /* NULL: not said */
    int zoom;                  /* of the memory, in percent of what fits; 0: not said */
    char *focus;               /* the only name whose arrow and objects are drawn; NULL: all */
    char **input;              /* lines that the program is given to read */
    uint32_t input_count;
    char **hide;               /* names and types that are not drawn */
    uint32_t hide_count;
    char **requires;           /* titles of lessons that come before */
    uint32_t requires_count;
} Lesson;

/* Reads a lesson. When something is wrong with it, writes every mistake to `out` as a line `path:line:column: what is
 * wrong and what to do` (without line and column where the file cannot be read at all), and returns NULL. */
Lesson *lesson_load(const char *path, FILE *out);

/* The same for a text that is in memory already. `path` is where its program file is looked for. */
Lesson *lesson_parse(const char *path, const char *text, size_t length, FILE *out);

/* Takes NULL. */
void lesson_destroy(Lesson *lesson);

/* Reads a lesson only to find its mistakes; returns how many lines were written. */
size_t lesson_check(const char *path, FILE *out);

/* Finds the step of each way-point on a timeline that runs the lesson's program, and sets it. Each way-point that is
 * never reached is told on `out` (may be NULL) as a mistake at its place, "way-point 3 (line 9) is never reached".
 * Returns how many were not reached. When the timeline is cancelled, nobody is told and what was found is kept. */
size_t lesson_resolve(Lesson *lesson, Timeline *timeline, FILE *out);

/* The steps of those that were reached, malloc'ed; NULL: there are none, as for no lesson. */
uint64_t *lesson_steps(const Lesson *lesson, uint32_t *count);

/* The way-point at that step, the first if there are several, or NULL. */
const Waypoint *lesson_waypoint_at(const Lesson *lesson, uint64_t step);

/* Gives the lesson's input line by line, as TimelineOptions.input wants it; `reader` is a LessonInput. */
typedef struct LessonInput { const Lesson *lesson; uint32_t next; } LessonInput;
bool lesson_read_input(void *reader, const char **text, size_t *length);

/* The program as a source for MachineLanguage.load; points into the lesson. */
Source lesson_source(const Lesson *lesson);

#endif
