/* Python's pattern syntax, as CPython's re module reads it, written out as PCRE2's.
 *
 * One pass reads and writes at once. Most constructs are the same in both; what differs is said where it is written:
 * names become numbers, classes are spelled in code points, `{,n}` gets its 0, flags that PCRE2 knows only for the
 * whole pattern (ASCII, MULTILINE, DOTALL) choose what is written for each character, and VERBOSE ends here. The pattern is
 * compiled with PCRE2_MULTILINE and PCRE2_DOTALL set, so `^`, `$` and `.` are the forms with the flag.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "python/modules/re_reader.h"
#include "python/vm.h"

enum { RE_DEEPEST = 250, RE_LARGEST_REPEAT = 65535 };

/* ---- mistakes ---- */

bool re_wrong(ReReader *r, int64_t position, const char *text, ...)
{
    if (!r->failed) {
        va_list arguments;
        va_start(arguments, text);
        vsnprintf(r->mistake->text, sizeof r->mistake->text, text, arguments);
        va_end(arguments);
        r->mistake->position = position;
        r->mistake->type = TYPE_Exception;
        r->mistake->found = true;
        r->failed = true;
    }
    return false;
}

static size_t put_utf8(char *out, uint32_t c)
{
    int rest = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char lead[] = {0, 0xc0, 0xe0, 0xf0};
    out[0] = (char)(lead[rest] | c >> (6 * rest));
    for (int i = 1; i <= rest; i++)
        out[i] = (char)(0x80 | (c >> (6 * (rest - i)) & 0x3f));
    return (size_t)rest + 1;
}

bool re_wrong_piece(ReReader *r, int64_t position, const char *before, int64_t start, int64_t end, bool quoted,
                    const char *after)
{
    char piece[120];
    size_t n = 0;
    if (quoted && !r->pattern->is_text)
        piece[n++] = 'b';
    if (quoted)
        piece[n++] = '\'';
    for (int64_t i = start; i < end && n + 10 < sizeof piece; i++) {
        uint32_t c = chars_at(r->source, i);
        if (quoted && (c == '\\' || c == '\''))
            piece[n++] = '\\';
        if (quoted && (c < 32 || (!r->pattern->is_text && c > 126)))
            n += (size_t)snprintf(piece + n, 8, c == '\n' ? "\\n" : c == '\t' ? "\\t" : "\\x%02x", c);
        else
            n += put_utf8(piece + n, c);
    }
    if (quoted)
        piece[n++] = '\'';
    return re_wrong(r, position, "%s%.*s%s", before, (int)n, piece, after);
}

/* ---- the target ---- */

void re_put(ReReader *r, uint32_t c)
{
    ReText *out = r->out;
    if (!out || out->failed)
        return;
    if (out->length == out->room) {
        size_t room = out->room ? 2 * out->room : 64;
        uint32_t *grown = mem_realloc(r->vm, out->characters, room * sizeof *grown);
        if (!grown) {
            out->failed = true;
            return;
        }
        out->characters = grown;
        out->room = room;
    }
    out->characters[out->length++] = c;
}

void re_put_ascii(ReReader *r, const char *text, ...)
{
    char line[160];
    va_list arguments;
    if (!r->out)
        return;
    va_start(arguments, text);
    vsnprintf(line, sizeof line, text, arguments);
    va_end(arguments);
    for (const char *p = line; *p; p++)
        re_put(r, (unsigned char)*p);
}

/* Letters, digits, spaces and all that is not ASCII stand for themselves; other signs get a backslash. */
void re_put_literal(ReReader *r, uint32_t c)
{
    if (c > r->pattern->widest)
        r->pattern->widest = c;
    bool plain = c >= 0x80 || c <= ' ' || re_is_digit((int32_t)c) || re_is_ascii_letter((int32_t)c) || c == '_';
    if (!plain)
        re_put(r, '\\');
    if (c == 0)
        re_put_ascii(r, "\\x{0}");
    else
        re_put(r, c);
}

/* ---- names ---- */

