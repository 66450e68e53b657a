/* The driver: one Compiler from tree to Code, its units, and its errors.
 */
#include "python/compile.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "python/assemble.h"
#include "python/fold.h"
#include "python/objects/containers.h"
#include "python/objects/int.h"
#include "python/objects/str.h"
#include "python/symtable.h"

enum {
    TREE_LEVELS_PER_CALL = 3,          /* as COMPILER_STACK_FRAME_SCALE: the recursion limit counts calls */
    TREE_DEPTH_MAX = 6000              /* whatever the program sets as limit: the C stack is finite */
};

/* ---- errors ---- */

void compile_leave(Compiler *c)
{
    longjmp(c->failed, 1);
}

/* A str from text, None without. */
static Object *text_or_none(Vm *vm, const char *text)
{
    return text ? str_from_utf8(vm, text, strlen(text)) : new_none(vm);
}

static Object *int_or_none(Vm *vm, int value, bool known)
{
    return known ? int_from_i64(vm, value) : new_none(vm);
}

/* (filename, lineno, offset, text, end_lineno, end_offset); NULL on failure. */
static Object *problem_place(Vm *vm, const SyntaxProblem *problem, Object *filename)
{
    Object *items[6] = {
        incref(filename), int_or_none(vm, problem->line, problem->line > 0),
        int_or_none(vm, problem->column, problem->line > 0), text_or_none(vm, problem->source_line),
        int_or_none(vm, problem->end_line, problem->line > 0), int_or_none(vm, problem->end_column, problem->line > 0),
    };
    bool complete = true;
    for (int i = 0; i < 6; i++)
        complete &= items[i] != NULL;
    Object *place = complete ? tuple_from(vm, items, 6) : NULL;
    for (int i = 0; i < 6; i++)
        xdecref(vm, items[i]);
    return place;
}

static TypeId problem_type(SyntaxProblemKind kind)
{
    switch (kind) {
    case PROBLEM_INDENTATION_ERROR: return TYPE_IndentationError;
    case PROBLEM_TAB_ERROR: return TYPE_TabError;
    default: return TYPE_SyntaxError;
    }
}

void *compile_raise_problem(Vm *vm, const SyntaxProblem *problem, Object *filename)
{
    if (problem->kind == PROBLEM_MEMORY_ERROR)
        return vm_raise_memory(vm);
    if (problem->kind == PROBLEM_RECURSION_ERROR)
        return vm_raise(vm, TYPE_RecursionError, "%s", problem->message);
    Object *args[2] = { text_or_none(vm, problem->message), problem_place(vm, problem, filename) };
    Object *exception = NULL;
    if (args[0] && args[1])
        exception = object_call(vm, OBJECT(builtin_type(vm, problem_type(problem->kind))), args, 2, NULL);
    xdecref(vm, args[0]);
    xdecref(vm, args[1]);
    return exception ? vm_raise_value(vm, exception) : NULL;
}

void compile_error(Compiler *c, Span span, const char *format, ...)
{
    SyntaxProblem problem;
    syntax_problem_init(&problem);
    va_list arguments;
    va_start(arguments, format);
    const char *text = c->options->text ? c->options->text : "";   /* NULL: of code from a string no line is shown */
    syntax_problem_set_va(&problem, PROBLEM_SYNTAX_ERROR, span, text, c->options->text_length, format, arguments);
    va_end(arguments);
    if (!c->options->text) {
        free(problem.source_line);
        problem.source_line = NULL;
    }
    compile_raise_problem(c->vm, &problem, c->options->filename);
    syntax_problem_finish(&problem);
    compile_leave(c);
}

void compile_enter(Compiler *c)
{
    if (++c->depth > c->depth_limit) {
        vm_raise(c->vm, TYPE_RecursionError, "maximum recursion depth exceeded during compilation");
        compile_leave(c);
    }
}

/* ---- units ---- */

static void add_numbered(Compiler *c, PointerMap *map, Name *const *names, int count, int first)
{
    for (int i = 0; i < count; i++)
        map_set(&c->region, map, names[i], first + i);
}

/* The names of a scope that are cells, or free (a class's doubles among them), sorted and numbered from `first`. */
static void number_names(Compiler *c, PointerMap *map, const Scope *scope, Place place, unsigned flag, int first)
{
    NameList list = { 0 };
    for (int i = 0; i < scope->symbols.count; i++) {
        Name *name = (Name *)scope->symbols.entries[i].key;
        if (scope_place(scope, name) == place || ((unsigned)scope->symbols.entries[i].value & flag))
            name_list_add(c, &list, name);
    }
    if (list.count > 0)
        qsort(list.items, (size_t)list.count, sizeof *list.items, name_compare);
    add_numbered(c, map, list.items, list.count, first);
}

static bool declared_global(const Unit *unit, Compiler *c)
{
    if (unit->kind != UNIT_FUNCTION && unit->kind != UNIT_ASYNC_FUNCTION && unit->kind != UNIT_CLASS)
        return false;
    Name *name = name_mangle(c, unit->outer->class_name, unit->name);
    return scope_place(unit->outer->scope, name) == PLACE_GLOBAL_EXPLICIT;
}

