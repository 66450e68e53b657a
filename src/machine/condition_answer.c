/* Answering a condition from a view. A value is what a node comes to; what is not known stays unknown through every
 * operator, except where the other side alone decides an `and` or an `or`. */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/condition_node.h"
#include "machine/memory.h"

enum { CONDITION_BASES = 50 };         /* classes looked at for a field, so that no hierarchy takes long */

const ViewOptions condition_view = {.max_slots = 2000, .max_repr = 4000, .max_objects = 5000};

typedef enum ValueKind {
    VALUE_UNKNOWN, VALUE_NUMBER, VALUE_TEXT, VALUE_NONE, VALUE_OBJECT,
    VALUE_POINTER,             /* C: that is not null */
    VALUE_PART                 /* C: an array, struct or union */
} ValueKind;

typedef struct Value {
    ValueKind kind;
    long double number;        /* NUMBER */
    const char *text;          /* TEXT */
    size_t length;
    int32_t object;            /* the view's object that it is; VIEW_NONE: none */
    const ViewSlot *pointer;   /* POINTER: where it is kept, which tells where it points */
    const ViewPart *part;      /* PART */
} Value;

typedef struct Answering {
    const View *view;
    char **texts;              /* decoded, owned until the answer is found */
    uint32_t text_count, text_capacity;
} Answering;

static Value answer_node(Answering *answering, const Node *node);

/* ---- values ---- */

static const Value unknown = {.kind = VALUE_UNKNOWN, .object = VIEW_NONE};

static Value value_number(long double number)
{
    return (Value){.kind = VALUE_NUMBER, .number = number, .object = VIEW_NONE};
}

static Value value_answer(ConditionAnswer answer)
{
    return answer == CONDITION_UNKNOWN ? unknown : value_number(answer == CONDITION_TRUE);
}

static ConditionAnswer answer_of(bool holds)
{
    return holds ? CONDITION_TRUE : CONDITION_FALSE;
}

/* A quoted text as the view shows it: without its quotes and escapes. A text that was shortened is not known. */
static Value value_quoted(Answering *answering, const char *text, size_t length)
{
    char *decoded = memory_resize(NULL, length + 1);
    answering->texts = memory_grow(answering->texts, &answering->text_capacity, (uint64_t)answering->text_count + 1,
                                   sizeof *answering->texts);
    answering->texts[answering->text_count++] = decoded;
    Value value = {.kind = VALUE_TEXT, .text = decoded, .object = VIEW_NONE};
    return condition_decode(text, text + length, decoded, &value.length) == text + length ? value : unknown;
}

/* What is shown of a scalar: a number, a quoted text, or True, False, None, NULL. */
static Value value_shown(Answering *answering, const char *text, size_t length)
{
    static const struct { const char *word; Value value; } words[] = {
        {"True", {.kind = VALUE_NUMBER, .number = 1, .object = VIEW_NONE}},
        {"False", {.kind = VALUE_NUMBER, .object = VIEW_NONE}},
        {"None", {.kind = VALUE_NONE, .object = VIEW_NONE}}, {"NULL", {.kind = VALUE_NONE, .object = VIEW_NONE}},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i].word) == length && memcmp(words[i].word, text, length) == 0)
            return words[i].value;
    if (length > 1 && (text[0] == '\'' || text[0] == '"'))
        return value_quoted(answering, text, length);
    char digits[80];
    if (length == 0 || length >= sizeof digits)
        return unknown;
    memcpy(digits, text, length);
    digits[length] = '\0';
    char *end;
    long double number = strtold(digits, &end);
    return *end == '\0' ? value_number(number) : unknown;
}

static bool is_type(const View *view, const ViewObject *object, const char *const *names)
{
    for (; *names != NULL; names++)
        if (view_text_equals(view, object->type, *names))
            return true;
    return false;
}

