/* What may follow '(' in a pattern: groups, named groups, references, comments, look-around, conditions, flags. */
#include <stdio.h>
#include <string.h>

#include "python/modules/re_reader.h"
#include "python/unicode.h"
#include "python/vm.h"

static bool unterminated(ReReader *r, int64_t start)
{
    return re_wrong(r, start, "missing ), unterminated subpattern");
}

/* The contents and the closing parenthesis. */
static bool read_body(ReReader *r, int64_t start, ReWidth *width)
{
    if (!re_read_alternatives(r, false, width))
        return false;
    if (!re_accept(r, ')'))
        return unterminated(r, start);
    re_put(r, ')');
    return true;
}

/* ---- groups that capture ---- */

static int32_t open_group(ReReader *r, int64_t name, int64_t name_end)
{
    RePattern *p = r->pattern;
    int32_t known = name_end > name ? re_find_group(r, name, name_end) : -1;
    if (known > 0) {
        ReMistake *m = r->mistake;
        re_wrong_piece(r, name, "redefinition of group name ", name, name_end, true, "");
        size_t n = strlen(m->text);
        snprintf(m->text + n, sizeof m->text - n, " as group %d; was group %d", p->group_count + 1, known);
        return -1;
    }
    ReGroup *grown = mem_realloc(r->vm, p->groups, (size_t)(p->group_count + 2) * sizeof *grown);
    if (!grown) {
        vm_raise_memory(r->vm);
        r->failed = true;
        return -1;
    }
    p->groups = grown;
    grown[++p->group_count] = (ReGroup){.name = name, .name_length = name_end - name, .closing = -1,
                                        .lookbehind = r->lookbehind, .lookaround = r->lookaround > 0};
    return p->group_count;
}

static bool read_capture(ReReader *r, int64_t start, int64_t name, int64_t name_end, ReWidth *width)
{
    int32_t number = open_group(r, name, name_end);
    re_put(r, '(');
    if (number < 0 || !read_body(r, start, width))
        return false;
    ReGroup *group = &r->pattern->groups[number];
    group->min = width->min;
    group->max = width->max;
    group->closing = r->closed++;
    return true;
}

/* ---- (?P ---- */

static bool read_named_reference(ReReader *r, ReWidth *width)
{
    int64_t start, end;
    if (!re_read_until(r, ')', "group name", &start, &end) || !re_check_group_name(r, start, end, 1))
        return false;
    int32_t group = re_find_group(r, start, end);
    if (group < 0)
        return re_wrong_piece(r, start, "unknown group name ", start, end, true, "");
    if (!re_group_is_usable(r, group, start))
        return false;
    *width = (ReWidth){r->pattern->groups[group].min, r->pattern->groups[group].max};
    re_put_ascii(r, "\\g{%d}", group);
    return true;
}

static bool read_python_extension(ReReader *r, int64_t start, ReWidth *width)
{
    int64_t name, end;
    if (re_accept(r, '<'))
        return re_read_until(r, '>', "group name", &name, &end) && re_check_group_name(r, name, end, 1) &&
               read_capture(r, start, name, end, width);
    if (re_accept(r, '='))
        return read_named_reference(r, width);
    if (re_peek(r) == RE_END)
        return re_wrong(r, r->at, "unexpected end of pattern");
    r->at++;
    return re_wrong_piece(r, r->at - 3, "unknown extension ", r->at - 3, r->at, false, "");
}

/* ---- the others ---- */

static bool read_comment(ReReader *r, int64_t start)
{
    while (re_peek(r) != ')') {
        if (re_peek(r) == RE_END)
            return re_wrong(r, start, "missing ), unterminated comment");
        r->at++;
    }
    r->at++;
    return true;
}

static bool read_look(ReReader *r, int64_t start, const char *sign, bool behind, ReWidth *width)
{
    ReWidth body;
    re_put_ascii(r, "(?%s", sign);
    r->lookaround++;
    r->lookbehind += behind;
    bool fine = read_body(r, start, &body);
    r->lookbehind -= behind;
    r->lookaround--;
    if (behind && body.min != body.max)
        r->variable_lookbehind = true;
    *width = (ReWidth){0, 0};
    return fine;
}

