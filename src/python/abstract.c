/* The operations that any object may be asked for: which slot answers, in which order, and what is said when none does.
 * As CPython's abstract.c and object.c. */
#include <stdio.h>
#include <string.h>

#include "python/objects/class.h"
#include "python/objects/int_limbs.h"
#include "python/slot.h"
#include "python/vm.h"
#include "python/warn.h"

static const TypeSlots *slots_of(Vm *vm, Object *object) { return &object_type(vm, object)->slots; }

/* ---- text ---- */

static Object *checked_str(Vm *vm, Object *text, const char *method)
{
    if (text && !is_str(vm, text)) {
        vm_raise(vm, TYPE_TypeError, "%s returned non-string (type %T)", method, text);
        decref(vm, text);
        return NULL;
    }
    return text;
}

Object *object_repr(Vm *vm, Object *object)
{
    if (vm_asked_to_stop(vm) || vm_enter_recursion(vm, " while getting the repr of an object") < 0)
        return NULL;
    Object *text = checked_str(vm, slots_of(vm, object)->repr(vm, object), "__repr__");
    vm_leave_recursion(vm);
    return text;
}

Object *object_str(Vm *vm, Object *object)
{
    if (is_exact(object, STR))
        return incref(object);
    if (vm_enter_recursion(vm, " while getting the str of an object") < 0)
        return NULL;
    Object *text = checked_str(vm, slots_of(vm, object)->str(vm, object), "__str__");
    vm_leave_recursion(vm);
    return text;
}

Object *object_ascii(Vm *vm, Object *object)
{
    Object *text = object_repr(vm, object);
    if (!text || ((Str *)text)->ascii)
        return text;
    StrWriter writer;
    writer_init(&writer);
    for (int64_t i = 0; i < ((Str *)text)->length; i++) {
        uint32_t c = str_at((Str *)text, i);
        char escape[12];
        int length = c < 128     ? snprintf(escape, sizeof escape, "%c", (int)c)
                     : c < 256   ? snprintf(escape, sizeof escape, "\\x%02x", c)
                     : c < 65536 ? snprintf(escape, sizeof escape, "\\u%04x", c)
                                 : snprintf(escape, sizeof escape, "\\U%08x", c);
        if (writer_ascii(vm, &writer, escape, (size_t)length) < 0) {
            writer_discard(vm, &writer);
            decref(vm, text);
            return NULL;
        }
    }
    decref(vm, text);
    return writer_finish(vm, &writer);
}

Object *object_format(Vm *vm, Object *object, Object *spec)
{
    if (!spec && is_exact(object, STR))
        return incref(object);
    Object *empty = vm->empty_str;
    Object *method = special_bound(vm, object, name_of(vm, format));
    if (!method)
        return vm_failed(vm) ? NULL : vm_raise(vm, TYPE_TypeError, "Type %T doesn't define __format__", object);
    Object *text = object_call_one(vm, method, spec ? spec : empty);
    decref(vm, method);
    if (text && !is_str(vm, text)) {
        vm_raise(vm, TYPE_TypeError, "__format__ must return a str, not %T", text);
        decref(vm, text);
        return NULL;
    }
    return text;
}

/* ---- hash, truth, comparison ---- */

int64_t object_hash(Vm *vm, Object *object)
{
    int64_t (*hash)(Vm *, Object *) = slots_of(vm, object)->hash;
    if (!hash)
        return vm_raise_int(vm, TYPE_TypeError, "unhashable type: '%T'", object);
    /* CPython's tuples and frozen sets overflow the stack here when nested deep enough */
    if (vm_c_stack_full(vm))
        return vm_raise_int(vm, TYPE_RecursionError, "maximum recursion depth exceeded");
    return hash(vm, object);
}

int object_truth(Vm *vm, Object *object)
{
    if (object == &vm->true_object.value.head)
        return 1;
    if (object == &vm->false_object.value.head || object == none(vm))
        return 0;
    const TypeSlots *slots = slots_of(vm, object);
    if (slots->truth)
        return slots->truth(vm, object);
    if (slots->length) {
        int64_t length = slots->length(vm, object);
        return length < 0 ? -1 : length > 0;
    }
    return 1;
}

static const char *const compare_signs[] = {
    [COMPARE_LT] = "<", [COMPARE_LE] = "<=", [COMPARE_EQ] = "==",
    [COMPARE_NE] = "!=", [COMPARE_GT] = ">", [COMPARE_GE] = ">=",
};

