/* Values in Python Tutor's encoding: primitives in place, everything else as ["REF", id] and an entry of the heap. */
#include "cli/tutor.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

enum { FLOAT_DIGITS = 4 };     /* Python Tutor rounds to that */

static const ViewObject *object_of(TutorValue value)
{
    return &value.view->objects[value.object];
}

static bool has_type(TutorValue value, const char *name)
{
    return view_text_equals(value.view, object_of(value)->type, name);
}

TutorValue tutor_value(const Tutor *tutor, const View *view, int32_t object)
{
    if (object == VIEW_NONE || view == tutor->view)
        return (TutorValue){view, object};
    int32_t now = number_index_find(&tutor->index, view->objects[object].number);
    return now == VIEW_NONE ? (TutorValue){view, object} : (TutorValue){tutor->view, now};
}

bool tutor_values_equal(TutorValue a, TutorValue b)
{
    const ViewObject *x = object_of(a), *y = object_of(b);
    if (x->number == y->number)
        return true;
    bool by_text = x->kind == KIND_SCALAR || x->kind == KIND_SEQUENCE || x->kind == KIND_SET || x->kind == KIND_DICT;
    return by_text && x->kind == y->kind && x->repr.length == y->repr.length &&
           memcmp(view_text(a.view, x->repr), view_text(b.view, y->repr), x->repr.length) == 0;
}

/* ---- what is asked of the machine ---- */

static bool is_present(const Tutor *tutor, TutorValue value)
{
    return value.view == tutor->view;
}

const FunctionFacts *tutor_function(Tutor *tutor, TutorValue value)
{
    const ViewObject *object = object_of(value);
    if (object->kind != KIND_FUNCTION)
        return NULL;
    uint32_t known = number_map_get(&tutor->function_of_number, object->number);
    TutorFunction function = {.number = object->number};
    bool asked = is_present(tutor, value) && python_function_facts(tutor->machine, object->address, &function.facts);
    if (known != MAP_ABSENT && asked)
        tutor->functions[known] = function;
    if (known != MAP_ABSENT)
        return &tutor->functions[known].facts;
    if (!asked)
        return NULL;
    tutor->functions = memory_grow(tutor->functions, &tutor->function_capacity, tutor->function_count + 1,
                                   sizeof function);
    tutor->functions[tutor->function_count] = function;
    number_map_put(&tutor->function_of_number, object->number, tutor->function_count);
    return &tutor->functions[tutor->function_count++].facts;
}

static TutorText *text_of_number(Tutor *tutor, uint64_t number)
{
    uint32_t known = number_map_get(&tutor->text_of_number, number);
    if (known != MAP_ABSENT)
        return &tutor->texts[known];
    tutor->texts = memory_grow(tutor->texts, &tutor->text_capacity, tutor->text_count + 1, sizeof *tutor->texts);
    tutor->texts[tutor->text_count] = (TutorText){0};
    number_map_put(&tutor->text_of_number, number, tutor->text_count);
    return &tutor->texts[tutor->text_count++];
}

const TutorText *tutor_str(Tutor *tutor, TutorValue value)
{
    const ViewObject *object = object_of(value);
    TutorText *text = text_of_number(tutor, object->number);
    if (is_present(tutor, value)) {
        free(text->text);
        text->text = python_ask_str(tutor->machine, &tutor->memory, object->address, &text->length, &text->is_other);
        text->slot_members = object->kind == KIND_INSTANCE ?
                             python_slot_member_count(tutor->machine, object->address) : 0;
    }
    return text;
}

/* ---- primitives ---- */

/* The code point of an escape of repr() behind its backslash; moves *at behind it. */
static uint32_t read_escape(const char **at)
{
    static const struct { char letter; uint8_t digits; char meaning; } escapes[] = {
        {'n', 0, '\n'}, {'r', 0, '\r'}, {'t', 0, '\t'}, {'x', 2, 0}, {'u', 4, 0}, {'U', 8, 0},
    };
    char letter = *(*at)++;
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
        if (escapes[i].letter != letter)
            continue;
        if (!escapes[i].digits)
            return (uint32_t)escapes[i].meaning;
        char digits[9] = "";
        memcpy(digits, *at, escapes[i].digits);
        *at += escapes[i].digits;
        return (uint32_t)strtoul(digits, NULL, 16);
    }
    return (unsigned char)letter;      /* a quote or a backslash */
}

