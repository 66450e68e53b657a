/* An object of ours has the size and, from its 17th byte on, mostly the very layout of CPython's, so most structs are
 * rows of one table (object_layouts.c): the field's name and C type and where it lies. The first 16 bytes are CPython's
 * count and type pointer; where ours differ in form (digits of an int, flags of a str) the field is computed. */
#include "python/object_structs.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "python/gc.h"
#include "python/modules/weakref.h"
#include "python/objects/bytes.h"
#include "python/objects/class.h"
#include "python/objects/dict_internal.h"
#include "python/objects/exception.h"
#include "python/object_structs_parts.h"
#include "python/objects/function.h"
#include "python/safe_repr.h"
#include "python/walk.h"

_Static_assert(offsetof(List, capacity) == 32 && offsetof(Tuple, items) == 24, "as CPython's");
_Static_assert(offsetof(Dict, keys) == 32 && sizeof(Dict) == 48 && offsetof(DictKeys, indices) == 32, "as CPython's");
_Static_assert(offsetof(Set, table) == 40 && offsetof(Set, small) == 64, "as CPython's");
_Static_assert(offsetof(Function, annotations) == 112 && offsetof(Exception, cause) == 56, "as CPython's");

/* ---- single fields ---- */

BytesField *structs_add(Teller *t, const char *type, const char *name, int64_t offset, uint32_t size)
{
    BytesField *field = object_bytes_add_field(t->bytes, type, offset, size);
    snprintf(field->name, sizeof field->name, "%s", name);
    return field;
}

void structs_add_number(Teller *t, const char *type, const char *name, int64_t offset, uint32_t size, int64_t value)
{
    BytesField *field = structs_add(t, type, name, offset, size);
    snprintf(field->value, sizeof field->value, "%" PRId64, value);
}

void structs_add_place(Teller *t, const char *type, const char *name, int64_t offset, const void *place)
{
    BytesField *field = structs_add(t, type, name, offset, 8);
    Vm *vm = t->vm;
    if (!place)
        snprintf(field->value, sizeof field->value, "NULL");
    else if ((uintptr_t)place - (uintptr_t)vm < vm->arena->size)
        snprintf(field->value, sizeof field->value, "0x%" PRIx64, arena_nominal(vm->arena, place));
    else
        snprintf(field->value, sizeof field->value, "of the interpreter");
}

/* A reference: the address, and what lies there. */
void structs_add_object(Teller *t, const char *type, const char *name, int64_t offset, Object *object)
{
    structs_add_place(t, type, name, offset, object);
    if (!object)
        return;
    BytesField *field = &t->bytes->fields[t->bytes->field_count - 1];
    size_t used = strlen(field->value);
    safe_repr(t->vm, object, &t->repr);
    int length = (int)t->repr.length;
    snprintf(field->value + used, sizeof field->value - used, "  %.*s%s", length < 32 ? length : 32,
             t->repr.length ? t->repr.bytes : "", length > 32 ? "\xE2\x80\xA6" : "");
    field->target = object->number;
}

void structs_add_text(Teller *t, const char *type, const char *name, int64_t offset, uint32_t size, const char *value)
{
    BytesField *field = structs_add(t, type, name, offset, size);
    snprintf(field->value, sizeof field->value, "%s", value);
}

/* name[i] */
const char *structs_element(char *out, size_t size, const char *name, int64_t i)
{
    snprintf(out, size, "%s[%" PRId64 "]", name, i);
    return out;
}

static int64_t read_number(const char *at, uint32_t size)
{
    int64_t wide;
    int32_t narrow;
    memcpy(&wide, at, 8);
    memcpy(&narrow, at, 4);
    return size == 8 ? wide : size == 4 ? narrow : size == 2 ? (int16_t)narrow : (signed char)*at;
}