static const CompareOp compare_swapped[] = {
    [COMPARE_LT] = COMPARE_GT, [COMPARE_LE] = COMPARE_GE, [COMPARE_EQ] = COMPARE_EQ,
    [COMPARE_NE] = COMPARE_NE, [COMPARE_GT] = COMPARE_LT, [COMPARE_GE] = COMPARE_LE,
};

/* One try: the result, or NULL without an exception for NotImplemented. */
static Object *answered(Vm *vm, Object *result)
{
    if (result == not_implemented(vm)) {
        decref(vm, result);
        return NULL;
    }
    return result;
}

static Object *compare_slots(Vm *vm, Object *left, Object *right, CompareOp op)
{
    Type *lt = object_type(vm, left), *rt = object_type(vm, right);
    bool right_tried = false;
    Object *result = NULL;
    if (lt != rt && rt->slots.compare && type_is_subtype(vm, rt, lt)) {
        right_tried = true;
        result = answered(vm, rt->slots.compare(vm, right, left, compare_swapped[op]));
        if (result || vm_failed(vm))
            return result;
    }
    if (lt->slots.compare)
        result = answered(vm, lt->slots.compare(vm, left, right, op));
    if (!result && !vm_failed(vm) && !right_tried && rt->slots.compare)
        result = answered(vm, rt->slots.compare(vm, right, left, compare_swapped[op]));
    return result;
}

Object *object_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (vm_enter_recursion(vm, " in comparison") < 0)
        return NULL;
    Object *result = compare_slots(vm, left, right, op);
    vm_leave_recursion(vm);
    if (result || vm_failed(vm))
        return result;
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return new_bool(vm, (left == right) == (op == COMPARE_EQ));
    return vm_raise(vm, TYPE_TypeError, "'%s' not supported between instances of '%T' and '%T'", compare_signs[op],
                    left, right);
}

int object_compare_truth(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (left == right && op == COMPARE_EQ)
        return 1;
    if (left == right && op == COMPARE_NE)
        return 0;
    Object *result = object_compare(vm, left, right, op);
    if (!result)
        return -1;
    int truth = object_truth(vm, result);
    decref(vm, result);
    return truth;
}

/* ---- numbers ---- */

typedef struct OperatorText { const char *sign, *in_place; } OperatorText;

static const OperatorText operators[BINARY_COUNT] = {
    [BINARY_ADD] = {"+", "+="}, [BINARY_AND] = {"&", "&="}, [BINARY_FLOOR_DIVIDE] = {"//", "//="},
    [BINARY_LSHIFT] = {"<<", "<<="}, [BINARY_MATRIX_MULTIPLY] = {"@", "@="}, [BINARY_MULTIPLY] = {"*", "*="},
    [BINARY_REMAINDER] = {"%", "%="}, [BINARY_OR] = {"|", "|="}, [BINARY_POWER] = {"** or pow()", "**="},
    [BINARY_RSHIFT] = {">>", ">>="}, [BINARY_SUBTRACT] = {"-", "-="}, [BINARY_TRUE_DIVIDE] = {"/", "/="},
    [BINARY_XOR] = {"^", "^="}, [BINARY_DIVMOD] = {"divmod()", "divmod()"},
};

/* Both operands' slots, the right one's first if its type is a subclass; NULL without exception: nobody knows. */
static Object *binary_slots(Vm *vm, Object *left, Object *right, BinaryOp op)
{
    Type *lt = object_type(vm, left), *rt = object_type(vm, right);
    BinaryFunction first = lt->slots.binary[op];
    BinaryFunction second = rt == lt ? NULL : rt->slots.binary[op];
    if (second == first)
        second = NULL;
    Object *result = NULL;
    if (first && second && type_is_subtype(vm, rt, lt)) {
        result = answered(vm, second(vm, left, right));
        if (result || vm_failed(vm))
            return result;
        second = NULL;
    }
    if (first)
        result = answered(vm, first(vm, left, right));
    if (!result && !vm_failed(vm) && second)
        result = answered(vm, second(vm, left, right));
    return result;
}

static Object *repeat_sequence(Vm *vm, Object *sequence, Object *times,
                               Object *(*repeat)(Vm *, Object *, int64_t))
{
    if (!slots_of(vm, times)->to_index)
        return vm_raise(vm, TYPE_TypeError, "can't multiply sequence by non-int of type '%T'", times);
    int64_t n = object_as_index(vm, times, false);
    if (n == -1 && vm_failed(vm))
        return NULL;
    return repeat(vm, sequence, n);
}

