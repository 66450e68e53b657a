/* re.Pattern: searching, splitting and replacing with a compiled pattern. As CPython's _sre.c. */
#include "python/modules/library_types.h"
#include "python/modules/module.h"
#include "python/modules/re.h"
#include "python/objects/containers.h"
#include "python/objects/iterators.h"
#include "python/text.h"
#include "python/vm.h"

static RePattern *pattern_of(Object *self) { return (RePattern *)self; }

/* ---- mistakes ---- */

/* re.error(text, pattern, position), which the Python part of the module defines. */
static void *raise_error(Vm *vm, const ReMistake *mistake, Object *source)
{
    Object *module = dict_get_str(vm, vm->modules, "re"), *name = str_from_c(vm, "error");
    Object *error = module && name ? object_get_attribute(vm, module, name) : NULL;
    Object *text = error ? str_from_c(vm, mistake->text) : NULL;
    Object *position = !text ? NULL : mistake->position < 0 ? new_none(vm) : int_from_i64(vm, mistake->position);
    Object *args[] = {text, source, position};
    Object *exception = position ? object_call(vm, error, args, 3, NULL) : NULL;
    if (exception)
        vm_raise_value(vm, exception);
    xdecref(vm, position);
    xdecref(vm, text);
    xdecref(vm, error);
    xdecref(vm, name);
    if (!vm_failed(vm))
        vm_raise(vm, TYPE_ValueError, "%s", mistake->text);
    return NULL;
}

void *re_raise(Vm *vm, const ReMistake *mistake, Object *source)
{
    if (mistake->type != TYPE_Exception)
        return vm_raise(vm, mistake->type, "%s", mistake->text);
    return raise_error(vm, mistake, source);
}

/* ---- making one ---- */

static void pattern_dealloc(Vm *vm, Object *self)
{
    RePattern *p = pattern_of(self);
    gc_untrack(vm, self);
    re_forget(vm, p);
    mem_free(vm, p->groups);
    xdecref(vm, p->pattern);
    xdecref(vm, p->group_index);
    xdecref(vm, p->index_group);
    object_free(vm, self);
}

static int pattern_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(pattern_of(self)->pattern);
    VISIT(pattern_of(self)->group_index);
    VISIT(pattern_of(self)->index_group);
    return 0;
}

static Object *group_name(Vm *vm, const RePattern *p, const ReGroup *group)
{
    Chars name = chars_slice(text_chars(vm, p->pattern), group->name, group->name + group->name_length);
    return str_from_kind(vm, name.kind, name.data, name.length);
}

static int add_names(Vm *vm, RePattern *p)
{
    p->group_index = dict_new(vm);
    p->index_group = p->group_index ? tuple_new(vm, p->group_count + 1) : NULL;
    for (int64_t i = 0; p->index_group && i <= p->group_count; i++) {
        const ReGroup *group = &p->groups[i];
        Object *name = group->name_length ? group_name(vm, p, group) : new_none(vm);
        Object *number = name && group->name_length ? int_from_i64(vm, i) : NULL;
        if (number)
            dict_set(vm, p->group_index, name, number);
        xdecref(vm, number);
        if (!name || vm_failed(vm)) {
            xdecref(vm, name);
            return -1;
        }
        ((Tuple *)p->index_group)->items[i] = name;
    }
    return p->index_group ? 0 : -1;
}

