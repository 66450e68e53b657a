/* Regular expressions: Python's syntax translated to PCRE2's, matched by PCRE2.
 *
 * A pattern is read once for its errors, groups and flags (re_syntax.c), and written out as a PCRE2 pattern for each
 * width of characters that it is matched against (re_engine.c): PCRE2's libraries for 8, 16 and 32 bits match right in the
 * characters of a str, with no conversion and no copy, since none of them is told that the text is UTF.
 *
 * What PCRE2 makes of a pattern lies in the arena, allocated like everything else that an object owns. What it needs
 * while it matches (a stack of its own) is malloc'd and freed within the one call, during which no code of the program runs.
 */
#ifndef REFARROWS_PYTHON_MODULES_RE_H
#define REFARROWS_PYTHON_MODULES_RE_H

#include "python/chars.h"
#include "python/object.h"

/* As in CPython's sre_constants. */
typedef enum ReFlag {
    RE_IGNORECASE = 2, RE_LOCALE = 4, RE_MULTILINE = 8, RE_DOTALL = 16, RE_UNICODE = 32, RE_VERBOSE = 64,
    RE_DEBUG = 128, RE_ASCII = 256
} ReFlag;

enum { RE_WIDTHS = 3 };        /* 8, 16, 32 bits */

typedef struct ReGroup {
    int64_t name, name_length; /* where its name stands in the pattern; length 0: it has none */
    int64_t min, max;          /* characters that it may match; max INT64_MAX: any number */
    int32_t closing;           /* its rank in the order of closing parentheses; -1: still open */
    int32_t lookbehind;        /* nested look-behinds around it */
    bool lookaround;           /* inside a look-ahead or look-behind: what it matches may lie after the match */
} ReGroup;

typedef struct RePattern {
    Object head;
    Object *pattern;           /* str or bytes; owned */
    Object *group_index;       /* dict of names; owned */
    Object *index_group;       /* tuple of names or None, by number from 0 on; owned */
    Object *weaklist;
    ReGroup *groups;           /* groups[0] is the whole; a block in the arena */
    int32_t group_count;       /* without the whole */
    uint32_t flags;
    uint32_t widest;           /* the largest character that the pattern names */
    bool is_text;              /* str, not bytes */
    void *code[RE_WIDTHS];     /* pcre2_code of each width, made when first needed */
    void *watched[RE_WIDTHS];  /* the same with callouts, for matches that take long */
} RePattern;

typedef struct ReMatch {
    Object head;
    int64_t size;
    Object *string, *regs;     /* owned; regs NULL until asked for */
    RePattern *pattern;        /* owned */
    int64_t pos, endpos, last_index;   /* last_index -1: no group took part */
    int64_t groups;            /* with the whole */
    int64_t marks[];           /* start and end of each; -1: it took no part */
} ReMatch;

/* A mistake in a pattern or template: `position` -1 says none. The text is UTF-8. */
typedef struct ReMistake { char text[256]; int64_t position; TypeId type; bool found; } ReMistake;

/* A PCRE2 pattern in code points, in the arena (mem_free). */
typedef struct ReText { uint32_t *characters; size_t length, room; bool failed; } ReText;

/* ---- re_syntax.c ---- */
/* Reads the pattern. With `text` NULL only for flags, groups and mistakes, which go into `pattern` (its flags hold what
 * was given); otherwise writes the PCRE2 pattern for characters up to `limit`. False with a mistake, or with an
 * exception (out of memory, too deep) and none. */
bool re_translate(Vm *vm, RePattern *pattern, ReText *text, uint32_t limit, ReMistake *mistake);

/* ---- re_engine.c ---- */
enum { RE_SEARCH = 0, RE_MATCH = 1, RE_FULLMATCH = 2, RE_NOT_EMPTY_AT_START = 4 };
/* Tries to match within subject[0:end], from `start` on. 1: matched, and marks (2 for each group, the whole first) are
 * set; 0: not; -1 with an exception, also when the run was cancelled meanwhile. */
int re_run(Vm *vm, RePattern *pattern, Chars subject, int64_t start, int how, int64_t *marks);
/* The width at which a pattern sees that subject: 0, 1, 2. */
int re_width(const RePattern *pattern, Chars subject);
/* Compiles it for the narrowest width: -1 with an exception or mistake. */
int re_prepare(Vm *vm, RePattern *pattern, ReMistake *mistake);
void re_forget(Vm *vm, RePattern *pattern);           /* frees what PCRE2 made */

/* ---- re_match.c ---- */
Object *re_match_new(Vm *vm, RePattern *pattern, Object *string, int64_t pos, int64_t endpos, const int64_t *marks);
/* What a group matched: new reference; `otherwise` (borrowed) where it took no part. */
Object *re_match_slice(Vm *vm, const ReMatch *match, int64_t group, Object *otherwise);
/* string[start:end] as str or bytes. */
Object *re_slice(Vm *vm, Object *string, int64_t start, int64_t end);

/* ---- re_template.c ---- */
/* Appends what a template of sub() or expand() makes of the marks to the list of pieces. `template` is compiled by
 * re_template: a str, bytes, or list of those and of ints (group numbers). */
Object *re_template(Vm *vm, RePattern *pattern, Object *text);
int re_template_append(Vm *vm, Object *pieces, Object *compiled, Object *string, const int64_t *marks);
Object *re_join(Vm *vm, Object *string, Object *pieces);   /* the pieces as one str or bytes, whichever `string` is */

/* ---- re_pattern.c ---- */
/* Raises re.error, or another exception, for a mistake in `source`; returns NULL. */
void *re_raise(Vm *vm, const ReMistake *mistake, Object *source);

#endif