/* Has a PySequenceMethods in CPython: then the right operand's `repeat` is not asked. */
static bool is_sequence_like(Vm *vm, Object *object)
{
    const TypeSlots *slots = slots_of(vm, object);
    return slots->item || slots->contains || (object_type(vm, object)->flags & TYPE_HEAP);
}

/* What + and * mean for sequences, asked after the number slots. */
static Object *sequence_operation(Vm *vm, Object *left, Object *right, BinaryOp op, bool in_place)
{
    const TypeSlots *ls = slots_of(vm, left), *rs = slots_of(vm, right);
    if (op == BINARY_ADD) {
        if (in_place && ls->in_place_concat)
            return ls->in_place_concat(vm, left, right);
        return ls->concat ? ls->concat(vm, left, right) : NULL;
    }
    if (in_place && ls->in_place_repeat)
        return repeat_sequence(vm, left, right, ls->in_place_repeat);
    if (ls->repeat)
        return repeat_sequence(vm, left, right, ls->repeat);
    if (rs->repeat && !(in_place && is_sequence_like(vm, left)))
        return repeat_sequence(vm, right, left, rs->repeat);
    return NULL;
}

static bool is_print_function(Vm *vm, Object *object)
{
    return is_exact(object, BUILTIN_FUNCTION) && object == dict_get_str(vm, vm->builtins, "print");
}

static Object *binary_type_error(Vm *vm, Object *left, Object *right, BinaryOp op, bool in_place)
{
    if (op == BINARY_RSHIFT && !in_place && is_print_function(vm, left))
        return vm_raise(vm, TYPE_TypeError,
                        "unsupported operand type(s) for >>: '%T' and '%T'. Did you mean \"print(<message>, "
                        "file=<output_stream>)\"?", left, right);
    return vm_raise(vm, TYPE_TypeError, "unsupported operand type(s) for %s: '%T' and '%T'",
                    in_place ? operators[op].in_place : operators[op].sign, left, right);
}

Object *object_binary(Vm *vm, Object *left, Object *right, BinaryOp op)
{
    Object *result = binary_slots(vm, left, right, op);
    if (!result && !vm_failed(vm) && (op == BINARY_ADD || op == BINARY_MULTIPLY))
        result = sequence_operation(vm, left, right, op, false);
    if (result || vm_failed(vm))
        return result;
    return binary_type_error(vm, left, right, op, false);
}

Object *object_in_place(Vm *vm, Object *left, Object *right, BinaryOp op)
{
    BinaryFunction in_place = slots_of(vm, left)->in_place[op];
    Object *result = in_place ? answered(vm, in_place(vm, left, right)) : NULL;
    if (!result && !vm_failed(vm))
        result = binary_slots(vm, left, right, op);
    if (!result && !vm_failed(vm) && (op == BINARY_ADD || op == BINARY_MULTIPLY))
        result = sequence_operation(vm, left, right, op, true);
    if (result || vm_failed(vm))
        return result;
    return binary_type_error(vm, left, right, op, true);
}

Object *object_unary(Vm *vm, Object *operand, UnaryOp op)
{
    static const char *const words[UNARY_OP_COUNT] = {
        [UNARY_NEGATIVE] = "unary -", [UNARY_POSITIVE] = "unary +", [UNARY_INVERT] = "unary ~",
        [UNARY_ABSOLUTE] = "abs()",
    };
    UnaryFunction slot = slots_of(vm, operand)->unary[op];
    if (slot)
        return slot(vm, operand);
    return vm_raise(vm, TYPE_TypeError, "bad operand type for %s: '%T'", words[op], operand);
}

Object *object_power(Vm *vm, Object *base, Object *exponent, Object *modulus)
{
    if (!modulus || modulus == none(vm))
        return object_binary(vm, base, exponent, BINARY_POWER);
    Object *operands[] = {base, exponent, modulus};
    for (int i = 0; i < 3; i++) {
        Object *(*power)(Vm *, Object *, Object *, Object *) = slots_of(vm, operands[i])->power_modulo;
        Object *result = power ? answered(vm, power(vm, base, exponent, modulus)) : NULL;
        if (result || vm_failed(vm))
            return result;
    }
    return vm_raise(vm, TYPE_TypeError, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", base, exponent,
                    modulus);
}

