/* Exception groups and except*, PEP 654: splitting a group, and putting back together what no clause handled.
 *
 * As the group part of CPython's exceptions.c and exception_group_match in ceval.c. A part of a group is made by its
 * own derive(), then given the original's traceback, context, cause and notes; by these four one later sees which of
 * the exceptions that come out of a try statement are pieces of the one that went in.
 */
#include "python/objects/class.h"
#include "python/objects/exception.h"
#include "python/objects/iterators.h"
#include "python/vm.h"

static bool is_group(Vm *vm, Object *exception)
{
    return object_is_instance(vm, exception, builtin_type(vm, TYPE_BaseExceptionGroup));
}

static Object *members_of(Object *group) { return exception_field(group, GROUP_EXCEPTIONS); }

/* ---- a part of a group ---- */

static int copy_notes(Vm *vm, Object *from, Object *to)
{
    Object *notes = object_look_attribute(vm, from, name_of(vm, notes));
    if (!notes)
        return vm_failed(vm) ? -1 : 0;
    int result = 0;
    if (is_list(vm, notes) || is_tuple(vm, notes)) {
        Object *copy = sequence_list(vm, notes);
        result = copy ? object_set_attribute(vm, to, name_of(vm, notes), copy) : -1;
        xdecref(vm, copy);
    }
    decref(vm, notes);
    return result;
}

/* Setting the cause suppresses the context even when there is none, as in CPython. */
static int copy_metadata(Vm *vm, Object *from, Object *to)
{
    const Exception *source = (const Exception *)from;
    Exception *target = (Exception *)to;
    object_replace(vm, &target->traceback, xincref(source->traceback));
    object_replace(vm, &target->context, xincref(source->context));
    object_replace(vm, &target->cause, xincref(source->cause));
    target->suppress_context = true;
    return copy_notes(vm, from, to);
}

/* *part: a group like `group` with these members, NULL if there are none. */
static int make_part(Vm *vm, Object *group, Object *members, Object **part)
{
    *part = NULL;
    if (((List *)members)->length == 0)
        return 0;
    Object *name = str_interned(vm, "derive");
    Object *args[] = {group, members};
    Object *made = name ? object_call_method(vm, name, args, 2, NULL) : NULL;
    xdecref(vm, name);
    if (!made)
        return -1;
    int result = is_group(vm, made) ? copy_metadata(vm, group, made)
        : vm_raise_int(vm, TYPE_TypeError, "derive must return an instance of BaseExceptionGroup");
    if (result == 0)
        *part = incref(made);
    decref(vm, made);
    return result;
}

/* ---- splitting ---- */

typedef int (*Test)(Vm *vm, Object *exception, Object *by);   /* 1: belongs to the match, 0, -1: error */

typedef struct Splitter { Test test; Object *by; bool wants_rest; } Splitter;
typedef struct Parts { Object *match, *rest; } Parts;          /* owned; NULL: nothing */

static int test_predicate(Vm *vm, Object *exception, Object *by)
{
    Object *answer = object_call_one(vm, by, exception);
    int truth = answer ? object_truth(vm, answer) : -1;
    xdecref(vm, answer);
    return truth;
}

/* `by` is a set of addresses of exceptions that are no groups. */
static int test_identity(Vm *vm, Object *exception, Object *by)
{
    if (is_group(vm, exception))
        return 0;
    Object *address = int_from_i64(vm, (int64_t)object_address(vm, exception));
    int result = address ? set_contains(vm, by, address) : -1;
    xdecref(vm, address);
    return result;
}

static int split(Vm *vm, Object *exception, const Splitter *splitter, Parts *parts);

static int append_owned(Vm *vm, Object *list, Object *item)
{
    int result = item ? list_append(vm, list, item) : 0;
    xdecref(vm, item);
    return result;
}

/* Splits each member into the two lists. */
static int split_members(Vm *vm, Object *group, const Splitter *splitter, Object *match, Object *rest)
{
    Object *members = members_of(group);
    for (int64_t i = 0; i < tuple_length(members); i++) {
        Parts parts;
        if (vm_enter_recursion(vm, " in exceptiongroup_split_recursive") < 0)
            return -1;
        int result = split(vm, tuple_item(members, i), splitter, &parts);
        vm_leave_recursion(vm);
        if (result < 0)
            return -1;
        result = append_owned(vm, match, parts.match);
        if (append_owned(vm, rest, parts.rest) < 0 || result < 0)
            return -1;
    }
    return 0;
}

