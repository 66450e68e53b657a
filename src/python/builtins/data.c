/* Built-in functions over numbers and collections. As CPython's bltinmodule.c. */
#include <string.h>

#include "python/modules/module.h"
#include "python/objects/iterators.h"
#include "python/slot.h"
#include "python/vm.h"

static Object *builtin_len(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t length = object_length(vm, args[0]);
    return length < 0 ? NULL : int_from_i64(vm, length);
}

static Object *builtin_abs(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return object_unary(vm, args[0], UNARY_ABSOLUTE);
}

static Object *builtin_divmod(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "divmod", count, 2, 2))
        return NULL;
    return object_binary(vm, args[0], args[1], BINARY_DIVMOD);
}

static Object *builtin_pow(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *out[3];
    if (!args_parse(vm, "pow", "base,exp|mod", args, count, names, out))
        return NULL;
    return object_power(vm, out[0], out[1], out[2]);
}

static Object *builtin_round(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *out[2];
    if (!args_parse(vm, "round", "number|ndigits", args, count, names, out))
        return NULL;
    bool digits = out[1] && out[1] != none(vm);
    Object *method = special_bound(vm, out[0], name_of(vm, round));
    if (!method)
        return vm_failed(vm) ? NULL : vm_raise(vm, TYPE_TypeError, "type %T doesn't define __round__ method", out[0]);
    Object *result = object_call(vm, method, &out[1], digits, NULL);
    decref(vm, method);
    return result;
}

/* all and any: stop at the first item whose truth is `stop_at`. */
static Object *search_truth(Vm *vm, Object *iterable, int stop_at)
{
    Object *iterator = object_iter(vm, iterable);
    if (!iterator)
        return NULL;
    Object *item;
    int truth = !stop_at;
    while (truth == !stop_at && (item = iterator_next(vm, iterator))) {
        truth = object_truth(vm, item);
        decref(vm, item);
    }
    decref(vm, iterator);
    return vm_failed(vm) ? NULL : new_bool(vm, truth);
}

static Object *builtin_all(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return search_truth(vm, args[0], 0);
}

static Object *builtin_any(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return search_truth(vm, args[0], 1);
}

/* ---- sum ---- */

/* Adds ints that fit to a sum; the first item that does not, or NULL at the end of the iterator. */
static Object *sum_ints(Vm *vm, Object *iterator, int64_t *sum)
{
    Object *item;
    while ((item = iterator_next(vm, iterator))) {
        int overflow = 0;
        if (!is_exact(item, INT) && !is_exact(item, BOOL))
            return item;
        int64_t value = int_as_i64(vm, item, &overflow);
        int64_t next;
        if (overflow || __builtin_add_overflow(*sum, value, &next))
            return item;
        *sum = next;
        decref(vm, item);
    }
    return NULL;
}

static Object *sum_floats(Vm *vm, Object *iterator, double *sum)
{
    Object *item;
    while ((item = iterator_next(vm, iterator))) {
        if (is_exact(item, FLOAT))
            *sum += float_value(item);
        else if (is_exact(item, INT) && int_is_compact(item))
            *sum += (double)int_compact_value(item);
        else
            return item;
        decref(vm, item);
    }
    return NULL;
}

/* Ints that fit are added in C, then floats, then anything, in CPython's order of additions. *left_over is the item that
 * could not be added so, NULL at the end of the iterator. Takes over the total. */
static Object *sum_fast(Vm *vm, Object *iterator, Object *total, Object **left_over)
{
    int overflow = 0;
    int64_t small = is_exact(total, INT) ? int_as_i64(vm, total, &overflow) : 0;
    if (is_exact(total, INT) && !overflow) {
        *left_over = sum_ints(vm, iterator, &small);
        object_replace(vm, &total, int_from_i64(vm, small));
    } else if (is_exact(total, FLOAT)) {
        double sum = float_value(total);
        *left_over = sum_floats(vm, iterator, &sum);
        object_replace(vm, &total, float_new(vm, sum));
    } else {
        *left_over = iterator_next(vm, iterator);
    }
    return total;
}

static Object *sum_all(Vm *vm, Object *iterator, Object *total)
{
    Object *item;
    for (;;) {
        total = sum_fast(vm, iterator, total, &item);
        if (!total || vm_failed(vm)) {
            xdecref(vm, item);
            xdecref(vm, total);
            return NULL;
        }
        if (!item)
            break;
        Object *sum = object_binary(vm, total, item, BINARY_ADD);
        decref(vm, item);
        object_replace(vm, &total, sum);
        if (!sum)
            return NULL;
    }
    if (vm_failed(vm))
        object_replace(vm, &total, NULL);
    return total;
}