/* compile(pattern, flags): pattern is str or bytes. */
static Object *re_compile(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int overflow = 0;
    if (!args_check(vm, "compile", count, 2, 2))
        return NULL;
    if (!is_str(vm, args[0]) && !is_bytes(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "first argument must be string or compiled pattern");
    Type *type = library_type(vm, LIBRARY_RE_PATTERN);
    RePattern *p = type ? (RePattern *)object_new_zeroed(vm, type, sizeof *p) : NULL;
    if (!p)
        return NULL;
    gc_track(vm, &p->head);
    p->pattern = incref(args[0]);
    p->is_text = is_str(vm, args[0]);
    p->flags = (uint32_t)int_as_i64(vm, args[1], &overflow);
    ReMistake mistake = {.found = false};
    bool fine = re_prepare(vm, p, &mistake) == 0 && add_names(vm, p) == 0;
    if (!fine && !vm_failed(vm))
        re_raise(vm, &mistake, args[0]);
    if (!fine) {
        decref(vm, &p->head);
        return NULL;
    }
    return &p->head;
}

/* ---- a search that goes on ---- */

typedef struct Search {
    RePattern *pattern;
    Object *string;            /* borrowed */
    int64_t pos, start, end;   /* where it began; where it goes on; where the text ends */
    bool advance;              /* the last match was empty: the next one may not be empty at the same place */
    int64_t *marks;            /* a block in the arena */
} Search;

/* The characters, or TypeError. */
static bool subject_of(Vm *vm, const RePattern *p, Object *string, Chars *out)
{
    if (!is_str(vm, string) && !text_is_bytes_like(vm, string)) {
        vm_raise(vm, TYPE_TypeError, "expected string or bytes-like object, got '%T'", string);
        return false;
    }
    if (p->is_text != is_str(vm, string)) {
        vm_raise(vm, TYPE_TypeError, p->is_text ? "cannot use a string pattern on a bytes-like object"
                                                : "cannot use a bytes pattern on a string-like object");
        return false;
    }
    *out = text_chars(vm, string);
    return true;
}

static int64_t clip(int64_t value, int64_t length) { return value < 0 ? 0 : value > length ? length : value; }

/* `pos` and `endpos` may be NULL. */
static bool search_start(Vm *vm, Search *s, RePattern *p, Object *string, Object *pos, Object *endpos)
{
    Chars subject;
    int64_t start = 0, end = INT64_MAX;
    if (!subject_of(vm, p, string, &subject) || (pos && !text_number_argument(vm, pos, &start)) ||
        (endpos && !text_number_argument(vm, endpos, &end)))
        return false;
    *s = (Search){.pattern = p, .string = string, .end = clip(end, subject.length)};
    s->pos = s->start = clip(start, subject.length);
    s->marks = mem_alloc(vm, 2 * ((size_t)p->group_count + 1) * sizeof *s->marks);
    if (!s->marks)
        vm_raise_memory(vm);
    return s->marks != NULL;
}

static void search_finish(Vm *vm, Search *s) { mem_free(vm, s->marks); }

static int search_try(Vm *vm, Search *s, int how)
{
    Chars subject = text_chars(vm, s->string);
    subject.length = s->end < subject.length ? s->end : subject.length;
    if (s->start > subject.length || (s->end < s->start))
        return 0;
    return re_run(vm, s->pattern, subject, s->start, how, s->marks);
}

/* 1: found, and it will go on behind it; 0: no more; -1: error. */
static int search_next(Vm *vm, Search *s, int how)
{
    int found = search_try(vm, s, how | (s->advance ? RE_NOT_EMPTY_AT_START : 0));
    if (found > 0) {
        s->advance = s->marks[1] == s->marks[0];
        s->start = s->marks[1];
    }
    return found;
}

static Object *search_match(Vm *vm, const Search *s)
{
    return re_match_new(vm, s->pattern, s->string, s->pos, s->end, s->marks);
}

/* ---- match, fullmatch, search ---- */

static Object *try_once(Vm *vm, Object *self, const char *name, int how, Object *const *args, size_t count,
                        Object *names)
{
    Object *values[3] = {NULL};
    Search s;
    if (!args_parse(vm, name, "string|pos,endpos", args, count, names, values) ||
        !search_start(vm, &s, pattern_of(self), values[0], values[1], values[2]))
        return NULL;
    int found = search_try(vm, &s, how);
    Object *result = found < 0 ? NULL : found ? search_match(vm, &s) : new_none(vm);
    search_finish(vm, &s);
    return result;
}

static Object *pattern_match(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return try_once(vm, self, "match", RE_MATCH, args, count, names);
}

static Object *pattern_fullmatch(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return try_once(vm, self, "fullmatch", RE_FULLMATCH, args, count, names);
}

static Object *pattern_search(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return try_once(vm, self, "search", RE_SEARCH, args, count, names);
}

/* ---- findall, split ---- */

/* A group of the match just found; what took no part is empty, or None. */
static Object *found_group(Vm *vm, const Search *s, int64_t group, bool or_none)
{
    const int64_t *mark = &s->marks[2 * group];
    if (mark[0] < 0 && or_none)
        return new_none(vm);
    return re_slice(vm, s->string, mark[0] < 0 ? 0 : mark[0], mark[0] < 0 ? 0 : mark[1]);
}

/* The whole, the one group, or a tuple of all groups. */
static Object *found_item(Vm *vm, const Search *s)
{
    int64_t groups = s->pattern->group_count;
    if (groups < 2)
        return found_group(vm, s, groups, false);
    Object *item = tuple_new(vm, groups);
    for (int64_t i = 1; item && i <= groups; i++)
        if (!(((Tuple *)item)->items[i - 1] = found_group(vm, s, i, false)))
            object_replace(vm, &item, NULL);
    return item;
}

/* Takes the item over; -1 also when it is NULL. */
static int append(Vm *vm, Object *list, Object *item)
{
    int result = item ? list_append(vm, list, item) : -1;
    xdecref(vm, item);
    return result;
}

static Object *pattern_findall(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *values[3] = {NULL};
    Search s;
    if (!args_parse(vm, "findall", "string|pos,endpos", args, count, names, values) ||
        !search_start(vm, &s, pattern_of(self), values[0], values[1], values[2]))
        return NULL;
    Object *list = list_new(vm, 0);
    int found = list ? 1 : -1;
    while (found > 0 && (found = search_next(vm, &s, RE_SEARCH)) > 0)
        if (append(vm, list, found_item(vm, &s)) < 0 || vm_poll(vm) < 0)
            found = -1;
    if (found < 0)
        object_replace(vm, &list, NULL);
    search_finish(vm, &s);
    return list;
}

static int split_once(Vm *vm, const Search *s, Object *list, int64_t from)
{
    int result = append(vm, list, re_slice(vm, s->string, from, s->marks[0]));
    for (int64_t i = 1; result == 0 && i <= s->pattern->group_count; i++)
        result = append(vm, list, found_group(vm, s, i, true));
    return result < 0 ? -1 : vm_poll(vm);
}

static Object *pattern_split(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *values[2] = {NULL};
    Search s;
    int64_t most = 0, from = 0;
    if (!args_parse(vm, "split", "string|maxsplit", args, count, names, values) ||
        (values[1] && !text_number_argument(vm, values[1], &most)) ||
        !search_start(vm, &s, pattern_of(self), values[0], NULL, NULL))
        return NULL;
    Object *list = list_new(vm, 0);
    int found = list ? 1 : -1;
    for (int64_t n = 0; found > 0 && (most == 0 || n < most); n++) {
        found = search_next(vm, &s, RE_SEARCH);
        if (found > 0 && split_once(vm, &s, list, from) < 0)
            found = -1;
        from = s.start;
    }
    if (found < 0 || append(vm, list, re_slice(vm, s.string, from, s.end)) < 0)
        object_replace(vm, &list, NULL);
    search_finish(vm, &s);
    return list;
}

/* ---- sub ---- */

/* What takes the place of the match just found: by the function, or by the compiled template. */
static int replace_once(Vm *vm, const Search *s, Object *pieces, Object *replacement, bool is_function)
{
    if (!is_function)
        return re_template_append(vm, pieces, replacement, s->string, s->marks);
    Object *match = search_match(vm, s);
    Object *text = match ? object_call_one(vm, replacement, match) : NULL;
    xdecref(vm, match);
    if (text == none(vm)) {
        decref(vm, text);
        return 0;
    }
    return append(vm, pieces, text);
}

static Object *replace_all(Vm *vm, Search *s, Object *replacement, bool is_function, int64_t most, int64_t *done)
{
    Object *pieces = list_new(vm, 0), *result = NULL;
    int64_t from = 0;
    int found = pieces ? 1 : -1;
    for (*done = 0; found > 0 && (most == 0 || *done < most); ) {
        found = search_next(vm, s, RE_SEARCH);
        if (found <= 0)
            break;
        if ((from < s->marks[0] && append(vm, pieces, re_slice(vm, s->string, from, s->marks[0])) < 0) ||
            replace_once(vm, s, pieces, replacement, is_function) < 0 || vm_poll(vm) < 0)
            found = -1;
        from = s->start;
        ++*done;
    }
    if (found >= 0 && (from >= s->end || append(vm, pieces, re_slice(vm, s->string, from, s->end)) == 0))
        result = re_join(vm, s->string, pieces);
    xdecref(vm, pieces);
    return result;
}

static Object *substitute(Vm *vm, Object *self, const char *name, Object *const *args, size_t count, Object *names,
                          bool with_count)
{
    Object *values[3] = {NULL};
    int64_t most = 0, done;
    Search s;
    if (!args_parse(vm, name, "repl,string|count", args, count, names, values) ||
        (values[2] && !text_number_argument(vm, values[2], &most)))
        return NULL;
    bool is_function = object_type(vm, values[0])->slots.call != NULL;
    Object *replacement = is_function ? incref(values[0]) : re_template(vm, pattern_of(self), values[0]);
    if (!replacement || !search_start(vm, &s, pattern_of(self), values[1], NULL, NULL)) {
        xdecref(vm, replacement);
        return NULL;
    }
    Object *text = replace_all(vm, &s, replacement, is_function, most, &done);
    search_finish(vm, &s);
    decref(vm, replacement);
    if (!text || !with_count)
        return text;
    Object *number = int_from_i64(vm, done);
    Object *pair = number ? tuple_pack(vm, 2, text, number) : NULL;
    xdecref(vm, number);
    decref(vm, text);
    return pair;
}

static Object *pattern_sub(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return substitute(vm, self, "sub", args, count, names, false);
}

static Object *pattern_subn(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return substitute(vm, self, "subn", args, count, names, true);
}

/* ---- scanner, finditer ---- */

typedef struct Scanner { Object head; Search search; /* its pattern and string are owned */ } Scanner;

static void scanner_dealloc(Vm *vm, Object *self)
{
    Search *s = &((Scanner *)self)->search;
    gc_untrack(vm, self);
    search_finish(vm, s);
    xdecref(vm, OBJECT(s->pattern));
    xdecref(vm, s->string);
    object_free(vm, self);
}

static int scanner_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((Scanner *)self)->search.pattern);
    VISIT(((Scanner *)self)->search.string);
    return 0;
}