bool re_read_until(ReReader *r, int32_t terminator, const char *what, int64_t *start, int64_t *end)
{
    *start = r->at;
    for (; re_peek(r) != terminator; r->at++)
        if (re_peek(r) == RE_END)
            return r->at == *start ? re_wrong(r, r->at, "missing %s", what)
                                   : re_wrong(r, *start, "missing %c, unterminated name", (int)terminator);
    *end = r->at++;
    return *end > *start || re_wrong(r, r->at - 1, "missing %s", what);
}

static bool is_name(ReReader *r, int64_t start, int64_t end)
{
    Chars piece = chars_slice(r->source, start, end);
    Object *text = str_from_kind(r->vm, piece.kind, piece.data, piece.length);
    bool answer = text && str_is_identifier(text);
    for (int64_t i = 0; answer && !r->pattern->is_text && i < piece.length; i++)
        answer = chars_at(piece, i) < 0x80;
    xdecref(r->vm, text);
    return answer;
}

bool re_check_group_name(ReReader *r, int64_t start, int64_t end, int64_t offset)
{
    return is_name(r, start, end) ||
           re_wrong_piece(r, r->at - (end - start) - offset, "bad character in group name ", start, end, true, "");
}

int32_t re_find_group(const ReReader *r, int64_t start, int64_t end)
{
    for (int32_t i = 1; i <= r->pattern->group_count; i++) {
        const ReGroup *group = &r->pattern->groups[i];
        if (group->name_length && chars_equal(chars_slice(r->source, group->name, group->name + group->name_length),
                                              chars_slice(r->source, start, end)))
            return i;
    }
    return -1;
}

bool re_group_is_usable(ReReader *r, int32_t group, int64_t position)
{
    const ReGroup *g = &r->pattern->groups[group];
    if (g->closing < 0)
        return re_wrong(r, position, "cannot refer to an open group");
    if (r->lookbehind && g->lookbehind >= r->lookbehind)
        return re_wrong(r, r->at, "cannot refer to group defined in the same lookbehind subpattern");
    return true;
}

/* ---- repeats ---- */

static int64_t times(int64_t width, int64_t count)
{
    return width && count > RE_UNBOUNDED / width ? RE_UNBOUNDED : width * count;
}

/* Digits as a number; more than any repeat may have count as RE_UNBOUNDED + 1. */
static int64_t read_number(ReReader *r, bool *given)
{
    int64_t value = 0;
    for (*given = false; re_is_digit(re_peek(r)); r->at++, *given = true)
        value = value > UINT32_MAX ? value : 10 * value + re_peek(r) - '0';
    return value;
}

/* After '{'. 1: a repeat; 0: the brace stands for itself, and r->at is after it; -1: mistake. */
static int read_bounds(ReReader *r, int64_t *min, int64_t *max)
{
    int64_t start = r->at;
    bool has_min, has_max;
    if (re_peek(r) == '}')
        return 0;
    *min = read_number(r, &has_min);
    *max = *min;
    has_max = has_min;
    if (re_accept(r, ','))
        *max = read_number(r, &has_max);
    if (!re_accept(r, '}')) {
        r->at = start;
        return 0;
    }
    if (*min >= UINT32_MAX || (has_max && *max >= UINT32_MAX)) {
        re_wrong(r, -1, "the repetition number is too large");
        r->mistake->type = TYPE_OverflowError;
        return -1;
    }
    if (!has_max)
        *max = RE_UNBOUNDED;
    if (*max < *min)
        re_wrong(r, start, "min repeat greater than max repeat");
    else if (*min > RE_LARGEST_REPEAT || (has_max && *max > RE_LARGEST_REPEAT)) {
        re_wrong(r, -1, "refarrows repeats at most %d times in a pattern", RE_LARGEST_REPEAT);
        r->mistake->type = TYPE_OverflowError;
    }
    return r->failed ? -1 : 1;
}

typedef enum Item { ITEM_NONE, ITEM_PLACE, ITEM_REPEAT, ITEM_OTHER } Item;

static void put_bounds(ReReader *r, int64_t min, int64_t max)
{
    if (max == RE_UNBOUNDED)
        re_put_ascii(r, "{%lld,}", (long long)min);
    else
        re_put_ascii(r, "{%lld,%lld}", (long long)min, (long long)max);
}

