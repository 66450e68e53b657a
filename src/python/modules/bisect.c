/* bisect: places in a sorted sequence by halving. As CPython's _bisectmodule.c. */
#include "python/modules/module.h"
#include "python/vm.h"

typedef struct Search { Object *sequence, *item, *key; int64_t low, high; bool right; } Search;

/* a < b as the program says it; no short cut for identical objects. */
static int less(Vm *vm, Object *a, Object *b)
{
    Object *answer = object_compare(vm, a, b, COMPARE_LT);
    int truth = answer ? object_truth(vm, answer) : -1;
    xdecref(vm, answer);
    return truth;
}

/* Does the item belong behind what is at the middle? 1, 0, -1. */
static int behind(Vm *vm, const Search *s, int64_t middle)
{
    Object *index = int_from_i64(vm, middle);
    Object *found = index ? object_get_item(vm, s->sequence, index) : NULL;
    xdecref(vm, index);
    if (found && s->key)
        object_replace(vm, &found, object_call_one(vm, s->key, found));
    if (!found)
        return -1;
    int result = s->right ? less(vm, s->item, found) : less(vm, found, s->item);
    decref(vm, found);
    return result < 0 || !s->right ? result : !result;
}

/* -1 with an exception. */
static int64_t search(Vm *vm, const Search *s)
{
    int64_t low = s->low, high = s->high;
    if (low < 0)
        return vm_raise_int(vm, TYPE_ValueError, "lo must be non-negative");
    if (high < 0)
        high = object_length(vm, s->sequence);
    if (is_dict(vm, s->sequence))
        return vm_raise_int(vm, TYPE_TypeError, "%T is not a sequence", s->sequence);
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        int right = behind(vm, s, middle);
        if (right < 0)
            return -1;
        if (right)
            low = middle + 1;
        else
            high = middle;
    }
    return vm_failed(vm) ? -1 : low;
}

static bool read_arguments(Vm *vm, const char *name, Object *const *args, size_t count, Object *names, Search *s)
{
    Object *out[5];
    if (!args_parse(vm, name, "a,x|lo,hi,$key", args, count, names, out))
        return false;
    s->sequence = out[0];
    s->item = out[1];
    s->low = out[2] ? object_as_index(vm, out[2], false) : 0;
    s->high = !vm_failed(vm) && out[3] && out[3] != none(vm) ? object_as_index(vm, out[3], false) : -1;
    s->key = out[4] && out[4] != none(vm) ? out[4] : NULL;
    return !vm_failed(vm);
}

static Object *find(Vm *vm, const char *name, Object *const *args, size_t count, Object *names, bool right)
{
    Search s = {.right = right};
    if (!read_arguments(vm, name, args, count, names, &s))
        return NULL;
    int64_t place = search(vm, &s);
    return place < 0 ? NULL : int_from_i64(vm, place);
}

static Object *insert_at(Vm *vm, Object *sequence, int64_t place, Object *item)
{
    if (is_exact(sequence, LIST))
        return list_insert(vm, sequence, place, item) < 0 ? NULL : new_none(vm);
    Object *name = str_interned(vm, "insert"), *index = int_from_i64(vm, place);
    Object *args[] = {sequence, index, item};
    Object *result = name && index ? object_call_method(vm, name, args, 3, NULL) : NULL;
    xdecref(vm, index);
    xdecref(vm, name);
    xdecref(vm, result);
    return result ? new_none(vm) : NULL;
}

/* With a key, the item's key is what is looked for. */
static Object *insort(Vm *vm, const char *name, Object *const *args, size_t count, Object *names, bool right)
{
    Search s = {.right = right};
    if (!read_arguments(vm, name, args, count, names, &s))
        return NULL;
    Object *item = s.item, *wanted = s.key ? object_call_one(vm, s.key, item) : incref(item);
    s.item = wanted;
    int64_t place = wanted ? search(vm, &s) : -1;
    xdecref(vm, wanted);
    return place < 0 ? NULL : insert_at(vm, s.sequence, place, item);
}

static Object *bisect_right(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return find(vm, "bisect_right", args, count, names, true);
}

static Object *bisect_left(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return find(vm, "bisect_left", args, count, names, false);
}

static Object *insort_right(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return insort(vm, "insort_right", args, count, names, true);
}

static Object *insort_left(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return insort(vm, "insort_left", args, count, names, false);
}

static const MethodDef bisect_functions[] = {
    {"bisect_right", bisect_right, METHOD_KEYWORDS, "Return the index where to insert item x in list a, behind equal ones."},
    {"bisect_left", bisect_left, METHOD_KEYWORDS, "Return the index where to insert item x in list a, before equal ones."},
    {"insort_right", insort_right, METHOD_KEYWORDS, "Insert item x in list a, and keep it sorted, behind equal ones."},
    {"insort_left", insort_left, METHOD_KEYWORDS, "Insert item x in list a, and keep it sorted, before equal ones."},
    {0},
};

static int bisect_init(Vm *vm, Object *dict)
{
    return dict_set_str(vm, dict, "bisect", dict_get_str(vm, dict, "bisect_right")) < 0 ||
           dict_set_str(vm, dict, "insort", dict_get_str(vm, dict, "insort_right")) < 0 ? -1 : 0;
}

const ModuleDef bisect_module = {"bisect", "Bisection algorithms.", bisect_functions, bisect_init};