static int split_group(Vm *vm, Object *group, const Splitter *splitter, Parts *parts)
{
    Object *match = list_new(vm, 0), *rest = match ? list_new(vm, 0) : NULL;
    int result = rest ? split_members(vm, group, splitter, match, rest) : -1;
    if (result == 0)
        result = make_part(vm, group, match, &parts->match);
    if (result == 0 && splitter->wants_rest)
        result = make_part(vm, group, rest, &parts->rest);
    if (result < 0)
        object_replace(vm, &parts->match, NULL);
    xdecref(vm, match);
    xdecref(vm, rest);
    return result;
}

static int split(Vm *vm, Object *exception, const Splitter *splitter, Parts *parts)
{
    *parts = (Parts){NULL, NULL};
    int matches = splitter->test(vm, exception, splitter->by);
    if (matches < 0)
        return -1;
    if (matches)
        parts->match = incref(exception);
    else if (is_group(vm, exception))
        return split_group(vm, exception, splitter, parts);
    else if (splitter->wants_rest)
        parts->rest = incref(exception);
    return 0;
}

/* ---- methods ---- */

static bool is_exception_class(Vm *vm, Object *object)
{
    return is_type(vm, object) && (((Type *)object)->flags & TYPE_EXCEPTION_SUBCLASS);
}

static bool is_class_or_classes(Vm *vm, Object *by)
{
    if (is_exception_class(vm, by))
        return true;
    if (!is_exact(by, TUPLE))
        return false;
    for (int64_t i = 0; i < tuple_length(by); i++)
        if (!is_exception_class(vm, tuple_item(by, i)))
            return false;
    return true;
}

static int split_by(Vm *vm, Object *group, Object *by, bool wants_rest, Parts *parts)
{
    Splitter splitter = {is_exact(by, FUNCTION) ? test_predicate : exception_matches, by, wants_rest};
    if (!is_exact(by, FUNCTION) && !is_class_or_classes(vm, by))
        return vm_raise_int(vm, TYPE_TypeError, "expected a function, exception type or tuple of exception types");
    return split(vm, group, &splitter, parts);
}

static Object *group_split(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Parts parts;
    if (!args_check(vm, "split", count, 1, 1) || split_by(vm, self, args[0], true, &parts) < 0)
        return NULL;
    Object *pair = tuple_pack(vm, 2, parts.match ? parts.match : none(vm), parts.rest ? parts.rest : none(vm));
    xdecref(vm, parts.match);
    xdecref(vm, parts.rest);
    return pair;
}

static Object *group_subgroup(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Parts parts;
    if (!args_check(vm, "subgroup", count, 1, 1) || split_by(vm, self, args[0], false, &parts) < 0)
        return NULL;
    return parts.match ? parts.match : new_none(vm);
}

static Object *group_make(Vm *vm, Object *message, Object *members)
{
    Object *args[] = {message, members};
    return object_call(vm, OBJECT(builtin_type(vm, TYPE_BaseExceptionGroup)), args, 2, NULL);
}

static Object *group_derive(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (count != 1)
        return vm_raise(vm, TYPE_TypeError, "function takes exactly 1 argument (%zu given)", count);
    return group_make(vm, exception_field(self, GROUP_MESSAGE), args[0]);
}

const MethodDef exception_group_methods[] = {
    {"__class_getitem__", container_class_getitem, METHOD_ONE | METHOD_CLASS, "See PEP 585"},
    {"derive", group_derive, METHOD_FAST, NULL},
    {"split", group_split, METHOD_FAST, NULL},
    {"subgroup", group_subgroup, METHOD_FAST, NULL},
    {0},
};

/* ---- except* ---- */

static int check_star_class(Vm *vm, Object *type)
{
    if (!is_exception_class(vm, type))
        return vm_raise_int(vm, TYPE_TypeError,
                            "catching classes that do not inherit from BaseException is not allowed");
    if (type_is_subtype(vm, (Type *)type, builtin_type(vm, TYPE_BaseExceptionGroup)))
        return vm_raise_int(vm, TYPE_TypeError,
                            "catching ExceptionGroup with except* is not allowed. Use except instead.");
    return 0;
}

static int check_star_classes(Vm *vm, Object *match_type)
{
    if (!is_tuple(vm, match_type))
        return check_star_class(vm, match_type);
    int result = 0;
    for (int64_t i = 0; i < tuple_length(match_type) && result == 0; i++)
        result = check_star_class(vm, tuple_item(match_type, i));
    return result;
}

/* A clause sees a group even when a plain exception was raised. */
static Object *wrap(Vm *vm, Object *exception)
{
    Object *members = tuple_pack(vm, 1, exception);
    Object *group = members ? group_make(vm, vm->empty_str, members) : NULL;
    xdecref(vm, members);
    return group;
}

static Object *not_none(Vm *vm, Object *object) { return object == none(vm) ? NULL : incref(object); }

