/* list[int] and int | str: types with arguments, and unions of types. As CPython's genericaliasobject.c and
 * unionobject.c.
 *
 * An alias stands in for its origin: calling it makes an instance of the origin, most attributes are the origin's, and
 * as a base class it is replaced by the origin. Its parameters are the arguments that may still be filled in (whatever
 * has a __typing_subst__, as type variables have); subscribing an alias fills them.
 *
 * A union keeps its members flat, without duplicates, with None written as its type.
 */
#include <string.h>

#include "python/objects/class.h"
#include "python/objects/exception.h"
#include "python/objects/iterators.h"
#include "python/vm.h"

typedef struct GenericAlias {  /* fields in number as CPython's gaobject */
    Object head;
    Object *origin, *args, *parameters, *weaklist;
    bool starred;              /* *tuple[int] */
    void *vectorcall;
} GenericAlias;

typedef struct UnionType { Object head; Object *args, *parameters; } UnionType;

static GenericAlias *alias_of(Object *self) { return (GenericAlias *)self; }

/* An attribute by its C name; NULL without an exception when there is none. */
static Object *look(Vm *vm, Object *object, const char *name)
{
    Object *text = str_interned(vm, name);
    Object *value = text ? object_look_attribute(vm, object, text) : NULL;
    xdecref(vm, text);
    return value;
}

/* ---- parameters ---- */

static int add_unique(Vm *vm, Object *list, Object *item)
{
    const List *l = (const List *)list;
    for (int64_t i = 0; i < l->length; i++)
        if (l->items[i] == item)
            return 0;
    return list_append(vm, list, item);
}

/* What one argument leaves open: itself, or the parameters of its own. */
static int collect_from(Vm *vm, Object *list, Object *argument)
{
    if (is_type(vm, argument))
        return 0;
    Object *substitute = look(vm, argument, "__typing_subst__");
    if (substitute) {
        decref(vm, substitute);
        return add_unique(vm, list, argument);
    }
    Object *inner = vm_failed(vm) ? NULL : object_look_attribute(vm, argument, name_of(vm, parameters));
    int result = vm_failed(vm) ? -1 : 0;
    if (inner && is_tuple(vm, inner))
        for (int64_t i = 0; i < tuple_length(inner) && result == 0; i++)
            result = add_unique(vm, list, tuple_item(inner, i));
    xdecref(vm, inner);
    return result;
}

static Object *collect_parameters(Vm *vm, Object *args)
{
    Object *list = list_new(vm, 0);
    int result = list ? 0 : -1;
    for (int64_t i = 0; i < tuple_length(args) && result == 0; i++)
        result = collect_from(vm, list, tuple_item(args, i));
    Object *tuple = result == 0 ? list_as_tuple(vm, list) : NULL;
    xdecref(vm, list);
    return tuple;
}

static Object *parameters_of(Vm *vm, Object **place, Object *args)
{
    if (!*place)
        *place = collect_parameters(vm, args);
    return *place;
}

/* ---- filling parameters in ---- */

static Object *value_for(Object *parameters, Object *values, Object *parameter)
{
    for (int64_t i = 0; i < tuple_length(parameters); i++)
        if (tuple_item(parameters, i) == parameter)
            return tuple_item(values, i);
    return NULL;
}

/* An argument that has parameters of its own is subscribed with the values for these. */
static Object *fill_inner(Vm *vm, Object *argument, Object *inner, Object *parameters, Object *values)
{
    int64_t n = tuple_length(inner);
    Object *chosen = tuple_new(vm, n);
    if (!chosen)
        return NULL;
    for (int64_t i = 0; i < n; i++) {
        Object *value = value_for(parameters, values, tuple_item(inner, i));
        ((Tuple *)chosen)->items[i] = incref(value ? value : tuple_item(inner, i));
    }
    Object *filled = object_get_item(vm, argument, chosen);
    decref(vm, chosen);
    return filled;
}

static Object *fill_argument(Vm *vm, Object *argument, Object *parameters, Object *values)
{
    if (is_type(vm, argument))
        return incref(argument);
    Object *substitute = look(vm, argument, "__typing_subst__");
    if (substitute) {
        Object *filled = object_call_one(vm, substitute, value_for(parameters, values, argument));
        decref(vm, substitute);
        return filled;
    }
    Object *inner = vm_failed(vm) ? NULL : object_look_attribute(vm, argument, name_of(vm, parameters));
    if (vm_failed(vm))
        return NULL;
    Object *filled = inner && is_tuple(vm, inner) && tuple_length(inner) > 0
        ? fill_inner(vm, argument, inner, parameters, values) : incref(argument);
    xdecref(vm, inner);
    return filled;
}

