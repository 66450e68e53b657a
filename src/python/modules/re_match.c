/* re.Match: what a match found. As CPython's matchobject in _sre.c. */
#include "python/modules/re.h"
#include "python/modules/library_types.h"
#include "python/objects/containers.h"
#include "python/objects/iterators.h"
#include "python/text.h"
#include "python/vm.h"

static ReMatch *match_of(Object *self) { return (ReMatch *)self; }

Object *re_slice(Vm *vm, Object *string, int64_t start, int64_t end)
{
    Chars chars = text_chars(vm, string);
    end = end > chars.length ? chars.length : end;      /* a bytearray may have shrunk */
    start = start > end ? end : start;
    if (is_str(vm, string) || is_exact(string, BYTES))
        return text_slice(vm, string, start, end);
    return bytes_from(vm, (const char *)chars.data + start, (size_t)(end - start));
}

/* The group that was closed last: of those that took part, the one that ends last, and of several that end there the
 * outermost or latest one. Groups of look-arounds end where the match may not reach: they count only by themselves. */
static int64_t last_index(const RePattern *pattern, const int64_t *marks)
{
    int64_t best = -1;
    for (int pass = 0; pass < 2 && best < 0; pass++)
        for (int64_t i = 1; i <= pattern->group_count; i++) {
            const ReGroup *group = &pattern->groups[i];
            if (marks[2 * i] < 0 || (pass == 0 && group->lookaround))
                continue;
            if (best < 0 || marks[2 * i + 1] > marks[2 * best + 1] ||
                (marks[2 * i + 1] == marks[2 * best + 1] && group->closing > pattern->groups[best].closing))
                best = i;
        }
    return best;
}

Object *re_match_new(Vm *vm, RePattern *pattern, Object *string, int64_t pos, int64_t endpos, const int64_t *marks)
{
    Type *type = library_type(vm, LIBRARY_RE_MATCH);
    size_t count = 2 * ((size_t)pattern->group_count + 1);
    ReMatch *match = type ? (ReMatch *)object_new_zeroed(vm, type, sizeof(ReMatch) + count * sizeof(int64_t)) : NULL;
    if (!match)
        return NULL;
    match->size = (int64_t)count;
    match->string = incref(string);
    match->pattern = (RePattern *)incref(&pattern->head);
    match->pos = pos;
    match->endpos = endpos;
    match->groups = pattern->group_count + 1;
    match->last_index = last_index(pattern, marks);
    memcpy(match->marks, marks, count * sizeof(int64_t));
    gc_track(vm, &match->head);
    return &match->head;
}

static void match_dealloc(Vm *vm, Object *self)
{
    ReMatch *m = match_of(self);
    gc_untrack(vm, self);
    xdecref(vm, m->regs);
    xdecref(vm, m->string);
    xdecref(vm, OBJECT(m->pattern));
    object_free(vm, self);
}

static int match_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(match_of(self)->string);
    VISIT(match_of(self)->regs);
    VISIT(match_of(self)->pattern);
    return 0;
}

static int match_clear(Vm *vm, Object *self)
{
    object_replace(vm, &match_of(self)->regs, NULL);
    return 0;
}

/* ---- groups ---- */

Object *re_match_slice(Vm *vm, const ReMatch *match, int64_t group, Object *otherwise)
{
    const int64_t *mark = &match->marks[2 * group];
    return mark[0] < 0 ? incref(otherwise) : re_slice(vm, match->string, mark[0], mark[1]);
}

/* The number of a group given by number or name; -1 with IndexError. */
static int64_t group_number(Vm *vm, ReMatch *m, Object *key)
{
    int64_t number = -1;
    int overflow = 0;
    if (is_int(vm, key))
        number = int_as_i64(vm, key, &overflow);
    else if (object_type(vm, key)->slots.to_index)
        number = object_as_index(vm, key, true);
    else {
        Object *found = dict_get(vm, m->pattern->group_index, key);
        if (found)
            number = int_as_i64(vm, found, &overflow);
    }
    if (!vm_failed(vm) && !overflow && number >= 0 && number < m->groups)
        return number;
    vm_clear_error(vm);
    return vm_raise_int(vm, TYPE_IndexError, "no such group");
}