static Value value_of_object(Answering *answering, int32_t index)
{
    static const char *const scalars[] = {"int", "bool", "float", "str", "NoneType", NULL};
    if (index == VIEW_NONE)
        return unknown;
    const View *view = answering->view;
    const ViewObject *object = &view->objects[index];
    Value value = {.kind = VALUE_OBJECT};
    if (is_type(view, object, scalars))
        value = value_shown(answering, view_text(view, object->repr), object->repr.length);
    value.object = index;
    return value;
}

/* A char of C is shown as its character and is a number. */
static Value value_in_place(Answering *answering, const ViewSlot *slot)
{
    const char *text = view_text(answering->view, slot->value);
    Value value = value_shown(answering, text, slot->value.length);
    if (value.kind == VALUE_TEXT && text[0] == '\'' && value.length == 1)
        return value_number(value.text[0]);
    return value;
}

static Value value_of_slot(Answering *answering, const ViewSlot *slot)
{
    switch ((SlotState)slot->state) {
    case SLOT_REFERENCE: return value_of_object(answering, slot->target);
    case SLOT_VALUE: return value_in_place(answering, slot);
    case SLOT_POINTER:
        if (view_text_equals(answering->view, slot->value, "NULL"))
            return (Value){.kind = VALUE_NONE, .object = VIEW_NONE};
        return (Value){.kind = VALUE_POINTER, .object = VIEW_NONE, .pointer = slot};
    case SLOT_UNBOUND: break;
    }
    return unknown;
}

static size_t characters(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)text[i] & 0xc0) != 0x80;
    return count;
}

static bool has_length(const ViewObject *object)
{
    return object->kind == KIND_SEQUENCE || object->kind == KIND_SET || object->kind == KIND_DICT;
}

/* An object of a class of the program is taken for true: its __bool__ is not run. */
static ConditionAnswer truth(const Answering *answering, const Value *value)
{
    const ViewObject *object = value->object == VIEW_NONE ? NULL : &answering->view->objects[value->object];
    switch (value->kind) {
    case VALUE_UNKNOWN: return CONDITION_UNKNOWN;
    case VALUE_NUMBER: return answer_of(value->number != 0);
    case VALUE_TEXT: return answer_of(value->length > 0);
    case VALUE_NONE: return CONDITION_FALSE;
    case VALUE_POINTER: case VALUE_PART: return CONDITION_TRUE;
    case VALUE_OBJECT: return answer_of(!has_length(object) || object->length > 0);
    }
    return CONDITION_UNKNOWN;
}

/* ---- names and what is reached from them ---- */

static bool text_is(const View *view, ViewText text, const char *name, size_t length)
{
    return text.length == length && memcmp(view_text(view, text), name, length) == 0;
}

static const ViewSlot *find_slot(const View *view, uint32_t first, uint32_t count, SlotRole role, const char *label,
                                 size_t length)
{
    for (uint32_t i = first; i < first + count; i++)
        if (view->slots[i].role == role && text_is(view, view->slots[i].label, label, length))
            return &view->slots[i];
    return NULL;
}

static Value value_of_part(const ViewPart *part)
{
    return (Value){.kind = VALUE_PART, .object = VIEW_NONE, .part = part};
}

/* The array or struct of that name among the slots. */
static const ViewPart *find_part(const View *view, uint32_t first, uint32_t count, const char *label, size_t length)
{
    for (uint32_t i = 0; i < view->part_count; i++) {
        const ViewPart *part = &view->parts[i];
        if (part->parent == VIEW_NONE && part->first_slot >= first && part->first_slot < first + count
            && text_is(view, part->label, label, length))
            return part;
    }
    return NULL;
}

static Value answer_name(Answering *answering, const Node *node)
{
    const View *view = answering->view;
    int32_t index = (int32_t)view->frame_count - 1;
    while (index >= 0) {
        const ViewFrame *frame = &view->frames[index];
        const ViewSlot *slot =
            find_slot(view, frame->first_slot, frame->slot_count, ROLE_NAME, node->text, node->length);
        const ViewPart *part = find_part(view, frame->first_slot, frame->slot_count, node->text, node->length);
        if (slot != NULL)
            return value_of_slot(answering, slot);
        if (part != NULL)
            return value_of_part(part);
        int32_t parent = frame->parent == 0 ? VIEW_NONE : view_find_frame(view, frame->parent);
        index = parent != VIEW_NONE ? parent : index > 0 ? 0 : -1;
    }
    return unknown;
}