static size_t put_utf8(char *out, uint32_t c)
{
    static const unsigned char lead[] = {0, 0xc0, 0xe0, 0xf0};
    int rest = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    size_t n = 0;
    out[n++] = (char)(lead[rest] | c >> (6 * rest));
    while (rest--)
        out[n++] = (char)(0x80 | (c >> (6 * rest) & 0x3f));
    return n;
}

/* The text whose repr() the view has. */
static void write_str(JsonWriter *json, TutorValue value)
{
    ViewText repr = object_of(value)->repr;
    const char *at = view_text(value.view, repr) + 1, *end = at + repr.length - 2;
    json_text_begin(json);
    while (at < end) {
        const char *escape = memchr(at, '\\', (size_t)(end - at));
        const char *stop = escape ? escape : end;
        json_text_part(json, at, (size_t)(stop - at));
        at = stop;
        if (escape) {
            char utf8[4];
            at++;
            json_text_part(json, utf8, put_utf8(utf8, read_escape(&at)));
        }
    }
    json_text_end(json);
}

/* Rounded to FLOAT_DIGITS, in as few digits as say which double that is. */
static void write_rounded(JsonWriter *json, double value)
{
    char text[64];
    snprintf(text, sizeof text, "%.*f", FLOAT_DIGITS, value);
    double rounded = strtod(text, NULL);
    for (int digits = 1; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, rounded);
        if (strtod(text, NULL) == rounded)
            break;
    }
    if (strchr(text, 'e'))
        snprintf(text, sizeof text, "%.*f", FLOAT_DIGITS, rounded);
    if (!strchr(text, '.'))
        strcat(text, ".0");
    json_raw(json, text, strlen(text));
}

static void write_float(JsonWriter *json, TutorValue value)
{
    ViewText repr = object_of(value)->repr;
    char text[400];
    snprintf(text, sizeof text, "%.*s", (int)repr.length, view_text(value.view, repr));
    double number = strtod(text, NULL);
    if (isfinite(number) && number != trunc(number)) {
        write_rounded(json, number);
        return;
    }
    if (isnan(number))
        strcpy(text, "NaN");
    else if (isinf(number))
        strcpy(text, number > 0 ? "Infinity" : "-Infinity");
    else
        snprintf(text, sizeof text, "%.1f", number);
    json_open(json, '[');
    json_string(json, "SPECIAL_FLOAT");
    json_string(json, text);
    json_close(json, ']');
}

static void write_int(JsonWriter *json, TutorValue value)
{
    ViewText repr = object_of(value)->repr;
    json_raw(json, view_text(value.view, repr), repr.length);
}

static void write_none(JsonWriter *json, TutorValue value)
{
    json_null(json);
}

static void write_bool(JsonWriter *json, TutorValue value)
{
    json_bool(json, view_text_equals(value.view, object_of(value)->repr, "True"));
}

typedef struct Primitive { const char *type; void (*write)(JsonWriter *json, TutorValue value); } Primitive;

static const Primitive primitives[] = {
    {"int", write_int}, {"str", write_str}, {"float", write_float}, {"bool", write_bool}, {"NoneType", write_none},
};

static const Primitive *primitive_of(TutorValue value)
{
    if (object_of(value)->kind != KIND_SCALAR)
        return NULL;
    for (size_t i = 0; i < sizeof primitives / sizeof *primitives; i++)
        if (has_type(value, primitives[i].type))
            return &primitives[i];
    return NULL;
}

/* ---- references ---- */