static Object *scan(Vm *vm, Object *self, int how)
{
    Search *s = &((Scanner *)self)->search;
    int found = search_next(vm, s, how);
    if (found == 0)
        s->start = INT64_MAX;  /* over */
    return found < 0 ? NULL : found ? search_match(vm, s) : new_none(vm);
}

static Object *scanner_match(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return scan(vm, self, RE_MATCH);
}

static Object *scanner_search(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return scan(vm, self, RE_SEARCH);
}

static const MethodDef scanner_methods[] = {
    {"match", scanner_match, METHOD_NO_ARGS, NULL}, {"search", scanner_search, METHOD_NO_ARGS, NULL}, {0},
};

static const MemberDef scanner_members[] = {
    {"pattern", MEMBER_OBJECT, offsetof(Scanner, search) + offsetof(Search, pattern), true}, {0},
};

const TypeSpec re_scanner_spec = {
    .name = "_sre.SRE_Scanner", .size = sizeof(Scanner), .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION | TYPE_IMMUTABLE,
    .slots = {.dealloc = scanner_dealloc, .traverse = scanner_traverse},
    .methods = scanner_methods, .members = scanner_members,
};

static Object *pattern_scanner(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *values[3] = {NULL};
    Search search;
    if (!args_parse(vm, "scanner", "string|pos,endpos", args, count, names, values) ||
        !search_start(vm, &search, pattern_of(self), values[0], values[1], values[2]))
        return NULL;
    Type *type = library_type(vm, LIBRARY_RE_SCANNER);
    Scanner *scanner = type ? (Scanner *)object_new_zeroed(vm, type, sizeof *scanner) : NULL;
    if (!scanner) {
        search_finish(vm, &search);
        return NULL;
    }
    scanner->search = search;
    incref(self);
    incref(search.string);
    gc_track(vm, &scanner->head);
    return &scanner->head;
}

