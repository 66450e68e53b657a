/* Prints the code objects of each Python file named, in the form that compare_code.py gives to CPython's own, or the
 * error. For comparing only.
 *
 *     dump_code FILE...             one "== FILE" line, then the code objects, outermost first, or the error
 *     dump_code --dis FILE          the listing instead, with LINE and LINE_CHECK
 *     dump_code --lines FILE        the instructions with their line markers, for compare_lines.py
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "python/compile.h"
#include "python/disassemble.h"
#include "python/objects/containers.h"
#include "python/objects/str.h"
#include "python/parser.h"
#include "python/vm_life.h"

static bool is_marker(const Instr *instr)
{
    return instr->op == OP_LINE || instr->op == OP_LINE_CHECK;
}

/* Number of an instruction when markers do not count. */
static uint32_t ordinal(const Code *code, uint32_t index)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < index; i++)
        count += !is_marker(&code->instrs[i]);
    return count;
}

static void print_str(Vm *vm, Object *object)
{
    Utf8Buffer buffer = { .large = NULL };
    const char *text = object ? str_utf8(vm, object, &buffer, NULL) : NULL;
    for (const char *p = text ? text : "?"; *p; p++)
        if (*p == '\n')
            printf("\\n");
        else
            putchar(*p);
    utf8_buffer_finish(&buffer);
}

static void print_constant(Vm *vm, Object *object)
{
    if (is_exact(object, CODE)) {
        printf("code ");
        print_str(vm, ((Code *)object)->qualname);
        return;
    }
    Object *repr = object_ascii(vm, object);
    print_str(vm, repr);
    xdecref(vm, repr);
}

static void print_names(Vm *vm, const char *label, Object *tuple, const unsigned char *kinds)
{
    printf("%s", label);
    for (int64_t i = 0; i < tuple_length(tuple); i++) {
        printf(" ");
        print_str(vm, tuple_item(tuple, i));
        if (kinds)
            printf(":%d", kinds[i]);
    }
    printf("\n");
}

static void print_instructions(const Code *code)
{
    for (uint32_t i = 0; i < code->instr_count; i++) {
        const Instr *instr = &code->instrs[i];
        const CodePosition *p = &code->positions[i];
        if (is_marker(instr))
            continue;
        long arg = opcode_is_jump(instr->op) ? (long)ordinal(code, disassemble_jump_target(code, i)) : (long)instr->arg;
        printf("%s %ld @%d:%d-%d:%d\n", opcode_info(instr->op)->name, arg, p->line, p->column, p->end_line,
               p->end_column);
    }
    for (uint32_t i = 0; i < code->handler_count; i++) {
        const CodeHandler *h = &code->handlers[i];
        printf("HANDLER %u %u %u %u %d\n", ordinal(code, h->start), ordinal(code, h->end), ordinal(code, h->target),
               h->depth, h->push_lasti);
    }
}

static void print_code(Vm *vm, const Code *code)
{
    printf("CODE ");
    print_str(vm, code->qualname);
    printf(" line %d args %d %d %d flags %x stack %d bytes %u\n", code->first_line, code->arg_count,
           code->positional_only_count, code->keyword_only_count, (unsigned)code->flags, code->stack_size,
           code->code_bytes);
    for (int64_t i = 0; i < tuple_length(code->consts); i++) {
        printf("CONST ");
        print_constant(vm, tuple_item(code->consts, i));
        printf("\n");
    }
    print_names(vm, "NAMES", code->names, NULL);
    print_names(vm, "LOCALS", code->local_names, code->local_kinds);
    print_instructions(code);
    for (int64_t i = 0; i < tuple_length(code->consts); i++)
        if (is_exact(tuple_item(code->consts, i), CODE))
            print_code(vm, (Code *)tuple_item(code->consts, i));
}

static char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    size_t capacity = 1 << 16;
    char *text = malloc(capacity);
    *length = 0;
    for (size_t n; (n = fread(text + *length, 1, capacity - *length, file)) > 0;)
        if ((*length += n) == capacity)
            text = realloc(text, capacity *= 2);
    fclose(file);
    return text;
}

static Object *compile_text(Vm *vm, const char *path, const char *text, size_t length)
{
    Region region;
    SyntaxProblem problem;
    region_init(&region);
    Object *filename = str_from_c(vm, path), *code = NULL;
    Module *module = parse_source(&region, path, text, length, PARSE_EXEC, &problem);
    CompileOptions options = { .filename = filename, .text = text, .text_length = length };
    if (module)
        code = compile_module(vm, module, &options);
    else
        compile_raise_problem(vm, &problem, filename);
    syntax_problem_finish(&problem);
    region_finish(&region);
    decref(vm, filename);
    return code;
}

static void print_error(Vm *vm)
{
    Object *raised = vm->raised;
    vm->raised = NULL;
    printf("ERROR %s ", object_type(vm, raised)->c_name);
    static const char *const fields[] = { "msg", "lineno", "offset", "text", "end_lineno", "end_offset" };
    for (int i = 0; i < 6; i++) {
        Object *name = str_from_c(vm, fields[i]), *value = object_look_attribute(vm, raised, name);
        Object *text = value ? object_ascii(vm, value) : NULL;
        if (text)
            print_str(vm, text);
        printf(i < 5 ? " " : "\n");
        xdecref(vm, name);
        xdecref(vm, value);
        xdecref(vm, text);
    }
    decref(vm, raised);
}

static void print_markers(Vm *vm, const Code *code)
{
    printf("CODE %d ", code->first_line);
    print_str(vm, code->qualname);
    printf("\n");
    for (uint32_t i = 0; i < code->instr_count; i++)
        printf("%u %s %u line %d\n", i, opcode_info(code->instrs[i].op)->name, code->instrs[i].arg,
               code->positions[i].line);
    for (int64_t i = 0; i < tuple_length(code->consts); i++)
        if (is_exact(tuple_item(code->consts, i), CODE))
            print_markers(vm, (Code *)tuple_item(code->consts, i));
}

static void dump(Vm *vm, const char *path, const char *mode)
{
    size_t length;
    char *text = read_file(path, &length);
    if (!text) {
        printf("no such file\n");
        return;
    }
    Object *code = compile_text(vm, path, text, length);
    if (!code) {
        print_error(vm);
    } else if (strcmp(mode, "--dis") == 0) {
        Object *listing = disassemble(vm, (Code *)code);
        Utf8Buffer buffer = { .large = NULL };
        printf("%s", listing ? str_utf8(vm, listing, &buffer, NULL) : "?");
        utf8_buffer_finish(&buffer);
        xdecref(vm, listing);
    } else if (strcmp(mode, "--lines") == 0) {
        print_markers(vm, (Code *)code);
    } else {
        print_code(vm, (Code *)code);
    }
    xdecref(vm, code);
    free(text);
}

int main(int argc, char **argv)
{
    Arena arena;
    MachineHost host;
    machine_host_init(&host);
    if (!arena_init(&arena, vm_segment_sizes, SEGMENT_COUNT))
        return 2;
    Vm *vm = (Vm *)arena.base;
    if (vm_start(vm, &arena, &host) < 0)
        return 2;
    const char *mode = argc > 1 && argv[1][0] == '-' ? argv[1] : "";
    for (int i = *mode ? 2 : 1; i < argc; i++) {
        printf("== %s\n", argv[i]);
        dump(vm, argv[i], mode);
        fflush(stdout);
    }
    arena_finish(&arena);
    return 0;
}