static Object *group_of(Vm *vm, ReMatch *m, Object *key)
{
    int64_t number = group_number(vm, m, key);
    return number < 0 ? NULL : re_match_slice(vm, m, number, none(vm));
}

static Object *match_get_item(Vm *vm, Object *self, Object *key) { return group_of(vm, match_of(self), key); }

static Object *match_group(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (count == 0)
        return re_match_slice(vm, match_of(self), 0, none(vm));
    if (count == 1)
        return group_of(vm, match_of(self), args[0]);
    Object *result = tuple_new(vm, (int64_t)count);
    for (size_t i = 0; result && i < count; i++)
        if (!(((Tuple *)result)->items[i] = group_of(vm, match_of(self), args[i])))
            object_replace(vm, &result, NULL);
    return result;
}

static Object *match_groups(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    ReMatch *m = match_of(self);
    Object *otherwise = NULL;
    if (!args_parse(vm, "groups", "|default", args, count, names, &otherwise))
        return NULL;
    Object *result = tuple_new(vm, m->groups - 1);
    for (int64_t i = 1; result && i < m->groups; i++)
        if (!(((Tuple *)result)->items[i - 1] = re_match_slice(vm, m, i, otherwise ? otherwise : none(vm))))
            object_replace(vm, &result, NULL);
    return result;
}

static Object *match_groupdict(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    ReMatch *m = match_of(self);
    Object *otherwise = NULL, *name, *number;
    if (!args_parse(vm, "groupdict", "|default", args, count, names, &otherwise))
        return NULL;
    Object *result = dict_new(vm);
    int64_t position = 0;
    int overflow;
    while (result && dict_next(m->pattern->group_index, &position, &name, &number)) {
        Object *value = re_match_slice(vm, m, int_as_i64(vm, number, &overflow), otherwise ? otherwise : none(vm));
        if (!value || dict_set(vm, result, name, value) < 0)
            object_replace(vm, &result, NULL);
        xdecref(vm, value);
    }
    return result;
}

/* ---- places ---- */

/* The group that an optional argument names: 0 without it. */
static int64_t group_argument(Vm *vm, Object *self, const char *method, Object *const *args, size_t count)
{
    if (!args_check(vm, method, count, 0, 1))
        return -1;
    return count ? group_number(vm, match_of(self), args[0]) : 0;
}

static Object *match_start(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t group = group_argument(vm, self, "start", args, count);
    return group < 0 ? NULL : int_from_i64(vm, match_of(self)->marks[2 * group]);
}

static Object *match_end(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t group = group_argument(vm, self, "end", args, count);
    return group < 0 ? NULL : int_from_i64(vm, match_of(self)->marks[2 * group + 1]);
}

static Object *span_of(Vm *vm, const ReMatch *m, int64_t group)
{
    Object *start = int_from_i64(vm, m->marks[2 * group]), *end = int_from_i64(vm, m->marks[2 * group + 1]);
    Object *span = start && end ? tuple_pack(vm, 2, start, end) : NULL;
    xdecref(vm, start);
    xdecref(vm, end);
    return span;
}

static Object *match_span(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t group = group_argument(vm, self, "span", args, count);
    return group < 0 ? NULL : span_of(vm, match_of(self), group);
}

static Object *get_regs(Vm *vm, Object *self, void *closure)
{
    ReMatch *m = match_of(self);
    if (m->regs)
        return incref(m->regs);
    Object *regs = tuple_new(vm, m->groups);
    for (int64_t i = 0; regs && i < m->groups; i++)
        if (!(((Tuple *)regs)->items[i] = span_of(vm, m, i)))
            object_replace(vm, &regs, NULL);
    m->regs = xincref(regs);
    return regs;
}

