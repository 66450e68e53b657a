/* The types str and str_iterator: their slots, tables and construction. */
#include "python/codec.h"
#include "python/objects/bytes.h"
#include "python/objects/containers.h"
#include "python/objects/str_operators.h"
#include "python/objects/str_parts.h"
#include "python/text.h"
#include "python/vm.h"

/* ---- str(...) ---- */

/* str(bytes, encoding, errors) */
static Object *decoded(Vm *vm, Object *object, Object *encoding, Object *errors)
{
    if (is_str(vm, object))
        return vm_raise(vm, TYPE_TypeError, "decoding str is not supported");
    if (!text_is_bytes_like(vm, object))
        return vm_raise(vm, TYPE_TypeError, "decoding to str: need a bytes-like object, %T found", object);
    return codec_decode(vm, object, encoding, errors);
}

static bool name_argument(Vm *vm, const char *name, Object *object)
{
    return !object || is_str(vm, object) ||
           vm_raise(vm, TYPE_TypeError, "str() argument '%s' must be str, not %B", name, object);
}

static Object *str_make(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *given[3];
    if (!args_parse(vm, "str", "|object,encoding,errors", args, count, names, given) ||
        !name_argument(vm, "encoding", given[1]) || !name_argument(vm, "errors", given[2]))
        return NULL;
    Object *text;
    if (!given[0])
        text = str_new(vm, 0, 0);
    else if (given[1] || given[2])
        text = decoded(vm, given[0], given[1], given[2]);
    else
        text = object_str(vm, given[0]);
    if (!text || type == builtin_type(vm, TYPE_STR))
        return text;
    Object *instance = str_new_of(vm, type, text);
    decref(vm, text);
    return instance;
}

static Object *str_str(Vm *vm, Object *self) { return str_exact(vm, self); }

static Object *remainder_slot(Vm *vm, Object *left, Object *right)
{
    return is_str(vm, left) ? str_percent(vm, left, right) : new_not_implemented(vm);
}

static int64_t length_slot(Vm *vm, Object *self) { return str_length(self); }

static Object *getnewargs(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *copy = str_from_chars(vm, str_chars(self));
    Object *tuple = copy ? tuple_pack(vm, 1, copy) : NULL;
    xdecref(vm, copy);
    return tuple;
}

/* ---- iteration ---- */

typedef struct StrIterator { Object head; int64_t index; Object *str; } StrIterator;   /* str NULL: exhausted */

static Object *str_iter(Vm *vm, Object *self)
{
    TypeId id = ((Str *)self)->ascii ? TYPE_STR_ASCII_ITERATOR : TYPE_STR_ITERATOR;
    StrIterator *it = (StrIterator *)object_new_builtin(vm, id, sizeof *it);
    if (!it)
        return NULL;
    it->index = 0;
    it->str = incref(self);
    gc_track(vm, OBJECT(it));
    return OBJECT(it);
}

static Object *iterator_next_slot(Vm *vm, Object *self)
{
    StrIterator *it = (StrIterator *)self;
    if (!it->str)
        return NULL;
    if (it->index < str_length(it->str))
        return str_from_code_point(vm, str_at((Str *)it->str, it->index++));
    object_replace(vm, &it->str, NULL);
    return NULL;
}

static void iterator_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, ((StrIterator *)self)->str);
    object_free(vm, self);
}

static int iterator_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((StrIterator *)self)->str);
    return 0;
}

static Object *iterator_length_hint(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    const StrIterator *it = (const StrIterator *)self;
    return int_from_i64(vm, it->str ? str_length(it->str) - it->index : 0);
}

static Object *iterator_reduce(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    const StrIterator *it = (const StrIterator *)self;
    Object *function = dict_get_str(vm, vm->builtins, "iter");
    Object *text = it->str ? incref(it->str) : str_new(vm, 0, 0);
    Object *index = text ? int_from_i64(vm, it->index) : NULL;
    Object *arguments = index ? tuple_pack(vm, 1, text) : NULL;
    Object *result = !arguments ? NULL : it->str ? tuple_pack(vm, 3, function, arguments, index)
                                                 : tuple_pack(vm, 2, function, arguments);
    xdecref(vm, arguments);
    xdecref(vm, index);
    xdecref(vm, text);
    return result;
}

