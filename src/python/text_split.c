/* split, rsplit, splitlines, partition, rpartition.
 *
 * The list of a split is made with room for up to twelve pieces, as CPython's stringlib/split.h does it, because its size
 * shows: sys.getsizeof("a b".split()) counts the room.
 */
#include "python/text.h"

#include "python/objects/containers.h"
#include "python/unicode.h"
#include "python/vm.h"

enum { PIECES_ROOM = 12 };

typedef bool (*CharTest)(uint32_t c);

static bool byte_is_space(uint32_t c) { return c == ' ' || c - 9 < 5; }
static bool byte_is_line_break(uint32_t c) { return c == '\n' || c == '\r'; }

typedef struct Pieces {
    Object *list, *self;
    int64_t count, room;
} Pieces;

static bool pieces_init(Vm *vm, Pieces *p, Object *self, int64_t max_split)
{
    p->self = self;
    p->count = 0;
    p->room = max_split >= PIECES_ROOM ? PIECES_ROOM : max_split + 1;
    p->list = list_new(vm, p->room);
    return p->list != NULL;
}

static bool pieces_add(Vm *vm, Pieces *p, int64_t start, int64_t end)
{
    Object *piece = vm_asked_to_stop(vm) ? NULL : text_slice(vm, p->self, start, end);
    if (!piece)
        return false;
    if (p->count < p->room) {
        ((List *)p->list)->items[p->count++] = piece;
        return true;
    }
    p->count++;
    int status = list_append(vm, p->list, piece);
    decref(vm, piece);
    return status == 0;
}

static Object *pieces_done(Vm *vm, Pieces *p, bool good, bool reversed)
{
    List *list = (List *)p->list;
    if (p->count < p->room)
        list->length = p->count;
    if (!good) {
        decref(vm, p->list);
        return NULL;
    }
    for (int64_t i = 0, j = list->length - 1; reversed && i < j; i++, j--) {
        Object *swapped = list->items[i];
        list->items[i] = list->items[j];
        list->items[j] = swapped;
    }
    return p->list;
}

/* ---- at white space ---- */

static bool split_space(Vm *vm, Pieces *p, Chars c, int64_t max_split, CharTest is_space)
{
    int64_t i = 0;
    while (max_split-- > 0) {
        while (i < c.length && is_space(chars_at(c, i)))
            i++;
        int64_t start = i;
        while (i < c.length && !is_space(chars_at(c, i)))
            i++;
        if (start == i)
            return true;
        if (!pieces_add(vm, p, start, i))
            return false;
    }
    while (i < c.length && is_space(chars_at(c, i)))
        i++;
    return i == c.length || pieces_add(vm, p, i, c.length);
}

static bool rsplit_space(Vm *vm, Pieces *p, Chars c, int64_t max_split, CharTest is_space)
{
    int64_t i = c.length;
    while (max_split-- > 0) {
        while (i > 0 && is_space(chars_at(c, i - 1)))
            i--;
        int64_t end = i;
        while (i > 0 && !is_space(chars_at(c, i - 1)))
            i--;
        if (end == i)
            return true;
        if (!pieces_add(vm, p, i, end))
            return false;
    }
    while (i > 0 && is_space(chars_at(c, i - 1)))
        i--;
    return i == 0 || pieces_add(vm, p, 0, i);
}

/* ---- at a separator ---- */

static bool split_at(Vm *vm, Pieces *p, Chars c, Chars separator, int64_t max_split)
{
    int64_t i = 0;
    while (max_split-- > 0) {
        int64_t at = chars_find(chars_slice(c, i, c.length), separator, 1);
        if (at < 0)
            break;
        if (!pieces_add(vm, p, i, i + at))
            return false;
        i += at + separator.length;
    }
    return pieces_add(vm, p, i, c.length);
}

static bool rsplit_at(Vm *vm, Pieces *p, Chars c, Chars separator, int64_t max_split)
{
    int64_t end = c.length;
    while (max_split-- > 0) {
        int64_t at = chars_find(chars_slice(c, 0, end), separator, -1);
        if (at < 0)
            break;
        if (!pieces_add(vm, p, at + separator.length, end))
            return false;
        end = at;
    }
    return pieces_add(vm, p, 0, end);
}

static bool separator_argument(Vm *vm, Object *self, Object *object, Chars *out)
{
    if (!is_str(vm, self)) {
        if (!text_from_bytes_like(vm, object, out))
            return false;
    } else if (!is_str(vm, object)) {
        return vm_raise(vm, TYPE_TypeError, "must be str or None, not %T", object);
    } else {
        *out = text_chars(vm, object);
    }
    return out->length > 0 || vm_raise(vm, TYPE_ValueError, "empty separator");
}