static Object *get_last_index(Vm *vm, Object *self, void *closure)
{
    int64_t index = match_of(self)->last_index;
    return index < 0 ? new_none(vm) : int_from_i64(vm, index);
}

static Object *get_last_group(Vm *vm, Object *self, void *closure)
{
    const ReMatch *m = match_of(self);
    return m->last_index < 0 ? new_none(vm) : incref(tuple_item(m->pattern->index_group, m->last_index));
}

/* ---- the rest ---- */

static Object *match_expand(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    ReMatch *m = match_of(self);
    Object *template = NULL;
    if (!args_parse(vm, "expand", "template", args, count, names, &template))
        return NULL;
    Object *compiled = re_template(vm, m->pattern, template);
    Object *pieces = compiled ? list_new(vm, 0) : NULL, *result = NULL;
    if (pieces && re_template_append(vm, pieces, compiled, m->string, m->marks) == 0)
        result = re_join(vm, m->string, pieces);
    xdecref(vm, pieces);
    xdecref(vm, compiled);
    return result;
}

static Object *match_same(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return incref(self);
}

static Object *match_repr(Vm *vm, Object *self)
{
    const ReMatch *m = match_of(self);
    Object *text = re_match_slice(vm, m, 0, none(vm));
    Object *repr = text ? str_format(vm, "<%s object; span=(%lld, %lld), match=%R>", "re.Match", (long long)m->marks[0],
                                     (long long)m->marks[1], text)
                        : NULL;
    xdecref(vm, text);
    return repr;
}

static const MethodDef match_methods[] = {
    {"group", match_group, METHOD_FAST, "Return subgroup(s) of the match by indices or names."},
    {"groups", match_groups, METHOD_KEYWORDS, "Return a tuple containing all the subgroups of the match, from 1."},
    {"groupdict", match_groupdict, METHOD_KEYWORDS, "Return a dictionary containing all the named subgroups."},
    {"start", match_start, METHOD_FAST, "Return index of the start of the substring matched by group."},
    {"end", match_end, METHOD_FAST, "Return index of the end of the substring matched by group."},
    {"span", match_span, METHOD_FAST, "For match object m, return the 2-tuple (m.start(group), m.end(group))."},
    {"expand", match_expand, METHOD_KEYWORDS, "Return the string obtained by template substitution."},
    {"__copy__", match_same, METHOD_NO_ARGS, NULL},
    {"__deepcopy__", match_same, METHOD_ONE, NULL},
    {"__class_getitem__", container_class_getitem, METHOD_ONE | METHOD_CLASS, "See PEP 585"},
    {0},
};

static const GetSetDef match_getset[] = {
    {"lastindex", get_last_index, NULL, NULL}, {"lastgroup", get_last_group, NULL, NULL},
    {"regs", get_regs, NULL, NULL}, {0},
};

static const MemberDef match_members[] = {
    {"string", MEMBER_OBJECT, offsetof(ReMatch, string), true}, {"re", MEMBER_OBJECT, offsetof(ReMatch, pattern), true},
    {"pos", MEMBER_SSIZE, offsetof(ReMatch, pos), true}, {"endpos", MEMBER_SSIZE, offsetof(ReMatch, endpos), true}, {0},
};

enum { MATCH_SIZE = 88, MARKS_SIZE = 16 };     /* of CPython's MatchObject and, in it, the two marks of a group */

static uint64_t match_size_of(Vm *vm, Object *self)
{
    return MATCH_SIZE + MARKS_SIZE * (uint64_t)((const ReMatch *)self)->groups;
}

const TypeSpec re_match_spec = {
    .heap_there = true,
    .name = "re.Match",
    .doc = "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
    .size = sizeof(ReMatch), .item_size = sizeof(int64_t),
    .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION | TYPE_IMMUTABLE,
    .slots = {.dealloc = match_dealloc, .traverse = match_traverse, .clear = match_clear, .repr = match_repr,
              .get_item = match_get_item, .size_of = match_size_of},
    .methods = match_methods, .getset = match_getset, .members = match_members,
};
