/* str.translate and str.maketrans. The table is any object that answers table[ord]: with an int, a str or None. */
#include "python/objects/containers.h"
#include "python/objects/str_parts.h"
#include "python/text.h"
#include "python/vm.h"

/* What the table says of `c`, a new reference; None for "drop it", NULL without exception for "not in the table". */
static Object *look_up(Vm *vm, Object *table, uint32_t c)
{
    Object *key = int_from_i64(vm, c);
    if (!key)
        return NULL;
    Object *value = object_get_item(vm, table, key);
    decref(vm, key);
    if (!value && vm_failed_with(vm, TYPE_LookupError))
        vm_clear_error(vm);
    return value;
}

static int write_mapped(Vm *vm, StrWriter *writer, Object *value)
{
    if (value == none(vm))
        return 0;
    if (is_str(vm, value))
        return writer_str(vm, writer, value);
    if (!is_int(vm, value))
        return vm_raise_int(vm, TYPE_TypeError, "character mapping must return integer, None or str");
    int overflow = 0;
    int64_t c = int_as_i64(vm, value, &overflow);
    if (overflow || c < 0 || c > UNICODE_MAX)
        return vm_raise_int(vm, TYPE_ValueError, "character mapping must be in range(0x%x)", UNICODE_MAX + 1);
    return writer_char(vm, writer, (uint32_t)c);
}

static int translate_one(Vm *vm, StrWriter *writer, Object *table, uint32_t c)
{
    Object *value = look_up(vm, table, c);
    if (!value)
        return vm_failed(vm) ? -1 : writer_char(vm, writer, c);
    int status = write_mapped(vm, writer, value);
    decref(vm, value);
    return status;
}

Object *str_method_translate(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    StrWriter writer;
    Chars c = str_chars(self);
    if (c.length == 0)
        return str_exact(vm, self);
    writer_init(&writer);
    for (int64_t i = 0; i < c.length; i++)
        if (vm_asked_to_stop(vm) || translate_one(vm, &writer, args[0], chars_at(c, i)) < 0) {
            writer_discard(vm, &writer);
            return NULL;
        }
    return writer_finish(vm, &writer);
}

/* ---- maketrans ---- */

static int map_to(Vm *vm, Object *table, uint32_t c, Object *value)
{
    Object *key = int_from_i64(vm, c);
    if (!key)
        return -1;
    int status = dict_set(vm, table, key, value);
    decref(vm, key);
    return status;
}

static int map_pairs(Vm *vm, Object *table, Object *from, Object *to)
{
    if (str_length(from) != str_length(to))
        return vm_raise_int(vm, TYPE_ValueError, "the first two maketrans arguments must have equal length");
    for (int64_t i = 0; i < str_length(from); i++) {
        Object *value = int_from_i64(vm, str_at((Str *)to, i));
        int status = value ? map_to(vm, table, str_at((Str *)from, i), value) : -1;
        xdecref(vm, value);
        if (status < 0)
            return -1;
    }
    return 0;
}

static int map_dropped(Vm *vm, Object *table, Object *dropped)
{
    for (int64_t i = 0; i < str_length(dropped); i++)
        if (map_to(vm, table, str_at((Str *)dropped, i), none(vm)) < 0)
            return -1;
    return 0;
}

static int map_dict(Vm *vm, Object *table, Object *dict)
{
    if (!is_exact(dict, DICT))
        return vm_raise_int(vm, TYPE_TypeError,
                            "if you give only one argument to maketrans it must be a dict");
    int64_t position = 0;
    Object *key, *value;
    while (dict_next(dict, &position, &key, &value)) {
        int status;
        if (is_str(vm, key) && str_length(key) != 1)
            return vm_raise_int(vm, TYPE_ValueError, "string keys in translate table must be of length 1");
        if (is_str(vm, key))
            status = map_to(vm, table, str_at((Str *)key, 0), value);
        else if (is_int(vm, key))
            status = dict_set(vm, table, key, value);
        else
            return vm_raise_int(vm, TYPE_TypeError, "keys in translate table must be strings or integers");
        if (status < 0)
            return -1;
    }
    return 0;
}

static int fill_table(Vm *vm, Object *table, Object *const *args, size_t count)
{
    if (count == 1)
        return map_dict(vm, table, args[0]);
    for (size_t i = 1; i < count; i++)
        if (!is_str(vm, args[i]))
            return text_must_be_str(vm, i == 1 ? "maketrans() argument 2" : "maketrans() argument 3", args[i]) ? 0 : -1;
    if (!is_str(vm, args[0]))
        return vm_raise_int(vm, TYPE_TypeError,
                            "first maketrans argument must be a string if there is a second argument");
    if (map_pairs(vm, table, args[0], args[1]) < 0)
        return -1;
    return count > 2 ? map_dropped(vm, table, args[2]) : 0;
}

Object *str_method_maketrans(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "maketrans", count, 1, 3))
        return NULL;
    Object *table = dict_new(vm);
    if (table && fill_table(vm, table, args, count) < 0) {
        decref(vm, table);
        return NULL;
    }
    return table;
}