static bool check_value_count(Vm *vm, Object *self, Object *parameters, Object *values)
{
    int64_t wanted = tuple_length(parameters), given = tuple_length(values);
    if (wanted == 0)
        vm_raise(vm, TYPE_TypeError, "%R is not a generic class", self);
    else if (given != wanted)
        vm_raise(vm, TYPE_TypeError, "Too %s arguments for %R; actual %lld, expected %lld",
                 given > wanted ? "many" : "few", self, (long long)given, (long long)wanted);
    return wanted > 0 && given == wanted;
}

/* The arguments with the parameters filled in: a tuple. */
static Object *fill_arguments(Vm *vm, Object *self, Object *args, Object *parameters, Object *key)
{
    Object *values = is_tuple(vm, key) ? incref(key) : tuple_pack(vm, 1, key);
    bool fits = values && check_value_count(vm, self, parameters, values);
    Object *filled = fits ? tuple_new(vm, tuple_length(args)) : NULL;
    for (int64_t i = 0; filled && i < tuple_length(args); i++) {
        Object *value = fill_argument(vm, tuple_item(args, i), parameters, values);
        ((Tuple *)filled)->items[i] = value;
        if (!value)
            object_replace(vm, &filled, NULL);
    }
    xdecref(vm, values);
    return filled;
}

/* ---- life of an alias ---- */

static GenericAlias *alias_allocate(Vm *vm, Type *type, Object *origin, Object *arguments)
{
    Object *args = is_tuple(vm, arguments) ? incref(arguments) : tuple_pack(vm, 1, arguments);
    GenericAlias *alias = args ? (GenericAlias *)object_new_zeroed(vm, type, type->size) : NULL;
    if (!alias) {
        xdecref(vm, args);
        return NULL;
    }
    alias->origin = incref(origin);
    alias->args = args;
    gc_track(vm, &alias->head);
    return alias;
}

Object *generic_alias_new(Vm *vm, Object *origin, Object *arguments)
{
    return OBJECT(alias_allocate(vm, builtin_type(vm, TYPE_GENERIC_ALIAS), origin, arguments));
}

static Object *alias_slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    if (!args_no_names(vm, "GenericAlias", names) || !args_check(vm, "GenericAlias", count, 2, 2))
        return NULL;
    return OBJECT(alias_allocate(vm, type, args[0], args[1]));
}

static void alias_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    decref(vm, alias_of(self)->origin);
    decref(vm, alias_of(self)->args);
    xdecref(vm, alias_of(self)->parameters);
    object_free(vm, self);
}

static int alias_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(alias_of(self)->origin);
    VISIT(alias_of(self)->args);
    VISIT(alias_of(self)->parameters);
    return 0;
}

/* ---- repr ---- */

static bool has_attribute(Vm *vm, Object *object, const char *name)
{
    Object *value = look(vm, object, name);
    xdecref(vm, value);
    vm_clear_error(vm);
    return value != NULL;
}

/* "int", "collections.deque"; what is no class by its repr. */
static Object *item_text(Vm *vm, Object *item)
{
    if (item == &vm->ellipsis.head)
        return str_from_c(vm, "...");
    if (has_attribute(vm, item, "__origin__") && has_attribute(vm, item, "__args__"))
        return object_repr(vm, item);
    Object *qualname = look(vm, item, "__qualname__");
    Object *module = qualname ? look(vm, item, "__module__") : NULL;
    Object *text = NULL;
    if (!vm_failed(vm) && (!qualname || !module || module == none(vm)))
        text = object_repr(vm, item);
    else if (!vm_failed(vm))
        text = is_str(vm, module) && str_equals_c(module, "builtins") ? object_str(vm, qualname)
                                                                     : str_format(vm, "%S.%S", module, qualname);
    xdecref(vm, qualname);
    xdecref(vm, module);
    return text;
}

static int write_owned(Vm *vm, StrWriter *writer, Object *text)
{
    int result = text ? writer_str(vm, writer, text) : -1;
    xdecref(vm, text);
    return result;
}