/* After the sign of a repeat at `position`; multiplies the width of the item before it. */
static bool finish_repeat(ReReader *r, int64_t position, int64_t min, int64_t max, Item item, ReWidth *width)
{
    if (item == ITEM_NONE || item == ITEM_PLACE)
        return re_wrong(r, position, "nothing to repeat");
    if (item == ITEM_REPEAT)
        return re_wrong(r, position, "multiple repeat");
    put_bounds(r, min, max);
    if (re_accept(r, '?'))
        re_put(r, '?');
    else if (re_accept(r, '+'))
        re_put(r, '+');
    width->min = times(width->min, min);
    width->max = times(width->max, max);
    return true;
}

static bool read_repeat(ReReader *r, int32_t sign, Item item, ReWidth *width, bool *literal)
{
    int64_t position = r->at - 1, min = sign == '+', max = sign == '?' ? 1 : RE_UNBOUNDED;
    if (sign == '{') {
        int kind = read_bounds(r, &min, &max);
        *literal = kind == 0;
        if (kind <= 0)
            return kind == 0;
    }
    return finish_repeat(r, position, min, max, item, width);
}

/* ---- sequences ---- */

static bool skip_verbose(ReReader *r, int32_t c)
{
    if (!(r->flags & RE_VERBOSE))
        return false;
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
        r->at++;
        return true;
    }
    if (c != '#')
        return false;
    while (re_peek(r) != RE_END && re_peek(r) != '\n')
        r->at++;
    return true;
}

/* `^` with MULTILINE: after every newline, even the last (PCRE2_ALT_CIRCUMFLEX). `$` without: `\Z`, which in PCRE2 also
 * matches before a newline at the end. */
static void put_anchor(ReReader *r, int32_t c)
{
    bool lines = r->flags & RE_MULTILINE;
    if (c == '^')
        re_put_ascii(r, lines ? "^" : "\\A");
    else
        re_put_ascii(r, lines ? "$" : "\\Z");
}

/* What stands alone: an escape, class, group, anchor, dot or literal. *item says what kind of thing it was. */
static bool read_item(ReReader *r, int32_t c, bool first, ReWidth *width, Item *item)
{
    bool flag = false;
    *width = (ReWidth){1, 1};
    *item = ITEM_OTHER;
    switch (c) {
    case '\\':
        if (!re_read_escape(r, width, &flag))
            return false;
        *item = flag ? ITEM_PLACE : ITEM_OTHER;
        return true;
    case '[': return re_read_class(r);
    case '(':
        if (!re_read_group(r, first, width, &flag))
            return false;
        *item = flag ? ITEM_NONE : ITEM_OTHER;
        return true;
    case '^':
    case '$':
        *width = (ReWidth){0, 0};
        *item = ITEM_PLACE;
        put_anchor(r, c);
        return true;
    case '.': re_put_ascii(r, r->flags & RE_DOTALL ? "." : "\\N"); return true;
    default: re_put_literal(r, (uint32_t)c); return true;
    }
}

static void add_width(ReWidth *sum, ReWidth width)
{
    sum->min = sum->min + width.min > RE_UNBOUNDED ? RE_UNBOUNDED : sum->min + width.min;
    sum->max = sum->max + width.max > RE_UNBOUNDED ? RE_UNBOUNDED : sum->max + width.max;
}

static bool read_sequence(ReReader *r, bool first, ReWidth *sum)
{
    ReWidth last = {0, 0};
    Item item = ITEM_NONE;
    int32_t c;
    *sum = (ReWidth){0, 0};
    while (!r->failed && (c = re_peek(r)) != RE_END && c != '|' && c != ')') {
        if (skip_verbose(r, c))
            continue;
        r->at++;
        bool literal = false;
        if (c == '*' || c == '+' || c == '?' || c == '{') {
            if (!read_repeat(r, c, item, &last, &literal))
                return false;
            if (!literal) {
                item = ITEM_REPEAT;
                continue;
            }
        }
        Item next;
        ReWidth width;
        if (!read_item(r, c, first && item == ITEM_NONE, &width, &next))
            return false;
        if (next == ITEM_NONE)
            continue;          /* a comment: what follows repeats what precedes */
        add_width(sum, last);
        last = width;
        item = next;
    }
    add_width(sum, last);
    return !r->failed;
}