static Object *split(Vm *vm, const char *name, Object *self, Object *const *args, size_t count, Object *names,
                     bool from_right)
{
    Object *given[2];
    int64_t max_split = -1;
    if (!args_parse(vm, name, "|sep,maxsplit", args, count, names, given) ||
        (given[1] && !text_number_argument(vm, given[1], &max_split)))
        return NULL;
    if (max_split < 0)
        max_split = INT64_MAX;
    Chars c = text_chars(vm, self), separator = {0};
    bool space = !given[0] || given[0] == none(vm);
    if (!space && !separator_argument(vm, self, given[0], &separator))
        return NULL;
    Pieces p;
    if (!pieces_init(vm, &p, self, max_split))
        return NULL;
    bool good;
    CharTest is_space = is_str(vm, self) ? unicode_is_space : byte_is_space;
    if (space)
        good = (from_right ? rsplit_space : split_space)(vm, &p, c, max_split, is_space);
    else
        good = (from_right ? rsplit_at : split_at)(vm, &p, c, separator, max_split);
    return pieces_done(vm, &p, good, from_right);
}

Object *text_split(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return split(vm, "split", self, args, count, names, false);
}

Object *text_rsplit(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return split(vm, "rsplit", self, args, count, names, true);
}

/* ---- at line ends ---- */

static bool split_lines(Vm *vm, Pieces *p, Chars c, bool keep_ends, CharTest is_break)
{
    int64_t i = 0;
    while (i < c.length) {
        int64_t start = i;
        while (i < c.length && !is_break(chars_at(c, i)))
            i++;
        int64_t end = i;
        if (i < c.length)
            i += chars_at(c, i) == '\r' && i + 1 < c.length && chars_at(c, i + 1) == '\n' ? 2 : 1;
        if (!pieces_add(vm, p, start, keep_ends ? i : end))
            return false;
    }
    return true;
}

Object *text_splitlines(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *keep = NULL;
    int64_t keep_ends = 0;
    if (!args_parse(vm, "splitlines", "|keepends", args, count, names, &keep) ||
        (keep && !text_number_argument(vm, keep, &keep_ends)))
        return NULL;
    Pieces p;
    if (!pieces_init(vm, &p, self, -1))
        return NULL;
    CharTest is_break = is_str(vm, self) ? unicode_is_line_break : byte_is_line_break;
    bool good = split_lines(vm, &p, text_chars(vm, self), keep_ends != 0, is_break);
    return pieces_done(vm, &p, good, false);
}

/* ---- partition ---- */

/* A tuple of three that takes the references over; NULL among them is an error that is already set. */
static Object *triple(Vm *vm, Object *a, Object *b, Object *c)
{
    Object *tuple = a && b && c ? tuple_pack(vm, 3, a, b, c) : NULL;
    xdecref(vm, a);
    xdecref(vm, b);
    xdecref(vm, c);
    return tuple;
}

static Object *empty_like(Vm *vm, Object *self) { return text_from_chars(vm, self, (Chars){"", 0, 1}); }

/* Immutable text is shared even when it is an instance of a subclass. */
static Object *whole(Vm *vm, Object *self, Object *text)
{
    bool shared = is_str(vm, self) || is_bytes(vm, self);
    return shared ? incref(text) : text_from_chars(vm, self, text_chars(vm, text));
}

static Object *partition(Vm *vm, Object *self, Object *separator, int direction)
{
    Chars c = text_chars(vm, self), part;
    if (!is_str(vm, self)) {
        if (!text_from_bytes_like(vm, separator, &part))
            return NULL;
    } else if (!is_str(vm, separator)) {
        return vm_raise(vm, TYPE_TypeError, "must be str, not %T", separator);
    } else {
        part = text_chars(vm, separator);
    }
    if (part.length == 0)
        return vm_raise(vm, TYPE_ValueError, "empty separator");
    int64_t at = chars_find(c, part, direction);
    if (at < 0 && direction > 0)
        return triple(vm, whole(vm, self, self), empty_like(vm, self), empty_like(vm, self));
    if (at < 0)
        return triple(vm, empty_like(vm, self), empty_like(vm, self), whole(vm, self, self));
    return triple(vm, text_from_chars(vm, self, chars_slice(c, 0, at)), whole(vm, self, separator),
                  text_from_chars(vm, self, chars_slice(c, at + part.length, c.length)));
}

Object *text_partition(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return partition(vm, self, args[0], 1);
}

Object *text_rpartition(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return partition(vm, self, args[0], -1);
}
