/* Built-in functions that run code: exec, eval, compile, and the namespaces. As CPython's bltinmodule.c. */
#include <string.h>

#include "python/code.h"
#include "python/eval.h"
#include "python/modules/module.h"
#include "python/parser.h"
#include "python/warn.h"

/* The exception for a problem that the parser found. */
static Object *raise_problem(Vm *vm, const SyntaxProblem *problem, Object *filename)
{
    static const TypeId types[] = {
        [PROBLEM_SYNTAX_ERROR] = TYPE_SyntaxError, [PROBLEM_INDENTATION_ERROR] = TYPE_IndentationError,
        [PROBLEM_TAB_ERROR] = TYPE_TabError, [PROBLEM_MEMORY_ERROR] = TYPE_MemoryError,
        [PROBLEM_RECURSION_ERROR] = TYPE_RecursionError,
    };
    TypeId type = types[problem->kind];
    if (problem->kind == PROBLEM_MEMORY_ERROR || problem->kind == PROBLEM_RECURSION_ERROR)
        return vm_raise(vm, type, "%s", problem->message);
    Object *text = problem->source_line ? str_from_c(vm, problem->source_line) : new_none(vm);
    Object *parts[] = {
        incref(filename), int_from_i64(vm, problem->line), int_from_i64(vm, problem->column), text,
        int_from_i64(vm, problem->end_line), int_from_i64(vm, problem->end_column),
    };
    Object *args[] = {str_from_c(vm, problem->message), vm_failed(vm) ? NULL : tuple_from(vm, parts, 6)};
    Object *exception = vm_failed(vm) ? NULL : exception_new(vm, builtin_type(vm, type), args, 2);
    for (int i = 0; i < 6; i++)
        xdecref(vm, parts[i]);
    xdecref(vm, args[0]);
    xdecref(vm, args[1]);
    return exception ? vm_raise_value(vm, exception) : NULL;
}

static Object *compile_text(Vm *vm, const char *text, size_t length, Object *filename, ParseMode mode, bool library)
{
    Region region;
    SyntaxProblem problem;
    Utf8Buffer buffer;
    const char *name = str_utf8(vm, filename, &buffer, NULL);
    if (!name)
        return NULL;
    region_init(&region);
    Module *module = parse_source(&region, name, text, length, mode, &problem);
    Object *code, *warnings = library ? NULL : warn_list_new(vm);
    if (module) {
        /* lines of another text than the program that is shown: run, not stepped into */
        bool shown = !library && vm->program_name && strcmp(name, vm->program_name) == 0;
        CompileOptions options = {.filename = filename, .is_library = !shown, .warnings = warnings};
        code = vm_failed(vm) ? NULL : compile_module(vm, module, &options);
    } else {
        code = raise_problem(vm, &problem, filename);
    }
    syntax_problem_finish(&problem);
    region_finish(&region);
    utf8_buffer_finish(&buffer);
    if (code && warnings && warn_of_source(vm, warnings, filename) < 0)
        object_replace(vm, &code, NULL);
    xdecref(vm, warnings);
    return code;
}

Object *compile_library(Vm *vm, const char *text, size_t length, Object *filename)
{
    return compile_text(vm, text, length, filename, PARSE_EXEC, true);
}

/* Source given as str or bytes; `function` words the error. */
static Object *compile_object(Vm *vm, Object *source, Object *filename, ParseMode mode, const char *function)
{
    bool library = vm->frame && vm->frame->code->is_library;   /* what a library generates belongs to it */
    if (is_bytes(vm, source))
        return compile_text(vm, ((Bytes *)source)->data, (size_t)((Bytes *)source)->length, filename, mode, library);
    if (!is_str(vm, source))
        return vm_raise(vm, TYPE_TypeError, "%s() arg 1 must be a string, bytes or %s object", function,
                        strcmp(function, "compile") == 0 ? "AST" : "code");
    Utf8Buffer buffer;
    size_t length;
    const char *text = str_utf8(vm, source, &buffer, &length);
    Object *code = text ? compile_text(vm, text, length, filename, mode | PARSE_DECODED, library) : NULL;
    utf8_buffer_finish(&buffer);
    return code;
}