static bool read_lookbehind(ReReader *r, int64_t start, ReWidth *width)
{
    int32_t c = re_peek(r);
    if (c == RE_END)
        return re_wrong(r, r->at, "unexpected end of pattern");
    r->at++;
    if (c == '=' || c == '!')
        return read_look(r, start, c == '=' ? "<=" : "<!", true, width);
    return re_wrong_piece(r, r->at - 3, "unknown extension ", r->at - 3, r->at, false, "");
}

/* The number in (?(1)...); 0 when it is none. */
static int64_t condition_number(ReReader *r, int64_t start, int64_t end)
{
    int64_t value = 0;
    for (int64_t i = start; i < end; i++) {
        uint32_t c = chars_at(r->source, i);
        if (c < '0' || c > '9') {
            re_wrong_piece(r, start, "bad character in group name ", start, end, true, "");
            return 0;
        }
        value = value > RE_UNBOUNDED ? value : 10 * value + c - '0';
    }
    if (value == 0)
        re_wrong(r, start, "bad group number");
    else if (value >= RE_UNBOUNDED)
        re_wrong(r, start, "invalid group reference %lld", (long long)value);
    return value;
}

static int64_t condition_group(ReReader *r)
{
    int64_t start, end;
    if (!re_read_until(r, ')', "group name", &start, &end))
        return 0;
    if (re_is_digit((int32_t)chars_at(r->source, start))) {
        int64_t number = condition_number(r, start, end);
        if (number > r->late_group) {
            r->late_group = number;
            r->late_position = start;
        }
        return r->failed ? 0 : number;
    }
    if (!re_check_group_name(r, start, end, 1))
        return 0;
    int32_t group = re_find_group(r, start, end);
    if (group < 0)
        re_wrong_piece(r, start, "unknown group name ", start, end, true, "");
    return group < 0 ? 0 : group;
}

static bool read_condition(ReReader *r, int64_t start, ReWidth *width)
{
    int branches;
    int64_t group = condition_group(r);
    if (r->failed)
        return false;
    if (r->lookbehind && group > r->pattern->group_count)
        return re_wrong(r, r->at, "cannot refer to an open group");
    if (r->lookbehind && !re_group_is_usable(r, (int32_t)group, r->at))
        return false;
    re_put_ascii(r, "(?(%lld)", (long long)group);
    if (!re_read_branches(r, false, 2, &branches, width))
        return false;
    if (re_peek(r) == '|')
        return re_wrong(r, r->at, "conditional backref with more than two branches");
    if (!re_accept(r, ')'))
        return unterminated(r, start);
    if (branches == 1)
        width->min = 0;
    re_put(r, ')');
    return true;
}

/* ---- flags ---- */

static uint32_t flag_of(int32_t c)
{
    switch (c) {
    case 'i': return RE_IGNORECASE;
    case 'L': return RE_LOCALE;
    case 'm': return RE_MULTILINE;
    case 's': return RE_DOTALL;
    case 'x': return RE_VERBOSE;
    case 'a': return RE_ASCII;
    case 'u': return RE_UNICODE;
    default: return 0;
    }
}

enum { TYPE_FLAGS = RE_ASCII | RE_LOCALE | RE_UNICODE };

/* The next letter, or a mistake that says what is missing. */
static int32_t next_flag(ReReader *r, const char *missing)
{
    int32_t c = re_peek(r);
    if (c == RE_END) {
        re_wrong(r, r->at, "%s", missing);
        return RE_END;
    }
    r->at++;
    return c;
}

static bool not_a_flag(ReReader *r, int32_t c, const char *missing)
{
    return re_wrong(r, r->at - 1, "%s", unicode_is_alpha((uint32_t)c) ? "unknown flag" : missing);
}