static Object *iterator_set_state(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    StrIterator *it = (StrIterator *)self;
    int64_t index;
    if (!text_number_argument(vm, args[0], &index))
        return NULL;
    if (it->str)
        it->index = index < 0 ? 0 : index > str_length(it->str) ? str_length(it->str) : index;
    return new_none(vm);
}

static const MethodDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, METHOD_NO_ARGS, "Private method returning an estimate of len(list(it))."},
    {"__reduce__", iterator_reduce, METHOD_NO_ARGS, NULL},
    {"__setstate__", iterator_set_state, METHOD_ONE, NULL},
    {0},
};

static Object *self_iter(Vm *vm, Object *self) { return incref(self); }

#define STR_ITERATOR(type_name) \
    { \
        .name = type_name, .size = sizeof(StrIterator), \
        .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION | TYPE_IMMUTABLE, \
        .slots = { \
            .dealloc = iterator_dealloc, .traverse = iterator_traverse, .iter = self_iter, \
            .next = iterator_next_slot, \
        }, \
        .methods = iterator_methods, \
    }

/* Two types, as in CPython, that differ in their names only. */
const TypeSpec str_iterator_spec = STR_ITERATOR("str_iterator");
const TypeSpec str_ascii_iterator_spec = STR_ITERATOR("str_ascii_iterator");

/* ---- the type ---- */

#define PREDICATE(name) {#name, str_method_##name, METHOD_NO_ARGS, NULL},

static const MethodDef str_methods[] = {
    TEXT_METHODS(TEXT_METHOD_ENTRY)
    STR_PREDICATES(PREDICATE)
    {"capitalize", str_method_capitalize, METHOD_NO_ARGS, NULL},
    {"casefold", str_method_casefold, METHOD_NO_ARGS, NULL},
    {"lower", str_method_lower, METHOD_NO_ARGS, NULL},
    {"swapcase", str_method_swapcase, METHOD_NO_ARGS, NULL},
    {"title", str_method_title, METHOD_NO_ARGS, NULL},
    {"upper", str_method_upper, METHOD_NO_ARGS, NULL},
    {"encode", str_method_encode, METHOD_KEYWORDS, NULL},
    {"format", str_method_format, METHOD_PACKED_KEYWORDS, NULL},
    {"format_map", str_method_format_map, METHOD_ONE, NULL},
    {"translate", str_method_translate, METHOD_ONE, NULL},
    {"maketrans", str_method_maketrans, METHOD_FAST | METHOD_STATIC, NULL},
    {"__format__", str_method_dunder_format, METHOD_ONE, NULL},
    {"__getnewargs__", getnewargs, METHOD_NO_ARGS, NULL},
    {"__sizeof__", object_sizeof, METHOD_NO_ARGS, "Return the size of the string in memory, in bytes."},
    {0},
};

const TypeSpec str_spec = {
    .name = "str",
    .doc = "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
           "Create a new string object from the given object. If encoding or\n"
           "errors is specified, then the object must expose a data buffer\n"
           "that will be decoded using the given encoding and error handler.\n"
           "Otherwise, returns the result of object.__str__() (if defined)\n"
           "or repr(object).\n"
           "encoding defaults to sys.getdefaultencoding().\n"
           "errors defaults to 'strict'.",
    .size = STR_SUBCLASS_HEADER,
    .flags = TYPE_BASE | TYPE_IMMUTABLE | TYPE_STR_SUBCLASS | TYPE_MATCH_SELF,
    .slots = {
        .get_attribute = object_generic_get,
        .dealloc = str_dealloc, .repr = str_repr, .str = str_str, .hash = str_hash, .compare = str_compare_slot,
        .iter = str_iter, .new = str_make, .binary = {[BINARY_REMAINDER] = remainder_slot}, .length = length_slot,
        .contains = str_contains, .get_item = str_get_item, .item = str_item, .concat = str_concat,
        .repeat = str_repeat, .size_of = str_size_of,
    },
    .methods = str_methods,
};