static Object *builtin_compile(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *out[6];
    if (!args_parse(vm, "compile", "source,filename,mode|flags,dont_inherit,optimize", args, count, names, out))
        return NULL;
    ParseMode mode;
    if (is_str(vm, out[2]) && str_equals_c(out[2], "exec"))
        mode = PARSE_EXEC;
    else if (is_str(vm, out[2]) && str_equals_c(out[2], "eval"))
        mode = PARSE_EVAL;
    else if (is_str(vm, out[2]) && str_equals_c(out[2], "single"))
        mode = PARSE_SINGLE;
    else
        return vm_raise(vm, TYPE_ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
    if (is_exact(out[0], CODE))
        return incref(out[0]);
    Object *filename = is_bytes(vm, out[1])
        ? str_from_utf8(vm, ((Bytes *)out[1])->data, (size_t)((Bytes *)out[1])->length) : incref(out[1]);
    if (!filename)
        return NULL;
    Object *code = is_str(vm, filename)
        ? compile_object(vm, out[0], filename, mode, "compile")
        : vm_raise(vm, TYPE_TypeError, "expected str, bytes or os.PathLike object, not %T", filename);
    decref(vm, filename);
    return code;
}

typedef struct Namespaces { Object *globals, *locals; } Namespaces;   /* owned */

static int find_namespaces(Vm *vm, Object *globals, Object *locals, const char *function, Namespaces *out)
{
    globals = globals == none(vm) ? NULL : globals;
    locals = locals == none(vm) ? NULL : locals;
    if (globals && !is_dict(vm, globals))
        return strcmp(function, "eval") == 0
            ? vm_raise_int(vm, TYPE_TypeError, object_type(vm, globals)->slots.get_item
                           ? "globals must be a real dict; try eval(expr, {}, mapping)" : "globals must be a dict")
            : vm_raise_int(vm, TYPE_TypeError, "%s() globals must be a dict, not %T", function, globals);
    if (locals && !is_dict(vm, locals) && !object_type(vm, locals)->slots.get_item)
        return strcmp(function, "eval") == 0
            ? vm_raise_int(vm, TYPE_TypeError, "locals must be a mapping")
            : vm_raise_int(vm, TYPE_TypeError, "locals must be a mapping or None, not %T", locals);
    out->globals = incref(globals ? globals : vm->frame->globals);
    out->locals = locals ? incref(locals) : globals ? incref(globals) : frame_locals(vm, vm->frame);
    if (out->locals && dict_contains(vm, out->globals, name_of(vm, builtins)) == 0)
        dict_set(vm, out->globals, name_of(vm, builtins), dict_get_str(vm, vm->modules, "builtins"));
    if (!vm_failed(vm))
        return 0;
    decref(vm, out->globals);
    xdecref(vm, out->locals);
    return -1;
}

static Object *run_source(Vm *vm, Object *source, Namespaces *spaces, ParseMode mode, const char *function)
{
    Object *filename = str_interned(vm, "<string>");
    Object *code = !filename ? NULL : is_exact(source, CODE) ? incref(source)
                             : compile_object(vm, source, filename, mode, function);
    Object *result = NULL;
    if (code && ((Code *)code)->free_count)
        vm_raise(vm, TYPE_TypeError, "code object passed to %s() may not contain free variables", function);
    else if (code)
        result = eval_code(vm, (Code *)code, spaces->globals, spaces->locals);
    xdecref(vm, code);
    xdecref(vm, filename);
    return result;
}

static Object *run_builtin(Vm *vm, Object *const *args, size_t count, const char *function, ParseMode mode)
{
    Namespaces spaces = {NULL, NULL};
    if (!args_check(vm, function, count, 1, 3) ||
        find_namespaces(vm, count > 1 ? args[1] : none(vm), count > 2 ? args[2] : none(vm), function, &spaces) < 0)
        return NULL;
    Object *result = run_source(vm, args[0], &spaces, mode, function);
    decref(vm, spaces.globals);
    decref(vm, spaces.locals);
    return result;
}

static Object *builtin_exec(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *result = run_builtin(vm, args, count, "exec", PARSE_EXEC);
    if (!result)
        return NULL;
    decref(vm, result);
    return new_none(vm);
}

/* eval allows blanks before the expression. */
static Object *builtin_eval(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (count == 0 || !is_exact(args[0], STR))
        return run_builtin(vm, args, count, "eval", PARSE_EVAL);
    int64_t start = 0;
    const Str *text = (const Str *)args[0];
    while (start < text->length && (str_at(text, start) == ' ' || str_at(text, start) == '\t'))
        start++;
    Object *source = str_substring(vm, args[0], start, text->length);
    if (!source)
        return NULL;
    Object *all[3] = {source, count > 1 ? args[1] : NULL, count > 2 ? args[2] : NULL};
    Object *result = run_builtin(vm, all, count, "eval", PARSE_EVAL);
    decref(vm, source);
    return result;
}

static Object *builtin_globals(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return incref(vm->frame->globals);
}

static Object *builtin_locals(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return frame_locals(vm, vm->frame);
}

static Object *builtin_import(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *out[5];
    if (!args_parse(vm, "__import__", "name|globals,locals,fromlist,level", args, count, names, out))
        return NULL;
    if (!is_str(vm, out[0]))
        return vm_raise(vm, TYPE_TypeError, "module name must be a string");
    if (((Str *)out[0])->length == 0)
        return vm_raise(vm, TYPE_ValueError, "Empty module name");
    if (out[4] && !is_int(vm, out[4]))
        return vm_raise(vm, TYPE_TypeError, "'%T' object cannot be interpreted as an integer", out[4]);
    Object *zero = int_from_i64(vm, 0);
    Object *module = import_name(vm, vm->frame, out[0], out[3] ? out[3] : none(vm), out[4] ? out[4] : zero);
    decref(vm, zero);
    return module;
}

static Object *builtin_exit(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "exit", count, 0, 1))
        return NULL;
    return vm_raise_object(vm, TYPE_SystemExit, count ? args[0] : none(vm));
}

