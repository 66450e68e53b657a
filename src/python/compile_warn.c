/* What CPython warns of while it compiles: comparisons by identity with a literal, calls and subscripts of what cannot be
 * called or subscripted (a comma was forgotten), assertions about a tuple. As check_compare, check_caller,
 * check_subscripter, check_index and compiler_assert of compile.c.
 *
 * A warning is one line on stderr, and a second with the line of the program if its text is known.
 */
#include <string.h>

#include "python/compile.h"
#include "python/fold.h"
#include "python/objects/containers.h"
#include "python/objects/int.h"
#include "python/objects/str.h"

/* The text of a line without the blanks in front of it; NULL if there is none. */
static const char *find_line(const char *text, size_t size, int line, size_t *length)
{
    const char *end = text + size;
    for (int i = 1; text && text < end && i < line; i++) {
        text = memchr(text, '\n', (size_t)(end - text));
        text = text ? text + 1 : NULL;
    }
    if (!text || text >= end)
        return NULL;
    while (text < end && (*text == ' ' || *text == '\t' || *text == '\f'))
        text++;
    const char *newline = memchr(text, '\n', (size_t)(end - text));
    *length = (size_t)((newline ? newline : end) - text);
    while (*length > 0 && text[*length - 1] == '\r')
        --*length;
    return text;
}

static void write_line_of_program(Compiler *c, int line)
{
    Vm *vm = c->vm;
    bool own = c->options->text != NULL;
    bool shown = !own && vm->program_name && str_equals_c(c->options->filename, vm->program_name);
    if (!own && !shown)
        return;
    size_t length;
    const char *text = find_line(own ? c->options->text : vm->program_text,
                                 own ? c->options->text_length : vm->program_length, line, &length);
    if (!text || length == 0)
        return;
    vm_write(vm, OUTPUT_STDERR, "  ", 2);
    vm_write(vm, OUTPUT_STDERR, text, length);
    vm_write(vm, OUTPUT_STDERR, "\n", 1);
}

/* For those that the module `warnings` decides about, after the compilation. */
static void add_to_list(Compiler *c, Object *message)
{
    const Location *at = &c->unit->at;
    const int place[] = {at->line, at->column + 1, at->end_line, at->end_column + 1};
    Object *items[5] = {message};
    for (int i = 0; i < 4; i++)
        items[i + 1] = keep(c, int_from_i64(c->vm, place[i]));
    if (list_append(c->vm, c->options->warnings, keep(c, tuple_from(c->vm, items, 5))) < 0)
        compile_leave(c);
}

/* Takes the message over; NULL is an error already set. */
static void warn(Compiler *c, Object *message)
{
    keep(c, message);
    if (c->options->warnings) {
        add_to_list(c, message);
        return;
    }
    int line = c->unit->at.line;
    Object *whole = keep(c, str_format(c->vm, "%U:%d: SyntaxWarning: %U\n", c->options->filename, line, message));
    Utf8Buffer buffer;
    size_t length;
    const char *text = str_utf8(c->vm, whole, &buffer, &length);
    if (!text)
        compile_leave(c);
    vm_write(c->vm, OUTPUT_STDERR, text, length);
    utf8_buffer_finish(&buffer);
    write_line_of_program(c, line);
}

/* ---- what is known of an expression ---- */

static const char *builtin_name(Compiler *c, TypeId id) { return builtin_type(c->vm, id)->c_name; }

/* The name of the type that an expression has for certain, or NULL. As infer_type. */
static const char *infer_type(Compiler *c, Expr *e)
{
    switch (e->kind) {
    case EXPR_TUPLE: return builtin_name(c, TYPE_TUPLE);
    case EXPR_LIST: case EXPR_LIST_COMP: return builtin_name(c, TYPE_LIST);
    case EXPR_DICT: case EXPR_DICT_COMP: return builtin_name(c, TYPE_DICT);
    case EXPR_SET: case EXPR_SET_COMP: return builtin_name(c, TYPE_SET);
    case EXPR_GENERATOR: return builtin_name(c, TYPE_GENERATOR);
    case EXPR_LAMBDA: return builtin_name(c, TYPE_FUNCTION);
    case EXPR_JOINED_STR: case EXPR_FORMATTED_VALUE: return builtin_name(c, TYPE_STR);
    default: break;
    }
    Object *value = fold_constant(c, e);
    return value ? object_type(c->vm, value)->c_name : NULL;
}