/* Asks the group's split(), which a subclass may have its own of. */
static int match_part(Vm *vm, Object *group, Object *match_type, Object **matched, Object **rest)
{
    Object *name = str_interned(vm, "split");
    Object *args[] = {group, match_type};
    Object *pair = name ? object_call_method(vm, name, args, 2, NULL) : NULL;
    xdecref(vm, name);
    if (!pair)
        return -1;
    int result = 0;
    if (!is_tuple(vm, pair))
        result = vm_raise_int(vm, TYPE_TypeError, "%T.split must return a tuple, not %T", group, pair);
    else if (tuple_length(pair) < 2)
        result = vm_raise_int(vm, TYPE_TypeError, "%T.split must return a 2-tuple, got tuple of size %lld", group,
                              (long long)tuple_length(pair));
    if (result == 0) {
        *matched = not_none(vm, tuple_item(pair, 0));
        *rest = not_none(vm, tuple_item(pair, 1));
    }
    decref(vm, pair);
    return result;
}

int exception_group_match(Vm *vm, Object *exception, Object *match_type, Object **matched, Object **rest)
{
    *matched = *rest = NULL;
    if (check_star_classes(vm, match_type) < 0)
        return -1;
    if (exception == none(vm))
        return 0;
    int matches = exception_matches(vm, exception, match_type);
    if (matches < 0)
        return -1;
    if (matches) {
        *matched = is_group(vm, exception) ? incref(exception) : wrap(vm, exception);
        return *matched ? 0 : -1;
    }
    if (is_group(vm, exception))
        return match_part(vm, exception, match_type, matched, rest);
    *rest = incref(exception);
    return 0;
}

/* ---- after the clauses ---- */

static bool same_metadata(const Object *left, const Object *right)
{
    const Exception *a = (const Exception *)left, *b = (const Exception *)right;
    return a->notes == b->notes && a->traceback == b->traceback && a->cause == b->cause && a->context == b->context;
}

/* Puts the addresses of all plain exceptions in it into the set. */
static int collect_leaves(Vm *vm, Object *set, Object *exception)
{
    if (!is_group(vm, exception)) {
        Object *address = int_from_i64(vm, (int64_t)object_address(vm, exception));
        int result = address ? set_add(vm, set, address) : -1;
        xdecref(vm, address);
        return result;
    }
    int result = vm_enter_recursion(vm, " in collect_exception_group_leaf_ids");
    if (result < 0)
        return -1;
    Object *members = members_of(exception);
    for (int64_t i = 0; i < tuple_length(members) && result == 0; i++)
        result = collect_leaves(vm, set, tuple_item(members, i));
    vm_leave_recursion(vm);
    return result;
}

/* *part: the piece of the group with just the plain exceptions that are in `keep`; NULL if there are none. */
static int project(Vm *vm, Object *group, Object *keep, Object **part)
{
    Object *leaves = set_new(vm, NULL);
    int result = leaves ? 0 : -1;
    for (int64_t i = 0; i < ((List *)keep)->length && result == 0; i++)
        result = collect_leaves(vm, leaves, ((List *)keep)->items[i]);
    Parts parts = {NULL, NULL};
    Splitter splitter = {test_identity, leaves, false};
    if (result == 0)
        result = split(vm, group, &splitter, &parts);
    xdecref(vm, leaves);
    *part = parts.match;
    return result;
}

/* What the clauses raised anew, and what is left of the original. */
static int sort_out(Vm *vm, Object *original, Object *list, Object *raised, Object *reraised)
{
    for (int64_t i = 0; i < ((List *)list)->length; i++) {
        Object *exception = ((List *)list)->items[i];
        if (exception != none(vm) &&
            list_append(vm, same_metadata(exception, original) ? reraised : raised, exception) < 0)
            return -1;
    }
    return 0;
}

/* What is raised after all: the rest of the original (taken over, may be NULL), or a group of what the clauses raised
 * and that rest; even of one exception, in CPython 3.11. */
static Object *combine(Vm *vm, Object *raised, Object *part)
{
    if (((List *)raised)->length == 0)
        return part ? part : new_none(vm);
    if (append_owned(vm, raised, part) < 0)
        return NULL;
    return group_make(vm, vm->empty_str, raised);
}

Object *exception_prepare_reraise_star(Vm *vm, Object *original, Object *list)
{
    if (((List *)list)->length == 0)
        return new_none(vm);
    if (!is_group(vm, original))
        return incref(((List *)list)->items[0]);
    Object *raised = list_new(vm, 0), *reraised = raised ? list_new(vm, 0) : NULL, *part = NULL, *result = NULL;
    if (reraised && sort_out(vm, original, list, raised, reraised) == 0 && project(vm, original, reraised, &part) == 0)
        result = combine(vm, raised, part);
    xdecref(vm, raised);
    xdecref(vm, reraised);
    return result;
}
