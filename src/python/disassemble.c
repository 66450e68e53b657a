/* Operands are spelled from the opcode table: what kind of operand an instruction has says where to look. */
#include "python/disassemble.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "python/objects/containers.h"
#include "python/objects/str.h"
#include "python/opcode.h"
#include "python/safe_repr.h"
#include "python/vm.h"

static const char *const compare_signs[] = { "<", "<=", "==", "!=", ">", ">=" };
static const char *const binary_signs[] = { "+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^" };

uint32_t disassemble_jump_target(const Code *code, uint32_t index)
{
    const Instr *instr = &code->instrs[index];
    bool forward = opcode_info(instr->op)->operand == OPERAND_FORWARD;
    return forward ? index + 1 + instr->arg : index + 1 - instr->arg;
}

bool disassemble_is_target(const Code *code, uint32_t index)
{
    for (uint32_t i = 0; i < code->instr_count; i++)
        if (opcode_is_jump(code->instrs[i].op) && disassemble_jump_target(code, i) == index)
            return true;
    for (uint32_t i = 0; i < code->handler_count; i++)
        if (code->handlers[i].target == index)
            return true;
    return false;
}

/* Names and constants are written without touching the arena: a view shows the next instruction, and looking leaves no
 * trace. */
static void write_str(const Object *object, const char *prefix, char *text, size_t size)
{
    size_t length = (size_t)snprintf(text, size, "%s", prefix);
    text[length + safe_str(object, text + length, size - length - 1)] = '\0';
}

static void write_repr(Vm *vm, const Object *object, char *text, size_t size)
{
    ReprText repr = {.limit = size - 4};       /* the ellipsis has three bytes */
    safe_repr(vm, object, &repr);
    snprintf(text, size, "%.*s", (int)repr.length, repr.bytes ? repr.bytes : "");
    free(repr.bytes);
}

static void write_flags(const Instr *instr, char *text, size_t size)
{
    static const char *const makes[] = { "defaults", "kwdefaults", "annotations", "closure" };
    static const char *const conversions[] = { "", "str", "repr", "ascii" };
    text[0] = '\0';
    if (instr->op == OP_FORMAT_VALUE) {
        const char *conversion = conversions[instr->arg & FORMAT_CONVERSION_MASK];
        bool spec = instr->arg & FORMAT_HAS_SPEC;
        snprintf(text, size, "%s%s%s", conversion, spec && *conversion ? ", " : "", spec ? "with format" : "");
    } else if (instr->op == OP_MAKE_FUNCTION) {
        size_t length = 0;
        for (unsigned i = 0; i < 4; i++)
            if (instr->arg >> i & 1 && length < size)
                length += (size_t)snprintf(text + length, size - length, "%s%s", length ? ", " : "", makes[i]);
    }
}

void disassemble_operand(Vm *vm, const Code *code, uint32_t index, char *text, size_t size)
{
    const Instr *instr = &code->instrs[index];
    uint32_t arg = instr->arg;
    text[0] = '\0';
    switch (opcode_info(instr->op)->operand) {
    case OPERAND_CONST: write_repr(vm, tuple_item(code->consts, arg), text, size); break;
    case OPERAND_NAME: write_str(tuple_item(code->names, arg), "", text, size); break;
    case OPERAND_NAME_NULL:
        write_str(tuple_item(code->names, arg >> 1), arg & 1 ? "NULL + " : "", text, size);
        break;
    case OPERAND_LOCAL: case OPERAND_CELL: write_str(tuple_item(code->local_names, arg), "", text, size); break;
    case OPERAND_FORWARD: case OPERAND_BACKWARD:
        snprintf(text, size, "to %u", disassemble_jump_target(code, index));
        break;
    case OPERAND_COMPARE: snprintf(text, size, "%s", compare_signs[arg]); break;
    case OPERAND_BINARY:
        snprintf(text, size, "%s%s", binary_signs[arg % BINARY_IN_PLACE], arg >= BINARY_IN_PLACE ? "=" : "");
        break;
    case OPERAND_FLAGS: write_flags(instr, text, size); break;
    case OPERAND_NONE: case OPERAND_COUNT: case OPERAND_INVERT: case OPERAND_DEPTH: case OPERAND_LINE: break;
    }
}

static bool starts_line(const Code *code, uint32_t index)
{
    int line = code->positions[index].line;
    return line > 0 && (index == 0 || code->positions[index - 1].line != line);
}

int disassemble_instruction(Vm *vm, const Code *code, uint32_t index, char *text, size_t size)
{
    char line[16] = "", operand[256];
    const Instr *instr = &code->instrs[index];
    const OpcodeInfo *info = opcode_info(instr->op);
    if (starts_line(code, index))
        snprintf(line, sizeof line, "%d", code->positions[index].line);
    const char *arrow = disassemble_is_target(code, index) ? ">>" : "";
    if (info->operand == OPERAND_NONE)
        return snprintf(text, size, "%5s %2s %5u %s", line, arrow, index, info->name);
    disassemble_operand(vm, code, index, operand, sizeof operand);
    if (operand[0] == '\0')
        return snprintf(text, size, "%5s %2s %5u %-24s %5u", line, arrow, index, info->name, instr->arg);
    return snprintf(text, size, "%5s %2s %5u %-24s %5u (%s)", line, arrow, index, info->name, instr->arg, operand);
}

static int write_line(Vm *vm, StrWriter *writer, const char *text)
{
    Object *line = str_from_utf8(vm, text, strlen(text));
    int result = line ? writer_str(vm, writer, line) : -1;
    xdecref(vm, line);
    return result < 0 ? result : writer_char(vm, writer, '\n');
}

static int write_handlers(Vm *vm, StrWriter *writer, const Code *code)
{
    if (code->handler_count > 0 && write_line(vm, writer, "ExceptionTable:") < 0)
        return -1;
    for (uint32_t i = 0; i < code->handler_count; i++) {
        const CodeHandler *h = &code->handlers[i];
        char text[96];
        snprintf(text, sizeof text, "  %u to %u -> %u [%u]%s", h->start, h->end - 1, h->target, h->depth,
                 h->push_lasti ? " lasti" : "");
        if (write_line(vm, writer, text) < 0)
            return -1;
    }
    return 0;
}

static int write_code(Vm *vm, StrWriter *writer, const Code *code)
{
    char text[400];
    for (uint32_t i = 0; i < code->instr_count; i++) {
        disassemble_instruction(vm, code, i, text, sizeof text);
        if (write_line(vm, writer, text) < 0)
            return -1;
    }
    if (write_handlers(vm, writer, code) < 0)
        return -1;
    for (int64_t i = 0; i < tuple_length(code->consts); i++) {
        Object *inner = tuple_item(code->consts, i);
        if (!is_exact(inner, CODE))
            continue;
        write_str(((Code *)inner)->qualname, "\nDisassembly of ", text, sizeof text);
        if (write_line(vm, writer, text) < 0 || write_code(vm, writer, (Code *)inner) < 0)
            return -1;
    }
    return 0;
}

Object *disassemble(Vm *vm, const Code *code)
{
    StrWriter writer;
    writer_init(&writer);
    if (write_code(vm, &writer, code) < 0) {
        writer_discard(vm, &writer);
        return NULL;
    }
    return writer_finish(vm, &writer);
}