/* The object's own field, or else its class's, or that of a base; `left` counts what may still be looked at. */
static const ViewSlot *find_field(const View *view, int32_t index, const Node *node, int *left)
{
    const ViewObject *object = &view->objects[index];
    if (--*left < 0)
        return NULL;
    const ViewSlot *found =
        find_slot(view, object->first_slot, object->slot_count, ROLE_ATTRIBUTE, node->text, node->length);
    for (uint32_t i = 0; i < object->slot_count && found == NULL; i++) {
        const ViewSlot *slot = &view->slots[object->first_slot + i];
        if ((slot->role == ROLE_CLASS || slot->role == ROLE_BASE) && slot->target != VIEW_NONE)
            found = find_field(view, slot->target, node, left);
    }
    return found;
}

/* What the array or struct has of that name: a field's, or an element's index. */
static Value value_in_part(Answering *answering, const ViewPart *around, const char *own, size_t length)
{
    const View *view = answering->view;
    int32_t index = (int32_t)(around - view->parts);
    for (uint32_t i = around->first_slot; i < around->first_slot + around->slot_count; i++)
        if (view->slots[i].part == index && text_is(view, view->slots[i].own, own, length))
            return value_of_slot(answering, &view->slots[i]);
    for (uint32_t i = (uint32_t)index + 1; i < view->part_count; i++)
        if (view->parts[i].parent == index && text_is(view, view->parts[i].own, own, length))
            return value_of_part(&view->parts[i]);
    return unknown;
}

/* The array or struct that it is, or that it points at; NULL: neither. */
static const ViewPart *part_of(const Answering *answering, const Value *value)
{
    if (value->kind == VALUE_PART)
        return value->part;
    bool points_at_one = value->kind == VALUE_POINTER && value->pointer->aim == AIM_PART;
    return points_at_one ? &answering->view->parts[value->pointer->aimed] : NULL;
}

static Value answer_dereference(Answering *answering, const Node *node)
{
    Value value = answer_node(answering, node->left);
    const ViewPart *part = part_of(answering, &value);
    if (value.kind == VALUE_POINTER && value.pointer->aim == AIM_SLOT)
        return value_of_slot(answering, &answering->view->slots[value.pointer->aimed]);
    return part == NULL || value.kind == VALUE_PART ? unknown : value_of_part(part);
}

/* The element of an array, counted from where the pointer points if it is one. */
static Value answer_element(Answering *answering, const Value *owner, long double number)
{
    const View *view = answering->view;
    const ViewPart *array = part_of(answering, owner);
    char own[40];
    if (array == NULL && owner->kind == VALUE_POINTER && owner->pointer->aim == AIM_SLOT) {
        const ViewSlot *at = &view->slots[owner->pointer->aimed];
        if (at->part == VIEW_NONE)
            return number == 0 ? value_of_slot(answering, at) : unknown;
        array = &view->parts[at->part];
        number += array->kind == PART_ARRAY ? strtol(view_text(view, at->own), NULL, 10) : 0;
    }
    int length = snprintf(own, sizeof own, "%.0Lf", number);
    if (array == NULL || array->kind != PART_ARRAY || number != floorl(number) || length >= (int)sizeof own)
        return unknown;
    return value_in_part(answering, array, own, (size_t)length);
}

static Value answer_field(Answering *answering, const Node *node)
{
    int left = CONDITION_BASES;
    Value owner = answer_node(answering, node->left);
    const ViewPart *part = part_of(answering, &owner);
    if (part != NULL)
        return value_in_part(answering, part, node->text, node->length);
    const ViewSlot *slot =
        owner.object == VIEW_NONE ? NULL : find_field(answering->view, owner.object, node, &left);
    return slot == NULL ? unknown : value_of_slot(answering, slot);
}