Object *object_index(Vm *vm, Object *object)
{
    if (is_int(vm, object))
        return int_exact(vm, object);
    UnaryFunction to_index = slots_of(vm, object)->to_index;
    if (!to_index)
        return vm_raise(vm, TYPE_TypeError, "'%T' object cannot be interpreted as an integer", object);
    Object *value = to_index(vm, object);
    if (value && !is_exact(value, INT) && is_int(vm, value)) {
        bool told = warn_of_subclass(vm, str_from_c(vm, "__index__"), "int", value) == 0;
        Object *exact = told ? int_exact(vm, value) : NULL;
        decref(vm, value);
        return exact;
    }
    if (value && !is_int(vm, value)) {
        vm_raise(vm, TYPE_TypeError, "__index__ returned non-int (type %T)", value);
        decref(vm, value);
        return NULL;
    }
    return value;
}

int64_t object_as_index(Vm *vm, Object *object, bool clip)
{
    Object *index = object_index(vm, object);
    if (!index)
        return -1;
    int overflow = 0;
    int64_t value = int_as_i64(vm, index, &overflow);
    decref(vm, index);
    if (!overflow)
        return value;
    if (clip)
        return overflow < 0 ? INT64_MIN : INT64_MAX;
    return vm_raise_int(vm, TYPE_OverflowError, "cannot fit '%T' into an index-sized integer", object);
}

/* ---- sequences and mappings ---- */

int64_t object_length(Vm *vm, Object *object)
{
    int64_t (*length)(Vm *, Object *) = slots_of(vm, object)->length;
    if (!length)
        return vm_raise_int(vm, TYPE_TypeError, "object of type '%T' has no len()", object);
    return length(vm, object);
}

int64_t object_length_hint(Vm *vm, Object *object, int64_t otherwise)
{
    if (slots_of(vm, object)->length) {
        int64_t length = object_length(vm, object);
        if (length >= 0 || !vm_failed_with(vm, TYPE_TypeError))
            return length;
        vm_clear_error(vm);
    }
    if (!type_lookup(vm, object_type(vm, object), name_of(vm, length_hint)))
        return otherwise;
    Object *hint = object_call_method(vm, name_of(vm, length_hint), &object, 1, NULL);
    if (!hint) {
        if (!vm_failed_with(vm, TYPE_TypeError))
            return -1;
        vm_clear_error(vm);
        return otherwise;
    }
    int64_t value = otherwise;
    if (hint != not_implemented(vm)) {
        int overflow = 0;
        if (!is_int(vm, hint))
            value = vm_raise_int(vm, TYPE_TypeError, "__length_hint__ must be an integer, not %T", hint);
        else if ((value = int_as_i64(vm, hint, &overflow)) < 0 && !overflow)
            value = vm_raise_int(vm, TYPE_ValueError, "__length_hint__() should return >= 0");
    }
    decref(vm, hint);
    return value;
}

static Object *class_get_item(Vm *vm, Object *type, Object *key)
{
    if (type == &builtin_type(vm, TYPE_TYPE)->head) {
        Object *args[] = {type, key};
        return generic_alias_new(vm, args[0], args[1]);
    }
    Object *method = object_look_attribute(vm, type, name_of(vm, class_getitem));
    if (!method)
        return vm_failed(vm) ? NULL : vm_raise(vm, TYPE_TypeError, "type '%N' is not subscriptable", type);
    Object *result = object_call_one(vm, method, key);
    decref(vm, method);
    return result;
}

Object *object_get_item(Vm *vm, Object *object, Object *key)
{
    const TypeSlots *slots = slots_of(vm, object);
    if (slots->get_item)
        return slots->get_item(vm, object, key);
    if (slots->item) {
        int64_t index = object_as_index(vm, key, false);
        if (index == -1 && vm_failed(vm)) {
            if (vm_failed_with(vm, TYPE_OverflowError)) {
                vm_clear_error(vm);
                vm_raise(vm, TYPE_IndexError, "cannot fit '%T' into an index-sized integer", key);
            }
            return NULL;
        }
        if (index < 0 && slots->length) {
            int64_t length = slots->length(vm, object);
            if (length < 0)
                return NULL;
            index += length;
        }
        return slots->item(vm, object, index);
    }
    if (is_type(vm, object))
        return class_get_item(vm, object, key);
    return vm_raise(vm, TYPE_TypeError, "'%T' object is not subscriptable", object);
}

/* The two words for it: CPython's sequences delete by index another way. */
static int refuse_deletion(Vm *vm, Object *object, Object *key)
{
    const TypeSlots *slots = slots_of(vm, object);
    bool is_sequence = slots->item || slots->contains || (object_type(vm, object)->flags & TYPE_HEAP);
    bool by_index = is_sequence && slots_of(vm, key)->to_index;
    return vm_raise_int(vm, TYPE_TypeError, "'%T' object %s support item deletion", object,
                        by_index ? "doesn't" : "does not");
}