/* f, C.f, f.<locals>.g; a comprehension adds only its own name. */
static Object *qualified_name(Compiler *c, const Unit *unit)
{
    const Unit *outer = unit->outer;
    Object *name = name_object(c, unit->name);
    if (!outer || outer->kind == UNIT_MODULE || declared_global(unit, c))
        return name;
    bool local = outer->kind == UNIT_FUNCTION || outer->kind == UNIT_ASYNC_FUNCTION || outer->kind == UNIT_LAMBDA;
    return keep(c, str_format(c->vm, local ? "%U.<locals>.%U" : "%U.%U", outer->qualname, name));
}

void unit_open(Compiler *c, UnitKind kind, Name *name, const void *node, int line)
{
    Unit *unit = REGION_NEW(&c->region, Unit);
    unit->outer = c->unit;
    unit->kind = kind;
    unit->scope = symtable_scope(c, node);
    unit->name = name;
    unit->class_name = c->unit ? c->unit->class_name : NULL;
    unit->first_line = line;
    unit->at = (Location){ line, 0, line, 0 };
    number_names(c, &unit->cells, unit->scope, PLACE_CELL, 0, 0);
    if (unit->scope->needs_class_cell)
        map_set(&c->region, &unit->cells, c->name_class, unit->cells.count);
    number_names(c, &unit->frees, unit->scope, PLACE_FREE, SYMBOL_FREE_CLASS, unit->cells.count);
    add_numbered(c, &unit->locals, unit->scope->parameters.items, unit->scope->parameters.count, 0);
    c->unit = unit;
    c->nesting++;
    unit->current = block_new(c);
    unit->qualname = qualified_name(c, unit);
    if (kind == UNIT_MODULE)
        unit->at.line = 0;
    emit_arg(c, OP_RESUME, RESUME_START);
    if (kind == UNIT_MODULE)
        unset_location(c);
}

Object *unit_close(Compiler *c, bool add_none)
{
    Object *code = keep(c, assemble_unit(c, add_none));
    c->unit = c->unit->outer;
    c->nesting--;
    return code;
}

/* ---- future features ---- */

static const char *const obsolete_features[] = {
    "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
    "unicode_literals", "generator_stop", "barry_as_FLUFL",
};

static void enable_feature(Compiler *c, const char *name, Span span)
{
    if (strcmp(name, "annotations") == 0) {
        c->future_annotations = true;
        return;
    }
    for (size_t i = 0; i < sizeof obsolete_features / sizeof *obsolete_features; i++)
        if (strcmp(name, obsolete_features[i]) == 0)
            return;
    if (strcmp(name, "braces") == 0)
        compile_error(c, span, "not a chance");
    compile_error(c, span, "future feature %.100s is not defined", name);
}

/* `from __future__ import` statements stand first, after the docstring only. */
static void read_future_features(Compiler *c, const Module *module)
{
    if (module->kind == MODULE_EVAL)
        return;
    for (int i = body_has_docstring(&module->body); i < module->body.count; i++) {
        const Stmt *s = module->body.items[i];
        if (s->kind != STMT_IMPORT_FROM || !s->import_from.module || strcmp(s->import_from.module, "__future__") != 0)
            return;
        for (int n = 0; n < s->import_from.names.count; n++)
            enable_feature(c, s->import_from.names.items[n].name, s->span);
        c->last_future_line = s->span.line;
    }
}

/* ---- modules ---- */

static void visit_module(Compiler *c, Module *module)
{
    switch (module->kind) {
    case MODULE_EXEC:
        visit_body(c, &module->body);
        break;
    case MODULE_SINGLE:
        c->interactive = true;
        visit_body(c, &module->body);
        break;
    case MODULE_EVAL:
        visit_expr(c, module->expression);
        break;
    }
}

static Object *compile_tree(Compiler *c, Module *module)
{
    c->name_class = name_intern(c, "__class__", 9);
    c->name_super = name_intern(c, "super", 5);
    c->name_debug = name_intern(c, "__debug__", 9);
    c->name_annotations = name_intern(c, "__annotations__", 15);
    read_future_features(c, module);
    fold_module(c, module);
    symtable_build(c, module);
    unit_open(c, UNIT_MODULE, name_intern(c, "<module>", 8), module, 1);
    visit_module(c, module);
    return unit_close(c, module->kind != MODULE_EVAL);
}

static void compiler_finish(Compiler *c)
{
    for (size_t i = c->kept_count; i-- > 0;)
        decref(c->vm, c->kept[i]);
    region_finish(&c->region);
}

static int depth_limit(const Vm *vm)
{
    int64_t left = (int64_t)vm->recursion_limit * TREE_LEVELS_PER_CALL - (int64_t)vm->depth * TREE_LEVELS_PER_CALL;
    return left > TREE_DEPTH_MAX ? TREE_DEPTH_MAX : (int)left;
}

Object *compile_module(Vm *vm, struct Module *module, const CompileOptions *options)
{
    Compiler c = { .vm = vm, .options = options, .depth_limit = depth_limit(vm), .last_future_line = -1 };
    Object *volatile code = NULL;
    jmp_buf exhausted;
    region_init(&c.region);
    c.region.on_exhausted = &exhausted;
    c.future_annotations = (options->flags & CODE_FUTURE_ANNOTATIONS) != 0;
    if (setjmp(exhausted) != 0)
        vm_raise_memory(vm);
    else if (setjmp(c.failed) == 0)
        code = incref(compile_tree(&c, module));
    compiler_finish(&c);
    return code;
}