static bool read_branches(ReReader *r, bool first, int most, int *count, ReWidth *width)
{
    bool fine = read_sequence(r, first, width);
    for (*count = 1; fine && *count < most && re_accept(r, '|'); ++*count) {
        ReWidth other;
        re_put(r, '|');
        fine = read_sequence(r, false, &other);
        width->min = other.min < width->min ? other.min : width->min;
        width->max = other.max > width->max ? other.max : width->max;
    }
    return fine;
}

bool re_read_branches(ReReader *r, bool first, int most, int *count, ReWidth *width)
{
    if (vm_enter_recursion(r->vm, " in a regular expression") < 0) {
        r->failed = true;
        return false;
    }
    if (r->depth >= RE_DEEPEST) {
        vm_raise(r->vm, TYPE_RecursionError, "maximum recursion depth exceeded in a regular expression");
        r->failed = true;
    } else {
        r->depth++;
        read_branches(r, first, most, count, width);
        r->depth--;
    }
    vm_leave_recursion(r->vm);
    return !r->failed;
}

bool re_read_alternatives(ReReader *r, bool first, ReWidth *width)
{
    int count;
    return re_read_branches(r, first, INT32_MAX, &count, width);
}

/* ---- the whole ---- */

static bool wrong_flags(ReReader *r, const char *text)
{
    re_wrong(r, -1, "%s", text);
    r->mistake->type = TYPE_ValueError;
    return false;
}

static bool fix_flags(ReReader *r)
{
    uint32_t flags = r->global_flags;
    if (r->pattern->is_text) {
        if (flags & RE_LOCALE)
            return wrong_flags(r, "cannot use LOCALE flag with a str pattern");
        if ((flags & RE_ASCII) && (flags & RE_UNICODE))
            return wrong_flags(r, "ASCII and UNICODE flags are incompatible");
        if (!(flags & RE_ASCII))
            flags |= RE_UNICODE;
    } else {
        if (flags & RE_UNICODE)
            return wrong_flags(r, "cannot use UNICODE flag with a bytes pattern");
        if ((flags & RE_LOCALE) && (flags & RE_ASCII))
            return wrong_flags(r, "ASCII and LOCALE flags are incompatible");
    }
    r->pattern->flags = flags;
    return true;
}

static bool finish(ReReader *r)
{
    if (r->failed)
        return false;
    if (re_peek(r) != RE_END)
        return re_wrong(r, r->at, "unbalanced parenthesis");
    if (r->late_group > r->pattern->group_count)
        return re_wrong(r, r->late_position, "invalid group reference %lld", (long long)r->late_group);
    if (r->variable_lookbehind)
        return re_wrong(r, -1, "look-behind requires fixed-width pattern");
    return fix_flags(r);
}

static bool first_group(Vm *vm, RePattern *pattern)
{
    if (!pattern->groups && !(pattern->groups = mem_alloc(vm, sizeof *pattern->groups))) {
        vm_raise_memory(vm);
        return false;
    }
    memset(pattern->groups, 0, sizeof *pattern->groups);
    pattern->groups[0].closing = -1;
    pattern->group_count = 0;
    return true;
}

bool re_translate(Vm *vm, RePattern *pattern, ReText *text, uint32_t limit, ReMistake *mistake)
{
    ReReader r = {.vm = vm, .pattern = pattern, .out = text, .limit = limit, .mistake = mistake,
                  .flags = pattern->flags, .global_flags = pattern->flags};
    Object *source = pattern->pattern;
    const Str *str = (const Str *)source;
    r.source = pattern->is_text ? (Chars){str_data(str), str->length, str->kind}
                                : (Chars){((Bytes *)source)->data, ((Bytes *)source)->length, 1};
    if (pattern->is_text && !(r.flags & RE_ASCII))
        r.flags |= RE_UNICODE;
    if (!first_group(vm, pattern))
        return false;
    if (r.flags & RE_IGNORECASE)
        re_put_ascii(&r, "(?i)");
    ReWidth width;
    re_read_alternatives(&r, true, &width);
    if (!finish(&r))
        return false;
    pattern->groups[0] = (ReGroup){.min = width.min, .max = width.max, .closing = r.closed};
    if (text && text->failed)
        vm_raise_memory(vm);
    return !text || !text->failed;
}