static ConditionAnswer equal(const Answering *answering, const Value *a, const Value *b);

static Value answer_entry(Answering *answering, const ViewObject *dict, const Value *key)
{
    for (uint32_t i = 0; i < dict->slot_count; i++) {
        const ViewSlot *slot = &answering->view->slots[dict->first_slot + i];
        if (slot->role != ROLE_ENTRY)
            continue;
        Value other = value_of_object(answering, slot->key);
        if (equal(answering, &other, key) == CONDITION_TRUE)
            return value_of_slot(answering, slot);
    }
    return unknown;
}

static Value answer_item(Answering *answering, const ViewObject *sequence, long double number)
{
    char label[40];
    if (number < 0)
        number += sequence->length;
    int length = snprintf(label, sizeof label, "%.0Lf", number);
    if (number != floorl(number) || number < 0 || length >= (int)sizeof label)
        return unknown;
    const ViewSlot *slot = find_slot(answering->view, sequence->first_slot, sequence->slot_count, ROLE_ITEM, label,
                                     (size_t)length);
    return slot == NULL ? unknown : value_of_slot(answering, slot);
}

static Value answer_character(const Value *text, long double number)
{
    size_t count = characters(text->text, text->length);
    if (number < 0)
        number += count;
    if (number < 0 || number >= count || number != floorl(number))
        return unknown;
    size_t start = 0;
    for (size_t i = 0; i <= (size_t)number; i++, start += i <= (size_t)number)
        while (((unsigned char)text->text[start] & 0xc0) == 0x80)
            start++;
    size_t end = start + 1;
    while (end < text->length && ((unsigned char)text->text[end] & 0xc0) == 0x80)
        end++;
    return (Value){.kind = VALUE_TEXT, .text = text->text + start, .length = end - start, .object = VIEW_NONE};
}

static Value answer_index(Answering *answering, const Node *node)
{
    Value owner = answer_node(answering, node->left), index = answer_node(answering, node->right);
    if (owner.kind == VALUE_TEXT)
        return index.kind == VALUE_NUMBER ? answer_character(&owner, index.number) : unknown;
    if (owner.kind == VALUE_PART || owner.kind == VALUE_POINTER)
        return index.kind == VALUE_NUMBER ? answer_element(answering, &owner, index.number) : unknown;
    if (owner.object == VIEW_NONE || index.kind == VALUE_UNKNOWN)
        return unknown;
    const ViewObject *object = &answering->view->objects[owner.object];
    if (object->kind == KIND_DICT)
        return answer_entry(answering, object, &index);
    return index.kind == VALUE_NUMBER ? answer_item(answering, object, index.number) : unknown;
}

/* ---- len, count, type ---- */

static Value answer_about(Answering *answering, const Node *node)
{
    const View *view = answering->view;
    Value value = answer_node(answering, node->left);
    const ViewObject *object = value.object == VIEW_NONE ? NULL : &view->objects[value.object];
    if (node->kind == NODE_LEN && value.kind == VALUE_TEXT)
        return value_number(characters(value.text, value.length));
    if (node->kind == NODE_LEN && value.kind == VALUE_PART && value.part->kind == PART_ARRAY)
        return value_number(value.part->length);
    if (object == NULL)
        return unknown;
    switch (node->kind) {
    case NODE_LEN: return has_length(object) ? value_number(object->length) : unknown;
    case NODE_COUNT: return object->flags & OBJECT_SHARED ? unknown : value_number(object->count);
    default:
        return (Value){.kind = VALUE_TEXT, .text = view_text(view, object->type), .length = object->type.length,
                       .object = VIEW_NONE};
    }
}

/* ---- comparing ---- */

