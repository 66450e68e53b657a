/* Reading a pattern and writing PCRE2's: what re_syntax.c, re_escape.c and re_group.c share. */
#ifndef REFARROWS_PYTHON_MODULES_RE_READER_H
#define REFARROWS_PYTHON_MODULES_RE_READER_H

#include "python/modules/re.h"

enum { RE_UNBOUNDED = 0x7FFFFFFF, RE_END = -1 };

/* How many characters something matches. */
typedef struct ReWidth { int64_t min, max; } ReWidth;

typedef struct ReReader {
    Vm *vm;
    RePattern *pattern;
    Chars source;
    int64_t at;
    uint32_t flags;            /* in force here */
    uint32_t global_flags;     /* of the whole, inline ones included */
    int depth;                 /* nested groups */
    int lookaround, lookbehind;
    int32_t closed;            /* groups closed so far */
    bool variable_lookbehind;
    int64_t late_group, late_position;    /* a conditional's group that must exist by the end; 0: none */
    ReText *out;               /* NULL: only reading */
    uint32_t limit;            /* the largest character of the width that is written for */
    ReMistake *mistake;
    bool failed;               /* a mistake or an exception: unwind */
} ReReader;

/* ---- the source ---- */
static inline int32_t re_peek(const ReReader *r)
{
    return r->at < r->source.length ? (int32_t)chars_at(r->source, r->at) : RE_END;
}
static inline bool re_accept(ReReader *r, int32_t c)
{
    if (re_peek(r) != c)
        return false;
    r->at++;
    return true;
}
/* Notes a mistake; the first one counts. Returns false. In the text %s is a piece of the pattern from `start` to
 * `end`, quoted as repr does where `quoted`. */
bool re_wrong(ReReader *r, int64_t position, const char *text, ...);
bool re_wrong_piece(ReReader *r, int64_t position, const char *before, int64_t start, int64_t end, bool quoted,
                    const char *after);
/* A name up to the terminator; its place in *start and *end. `what` is "group name" or "character name". */
bool re_read_until(ReReader *r, int32_t terminator, const char *what, int64_t *start, int64_t *end);
bool re_check_group_name(ReReader *r, int64_t start, int64_t end, int64_t offset);
int32_t re_find_group(const ReReader *r, int64_t start, int64_t end);      /* -1: no such name */
bool re_group_is_usable(ReReader *r, int32_t group, int64_t position);     /* closed, and not of this look-behind */

/* ---- the target ---- */
void re_put(ReReader *r, uint32_t c);
void re_put_ascii(ReReader *r, const char *text, ...);
void re_put_literal(ReReader *r, uint32_t c);

/* ---- re_escape.c ---- */
/* After a backslash outside a class. *is_place: it matches at a place, not characters. */
bool re_read_escape(ReReader *r, ReWidth *width, bool *is_place);
bool re_read_class(ReReader *r);                      /* after '[' */

/* ---- re_syntax.c ---- */
bool re_read_alternatives(ReReader *r, bool first, ReWidth *width);
/* The same, but at most so many of them; *count says how many there were. */
bool re_read_branches(ReReader *r, bool first, int most, int *count, ReWidth *width);

/* ---- re_group.c ---- */
/* After '('. *quiet: it was a comment or global flags, nothing to repeat. */
bool re_read_group(ReReader *r, bool first, ReWidth *width, bool *quiet);

static inline bool re_is_digit(int32_t c) { return c >= '0' && c <= '9'; }
static inline bool re_is_octal(int32_t c) { return c >= '0' && c <= '7'; }
static inline bool re_is_ascii_letter(int32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static inline int re_hex_value(int32_t c)
{
    return re_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

#endif