static void add_row(Teller *t, const Object *object, const FieldRow *row)
{
    static const struct { const char *type; uint32_t size; } numbers[] = {
        [FORM_SIZE] = {"Py_ssize_t", 8}, [FORM_HASH] = {"Py_hash_t", 8}, [FORM_LONG] = {"long", 8},
        [FORM_UNSIGNED] = {"uint32_t", 4}, [FORM_INT] = {"int", 4}, [FORM_CHAR] = {"char", 1},
    };
    const char *at = (const char *)object + row->offset;
    double real;
    memcpy(&real, at, 8);
    BytesField *field;
    switch (row->form) {
    case FORM_OBJECT: structs_add_object(t, "PyObject *", row->name, row->offset, *(Object *const *)at); break;
    case FORM_POINTER: structs_add_place(t, "void *", row->name, row->offset, *(void *const *)at); break;
    case FORM_FUNCTION: structs_add_text(t, "void *", row->name, row->offset, 8, "of the interpreter"); break;
    case FORM_DOUBLE:
        field = structs_add(t, "double", row->name, row->offset, 8);
        snprintf(field->value, sizeof field->value, "%.17g", real);
        break;
    default:
        structs_add_number(t, numbers[row->form].type, row->name, row->offset, numbers[row->form].size,
                           read_number(at, numbers[row->form].size));
    }
}

/* ---- what all objects have ---- */

static void add_prefix(Teller *t, const Object *object)
{
    Type *type = object_type(t->vm, object);
    if ((type->flags & TYPE_HAS_GC) && !gc_knows(t->vm, object))
        return;
    if (type->flags & TYPE_MANAGED_DICT) {
        structs_add_place(t, "PyDictValues *", "values", -32, managed_dict(object)->values);
        structs_add_object(t, "PyObject *", "__dict__", -24, managed_dict(object)->dict);
    }
    if (type->flags & TYPE_HAS_GC) {
        bool tracked = gc_is_tracked(object);
        structs_add_text(t, "uintptr_t", "_gc_next", -16, 8, tracked ? "the next one tracked" : "0: not tracked");
        structs_add_text(t, "uintptr_t", "_gc_prev", -8, 8, gc_is_finalized(object) ? "the one before, finalized"
                 : tracked ? "the one before" : "0");
    }
}

static void add_head(Teller *t, const Object *object)
{
    structs_add_number(t, "Py_ssize_t", "ob_refcnt", 0, 8, object->count);
    structs_add_object(t, "PyTypeObject *", "ob_type", 8, OBJECT(object_type(t->vm, object)));
}

/* ---- arrays ---- */

int64_t structs_most(Teller *t, int64_t count)
{
    BytesPart *part = &t->bytes->parts[t->bytes->part_count - 1];
    part->is_cut = part->is_cut || count > BYTES_MOST_ELEMENTS;
    return count > BYTES_MOST_ELEMENTS ? BYTES_MOST_ELEMENTS : count;
}

void structs_add_references(Teller *t, const char *name, int64_t offset, Object *const *items, int64_t count)
{
    char label[BYTES_NAME];
    for (int64_t i = 0; i < structs_most(t, count); i++)
        structs_add_object(t, "PyObject *", structs_element(label, sizeof label, name, i), offset + 8 * i, items[i]);
}

static void add_list_items(Teller *t, const List *list)
{
    if (!list->items)
        return;
    object_bytes_add_part(t->bytes, "ob_item", arena_nominal(t->vm->arena, list->items), (uint64_t)list->capacity * 8);
    structs_add_references(t, "ob_item", 0, list->items, list->length);
    for (int64_t i = list->length; i < list->capacity && i < BYTES_MOST_ELEMENTS; i++) {
        char label[BYTES_NAME];
        structs_add_text(t, "PyObject *", structs_element(label, sizeof label, "ob_item", i), 8 * i, 8,
                         "allocated, not used yet");
    }
}

static void add_entry(Teller *t, const DictKeys *keys, int64_t i, int64_t offset)
{
    char label[BYTES_NAME];
    bool general = keys->kind == DICT_KEYS_GENERAL;
    DictEntry entry = {0};
    if (general)
        entry = dict_general_entries(keys)[i];
    else
        entry = (DictEntry){0, dict_str_entries(keys)[i].key, dict_str_entries(keys)[i].value};
    if (general) {
        snprintf(label, sizeof label, "entry[%" PRId64 "].me_hash", i);
        structs_add_number(t, "Py_hash_t", label, offset, 8, entry.hash);
        offset += 8;
    }
    snprintf(label, sizeof label, "entry[%" PRId64 "].me_key", i);
    structs_add_object(t, "PyObject *", label, offset, entry.key);
    snprintf(label, sizeof label, "entry[%" PRId64 "].me_value", i);
    structs_add_object(t, "PyObject *", label, offset + 8, entry.value);
}