static int write_items(Vm *vm, StrWriter *writer, Object *items, const char *separator, Object *(*text)(Vm *, Object *))
{
    int result = 0;
    for (int64_t i = 0; i < tuple_length(items) && result == 0; i++) {
        if (i > 0)
            result = writer_ascii(vm, writer, separator, strlen(separator));
        if (result == 0)
            result = write_owned(vm, writer, text(vm, tuple_item(items, i)));
    }
    return result;
}

static int write_alias(Vm *vm, StrWriter *writer, GenericAlias *alias)
{
    if (alias->starred && writer_char(vm, writer, '*') < 0)
        return -1;
    if (write_owned(vm, writer, item_text(vm, alias->origin)) < 0 || writer_char(vm, writer, '[') < 0)
        return -1;
    int result = tuple_length(alias->args) == 0 ? writer_ascii(vm, writer, "()", 2)
                                                : write_items(vm, writer, alias->args, ", ", item_text);
    return result < 0 ? -1 : writer_char(vm, writer, ']');
}

static Object *writer_result(Vm *vm, StrWriter *writer, int result)
{
    if (result == 0)
        return writer_finish(vm, writer);
    writer_discard(vm, writer);
    return NULL;
}

static Object *alias_repr(Vm *vm, Object *self)
{
    StrWriter writer;
    writer_init(&writer);
    return writer_result(vm, &writer, write_alias(vm, &writer, alias_of(self)));
}

/* ---- what an alias does ---- */

static Object *alias_call(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *made = object_call(vm, alias_of(self)->origin, args, count, names);
    Object *name = made ? str_interned(vm, "__orig_class__") : NULL;
    if (name && object_set_attribute(vm, made, name, self) < 0 &&
        (vm_failed_with(vm, TYPE_AttributeError) || vm_failed_with(vm, TYPE_TypeError)))
        vm_clear_error(vm);
    xdecref(vm, name);
    if (made && vm_failed(vm))
        object_replace(vm, &made, NULL);
    return made;
}

static Object *alias_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (!is_exact(right, GENERIC_ALIAS) || !is_exact(left, GENERIC_ALIAS) || (op != COMPARE_EQ && op != COMPARE_NE))
        return new_not_implemented(vm);
    GenericAlias *a = alias_of(left), *b = alias_of(right);
    int equal = a->starred == b->starred;
    if (equal > 0)
        equal = object_compare_truth(vm, a->origin, b->origin, COMPARE_EQ);
    if (equal > 0)
        equal = object_compare_truth(vm, a->args, b->args, COMPARE_EQ);
    return equal < 0 ? NULL : new_bool(vm, equal == (op == COMPARE_EQ));
}

static int64_t alias_hash(Vm *vm, Object *self)
{
    int64_t origin = object_hash(vm, alias_of(self)->origin);
    int64_t args = origin == -1 ? -1 : object_hash(vm, alias_of(self)->args);
    return args == -1 ? -1 : origin ^ args;
}

static Object *alias_get_item(Vm *vm, Object *self, Object *key)
{
    GenericAlias *alias = alias_of(self);
    Object *parameters = parameters_of(vm, &alias->parameters, alias->args);
    Object *args = parameters ? fill_arguments(vm, self, alias->args, parameters, key) : NULL;
    GenericAlias *filled = args ? alias_allocate(vm, object_type(vm, self), alias->origin, args) : NULL;
    xdecref(vm, args);
    if (filled)
        filled->starred = alias->starred;
    return OBJECT(filled);
}

/* Everything but these is the origin's. */
static const char *const own_attributes[] = {
    "__class__", "__origin__", "__args__", "__unpacked__", "__parameters__", "__typing_unpacked_tuple_args__",
    "__mro_entries__", "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__", NULL,
};

static Object *alias_get_attribute(Vm *vm, Object *self, Object *name)
{
    for (int i = 0; own_attributes[i]; i++)
        if (str_equals_c(name, own_attributes[i]))
            return object_generic_get(vm, self, name);
    return object_get_attribute(vm, alias_of(self)->origin, name);
}