int object_set_item(Vm *vm, Object *object, Object *key, Object *value)
{
    int (*set)(Vm *, Object *, Object *, Object *) = slots_of(vm, object)->set_item;
    if (set)
        return set(vm, object, key, value);
    if (!value)
        return refuse_deletion(vm, object, key);
    return vm_raise_int(vm, TYPE_TypeError, "'%T' object does not support item assignment", object);
}

static int contains_by_iteration(Vm *vm, Object *container, Object *value)
{
    Object *iterator = object_iter(vm, container);
    if (!iterator) {
        if (vm_failed_with(vm, TYPE_TypeError)) {
            vm_clear_error(vm);
            vm_raise(vm, TYPE_TypeError, "argument of type '%T' is not iterable", container);
        }
        return -1;
    }
    Object *item;
    int found = 0;
    while (found == 0 && (item = iterator_next(vm, iterator))) {
        found = object_compare_truth(vm, item, value, COMPARE_EQ);
        decref(vm, item);
    }
    decref(vm, iterator);
    return vm_failed(vm) ? -1 : found;
}

int object_contains(Vm *vm, Object *container, Object *value)
{
    int (*contains)(Vm *, Object *, Object *) = slots_of(vm, container)->contains;
    return contains ? contains(vm, container, value) : contains_by_iteration(vm, container, value);
}

Object *object_iter(Vm *vm, Object *object)
{
    const TypeSlots *slots = slots_of(vm, object);
    if (!slots->iter) {
        if (slots->item || (slots->get_item && !is_dict(vm, object) && (object_type(vm, object)->flags & TYPE_HEAP)))
            return sequence_iterator_new(vm, object);
        return vm_raise(vm, TYPE_TypeError, "'%T' object is not iterable", object);
    }
    Object *iterator = slots->iter(vm, object);
    if (iterator && !slots_of(vm, iterator)->next) {
        vm_raise(vm, TYPE_TypeError, "iter() returned non-iterator of type '%T'", iterator);
        decref(vm, iterator);
        return NULL;
    }
    return iterator;
}

Object *iterator_next(Vm *vm, Object *iterator)
{
    if (vm_asked_to_stop(vm))      /* sum(range(10 ** 20)) runs no instruction that would ask */
        return NULL;
    Object *item = slots_of(vm, iterator)->next(vm, iterator);
    if (!item && vm_failed(vm) && vm_failed_with(vm, TYPE_StopIteration))
        vm_clear_error(vm);
    return item;
}

Object *sequence_list(Vm *vm, Object *iterable)
{
    Object *list = list_new(vm, 0);
    if (list && list_extend(vm, list, iterable) < 0) {
        decref(vm, list);
        return NULL;
    }
    return list;
}

Object *sequence_tuple(Vm *vm, Object *iterable)
{
    if (is_exact(iterable, TUPLE))
        return incref(iterable);
    if (is_exact(iterable, LIST))
        return list_as_tuple(vm, iterable);
    Object *list = sequence_list(vm, iterable);
    if (!list)
        return NULL;
    Object *tuple = list_as_tuple(vm, list);
    decref(vm, list);
    return tuple;
}

/* ---- repr recursion ---- */

static int64_t repr_position(Vm *vm, Object *object)
{
    const List *active = (const List *)vm->repr_active;
    for (int64_t i = active ? active->length - 1 : -1; i >= 0; i--)
        if (active->items[i] == object)
            return i;
    return -1;
}

/* The list stays, as in CPython, where it lies in a dict of the thread, which is made with it. */
static Object *first_repr(Vm *vm)
{
    gc_allocated(vm);
    return list_new(vm, 0);
}

int repr_enter(Vm *vm, Object *object)
{
    if (repr_position(vm, object) >= 0)
        return 1;
    if (!vm->repr_active && !(vm->repr_active = first_repr(vm)))
        return -1;
    return list_append(vm, vm->repr_active, object);
}

void repr_leave(Vm *vm, Object *object)
{
    int64_t i = repr_position(vm, object);
    if (i < 0)
        return;
    List *active = (List *)vm->repr_active;
    Object *gone = active->items[i];
    memmove(&active->items[i], &active->items[i + 1], (size_t)(active->length - i - 1) * sizeof(Object *));
    active->length--;
    decref(vm, gone);
}