static ConditionAnswer equal_objects(const Answering *answering, const Value *a, const Value *b)
{
    const View *view = answering->view;
    const ViewObject *left = &view->objects[a->object], *right = &view->objects[b->object];
    if (a->object == b->object)
        return CONDITION_TRUE;
    if (left->length != right->length || left->kind != right->kind || !has_length(left))
        return CONDITION_FALSE;
    bool is_whole = left->repr.length < condition_view.max_repr && right->repr.length < condition_view.max_repr;
    return is_whole ? answer_of(text_is(view, left->repr, view_text(view, right->repr), right->repr.length))
                    : CONDITION_UNKNOWN;
}

static ConditionAnswer equal(const Answering *answering, const Value *a, const Value *b)
{
    if (a->kind == VALUE_UNKNOWN || b->kind == VALUE_UNKNOWN)
        return CONDITION_UNKNOWN;
    if (a->kind != b->kind)
        return CONDITION_FALSE;
    switch (a->kind) {
    case VALUE_NUMBER: return answer_of(a->number == b->number);
    case VALUE_TEXT: return answer_of(a->length == b->length && memcmp(a->text, b->text, a->length) == 0);
    case VALUE_POINTER: return answer_of(a->pointer->pointer == b->pointer->pointer);
    case VALUE_PART: return CONDITION_UNKNOWN;         /* C has no == for them */
    case VALUE_OBJECT: return equal_objects(answering, a, b);
    default: return CONDITION_TRUE;
    }
}

static ConditionAnswer identical(const Value *a, const Value *b)
{
    if (a->kind == VALUE_UNKNOWN || b->kind == VALUE_UNKNOWN)
        return CONDITION_UNKNOWN;
    if (a->kind == VALUE_NONE || b->kind == VALUE_NONE)
        return answer_of(a->kind == b->kind);
    return a->object == VIEW_NONE || b->object == VIEW_NONE ? CONDITION_UNKNOWN : answer_of(a->object == b->object);
}

static ConditionAnswer contains(Answering *answering, const Value *container, const Value *value)
{
    if (container->kind == VALUE_TEXT && value->kind == VALUE_TEXT)
        return answer_of(memmem(container->text, container->length, value->text, value->length) != NULL);
    if (container->kind != VALUE_OBJECT || value->kind == VALUE_UNKNOWN)
        return CONDITION_UNKNOWN;
    const ViewObject *object = &answering->view->objects[container->object];
    uint32_t looked_at = 0;
    for (uint32_t i = 0; i < object->slot_count; i++) {
        const ViewSlot *slot = &answering->view->slots[object->first_slot + i];
        bool is_element = slot->role == ROLE_ITEM || slot->role == ROLE_MEMBER || slot->role == ROLE_ENTRY;
        Value element = !is_element ? unknown
            : slot->role == ROLE_ENTRY ? value_of_object(answering, slot->key) : value_of_slot(answering, slot);
        looked_at += is_element;
        if (equal(answering, &element, value) == CONDITION_TRUE)
            return CONDITION_TRUE;
    }
    return has_length(object) && looked_at == object->length ? CONDITION_FALSE : CONDITION_UNKNOWN;
}

static ConditionAnswer negate(ConditionAnswer answer)
{
    return answer == CONDITION_UNKNOWN ? answer : answer_of(answer == CONDITION_FALSE);
}

/* Less than 0, 0 or more than 0 in *order; false where the two have no order. */
static bool find_order(const Value *a, const Value *b, int *order)
{
    if (a->kind == VALUE_NUMBER && b->kind == VALUE_NUMBER && !isunordered(a->number, b->number)) {
        *order = (a->number > b->number) - (a->number < b->number);
        return true;
    }
    if (a->kind != VALUE_TEXT || b->kind != VALUE_TEXT)
        return false;
    int common = memcmp(a->text, b->text, a->length < b->length ? a->length : b->length);
    *order = common != 0 ? common : (a->length > b->length) - (a->length < b->length);
    return true;
}