static Object *pattern_finditer(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *scanner = pattern_scanner(vm, self, args, count, names), *name = scanner ? str_from_c(vm, "search") : NULL;
    Object *next = name ? object_get_attribute(vm, scanner, name) : NULL;
    Object *iterator = next ? callable_iterator_new(vm, next, none(vm)) : NULL;
    xdecref(vm, next);
    xdecref(vm, name);
    xdecref(vm, scanner);
    return iterator;
}

/* ---- the type ---- */

static Object *pattern_same(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return incref(self);
}

static Object *get_group_index(Vm *vm, Object *self, void *closure)
{
    return mapping_proxy_new(vm, pattern_of(self)->group_index);
}

static Object *get_flags(Vm *vm, Object *self, void *closure) { return int_from_i64(vm, pattern_of(self)->flags); }
static Object *get_groups(Vm *vm, Object *self, void *closure)
{
    return int_from_i64(vm, pattern_of(self)->group_count);
}

typedef struct FlagName { uint32_t flag; const char *name; } FlagName;

/* "re.compile('a', re.IGNORECASE|re.DOTALL)": the flag that every str pattern has is left out, long patterns are
 * cut. */
static Object *pattern_repr(Vm *vm, Object *self)
{
    static const FlagName flag_names[] = {
        {RE_IGNORECASE, "re.IGNORECASE"}, {RE_LOCALE, "re.LOCALE"}, {RE_MULTILINE, "re.MULTILINE"},
        {RE_DOTALL, "re.DOTALL"}, {RE_UNICODE, "re.UNICODE"}, {RE_VERBOSE, "re.VERBOSE"}, {RE_DEBUG, "re.DEBUG"},
        {RE_ASCII, "re.ASCII"},
    };
    const RePattern *p = pattern_of(self);
    uint32_t flags = p->flags;
    if (p->is_text && (flags & (RE_LOCALE | RE_UNICODE | RE_ASCII)) == RE_UNICODE)
        flags &= ~(uint32_t)RE_UNICODE;
    Object *repr = object_repr(vm, p->pattern);
    Object *text = repr ? str_format(vm, "re.compile(%.200S", repr) : NULL;
    const char *sign = ", ";
    for (size_t i = 0; i < sizeof flag_names / sizeof *flag_names; i++)
        if (text && (flags & flag_names[i].flag)) {
            object_replace(vm, &text, str_format(vm, "%U%s%s", text, sign, flag_names[i].name));
            flags &= ~flag_names[i].flag;
            sign = "|";
        }
    if (text && flags)
        object_replace(vm, &text, str_format(vm, "%U%s0x%s", text, sign, "0"));
    object_replace(vm, &text, text ? str_format(vm, "%U)", text) : NULL);
    xdecref(vm, repr);
    return text;
}