/* *tuple[int] in a subscript: iterating an alias gives its starred form, once. */
static Object *alias_iter(Vm *vm, Object *self)
{
    GenericAlias *starred = alias_allocate(vm, object_type(vm, self), alias_of(self)->origin, alias_of(self)->args);
    if (!starred)
        return NULL;
    starred->starred = true;
    Object *once = tuple_pack(vm, 1, &starred->head);
    Object *iterator = once ? object_iter(vm, once) : NULL;
    xdecref(vm, once);
    decref(vm, &starred->head);
    return iterator;
}

static Object *alias_mro_entries(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return tuple_pack(vm, 1, alias_of(self)->origin);
}

static Object *alias_refuse_instance(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return vm_raise(vm, TYPE_TypeError, "isinstance() argument 2 cannot be a parameterized generic");
}

static Object *alias_refuse_subclass(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return vm_raise(vm, TYPE_TypeError, "issubclass() argument 2 cannot be a parameterized generic");
}

static Object *alias_parameters(Vm *vm, Object *self, void *closure)
{
    return xincref(parameters_of(vm, &alias_of(self)->parameters, alias_of(self)->args));
}

static Object *alias_unpacked(Vm *vm, Object *self, void *closure) { return new_bool(vm, alias_of(self)->starred); }

static Object *either(Vm *vm, Object *left, Object *right) { return union_new(vm, left, right); }

static const MethodDef alias_methods[] = {
    {"__mro_entries__", alias_mro_entries, METHOD_ONE, NULL},
    {"__instancecheck__", alias_refuse_instance, METHOD_ONE, NULL},
    {"__subclasscheck__", alias_refuse_subclass, METHOD_ONE, NULL},
    {0},
};

static const GetSetDef alias_getset[] = {
    {"__parameters__", alias_parameters, NULL, NULL}, {"__unpacked__", alias_unpacked, NULL, NULL}, {0},
};

static const MemberDef alias_members[] = {
    {"__origin__", MEMBER_OBJECT, offsetof(GenericAlias, origin), true},
    {"__args__", MEMBER_OBJECT, offsetof(GenericAlias, args), true},
    {0},
};

const TypeSpec generic_alias_spec = {
    .name = "types.GenericAlias", .size = sizeof(GenericAlias),
    .weaklist_offset = offsetof(GenericAlias, weaklist), .flags = TYPE_HAS_GC | TYPE_BASE,
    .doc = "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
    .slots = {.dealloc = alias_dealloc, .traverse = alias_traverse, .repr = alias_repr, .hash = alias_hash,
              .call = alias_call, .compare = alias_compare, .get_attribute = alias_get_attribute,
              .set_attribute = object_generic_set, .get_item = alias_get_item, .iter = alias_iter,
              .new = alias_slot_new, .binary = {[BINARY_OR] = either}},
    .methods = alias_methods, .getset = alias_getset, .members = alias_members,
};

/* ---- unions ---- */

static UnionType *union_of(Object *self) { return (UnionType *)self; }

static bool may_join(Vm *vm, Object *object)
{
    return object == none(vm) || is_type(vm, object) || is_exact(object, GENERIC_ALIAS) || is_exact(object, UNION_TYPE);
}

/* Is it in the list: classes by identity, aliases by equality. -1: error. */
static int holds(Vm *vm, Object *list, Object *item)
{
    const List *l = (const List *)list;
    for (int64_t i = 0; i < l->length; i++) {
        Object *other = l->items[i];
        bool aliases = is_exact(item, GENERIC_ALIAS) && is_exact(other, GENERIC_ALIAS);
        int same = aliases ? object_compare_truth(vm, other, item, COMPARE_EQ) : other == item;
        if (same)
            return same;
    }
    return 0;
}

static int add_member(Vm *vm, Object *list, Object *item)
{
    if (is_exact(item, UNION_TYPE)) {
        int result = 0;
        Object *args = union_of(item)->args;
        for (int64_t i = 0; i < tuple_length(args) && result == 0; i++)
            result = add_member(vm, list, tuple_item(args, i));
        return result;
    }
    if (item == none(vm))
        item = &object_type(vm, item)->head;
    int held = holds(vm, list, item);
    return held ? (held < 0 ? -1 : 0) : list_append(vm, list, item);
}