static Object *builtin_sum(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *out[2];
    if (count == 0)
        return vm_raise(vm, TYPE_TypeError, "sum() takes at least 1 positional argument (0 given)");
    if (!args_parse(vm, "sum", "iterable/|start", args, count, names, out))
        return NULL;
    Object *iterator = object_iter(vm, out[0]);
    if (!iterator)
        return NULL;
    if (out[1] && (is_str(vm, out[1]) || is_bytes(vm, out[1]) || is_exact(out[1], BYTEARRAY)))
        vm_raise(vm, TYPE_TypeError, "sum() can't sum %s [use %s.join(seq) instead]",
                 is_str(vm, out[1]) ? "strings" : is_bytes(vm, out[1]) ? "bytes" : "bytearray",
                 is_str(vm, out[1]) ? "''" : "b''");
    Object *start = vm_failed(vm) ? NULL : out[1] ? incref(out[1]) : int_from_i64(vm, 0);
    Object *total = start ? sum_all(vm, iterator, start) : NULL;
    decref(vm, iterator);
    return total;
}

/* ---- min, max ---- */

typedef struct Best { Object *item, *key; } Best;

static int consider(Vm *vm, Best *best, Object *item, Object *key_function, CompareOp op)
{
    Object *key = key_function ? object_call_one(vm, key_function, item) : incref(item);
    int better = !key ? -1 : best->item ? object_compare_truth(vm, key, best->key, op) : 1;
    if (better > 0) {
        object_replace(vm, &best->item, incref(item));
        object_replace(vm, &best->key, key);
        return 0;
    }
    xdecref(vm, key);
    return better < 0 ? -1 : 0;
}

static Object *min_max(Vm *vm, Object *const *args, size_t count, Object *names, const char *name, CompareOp op)
{
    Object *out[2];
    if (count == 0)
        return vm_raise(vm, TYPE_TypeError, "%s expected at least 1 argument, got 0", name);
    if (!args_parse(vm, name, "|$key,default", args + count, 0, names, out))
        return NULL;
    Object *key_function = out[0] == none(vm) ? NULL : out[0], *otherwise = out[1];
    if (count > 1 && otherwise)
        return vm_raise(vm, TYPE_TypeError, "Cannot specify a default for %s() with multiple positional arguments", name);
    Object *iterator = object_iter(vm, count > 1 ? vm->packed.tuple : args[0]);
    if (!iterator)
        return NULL;
    Best best = {NULL, NULL};
    Object *item;
    int result = 0;
    while (result == 0 && (item = iterator_next(vm, iterator))) {
        result = consider(vm, &best, item, key_function, op);
        decref(vm, item);
    }
    decref(vm, iterator);
    xdecref(vm, best.key);
    if (vm_failed(vm)) {
        xdecref(vm, best.item);
        return NULL;
    }
    if (best.item)
        return best.item;
    return otherwise ? incref(otherwise) : vm_raise(vm, TYPE_ValueError, "%s() arg is an empty sequence", name);
}

static Object *builtin_min(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return min_max(vm, args, count, names, "min", COMPARE_LT);
}

static Object *builtin_max(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return min_max(vm, args, count, names, "max", COMPARE_GT);
}

/* ---- iteration ---- */

static Object *builtin_sorted(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *out[3];
    if (!args_check(vm, "sorted", count, 1, 1) ||
        !args_parse(vm, "sort", "iterable/|$key,reverse", args, count, names, out))
        return NULL;
    Object *list = sequence_list(vm, out[0]);
    int64_t reverse = out[2] && list ? container_number(vm, out[2]) : 0;
    if (list && (vm_failed(vm) || list_sort(vm, list, out[1] == none(vm) ? NULL : out[1], reverse != 0) < 0))
        object_replace(vm, &list, NULL);
    return list;
}

static Object *builtin_aiter(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    UnaryFunction iter = object_type(vm, args[0])->slots.async_iter;
    if (!iter)
        return vm_raise(vm, TYPE_TypeError, "'%T' object is not an async iterable", args[0]);
    Object *iterator = iter(vm, args[0]);
    if (iterator && !object_type(vm, iterator)->slots.async_next) {
        vm_raise(vm, TYPE_TypeError, "aiter() returned not an async iterator of type '%T'", iterator);
        object_replace(vm, &iterator, NULL);
    }
    return iterator;
}

/* The awaitable with a default is the library's _anext.anext_awaitable. */
static Object *with_default(Vm *vm, Object *awaitable, Object *otherwise)
{
    Object *type = awaitable ? module_attribute(vm, "_anext", "anext_awaitable") : NULL;
    Object *args[] = {awaitable, otherwise};
    Object *made = type ? object_call(vm, type, args, 2, NULL) : NULL;
    xdecref(vm, type);
    xdecref(vm, awaitable);
    return made;
}

static Object *builtin_anext(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "anext", count, 1, 2))
        return NULL;
    UnaryFunction next = object_type(vm, args[0])->slots.async_next;
    if (!next)
        return vm_raise(vm, TYPE_TypeError, "'%T' object is not an async iterator", args[0]);
    return count == 1 ? next(vm, args[0]) : with_default(vm, next(vm, args[0]), args[1]);
}

