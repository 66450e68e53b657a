/* The compiler: its map, the opcode table, code objects of small sources, errors. Whole libraries are compared with
 * CPython by compare_code.py; this is what must hold without it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "python/assemble.h"
#include "python/compile.h"
#include "python/disassemble.h"
#include "python/objects/containers.h"
#include "python/objects/str.h"
#include "python/parser.h"
#include "python/vm_life.h"

typedef struct Fixture { Arena arena; MachineHost host; Vm *vm; } Fixture;

static int set_up(void **state)
{
    static const size_t segments[SEGMENT_COUNT] = { (sizeof(Vm) / 4096 + 64) * 4096, 1 << 20, 256u << 20, 256u << 20 };
    Fixture *f = calloc(1, sizeof *f);
    machine_host_init(&f->host);
    assert_true(arena_init(&f->arena, segments, SEGMENT_COUNT));
    f->vm = (Vm *)f->arena.base;
    assert_int_equal(vm_start(f->vm, &f->arena, &f->host), 0);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    arena_finish(&f->arena);
    free(f);
    return 0;
}

/* NULL with an exception set. */
static Code *compile(Vm *vm, const char *text)
{
    Region region;
    SyntaxProblem problem;
    region_init(&region);
    Object *filename = str_from_c(vm, "test.py"), *code = NULL;
    CompileOptions options = { .filename = filename, .text = text, .text_length = strlen(text) };
    Module *module = parse_source(&region, "test.py", text, strlen(text), PARSE_EXEC, &problem);
    if (module)
        code = compile_module(vm, module, &options);
    else
        compile_raise_problem(vm, &problem, filename);
    syntax_problem_finish(&problem);
    region_finish(&region);
    decref(vm, filename);
    return (Code *)code;
}

static void assert_ops(const Code *code, const Opcode *ops, size_t count)
{
    size_t at = 0;
    for (uint32_t i = 0; i < code->instr_count; i++, at++) {
        assert_true(at < count);
        assert_string_equal(opcode_info(code->instrs[i].op)->name, opcode_info(ops[at])->name);
    }
    assert_int_equal(at, count);
}

#define ASSERT_OPS(code, ...) \
    assert_ops(code, (const Opcode[]){ __VA_ARGS__ }, sizeof (const Opcode[]){ __VA_ARGS__ } / sizeof(Opcode))

static void test_map_keeps_order(void **state)
{
    Region region;
    PointerMap map = { 0 };
    int keys[1000];
    region_init(&region);
    for (int i = 0; i < 1000; i++)
        map_set(&region, &map, &keys[i], i);
    map_set(&region, &map, &keys[500], -1);
    map_remove(&map, &keys[7]);
    assert_int_equal(map.count, 1000);
    assert_int_equal(map_get(&map, &keys[999], 0), 999);
    assert_int_equal(map_get(&map, &keys[500], 0), -1);
    assert_false(map_has(&map, &keys[7]));
    assert_ptr_equal(map.entries[10].key, &keys[10]);
    region_finish(&region);
}

static void test_stack_effects(void **state)
{
    assert_int_equal(opcode_stack_effect(OP_CALL, 2, false), -3);
    assert_int_equal(opcode_stack_effect(OP_FOR_ITER, 5, true), -1);
    assert_int_equal(opcode_stack_effect(OP_FOR_ITER, 5, false), 1);
    assert_int_equal(opcode_stack_effect(OP_UNPACK_EX, 1 | 2 << 8, false), 3);
    assert_int_equal(opcode_stack_effect(OP_LOAD_GLOBAL, 7, false), 2);
    for (unsigned op = 0; op < OPCODE_COUNT; op++)
        assert_non_null(opcode_info(op)->sentence);
}

static void test_straight_line(void **state)
{
    Vm *vm = ((Fixture *)*state)->vm;
    Code *code = compile(vm, "x = 2 * 3\nprint(x)\n");
    ASSERT_OPS(code, OP_RESUME, OP_LINE, OP_LOAD_CONST, OP_STORE_NAME, OP_LINE, OP_PUSH_NULL, OP_LOAD_NAME,
               OP_LOAD_NAME, OP_CALL, OP_POP_TOP, OP_LOAD_CONST, OP_RETURN_VALUE);
    assert_int_equal(int_compact_value(tuple_item(code->consts, 0)), 6);
    assert_ptr_equal(tuple_item(code->consts, 1), none(vm));
    assert_int_equal(code->stack_size, 3);
    assert_int_equal(code->code_bytes, 32);
    decref(vm, OBJECT(code));
}