static int64_t pattern_hash(Vm *vm, Object *self)
{
    int64_t hash = object_hash(vm, pattern_of(self)->pattern);
    if (hash == -1)
        return -1;
    hash ^= (int64_t)pattern_of(self)->flags ^ (int64_t)pattern_of(self)->group_count << 32;
    return hash == -1 ? -2 : hash;
}

static Object *pattern_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !library_type_is(vm, right, LIBRARY_RE_PATTERN))
        return new_not_implemented(vm);
    const RePattern *a = pattern_of(left), *b = pattern_of(right);
    int equal = a->flags == b->flags && a->is_text == b->is_text
        ? object_compare_truth(vm, a->pattern, b->pattern, COMPARE_EQ) : 0;
    return equal < 0 ? NULL : new_bool(vm, (equal != 0) == (op == COMPARE_EQ));
}

static const MethodDef pattern_methods[] = {
    {"match", pattern_match, METHOD_KEYWORDS, "Matches zero or more characters at the beginning of the string."},
    {"fullmatch", pattern_fullmatch, METHOD_KEYWORDS, "Matches against all of the string."},
    {"search", pattern_search, METHOD_KEYWORDS, "Scan through string looking for a match."},
    {"sub", pattern_sub, METHOD_KEYWORDS, "Replace the leftmost non-overlapping occurrences of pattern in string."},
    {"subn", pattern_subn, METHOD_KEYWORDS, "Return the tuple (new_string, number_of_subs_made)."},
    {"findall", pattern_findall, METHOD_KEYWORDS, "Return a list of all non-overlapping matches in string."},
    {"split", pattern_split, METHOD_KEYWORDS, "Split string by the occurrences of pattern."},
    {"finditer", pattern_finditer, METHOD_KEYWORDS, "Return an iterator over all non-overlapping matches in string."},
    {"scanner", pattern_scanner, METHOD_KEYWORDS, NULL},
    {"__copy__", pattern_same, METHOD_NO_ARGS, NULL},
    {"__deepcopy__", pattern_same, METHOD_ONE, NULL},
    {"__class_getitem__", container_class_getitem, METHOD_ONE | METHOD_CLASS, "See PEP 585"},
    {0},
};

static const GetSetDef pattern_getset[] = {
    {"groupindex", get_group_index, NULL, NULL}, {"flags", get_flags, NULL, NULL}, {"groups", get_groups, NULL, NULL},
    {0},
};

static const MemberDef pattern_members[] = {
    {"pattern", MEMBER_OBJECT, offsetof(RePattern, pattern), true}, {0},
};

const TypeSpec re_pattern_spec = {
    .heap_there = true,
    .name = "re.Pattern", .doc = "Compiled regular expression object.",
    .size = sizeof(RePattern), .weaklist_offset = offsetof(RePattern, weaklist),
    .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION | TYPE_IMMUTABLE,
    .slots = {.dealloc = pattern_dealloc, .traverse = pattern_traverse, .repr = pattern_repr, .hash = pattern_hash,
              .compare = pattern_compare},
    .methods = pattern_methods, .getset = pattern_getset, .members = pattern_members,
};

/* ---- the module ---- */

static int sre_init(Vm *vm, Object *dict)
{
    Type *pattern = library_type(vm, LIBRARY_RE_PATTERN), *match = library_type(vm, LIBRARY_RE_MATCH);
    return !pattern || !match || dict_set_str(vm, dict, "Pattern", &pattern->head) < 0 ||
           dict_set_str(vm, dict, "Match", &match->head) < 0 ? -1 : 0;
}

static const MethodDef sre_functions[] = {{"compile", re_compile, METHOD_FAST, NULL}, {0}};

const ModuleDef sre_module = {"_sre", NULL, sre_functions, sre_init};