static const char *index_word(char *out, size_t size, int64_t index)
{
    if (index >= 0)
        snprintf(out, size, "entry %" PRId64, index);
    else
        snprintf(out, size, "%s", index == DICT_EMPTY ? "-1: empty" : "-2: deleted");
    return out;
}

static void add_dict_keys(Teller *t, const DictKeys *keys)
{
    char label[BYTES_NAME], word[BYTES_VALUE];
    if (dict_keys_are_empty(keys))
        return;
    int64_t indices = INT64_C(1) << keys->log2_size, index_bytes = INT64_C(1) << keys->log2_index_bytes;
    int64_t entry_bytes = keys->kind == DICT_KEYS_GENERAL ? 24 : 16;
    uint64_t size = 32 + (uint64_t)index_bytes + (uint64_t)(dict_usable_fraction(indices) * entry_bytes);
    object_bytes_add_part(t->bytes, "PyDictKeysObject", arena_nominal(t->vm->arena, keys), size);
    structs_add_number(t, "Py_ssize_t", "dk_refcnt", 0, 8, keys->holders);
    structs_add_number(t, "uint8_t", "dk_log2_size", 8, 1, keys->log2_size);
    structs_add_number(t, "uint8_t", "dk_log2_index_bytes", 9, 1, keys->log2_index_bytes);
    structs_add_text(t, "uint8_t", "dk_kind", 10, 1,
                     keys->kind == DICT_KEYS_GENERAL ? "0: any keys" : "1: only str keys");
    structs_add_number(t, "uint32_t", "dk_version", 12, 4, keys->version);
    structs_add_number(t, "Py_ssize_t", "dk_usable", 16, 8, keys->usable);
    structs_add_number(t, "Py_ssize_t", "dk_nentries", 24, 8, keys->entry_count);
    int64_t width = index_bytes / indices;
    for (int64_t i = 0; i < structs_most(t, indices); i++)
        structs_add_text(t, width == 1 ? "int8_t" : width == 2 ? "int16_t" : width == 4 ? "int32_t" : "int64_t",
                 structs_element(label, sizeof label, "dk_indices", i), 32 + i * width, (uint32_t)width,
                 index_word(word, sizeof word, dict_index_at(keys, (size_t)i)));
    for (int64_t i = 0; i < structs_most(t, keys->entry_count); i++)
        add_entry(t, keys, i, 32 + index_bytes + i * entry_bytes);
}

static void add_set_entries(Teller *t, const SetEntry *table, int64_t count, int64_t offset)
{
    char label[BYTES_NAME];
    for (int64_t i = 0; i < structs_most(t, count); i++) {
        snprintf(label, sizeof label, "[%" PRId64 "].key", i);
        structs_add_object(t, "PyObject *", label, offset + 16 * i, table[i].key);
        snprintf(label, sizeof label, "[%" PRId64 "].hash", i);
        structs_add_number(t, "Py_hash_t", label, offset + 16 * i + 8, 8, table[i].hash);
    }
}

static void add_set_table(Teller *t, const Set *set)
{
    bool small = set->table == set->small;
    if (small)
        add_set_entries(t, set->small, SET_SMALL_TABLE, 64);
    else
        structs_add_text(t, "setentry[8]", "smalltable", 64, 16 * SET_SMALL_TABLE, "unused: there is a larger table");
    structs_add_place(t, "PyObject *", "weakreflist", 192, set->weaklist);
    if (small)
        return;
    object_bytes_add_part(t->bytes, "table", arena_nominal(t->vm->arena, set->table), (uint64_t)(set->mask + 1) * 16);
    add_set_entries(t, set->table, set->mask + 1, 0);
}

static void add_values(Teller *t, const Object *object)
{
    const InstanceValues *values = managed_dict(object)->values;
    const SharedKeys *keys = object_type(t->vm, object)->keys;
    if (!values)
        return;
    object_bytes_add_part(t->bytes, "PyDictValues", arena_nominal(t->vm->arena, values),
                          (uint64_t)values->capacity * 8);
    for (uint32_t i = 0; keys && i < values->capacity; i++) {
        char label[BYTES_NAME] = "values[]";
        if (i < keys->count) {
            safe_repr(t->vm, keys->names[i], &t->repr);
            snprintf(label, sizeof label, "%.*s", (int)t->repr.length, t->repr.bytes);
        }
        structs_add_object(t, "PyObject *", label, 8 * (int64_t)i, values->items[i]);
    }
}