static bool is_literal(Compiler *c, Expr *expr)
{
    Vm *vm = c->vm;
    Object *value = fold_constant(c, fold_of(c, expr));
    return value && value != none(vm) && !is_exact(value, BOOL) && !is_exact(value, ELLIPSIS);
}

static bool may_be_called(Compiler *c, Expr *e)
{
    switch (e->kind) {
    case EXPR_TUPLE: case EXPR_LIST: case EXPR_LIST_COMP: case EXPR_DICT: case EXPR_DICT_COMP: case EXPR_SET:
    case EXPR_SET_COMP: case EXPR_GENERATOR: case EXPR_JOINED_STR: case EXPR_FORMATTED_VALUE:
        return false;
    default:
        return fold_constant(c, e) == NULL;
    }
}

static bool may_be_subscripted(Compiler *c, Expr *e)
{
    Vm *vm = c->vm;
    if (e->kind == EXPR_SET || e->kind == EXPR_SET_COMP || e->kind == EXPR_GENERATOR || e->kind == EXPR_LAMBDA)
        return false;
    Object *value = fold_constant(c, e);
    return !value || !(value == none(vm) || is_exact(value, ELLIPSIS) || is_int(vm, value) || is_exact(value, FLOAT) ||
                       is_exact(value, COMPLEX) || is_exact(value, FROZENSET));
}

static bool takes_only_integers(Compiler *c, Expr *e)
{
    Vm *vm = c->vm;
    if (e->kind == EXPR_TUPLE || e->kind == EXPR_LIST || e->kind == EXPR_LIST_COMP || e->kind == EXPR_JOINED_STR ||
        e->kind == EXPR_FORMATTED_VALUE)
        return true;
    Object *value = fold_constant(c, e);
    return value && (is_str(vm, value) || is_bytes(vm, value) || is_tuple(vm, value));
}

/* ---- the checks ---- */

void check_identity(Compiler *c, const Expr *e)
{
    bool left = is_literal(c, e->compare.left);
    for (int i = 0; i < e->compare.comparators.count; i++) {
        bool right = is_literal(c, e->compare.comparators.items[i]);
        CompareOperator op = e->compare.ops[i];
        if ((left || right) && (op == TREE_COMPARE_IS || op == TREE_COMPARE_ISNOT)) {
            warn(c, str_from_c(c->vm, op == TREE_COMPARE_IS ? "\"is\" with a literal. Did you mean \"==\"?"
                                                            : "\"is not\" with a literal. Did you mean \"!=\"?"));
            return;
        }
        left = right;
    }
}

void check_callable(Compiler *c, Expr *function)
{
    Expr *e = fold_of(c, function);
    if (!may_be_called(c, e))
        warn(c, str_format(c->vm, "'%s' object is not callable; perhaps you missed a comma?", infer_type(c, e)));
}

void check_subscript(Compiler *c, const Expr *e)
{
    Vm *vm = c->vm;
    Expr *value = fold_of(c, e->subscript.value), *index = fold_of(c, e->subscript.slice);
    if (!may_be_subscripted(c, value))
        warn(c, str_format(vm, "'%s' object is not subscriptable; perhaps you missed a comma?", infer_type(c, value)));
    const char *type = infer_type(c, index);
    Object *constant = fold_constant(c, index);
    if (type && !(constant && is_int(vm, constant)) && takes_only_integers(c, value))
        warn(c, str_format(vm, "%s indices must be integers or slices, not %s; perhaps you missed a comma?",
                           infer_type(c, value), type));
}

void check_assertion(Compiler *c, Expr *test)
{
    Expr *e = fold_of(c, test);
    Object *constant = fold_constant(c, e);
    if ((e->kind == EXPR_TUPLE && e->sequence.elts.count > 0) ||
        (constant && is_tuple(c->vm, constant) && tuple_length(constant) > 0))
        warn(c, str_from_c(c->vm, "assertion is always true, perhaps remove parentheses?"));
}