/* A question to the interactive interpreter has no place in a recorded run: one line says so. */
static Object *say(Vm *vm, const char *line)
{
    vm_write(vm, OUTPUT_STDOUT, line, strlen(line));
    return new_none(vm);
}

/* help(thing): the library's _help.show writes it and is true, if the thing was written in Python. */
static Object *builtin_help(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *show = count ? module_attribute(vm, "_help", "show") : NULL;
    Object *shown = show ? object_call_one(vm, show, args[0]) : NULL;
    bool is_shown = shown && object_truth(vm, shown) > 0;
    xdecref(vm, shown);
    xdecref(vm, show);
    if (vm_failed(vm))
        return NULL;
    if (is_shown)
        return new_none(vm);
    return say(vm, "help() shows nothing here: the documentation of an object is its __doc__.\n");
}

static Object *builtin_breakpoint(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return say(vm, "breakpoint() goes on: refarrows stops at any line, and goes back from it, without a debugger.\n");
}

static Object *builtin_copyright(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return say(vm, "refarrows interprets Python as CPython 3.11 does; see the LICENSE of refarrows.\n");
}

const MethodDef builtins_code[] = {
    {"help", builtin_help, METHOD_FAST, "Says where documentation is found."},
    {"breakpoint", builtin_breakpoint, METHOD_KEYWORDS, "Does nothing: every line can be stopped at."},
    {"copyright", builtin_copyright, METHOD_NO_ARGS, "Says where the licence is found."},
    {"credits", builtin_copyright, METHOD_NO_ARGS, "Says where the licence is found."},
    {"license", builtin_copyright, METHOD_NO_ARGS, "Says where the licence is found."},
    {"exec", builtin_exec, METHOD_FAST, "Execute the given source in the context of globals and locals."},
    {"eval", builtin_eval, METHOD_FAST, "Evaluate the given source in the context of globals and locals."},
    {"compile", builtin_compile, METHOD_KEYWORDS, "Compile source into a code object that can be executed by exec() or eval()."},
    {"globals", builtin_globals, METHOD_NO_ARGS, "Return the dictionary containing the current scope's global variables."},
    {"locals", builtin_locals, METHOD_NO_ARGS, "Return a dictionary containing the current scope's local variables."},
    {"__import__", builtin_import, METHOD_KEYWORDS, "Import a module."},
    {"exit", builtin_exit, METHOD_FAST, "Exit the program."},
    {"quit", builtin_exit, METHOD_FAST, "Exit the program."},
    {0},
};