static ConditionAnswer compare(Answering *answering, NodeKind kind, const Value *a, const Value *b)
{
    int order = 0;
    switch (kind) {
    case NODE_EQUAL: return equal(answering, a, b);
    case NODE_NOT_EQUAL: return negate(equal(answering, a, b));
    case NODE_IS: return identical(a, b);
    case NODE_IS_NOT: return negate(identical(a, b));
    case NODE_IN: return contains(answering, b, a);
    case NODE_NOT_IN: return negate(contains(answering, b, a));
    default: break;
    }
    if (!find_order(a, b, &order))
        return CONDITION_UNKNOWN;
    return answer_of(kind == NODE_LESS ? order < 0 : kind == NODE_LESS_EQUAL ? order <= 0
                     : kind == NODE_GREATER ? order > 0 : order >= 0);
}

/* ---- computing ---- */

/* As Python divides: the quotient is rounded down, the remainder has the sign of the divisor. */
static Value compute(NodeKind kind, const Value *a, const Value *b)
{
    long double x = a->number, y = b->number;
    if (a->kind != VALUE_NUMBER || b->kind != VALUE_NUMBER)
        return unknown;
    switch (kind) {
    case NODE_ADD: return value_number(x + y);
    case NODE_SUBTRACT: return value_number(x - y);
    case NODE_MULTIPLY: return value_number(x * y);
    default: break;
    }
    if (y == 0)
        return unknown;
    return value_number(kind == NODE_DIVIDE ? x / y : kind == NODE_FLOOR_DIVIDE ? floorl(x / y) : x - y * floorl(x / y));
}

static Value answer_logic(Answering *answering, const Node *node)
{
    ConditionAnswer decides = node->kind == NODE_AND ? CONDITION_FALSE : CONDITION_TRUE;
    Value left = answer_node(answering, node->left);
    ConditionAnswer a = truth(answering, &left);
    if (a == decides)
        return value_answer(a);
    Value right = answer_node(answering, node->right);
    ConditionAnswer b = truth(answering, &right);
    return value_answer(b == decides || a != CONDITION_UNKNOWN ? b : CONDITION_UNKNOWN);
}

static Value answer_binary(Answering *answering, const Node *node)
{
    Value left = answer_node(answering, node->left), right = answer_node(answering, node->right);
    if (node->kind >= NODE_EQUAL)
        return value_answer(compare(answering, node->kind, &left, &right));
    return compute(node->kind, &left, &right);
}

static Value answer_unary(Answering *answering, const Node *node)
{
    Value inner = answer_node(answering, node->left);
    if (node->kind == NODE_NOT)
        return value_answer(negate(truth(answering, &inner)));
    return inner.kind == VALUE_NUMBER ? value_number(-inner.number) : unknown;
}

static Value answer_node(Answering *answering, const Node *node)
{
    switch (node->kind) {
    case NODE_NUMBER: return value_number(node->number);
    case NODE_TEXT:
        return (Value){.kind = VALUE_TEXT, .text = node->text, .length = node->length, .object = VIEW_NONE};
    case NODE_NONE: return (Value){.kind = VALUE_NONE, .object = VIEW_NONE};
    case NODE_NAME: return answer_name(answering, node);
    case NODE_FIELD: return answer_field(answering, node);
    case NODE_INDEX: return answer_index(answering, node);
    case NODE_LEN: case NODE_COUNT: case NODE_TYPE: return answer_about(answering, node);
    case NODE_DEREFERENCE: return answer_dereference(answering, node);
    case NODE_NOT: case NODE_NEGATE: return answer_unary(answering, node);
    case NODE_AND: case NODE_OR: return answer_logic(answering, node);
    default: return answer_binary(answering, node);
    }
}

ConditionAnswer condition_answer(const Condition *condition, const View *view)
{
    Answering answering = {.view = view};
    Value value = answer_node(&answering, condition->root);
    ConditionAnswer answer = truth(&answering, &value);
    for (uint32_t i = 0; i < answering.text_count; i++)
        free(answering.texts[i]);
    free(answering.texts);
    return answer;
}
