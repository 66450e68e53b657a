/* "Did you mean": which of the names that are there resembles the one that is not.
 *
 * As CPython 3.11's suggestions.c: names are compared as UTF-8 by a Levenshtein distance that counts a change of case
 * as half a change, at most a third of the letters may differ, and the first of the best wins. A missing name is looked
 * for among the function's variables, then its globals, then the builtins; a missing attribute among dir().
 */
#include "python/suggestion.h"

#include <string.h>

#include "python/objects/class.h"
#include "python/objects/exception.h"
#include "python/slot.h"
#include "python/vm.h"

enum { MAX_CANDIDATES = 750, MAX_NAME = 40, MOVE_COST = 2, CASE_COST = 1 };   /* as CPython's */

/* ---- distance ---- */

static char lowered(char c) { return 'A' <= c && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

static int64_t change_cost(char a, char b)
{
    if (a == b)
        return 0;
    return lowered(a) == lowered(b) ? CASE_COST : MOVE_COST;
}

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

/* The row of the table for one more byte of the longer name, in place. Returns its smallest entry; its last one is the
 * distance so far. */
static int64_t next_row(int64_t *row, const char *shorter, int64_t length, char byte, int64_t above)
{
    int64_t diagonal = above, left = above, smallest = INT64_MAX;
    for (int64_t i = 0; i < length; i++) {
        int64_t changed = diagonal + change_cost(byte, shorter[i]);
        diagonal = row[i];
        left = least(least(left, diagonal) + MOVE_COST, changed);
        row[i] = left;
        smallest = least(smallest, left);
    }
    return smallest;
}

int64_t suggestion_distance(const char *a, int64_t a_length, const char *b, int64_t b_length, int64_t max_cost)
{
    for (; a_length && b_length && *a == *b; a_length--, b_length--)
        a++, b++;
    while (a_length && b_length && a[a_length - 1] == b[b_length - 1])
        a_length--, b_length--;
    if (a_length == 0 || b_length == 0)
        return (a_length + b_length) * MOVE_COST;
    if (a_length > b_length)
        return suggestion_distance(b, b_length, a, a_length, max_cost);
    if (b_length > MAX_NAME || (b_length - a_length) * MOVE_COST > max_cost)
        return max_cost + 1;
    int64_t row[MAX_NAME];
    for (int64_t i = 0; i < a_length; i++)
        row[i] = (i + 1) * MOVE_COST;
    for (int64_t i = 0; i < b_length; i++)
        if (next_row(row, a, a_length, b[i], i * MOVE_COST) > max_cost)
            return max_cost + 1;
    return row[a_length - 1];
}

/* ---- choosing ---- */

typedef struct Choice {
    const char *name;          /* the missing one, UTF-8 */
    int64_t length;
    int64_t best;              /* distance of the suggestion; INT64_MAX: none yet */
    Object *suggestion;        /* borrowed */
} Choice;

static int consider(Vm *vm, Choice *choice, Object *candidate)
{
    Utf8Buffer buffer;
    size_t length;
    const char *text = is_str(vm, candidate) ? str_utf8(vm, candidate, &buffer, &length) : NULL;
    if (!text)
        return -1;
    bool same = (int64_t)length == choice->length && memcmp(text, choice->name, length) == 0;
    int64_t allowed = (choice->length + (int64_t)length + 3) * MOVE_COST / 6;
    allowed = least(allowed, choice->best - 1);
    int64_t distance = same ? INT64_MAX
                            : suggestion_distance(choice->name, choice->length, text, (int64_t)length, allowed);
    utf8_buffer_finish(&buffer);
    if (!same && distance <= allowed) {
        choice->best = distance;
        choice->suggestion = candidate;
    }
    return 0;
}

/* The item of the list that resembles the name most: new reference; NULL if none does. Takes the list over. */
static Object *choose(Vm *vm, Object *list, Object *name)
{
    Utf8Buffer buffer;
    size_t length;
    Choice choice = {.best = INT64_MAX};
    choice.name = list && ((List *)list)->length < MAX_CANDIDATES ? str_utf8(vm, name, &buffer, &length) : NULL;
    int result = choice.name ? 0 : -1;
    choice.length = choice.name ? (int64_t)length : 0;
    for (int64_t i = 0; result == 0 && i < ((List *)list)->length; i++)
        result = consider(vm, &choice, ((List *)list)->items[i]);
    if (choice.name)
        utf8_buffer_finish(&buffer);
    Object *suggestion = result == 0 ? xincref(choice.suggestion) : NULL;
    xdecref(vm, list);
    return suggestion;
}

/* ---- where names are ---- */

static bool is_plain_str(Object *object) { return object && is_exact(object, STR); }

static Object *variables_of(Vm *vm, const Code *code)
{
    Object *list = list_new(vm, 0);
    for (int i = 0; list && i < code->locals_count; i++)
        if ((code->local_kinds[i] & LOCAL_FAST) && list_append(vm, list, tuple_item(code->local_names, i)) < 0)
            object_replace(vm, &list, NULL);
    return list;
}

/* dir(object), sorted. */
static Object *attributes_of(Vm *vm, Object *object)
{
    Object *names = special_call(vm, name_of(vm, dir), &object, 1);
    Object *list = names ? sequence_list(vm, names) : NULL;
    xdecref(vm, names);
    if (list && list_sort(vm, list, NULL, false) < 0)
        object_replace(vm, &list, NULL);
    return list;
}

static Object *for_attribute(Vm *vm, Object *exception)
{
    Object *name = exception_field(exception, ATTRIBUTE_ERROR_NAME);
    Object *object = exception_field(exception, ATTRIBUTE_ERROR_OBJ);
    return is_plain_str(name) && object ? choose(vm, attributes_of(vm, object), name) : NULL;
}

static Object *for_name_in(Vm *vm, const Frame *frame, Object *name)
{
    Object *suggestion = choose(vm, variables_of(vm, frame->code), name);
    if (!suggestion && !vm_failed(vm))
        suggestion = choose(vm, sequence_list(vm, frame->globals), name);
    if (!suggestion && !vm_failed(vm))
        suggestion = choose(vm, sequence_list(vm, frame->builtins), name);
    return suggestion;
}

/* The frame that raised is the last of the traceback. */
static Object *for_name(Vm *vm, Object *exception)
{
    Object *name = exception_field(exception, NAME_ERROR_NAME);
    const Traceback *traceback = (const Traceback *)((Exception *)exception)->traceback;
    if (!is_plain_str(name) || !traceback)
        return NULL;
    while (traceback->next)
        traceback = traceback->next;
    return traceback->frame->frame ? for_name_in(vm, traceback->frame->frame, name) : NULL;
}

Object *suggestion_for(Vm *vm, Object *exception)
{
    Object *suggestion = NULL;
    if (object_type(vm, exception) == builtin_type(vm, TYPE_AttributeError))
        suggestion = for_attribute(vm, exception);
    else if (object_type(vm, exception) == builtin_type(vm, TYPE_NameError))
        suggestion = for_name(vm, exception);
    Object *text = suggestion ? str_format(vm, ". Did you mean: %R?", suggestion) : NULL;
    xdecref(vm, suggestion);
    vm_clear_error(vm);
    return text;
}