static Object *builtin_iter(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "iter", count, 1, 2))
        return NULL;
    if (count == 1)
        return object_iter(vm, args[0]);
    if (!object_type(vm, args[0])->slots.call)
        return vm_raise(vm, TYPE_TypeError, "iter(v, w): v must be callable");
    return callable_iterator_new(vm, args[0], args[1]);
}

static Object *builtin_next(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "next", count, 1, 2))
        return NULL;
    UnaryFunction next = object_type(vm, args[0])->slots.next;
    if (!next)
        return vm_raise(vm, TYPE_TypeError, "'%T' object is not an iterator", args[0]);
    Object *value = next(vm, args[0]);
    if (value)
        return value;
    if (count == 2 && (!vm_failed(vm) || vm_failed_with(vm, TYPE_StopIteration))) {
        vm_clear_error(vm);
        return incref(args[1]);
    }
    return vm_failed(vm) ? NULL : vm_raise_object(vm, TYPE_StopIteration, NULL);
}

/* ---- numbers as text ---- */

static Object *based(Vm *vm, Object *object, int base)
{
    Object *index = object_index(vm, object);
    Object *text = index ? int_to_text(vm, index, base, true) : NULL;
    xdecref(vm, index);
    return text;
}

static Object *builtin_bin(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return based(vm, args[0], 2);
}

static Object *builtin_oct(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return based(vm, args[0], 8);
}

static Object *builtin_hex(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return based(vm, args[0], 16);
}

static Object *builtin_chr(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *index = object_index(vm, args[0]);
    if (!index)
        return NULL;
    int overflow = 0;
    int64_t code = int_as_i64(vm, index, &overflow);
    decref(vm, index);
    if (overflow || code != (int32_t)code)
        return vm_raise(vm, TYPE_OverflowError, "Python int too large to convert to C int");
    if (code < 0 || code > 0x10ffff)
        return vm_raise(vm, TYPE_ValueError, "chr() arg not in range(0x110000)");
    return str_from_code_point(vm, (uint32_t)code);
}

static Object *builtin_ord(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t length;
    if (is_str(vm, args[0])) {
        if ((length = ((Str *)args[0])->length) == 1)
            return int_from_i64(vm, str_at((Str *)args[0], 0));
    } else if (is_bytes(vm, args[0])) {
        if ((length = ((Bytes *)args[0])->length) == 1)
            return int_from_i64(vm, (unsigned char)((Bytes *)args[0])->data[0]);
    } else if (object_is_instance(vm, args[0], builtin_type(vm, TYPE_BYTEARRAY))) {
        if ((length = (int64_t)((ByteArray *)args[0])->length) == 1)
            return int_from_i64(vm, (unsigned char)((ByteArray *)args[0])->start[0]);
    } else {
        return vm_raise(vm, TYPE_TypeError, "ord() expected string of length 1, but %T found", args[0]);
    }
    return vm_raise(vm, TYPE_TypeError, "ord() expected a character, but string of length %lld found", (long long)length);
}

const MethodDef builtins_data[] = {
    {"len", builtin_len, METHOD_ONE, "Return the number of items in a container."},
    {"abs", builtin_abs, METHOD_ONE, "Return the absolute value of the argument."},
    {"divmod", builtin_divmod, METHOD_FAST, "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x."},
    {"pow", builtin_pow, METHOD_KEYWORDS, "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments."},
    {"round", builtin_round, METHOD_KEYWORDS, "Round a number to a given precision in decimal digits."},
    {"all", builtin_all, METHOD_ONE, "Return True if bool(x) is True for all values x in the iterable."},
    {"any", builtin_any, METHOD_ONE, "Return True if bool(x) is True for any x in the iterable."},
    {"sum", builtin_sum, METHOD_KEYWORDS, "Return the sum of a 'start' value (default: 0) plus an iterable of numbers"},
    {"min", builtin_min, METHOD_PACKED_KEYWORDS, "With a single iterable argument, return its smallest item."},
    {"max", builtin_max, METHOD_PACKED_KEYWORDS, "With a single iterable argument, return its biggest item."},
    {"aiter", builtin_aiter, METHOD_ONE, "Return an AsyncIterator for an AsyncIterable object."},
    {"anext", builtin_anext, METHOD_FAST, "async anext(aiterator[, default])"},
    {"sorted", builtin_sorted, METHOD_KEYWORDS, "Return a new list containing all items from the iterable in ascending order."},
    {"iter", builtin_iter, METHOD_FAST, "Get an iterator from an object."},
    {"next", builtin_next, METHOD_FAST, "Return the next item from the iterator."},
    {"bin", builtin_bin, METHOD_ONE, "Return the binary representation of an integer."},
    {"oct", builtin_oct, METHOD_ONE, "Return the octal representation of an integer."},
    {"hex", builtin_hex, METHOD_ONE, "Return the hexadecimal representation of an integer."},
    {"chr", builtin_chr, METHOD_ONE, "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff."},
    {"ord", builtin_ord, METHOD_ONE, "Return the Unicode code point for a one-character string."},
    {0},
};