/* Library functions that CPython has in C, in modules without a file of their own. */
static bool is_builtin_there(const FunctionFacts *facts)
{
    static const char *const names[] = {"cmp_to_key(", "heapify(", "heappop(", "heappush(", "heappushpop(", "heapreplace(",
                                        "reduce("};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (facts->is_library && strncmp(facts->signature, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

/* "imported class" and the like for what a shipped library made, else NULL. */
static const char *imported(Tutor *tutor, TutorValue value)
{
    const ViewObject *object = object_of(value);
    if (object->kind == KIND_CLASS) {
        char repr[200];
        snprintf(repr, sizeof repr, "%.*s", (int)object->repr.length, view_text(value.view, object->repr));
        bool foreign = strchr(repr, '.') && strncmp(repr, "<class '__main__.", 17) != 0;
        return foreign ? "imported class" : NULL;
    }
    const FunctionFacts *facts = tutor_function(tutor, value);
    return facts && facts->is_foreign && !is_builtin_there(facts) ? "imported object" : NULL;
}

static uint32_t id_of(Tutor *tutor, uint64_t number)
{
    uint32_t id = number_map_get(&tutor->ids, number);
    if (id != MAP_ABSENT)
        return id;
    id = ++tutor->id_count;
    number_map_put(&tutor->ids, number, id);
    tutor->written_at = memory_grow(tutor->written_at, &tutor->id_capacity, id + 1, sizeof *tutor->written_at);
    tutor->written_at[id] = 0;
    return id;
}

static void write_tagged(JsonWriter *json, const char *tag, const char *text)
{
    json_open(json, '[');
    json_string(json, tag);
    json_string(json, text);
    json_close(json, ']');
}

void tutor_write_value(Tutor *tutor, JsonWriter *json, TutorValue value, bool with_parent)
{
    if (value.object == VIEW_NONE) {
        json_null(json);
        return;
    }
    const Primitive *primitive = primitive_of(value);
    const char *foreign = primitive ? NULL : imported(tutor, value);
    if (primitive) {
        primitive->write(json, value);
    } else if (foreign) {
        write_tagged(json, "IMPORTED_FAUX_PRIMITIVE", foreign);
    } else {
        uint32_t id = id_of(tutor, object_of(value)->number);
        json_open(json, '[');
        json_string(json, "REF");
        json_unsigned(json, id);
        json_close(json, ']');
        if (tutor->written_at[id] == tutor->entry)
            return;
        tutor->written_at[id] = tutor->entry;
        tutor->queue = memory_grow(tutor->queue, &tutor->queue_capacity, tutor->queue_count + 1,
                                   sizeof *tutor->queue);
        tutor->queue[tutor->queue_count++] = (TutorItem){value, with_parent};
    }
}

/* ---- the heap ---- */

static void write_target(Tutor *tutor, JsonWriter *json, const TutorItem *item, int32_t target)
{
    tutor_write_value(tutor, json, tutor_value(tutor, item->value.view, target), item->with_parent);
}

static const ViewSlot *slot_of(const TutorItem *item, uint32_t i)
{
    return &item->value.view->slots[object_of(item->value)->first_slot + i];
}

static void write_collection(Tutor *tutor, JsonWriter *json, const TutorItem *item)
{
    for (uint32_t i = 0; i < object_of(item->value)->slot_count; i++)
        write_target(tutor, json, item, slot_of(item, i)->target);
}

static bool is_among(const View *view, ViewText text, const char *const *names)
{
    for (size_t i = 0; names[i]; i++)
        if (view_text_equals(view, text, names[i]))
            return true;
    return false;
}

static void write_pairs(Tutor *tutor, JsonWriter *json, const TutorItem *item)
{
    static const char *const hidden[] = {"'__module__'", "'__return__'", "'__locals__'", NULL};
    for (uint32_t i = 0; i < object_of(item->value)->slot_count; i++) {
        const ViewSlot *slot = slot_of(item, i);
        if (is_among(item->value.view, slot->label, hidden))
            continue;
        json_open(json, '[');
        write_target(tutor, json, item, slot->key);
        write_target(tutor, json, item, slot->target);
        json_close(json, ']');
    }
}

/* "f(x)", for a lambda with its line. */
static void write_function_name(Tutor *tutor, JsonWriter *json, const FunctionFacts *facts)
{
    char line[32] = "";
    if (facts->is_lambda) {
        number_map_put(&tutor->lambdas_seen, facts->code, 1);
        snprintf(line, sizeof line, " <line %d>", facts->first_line);
    }
    json_text_begin(json);
    json_text_part(json, facts->signature, strlen(facts->signature));
    json_text_part(json, line, strlen(line));
    json_text_end(json);
}

static void write_defaults(Tutor *tutor, JsonWriter *json, const TutorItem *item)
{
    bool any = false;
    const View *view = item->value.view;
    for (uint32_t i = 0; i < object_of(item->value)->slot_count; i++) {
        const ViewSlot *slot = slot_of(item, i);
        if (slot->role != ROLE_DEFAULT)
            continue;
        if (!any)
            json_open(json, '[');
        any = true;
        json_open(json, '[');
        json_text(json, view_text(view, slot->label), slot->label.length);
        write_target(tutor, json, item, slot->target);
        json_close(json, ']');
    }
    if (any)
        json_close(json, ']');
}

/* A bound method is shown as its function. */
static TutorItem function_behind(const Tutor *tutor, const TutorItem *item)
{
    TutorItem function = *item;
    for (uint32_t i = 0; has_type(item->value, "method") && i < object_of(item->value)->slot_count; i++)
        if (view_text_equals(item->value.view, slot_of(item, i)->label, "__func__"))
            function.value = tutor_value(tutor, item->value.view, slot_of(item, i)->target);
    return function;
}

static void write_function(Tutor *tutor, JsonWriter *json, const TutorItem *item, const FunctionFacts *facts)
{
    uint32_t parent = item->with_parent ? tutor_parent_of_function(tutor, object_of(item->value)->number) : 0;
    write_function_name(tutor, json, facts);
    if (parent)
        json_unsigned(json, parent);
    else
        json_null(json);
    TutorItem function = function_behind(tutor, item);
    write_defaults(tutor, json, &function);
}

static void write_builtin(JsonWriter *json, const char *name, size_t length)
{
    json_text_begin(json);
    json_text_part(json, name, length);
    json_text_part(json, "(...)", 5);
    json_text_end(json);
    json_null(json);
}

/* "<built-in function print>" is called print. */
static void write_builtin_name(JsonWriter *json, TutorValue value)
{
    char repr[200];
    ViewText text = object_of(value)->repr;
    snprintf(repr, sizeof repr, "%.*s", (int)text.length, view_text(value.view, text));
    const char *name = strstr(repr, "function ") ? strstr(repr, "function ") + 9 : strstr(repr, "method ");
    if (name && strncmp(name, "method ", 7) == 0)
        name += 7;
    write_builtin(json, name, name ? strcspn(name, " >") : 0);
}

/* __name__, from "<class '__main__.outer.<locals>.Name'>". */
static void write_class_name(JsonWriter *json, TutorValue value)
{
    ViewText text = object_of(value)->repr;
    const char *repr = view_text(value.view, text), *end = repr + text.length - 2, *start = end;
    while (start > repr && start[-1] != '.' && start[-1] != '\'')
        start--;
    json_text(json, start, (size_t)(end - start));
}

static void write_bases(Tutor *tutor, JsonWriter *json, const TutorItem *item)
{
    json_open(json, '[');
    for (uint32_t i = 0; i < object_of(item->value)->slot_count; i++)
        if (slot_of(item, i)->role == ROLE_BASE)
            write_class_name(json, tutor_value(tutor, item->value.view, slot_of(item, i)->target));
    json_close(json, ']');
}

typedef struct Attribute { const View *view; const ViewSlot *slot; } Attribute;

static int compare_attributes(const void *a, const void *b)
{
    const Attribute *x = a, *y = b;
    uint32_t m = x->slot->label.length, n = y->slot->label.length;
    int order = memcmp(view_text(x->view, x->slot->label), view_text(y->view, y->slot->label), m < n ? m : n);
    return order ? order : m < n ? -1 : m > n;
}

/* In alphabetical order. Functions met here first are told without their parent. */
static void write_attributes(Tutor *tutor, JsonWriter *json, const TutorItem *item, uint32_t skip)
{
    static const char *const hidden[] = {"__doc__", "__module__", "__return__", "__dict__", "__locals__",
                                         "__weakref__", "__qualname__", NULL};
    const View *view = item->value.view;
    uint32_t count = object_of(item->value)->slot_count, shown = 0;
    Attribute *attributes = memory_resize(NULL, count * sizeof *attributes);
    for (uint32_t i = skip; i < count; i++)
        if (slot_of(item, i)->role == ROLE_ATTRIBUTE && !is_among(view, slot_of(item, i)->label, hidden))
            attributes[shown++] = (Attribute){view, slot_of(item, i)};
    qsort(attributes, shown, sizeof *attributes, compare_attributes);
    for (uint32_t i = 0; i < shown; i++) {
        json_open(json, '[');
        json_text(json, view_text(view, attributes[i].slot->label), attributes[i].slot->label.length);
        tutor_write_value(tutor, json, tutor_value(tutor, view, attributes[i].slot->target), false);
        json_close(json, ']');
    }
    free(attributes);
}

static void write_class(Tutor *tutor, JsonWriter *json, const TutorItem *item)
{
    write_class_name(json, item->value);
    write_bases(tutor, json, item);
    write_attributes(tutor, json, item, 0);
}

/* What an object is shown as: its str(), unless that only says where it is. */
static TutorText shown_text(Tutor *tutor, TutorValue value)
{
    TutorText text = object_of(value)->kind == KIND_MODULE ? (TutorText){0} : *tutor_str(tutor, value);
    bool is_angled = text.text && text.length > 1 && text.text[0] == '<' && text.text[text.length - 1] == '>';
    bool is_place = is_angled && (strstr(text.text, " at ") || strncmp(text.text, "<module", 7) == 0);
    bool is_nothing = text.is_other && (strcmp(text.text, "False") == 0 || strtod(text.text, NULL) == 0);
    if (!text.text || is_place || is_nothing)
        text.length = 0;
    return text;
}

static void write_type_name(JsonWriter *json, TutorValue value)
{
    ViewText type = object_of(value)->type;
    const char *name = view_text(value.view, type), *end = name + type.length, *start = end;
    while (start > name && start[-1] != '.')
        start--;
    json_text(json, start, (size_t)(end - start));
}

/* A number or True that a __str__ returned. */
static void write_other(JsonWriter *json, const TutorText *text)
{
    if (strcmp(text->text, "True") == 0)
        json_bool(json, true);
    else
        json_raw(json, text->text, text->length);
}

/* list[int] answers with the attributes of list, which is the first that it refers to. */
static TutorItem attribute_holder(const TutorItem *item)
{
    TutorItem holder = *item;
    if (has_type(item->value, "GenericAlias") && object_of(item->value)->kind != KIND_INSTANCE &&
        object_of(item->value)->slot_count)
        holder.value.object = slot_of(item, 0)->target;
    return holder;
}

static void write_instance(Tutor *tutor, JsonWriter *json, const TutorItem *item)
{
    TutorText text = shown_text(tutor, item->value);
    json_string(json, text.length ? "INSTANCE_PPRINT" : "INSTANCE");
    write_type_name(json, item->value);
    if (text.length && text.is_other)
        write_other(json, &text);
    else if (text.length)
        json_text(json, text.text, text.length);
    TutorItem holder = attribute_holder(item);
    write_attributes(tutor, json, &holder, text.slot_members);
}

typedef struct Collection {
    const char *type, *tag;
    void (*write)(Tutor *tutor, JsonWriter *json, const TutorItem *item);
} Collection;

static const Collection collections[] = {
    {"list", "LIST", write_collection}, {"tuple", "TUPLE", write_collection}, {"set", "SET", write_collection},
    {"dict", "DICT", write_pairs},
};

static const Collection *collection_of(TutorValue value)
{
    uint8_t kind = object_of(value)->kind;
    bool may_be = kind == KIND_SEQUENCE || kind == KIND_SET || kind == KIND_DICT;
    for (size_t i = 0; may_be && i < sizeof collections / sizeof *collections; i++)
        if (has_type(value, collections[i].type))
            return &collections[i];
    return NULL;
}

bool tutor_is_shown_by_str(TutorValue value)
{
    uint8_t kind = object_of(value)->kind;
    return kind != KIND_FUNCTION && kind != KIND_CLASS && kind != KIND_MODULE && !primitive_of(value) &&
           !collection_of(value);
}

static void write_object(Tutor *tutor, JsonWriter *json, const TutorItem *item)
{
    const Collection *collection = collection_of(item->value);
    const FunctionFacts *found = tutor_function(tutor, item->value);
    FunctionFacts facts = found ? *found : (FunctionFacts){0};
    if (collection) {
        json_string(json, collection->tag);
        collection->write(tutor, json, item);
    } else if (object_of(item->value)->kind == KIND_FUNCTION) {
        json_string(json, "FUNCTION");
        if (found && is_builtin_there(found))
            write_builtin(json, facts.signature, strcspn(facts.signature, "("));
        else if (found)
            write_function(tutor, json, item, &facts);
        else
            write_builtin_name(json, item->value);
    } else if (object_of(item->value)->kind == KIND_CLASS) {
        json_string(json, "CLASS");
        write_class(tutor, json, item);
    } else {
        write_instance(tutor, json, item);
    }
}

void tutor_write_heap(Tutor *tutor, JsonWriter *json)
{
    json_open(json, '{');
    for (uint32_t i = 0; i < tutor->queue_count; i++) {
        TutorItem item = tutor->queue[i];
        char id[16];
        snprintf(id, sizeof id, "%" PRIu32, id_of(tutor, object_of(item.value)->number));
        json_key(json, id);
        json_open(json, '[');
        write_object(tutor, json, &item);
        json_close(json, ']');
    }
    json_close(json, '}');
    tutor->queue_count = 0;
}

void tutor_finish_encoding(Tutor *tutor)
{
    for (uint32_t i = 0; i < tutor->text_count; i++)
        free(tutor->texts[i].text);
    free(tutor->texts);
    free(tutor->functions);
    free(tutor->queue);
    free(tutor->written_at);
    number_map_finish(&tutor->ids);
    number_map_finish(&tutor->lambdas_seen);
    number_map_finish(&tutor->function_of_number);
    number_map_finish(&tutor->text_of_number);
    ask_memory_finish(&tutor->memory);
}