/* ---- numbers and text ---- */

enum { DIGIT_BITS = 30 };

/* The digit of 30 bits at that place. */
static uint32_t digit_at(const Int *value, int64_t place)
{
    uint64_t bit = (uint64_t)place * DIGIT_BITS, limbs = (uint64_t)(value->size < 0 ? -value->size : value->size);
    uint64_t limb = bit / 64, shift = bit % 64;
    uint64_t low = limb < limbs ? value->limbs[limb] >> shift : 0;
    uint64_t high = shift && limb + 1 < limbs ? value->limbs[limb + 1] << (64 - shift) : 0;
    return (uint32_t)((low | high) & ((UINT64_C(1) << DIGIT_BITS) - 1));
}

static void add_int(Teller *t, const Int *value)
{
    char label[BYTES_NAME];
    int64_t limbs = value->size < 0 ? -value->size : value->size, digits = (limbs * 64 + DIGIT_BITS - 1) / DIGIT_BITS;
    while (digits > 0 && digit_at(value, digits - 1) == 0)
        digits--;
    structs_add_number(t, "Py_ssize_t", "ob_size", 16, 8, value->size < 0 ? -digits : digits);
    for (int64_t i = 0; i < structs_most(t, digits); i++)
        structs_add_number(t, "digit", structs_element(label, sizeof label, "ob_digit", i), 24 + 4 * i, 4,
                           digit_at(value, i));
}

static const char *character(char *out, size_t size, uint32_t c)
{
    if (c >= 32 && c < 127)
        snprintf(out, size, "%" PRIu32 " '%c'", c, (int)c);
    else
        snprintf(out, size, "%" PRIu32 " U+%04" PRIX32, c, c);
    return out;
}

static void add_str(Teller *t, const Str *text)
{
    static const char *const units[] = {[1] = "Py_UCS1", [2] = "Py_UCS2", [4] = "Py_UCS4"};
    char label[BYTES_NAME], word[BYTES_VALUE];
    bool compact = is_exact(&text->head, STR);
    structs_add_number(t, "Py_ssize_t", "length", 16, 8, text->length);
    structs_add_number(t, "Py_hash_t", "hash", 24, 8, text->hash);
    snprintf(word, sizeof word, "interned %d, kind %d, compact %d, ascii %d", text->interned != 0, text->kind, compact,
             text->ascii);
    structs_add_text(t, "struct", "state", 32, 4, word);
    bool is_wide = text->kind == 4 && compact;     /* of the size of wchar_t, so the data serve for it too */
    structs_add_text(t, "wchar_t *", "wstr", 40, 8, is_wide ? "the data" : "NULL");
    int64_t data = text->ascii && compact ? STR_ASCII_HEADER : STR_HEADER;
    if (data == STR_HEADER) {
        structs_add_text(t, "Py_ssize_t", "utf8_length", 48, 8, "0");
        structs_add_text(t, "char *", "utf8", 56, 8, "NULL");
        structs_add_number(t, "Py_ssize_t", "wstr_length", 64, 8, is_wide ? text->length : 0);
    }
    for (int64_t i = 0; compact && i < structs_most(t, text->length + 1); i++)
        structs_add_text(t, units[text->kind], structs_element(label, sizeof label, "data", i), data + i * text->kind,
                         text->kind, i == text->length ? "0, ends the text"
                                                       : character(word, sizeof word, str_at(text, i)));
}

static void add_bytes(Teller *t, const Bytes *b)
{
    char label[BYTES_NAME];
    for (int64_t i = 0; i < structs_most(t, b->length + 1); i++)
        structs_add_number(t, "char", structs_element(label, sizeof label, "ob_sval", i), 32 + i, 1,
                           (unsigned char)b->data[i]);
}

/* ---- whole objects ---- */