static Object *union_from_list(Vm *vm, Object *list)
{
    if (((List *)list)->length == 1)
        return incref(((List *)list)->items[0]);
    Object *args = list_as_tuple(vm, list);
    UnionType *self = args ? (UnionType *)object_new_builtin(vm, TYPE_UNION_TYPE, sizeof *self) : NULL;
    if (!self) {
        xdecref(vm, args);
        return NULL;
    }
    self->args = args;
    self->parameters = NULL;
    gc_track(vm, &self->head);
    return &self->head;
}

Object *union_new(Vm *vm, Object *left, Object *right)
{
    if (!may_join(vm, left) || !may_join(vm, right))
        return new_not_implemented(vm);
    Object *list = list_new(vm, 0);
    Object *result = NULL;
    if (list && add_member(vm, list, left) == 0 && add_member(vm, list, right) == 0)
        result = union_from_list(vm, list);
    xdecref(vm, list);
    return result;
}

Object *union_members(Object *object) { return is_exact(object, UNION_TYPE) ? union_of(object)->args : NULL; }

static void union_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    decref(vm, union_of(self)->args);
    xdecref(vm, union_of(self)->parameters);
    object_free(vm, self);
}

static int union_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(union_of(self)->args);
    VISIT(union_of(self)->parameters);
    return 0;
}

static Object *member_text(Vm *vm, Object *member)
{
    return member == &object_type(vm, none(vm))->head ? str_from_c(vm, "None") : item_text(vm, member);
}

static Object *union_repr(Vm *vm, Object *self)
{
    StrWriter writer;
    writer_init(&writer);
    return writer_result(vm, &writer, write_items(vm, &writer, union_of(self)->args, " | ", member_text));
}

static Object *union_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (!is_exact(right, UNION_TYPE) || (op != COMPARE_EQ && op != COMPARE_NE))
        return new_not_implemented(vm);
    Object *a = set_new(vm, union_of(left)->args);
    Object *b = a ? set_new(vm, union_of(right)->args) : NULL;
    Object *result = b ? object_compare(vm, a, b, op) : NULL;
    xdecref(vm, a);
    xdecref(vm, b);
    return result;
}

static int64_t union_hash(Vm *vm, Object *self)
{
    Object *set = frozenset_new(vm, union_of(self)->args);
    int64_t hash = set ? object_hash(vm, set) : -1;
    xdecref(vm, set);
    return hash;
}

static Object *union_get_item(Vm *vm, Object *self, Object *key)
{
    UnionType *u = union_of(self);
    Object *parameters = parameters_of(vm, &u->parameters, u->args);
    Object *args = parameters ? fill_arguments(vm, self, u->args, parameters, key) : NULL;
    Object *result = args ? incref(tuple_item(args, 0)) : NULL;
    for (int64_t i = 1; result && i < tuple_length(args); i++)
        object_replace(vm, &result, object_binary(vm, result, tuple_item(args, i), BINARY_OR));
    xdecref(vm, args);
    return result;
}

static Object *union_parameters(Vm *vm, Object *self, void *closure)
{
    return xincref(parameters_of(vm, &union_of(self)->parameters, union_of(self)->args));
}

/* isinstance and issubclass know unions themselves (union_members); these are for explicit calls. */
static Object *union_instance_check(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int answer = object_isinstance(vm, args[0], self);
    return answer < 0 ? NULL : new_bool(vm, answer);
}

static Object *union_subclass_check(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int answer = object_issubclass(vm, args[0], self);
    return answer < 0 ? NULL : new_bool(vm, answer);
}

static const MethodDef union_methods[] = {
    {"__instancecheck__", union_instance_check, METHOD_ONE, NULL},
    {"__subclasscheck__", union_subclass_check, METHOD_ONE, NULL},
    {0},
};

static const GetSetDef union_getset[] = {{"__parameters__", union_parameters, NULL, NULL}, {0}};
static const MemberDef union_type_members[] = {{"__args__", MEMBER_OBJECT, offsetof(UnionType, args), true}, {0}};

const TypeSpec union_type_spec = {
    .name = "types.UnionType", .size = sizeof(UnionType), .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION,
    .doc = "Represent a PEP 604 union type\n\nE.g. for int | str",
    .slots = {.dealloc = union_dealloc, .traverse = union_traverse, .repr = union_repr, .hash = union_hash,
              .compare = union_compare, .get_item = union_get_item, .binary = {[BINARY_OR] = either}},
    .methods = union_methods, .getset = union_getset, .members = union_type_members,
};