static bool read_added_flags(ReReader *r, int32_t *c, uint32_t *added)
{
    static const char missing[] = "missing -, : or )";
    while (*c != ')' && *c != '-' && *c != ':') {
        uint32_t flag = flag_of(*c);
        if (!flag)
            return not_a_flag(r, *c, missing);
        if (r->pattern->is_text && flag == RE_LOCALE)
            return re_wrong(r, r->at, "bad inline flags: cannot use 'L' flag with a str pattern");
        if (!r->pattern->is_text && flag == RE_UNICODE)
            return re_wrong(r, r->at, "bad inline flags: cannot use 'u' flag with a bytes pattern");
        *added |= flag;
        if ((flag & TYPE_FLAGS) && (*added & TYPE_FLAGS) != flag)
            return re_wrong(r, r->at, "bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        if ((*c = next_flag(r, missing)) == RE_END)
            return false;
    }
    return true;
}

static bool read_removed_flags(ReReader *r, uint32_t *removed)
{
    const char *missing = "missing flag";
    for (;;) {
        int32_t c = next_flag(r, missing);
        if (c == RE_END)
            return false;
        if (c == ':' && *removed)
            return true;
        uint32_t flag = flag_of(c);
        if (!flag)
            return not_a_flag(r, c, missing);
        if (flag & TYPE_FLAGS)
            return re_wrong(r, r->at, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        *removed |= flag;
        missing = "missing :";
    }
}

static bool set_global_flags(ReReader *r, int64_t start, bool first, uint32_t added)
{
    if (!first)
        return re_wrong(r, start, "global flags not at the start of the expression");
    r->global_flags |= added;
    r->flags |= added;
    if (added & RE_ASCII)
        r->flags &= ~(uint32_t)RE_UNICODE;
    if (added & RE_IGNORECASE)
        re_put_ascii(r, "(?i)");
    return true;
}

static bool read_flags(ReReader *r, int64_t start, bool first, int32_t c, ReWidth *width, bool *quiet)
{
    uint32_t added = 0, removed = 0, before = r->flags;
    if (!read_added_flags(r, &c, &added))
        return false;
    if (c == ')') {
        *quiet = true;
        return set_global_flags(r, start, first, added);
    }
    if (c == '-' && !read_removed_flags(r, &removed))
        return false;
    if (added & removed)
        return re_wrong(r, r->at - 1, "bad inline flags: flag turned on and off");
    if (added & TYPE_FLAGS)
        r->flags &= ~(uint32_t)TYPE_FLAGS;
    r->flags = (r->flags | added) & ~removed;
    re_put_ascii(r, r->flags & RE_IGNORECASE ? "(?i:" : "(?-i:");
    bool fine = read_body(r, start, width);
    r->flags = before;
    return fine;
}

/* ---- which one ---- */

static bool read_extension(ReReader *r, int64_t start, bool first, ReWidth *width, bool *quiet)
{
    int32_t c = re_peek(r);
    if (c == RE_END)
        return re_wrong(r, r->at, "unexpected end of pattern");
    r->at++;
    switch (c) {
    case 'P': return read_python_extension(r, start, width);
    case ':': re_put_ascii(r, "(?:"); return read_body(r, start, width);
    case '>': re_put_ascii(r, "(?>"); return read_body(r, start, width);
    case '#': *quiet = true; return read_comment(r, start);
    case '=': return read_look(r, start, "=", false, width);
    case '!': return read_look(r, start, "!", false, width);
    case '<': return read_lookbehind(r, start, width);
    case '(': return read_condition(r, start, width);
    default: break;
    }
    if (flag_of(c) || c == '-')
        return read_flags(r, start, first, c, width, quiet);
    return re_wrong_piece(r, r->at - 2, "unknown extension ", r->at - 2, r->at, false, "");
}

bool re_read_group(ReReader *r, bool first, ReWidth *width, bool *quiet)
{
    int64_t start = r->at - 1;
    if (re_accept(r, '?'))
        return read_extension(r, start, first, width, quiet);
    return read_capture(r, start, 0, 0, width);
}