static void add_slots(Teller *t, const Object *object, const Type *type)
{
    if (!(type->flags & TYPE_HEAP))
        return;
    add_slots(t, object, type->base);
    for (int64_t i = 0; type->slots_start && i < tuple_length(type->slot_names); i++) {
        safe_repr(t->vm, tuple_item(type->slot_names, i), &t->repr);
        char label[BYTES_NAME];
        snprintf(label, sizeof label, "%.*s", (int)t->repr.length, t->repr.bytes);
        int64_t offset = type->slots_start + 8 * i;
        structs_add_object(t, "PyObject *", label, offset, *(Object **)((char *)(uintptr_t)object + offset));
    }
}

/* The built-in type from which the object has its layout. */
static const Type *layout_of(Vm *vm, const Object *object)
{
    const Type *type = object_type(vm, object);
    while (type->flags & TYPE_HEAP)
        type = type->base;
    return type;
}

/* As PyWeakReference. */
static void add_weakref(Teller *t, const WeakReference *r)
{
    structs_add_object(t, "PyObject *", "wr_object", 16, r->object ? r->object : none(t->vm));
    structs_add_object(t, "PyObject *", "wr_callback", 24, r->callback);
    structs_add_number(t, "Py_hash_t", "hash", 32, 8, r->hash);
    structs_add_place(t, "PyWeakReference *", "wr_prev", 40, r->previous);
    structs_add_place(t, "PyWeakReference *", "wr_next", 48, r->next);
    structs_add_text(t, "vectorcallfunc", "vectorcall", 56, 8, "of the interpreter");
}

static const char *struct_name(Vm *vm, const Object *object, const Type *layout, const StructRow *row)
{
    const char *name = structs_code_name(vm, object);
    if (name || row)
        return name ? name : row->name;
    return is_int(vm, object) ? "PyLongObject" : is_str(vm, object) ? "PyUnicodeObject"
         : layout == builtin_type(vm, TYPE_OBJECT) ? "PyObject" : weakref_check(vm, object) ? "PyWeakReference"
         : layout->c_name;
}

static void tell(Teller *t, Object *object)
{
    Vm *vm = t->vm;
    const Type *layout = layout_of(vm, object);
    const StructRow *row = object_layout(vm, layout);
    uint64_t size = object_size(vm, object);
    object_bytes_add_part(t->bytes, struct_name(vm, object, layout, row), object_address(vm, object), size);
    add_prefix(t, object);
    add_head(t, object);
    for (int i = 0; row && i < MOST_FIELDS && row->fields[i].name; i++)
        add_row(t, object, &row->fields[i]);
    if (is_int(vm, object))
        add_int(t, (const Int *)object);
    else if (is_str(vm, object))
        add_str(t, (const Str *)object);
    else if (is_bytes(vm, object))
        add_bytes(t, (const Bytes *)object);
    else if (is_tuple(vm, object))
        structs_add_references(t, "ob_item", 24, ((Tuple *)object)->items, tuple_length(object));
    else if (weakref_check(vm, object))
        add_weakref(t, (const WeakReference *)object);
    else
        structs_add_code(t, object);
    add_slots(t, object, object_type(vm, object));
    if (is_any_set(vm, object))
        add_set_table(t, (const Set *)object);
    if (is_list(vm, object))
        add_list_items(t, (const List *)object);
    else if (is_dict(vm, object))
        add_dict_keys(t, ((const Dict *)object)->keys);
    if ((object_type(vm, object)->flags & TYPE_MANAGED_DICT) && managed_dict(object)->values)
        add_values(t, object);
}

static Object *find_object(Vm *vm, uint64_t number)
{
    Walk walk = {0};
    Object *found = NULL;
    if (walk_run(&walk, vm, NULL, NULL))
        for (size_t i = 0; i < walk.size && !found; i++)
            if (walk.table[i].object && walk.table[i].object->number == number)
                found = walk.table[i].object;
    walk_finish(&walk);
    return found;
}

bool object_structs(Vm *vm, uint64_t number, ObjectBytes *bytes)
{
    Object *object = find_object(vm, number);
    Teller teller = {.vm = vm, .bytes = bytes, .repr = {.limit = 60}};
    object_bytes_reset(bytes);
    if (!object)
        return false;
    bytes->number = number;
    bytes->address = object_address(vm, object);
    bytes->size = object_size(vm, object);
    snprintf(bytes->type, sizeof bytes->type, "%s", object_type(vm, object)->c_name);
    tell(&teller, object);
    free(teller.repr.bytes);
    return true;
}