static void test_loop_marks_lines(void **state)
{
    Vm *vm = ((Fixture *)*state)->vm;
    Code *code = compile(vm, "for i in x:\n    pass\n");
    ASSERT_OPS(code, OP_RESUME, OP_LINE, OP_LOAD_NAME, OP_GET_ITER, OP_LINE_CHECK, OP_FOR_ITER, OP_STORE_NAME, OP_LINE,
               OP_JUMP_BACKWARD, OP_LOAD_CONST, OP_RETURN_VALUE);
    assert_int_equal(disassemble_jump_target(code, 8), 4);
    decref(vm, OBJECT(code));
}

static void test_handlers(void **state)
{
    Vm *vm = ((Fixture *)*state)->vm;
    Code *code = compile(vm, "try:\n    a\nexcept b:\n    c\n");
    assert_int_equal(code->handler_count, 3);
    assert_int_equal(code->instrs[code->handlers[0].target].op, OP_PUSH_EXC_INFO);
    assert_int_equal(code->handlers[0].depth, 0);
    assert_false(code->handlers[0].push_lasti);
    assert_true(code->handlers[2].push_lasti);
    decref(vm, OBJECT(code));
}

static void test_closure(void **state)
{
    Vm *vm = ((Fixture *)*state)->vm;
    Code *module = compile(vm, "def f(a, b):\n    c = 1\n    return lambda: (a, c)\n");
    Code *f = (Code *)tuple_item(module->consts, 0);
    assert_int_equal(f->arg_count, 2);
    assert_int_equal(f->locals_count, 3);
    assert_int_equal(f->cell_count, 2);
    assert_int_equal(f->local_kinds[0], LOCAL_FAST | LOCAL_CELL);
    assert_int_equal(f->local_kinds[1], LOCAL_FAST);
    assert_int_equal(f->local_kinds[2], LOCAL_CELL);
    decref(vm, OBJECT(module));
}

static void assert_fails(Vm *vm, const char *text, TypeId type, const char *message)
{
    assert_null(compile(vm, text));
    assert_true(vm_failed_with(vm, type));
    if (message) {
        Object *name = str_from_c(vm, "msg"), *found = object_look_attribute(vm, vm->raised, name);
        assert_non_null(found);
        assert_true(str_equals_c(found, message));
        decref(vm, found);
        decref(vm, name);
    }
    vm_clear_error(vm);
}

static void test_errors(void **state)
{
    Vm *vm = ((Fixture *)*state)->vm;
    assert_fails(vm, "return 1\n", TYPE_SyntaxError, "'return' outside function");
    assert_fails(vm, "break\n", TYPE_SyntaxError, "'break' outside loop");
    assert_fails(vm, "def f():\n x\n global x\n", TYPE_SyntaxError, "name 'x' is used prior to global declaration");
    assert_fails(vm, "def f():\n nonlocal x\n", TYPE_SyntaxError, "no binding for nonlocal 'x' found");
    assert_fails(vm, "f(a=1, a=2)\n", TYPE_SyntaxError, "keyword argument repeated: a");
    assert_fails(vm, "def f(a, a): pass\n", TYPE_SyntaxError, "duplicate argument 'a' in function definition");
}

static char *repeated(const char *start, const char *piece, int count, const char *end)
{
    char *text = calloc(1, strlen(start) + strlen(piece) * (size_t)count + strlen(end) + 1);
    strcpy(text, start);
    char *at = text + strlen(text);
    for (int i = 0; i < count; i++, at += strlen(piece))
        memcpy(at, piece, strlen(piece));
    strcpy(at, end);
    return text;
}

static void test_deep_nesting(void **state)
{
    Vm *vm = ((Fixture *)*state)->vm;
    char *deep = repeated("x = a", " + a", 2900, "\n"), *deeper = repeated("x = a", " + a", 3100, "\n");
    Code *code = compile(vm, deep);
    assert_non_null(code);
    decref(vm, OBJECT(code));
    assert_fails(vm, deeper, TYPE_RecursionError, NULL);
    free(deep);
    free(deeper);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_map_keeps_order),
        cmocka_unit_test(test_stack_effects),
        cmocka_unit_test(test_straight_line),
        cmocka_unit_test(test_loop_marks_lines),
        cmocka_unit_test(test_handlers),
        cmocka_unit_test(test_closure),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_deep_nesting),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
