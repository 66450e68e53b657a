/* find, rfind, index, rindex, count, startswith, endswith.
 * Source of behaviour: CPython's stringlib/find.h, bytes_methods.c and unicodeobject.c (tailmatch).
 */
#include "python/text.h"

#include "python/objects/containers.h"
#include "python/vm.h"

/* What is searched for and where, from the arguments (part[, start[, end]]). */
typedef struct Search {
    Chars all, part;
    int64_t start, end;
    uint8_t byte;              /* a part given as an int lives here */
} Search;

static bool check_count(Vm *vm, const char *name, size_t count)
{
    if (count < 1)
        return vm_raise(vm, TYPE_TypeError, "%s() takes at least 1 argument (0 given)", name);
    return count <= 3 || vm_raise(vm, TYPE_TypeError, "%s() takes at most 3 arguments (%zu given)", name, count);
}

static bool part_argument(Vm *vm, Object *self, Object *part, Search *search)
{
    if (is_str(vm, self)) {
        if (!is_str(vm, part))
            return vm_raise(vm, TYPE_TypeError, "must be str, not %T", part);
    } else if (!text_is_bytes_like(vm, part)) {
        if (!object_type(vm, part)->slots.to_index)
            return vm_raise(vm, TYPE_TypeError, "argument should be integer or bytes-like object, not '%T'", part);
        search->part = (Chars){&search->byte, 1, 1};
        return text_byte_argument(vm, part, &search->byte);
    }
    search->part = text_chars(vm, part);
    return true;
}

static bool search_arguments(Vm *vm, const char *name, Object *self, Object *const *args, size_t count, Search *out)
{
    out->all = text_chars(vm, self);
    return check_count(vm, name, count) &&
           text_bounds(vm, count > 1 ? args[1] : NULL, count > 2 ? args[2] : NULL, out->all.length, &out->start,
                       &out->end) &&
           part_argument(vm, self, args[0], out);
}

/* The position, -1 when absent, -2 on error. */
static int64_t search(Vm *vm, const char *name, Object *self, Object *const *args, size_t count, int direction)
{
    Search s;
    if (!search_arguments(vm, name, self, args, count, &s))
        return -2;
    if (s.end < s.start)
        return -1;
    int64_t at = chars_find(chars_slice(s.all, s.start, s.end), s.part, direction);
    return at < 0 ? -1 : at + s.start;
}

Object *text_find(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t at = search(vm, "find", self, args, count, 1);
    return at == -2 ? NULL : int_from_i64(vm, at);
}

Object *text_rfind(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t at = search(vm, "rfind", self, args, count, -1);
    return at == -2 ? NULL : int_from_i64(vm, at);
}

static Object *found_or_error(Vm *vm, Object *self, int64_t at)
{
    if (at == -2)
        return NULL;
    if (at == -1)
        return vm_raise(vm, TYPE_ValueError, is_str(vm, self) ? "substring not found" : "subsection not found");
    return int_from_i64(vm, at);
}

Object *text_index(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return found_or_error(vm, self, search(vm, "index", self, args, count, 1));
}

Object *text_rindex(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return found_or_error(vm, self, search(vm, "rindex", self, args, count, -1));
}

Object *text_count(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Search s;
    if (!search_arguments(vm, "count", self, args, count, &s))
        return NULL;
    if (s.end < s.start)
        return int_from_i64(vm, 0);
    return int_from_i64(vm, chars_count(chars_slice(s.all, s.start, s.end), s.part, INT64_MAX));
}

/* ---- startswith, endswith ---- */

static bool has_affix(const Search *s, Chars affix, bool at_end)
{
    if (s->end - affix.length < s->start)
        return false;
    int64_t at = at_end ? s->end - affix.length : s->start;
    return chars_equal(chars_slice(s->all, at, at + affix.length), affix);
}

/* 1, 0, or -1 with TypeError for a member of the tuple that is no text. */
static int any_affix(Vm *vm, const char *name, Object *self, const Search *s, Object *tuple, bool at_end)
{
    for (int64_t i = 0; i < tuple_length(tuple); i++) {
        Object *item = tuple_item(tuple, i);
        Chars affix;
        if (is_str(vm, self) && !is_str(vm, item))
            return vm_raise_int(vm, TYPE_TypeError, "tuple for %s must only contain str, not %T", name, item);
        if (is_str(vm, self))
            affix = text_chars(vm, item);
        else if (!text_from_bytes_like(vm, item, &affix))
            return -1;
        if (has_affix(s, affix, at_end))
            return 1;
    }
    return 0;
}

static Object *affix_method(Vm *vm, const char *name, Object *self, Object *const *args, size_t count, bool at_end)
{
    Search s = {.all = text_chars(vm, self)};
    if (!check_count(vm, name, count) || !text_bounds(vm, count > 1 ? args[1] : NULL, count > 2 ? args[2] : NULL,
                                                      s.all.length, &s.start, &s.end))
        return NULL;
    if (is_tuple(vm, args[0])) {
        int any = any_affix(vm, name, self, &s, args[0], at_end);
        return any < 0 ? NULL : new_bool(vm, any);
    }
    bool text = is_str(vm, self);
    if (text ? !is_str(vm, args[0]) : !text_is_bytes_like(vm, args[0])) {
        const char *kind = text ? "str" : "bytes";
        return vm_raise(vm, TYPE_TypeError, "%s first arg must be %s or a tuple of %s, not %T", name, kind, kind,
                        args[0]);
    }
    return new_bool(vm, has_affix(&s, text_chars(vm, args[0]), at_end));
}

Object *text_startswith(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return affix_method(vm, "startswith", self, args, count, false);
}

Object *text_endswith(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return affix_method(vm, "endswith", self, args, count, true);
}
