#include "python/ask.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "python/objects/class.h"
#include "python/objects/function.h"
#include "python/opcode.h"
#include "python/python.h"

/* ---- putting the state back ---- */

typedef struct Saved {
    size_t used[ARENA_MAX_SEGMENTS];
    AskMemory *memory;
} Saved;

void ask_memory_finish(AskMemory *memory)
{
    free(memory->bytes);
    *memory = (AskMemory){0};
}

static bool save(const Arena *arena, Saved *saved)
{
    size_t total = 0, at = 0;
    for (size_t i = 0; i < arena->segment_count; i++)
        total += saved->used[i] = arena->segments[i].used;
    if (total > saved->memory->capacity) {
        unsigned char *grown = realloc(saved->memory->bytes, total * 2);
        if (!grown)
            return false;
        saved->memory->bytes = grown;
        saved->memory->capacity = total * 2;
    }
    for (size_t i = 0; i < arena->segment_count; i++) {
        memcpy(saved->memory->bytes + at, arena_segment_base(arena, i), saved->used[i]);
        at += saved->used[i];
    }
    return true;
}

static void put_back(Arena *arena, const Saved *saved)
{
    size_t at = 0;
    for (size_t i = 0; i < arena->segment_count; i++) {
        memcpy(arena_segment_base(arena, i), saved->memory->bytes + at, saved->used[i]);
        arena_set_used(arena, i, saved->used[i]);
        at += saved->used[i];
    }
}

/* ---- asking ---- */

static Object *object_at(const Vm *vm, uint64_t address)
{
    return (Object *)(vm->arena->base + (address - ARENA_NOMINAL_BASE));
}

static void drop(void *context, OutputStream stream, uint64_t offset, const char *text, size_t length)
{
}

static bool no_line(void *context, uint64_t n, const char **text, size_t *length)
{
    return false;
}

static char *copy_utf8(Vm *vm, Object *str, size_t *length)
{
    const Str *s = (const Str *)str;
    char *text = malloc((size_t)s->length * 4 + 1);
    size_t n = 0;
    for (int64_t i = 0; text && i < s->length; i++) {
        uint32_t c = str_at(s, i);
        int rest = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
        static const unsigned char lead[] = {0, 0xc0, 0xe0, 0xf0};
        text[n++] = (char)(lead[rest] | c >> (6 * rest));
        while (rest--)
            text[n++] = (char)(0x80 | (c >> (6 * rest) & 0x3f));
    }
    if (text)
        text[n] = '\0';
    *length = n;
    return text;
}

static char *ask_str(Vm *vm, Object *object, size_t *length, bool *is_other)
{
    Object *method = object_get_attribute(vm, object, name_of(vm, str));
    Object *said = method ? object_call_none(vm, method) : NULL;
    if (!said)
        return NULL;
    *is_other = is_int(vm, said) || is_exact(said, FLOAT);
    Object *text = *is_other || is_str(vm, said) ? object_str(vm, said) : NULL;
    return text ? copy_utf8(vm, text, length) : NULL;
}

char *python_ask_str(Machine *machine, AskMemory *memory, uint64_t address, size_t *length, bool *is_other)
{
    Vm *vm = python_vm(machine);
    Arena *arena = vm->arena;
    MachineHost *host = vm->host, outside = *host;
    Saved saved = {.memory = memory};
    if (!save(arena, &saved))
        return NULL;
    host->write = drop;
    host->read_line = no_line;
    vm->machine = NULL;        /* no events, no stops */
    vm->slow = false;
    vm->raised = NULL;
    char *text = ask_str(vm, object_at(vm, address), length, is_other);
    put_back(arena, &saved);
    host->write = outside.write;
    host->read_line = outside.read_line;
    return text;
}

/* ---- facts ---- */

typedef struct Signature { char *text; size_t length, size; bool any; } Signature;

static void add_piece(Signature *signature, const char *text, size_t length)
{
    if (signature->length + length >= signature->size)
        length = signature->size - signature->length - 1;
    memcpy(signature->text + signature->length, text, length);
    signature->length += length;
    signature->text[signature->length] = '\0';
}

static void add_str(Vm *vm, Signature *signature, Object *str)
{
    size_t length;
    char *text = copy_utf8(vm, str, &length);
    if (text)
        add_piece(signature, text, length);
    free(text);
}

static void add_parameter(Vm *vm, Signature *signature, const char *stars, const Code *code, int index)
{
    if (signature->any)
        add_piece(signature, ", ", 2);
    signature->any = true;
    add_piece(signature, stars, strlen(stars));
    add_str(vm, signature, tuple_item(code->local_names, index));
}

/* Parameters lie in the order positional, keyword-only, *rest, **keywords, and are written in that of a def. */
static void write_signature(Vm *vm, const Function *function, FunctionFacts *facts)
{
    const Code *code = (const Code *)function->code;
    Signature signature = {facts->signature, 0, sizeof facts->signature, false};
    int keyword_only = code->arg_count + code->keyword_only_count;
    int has_rest = (code->flags & CODE_VARARGS) != 0;
    add_str(vm, &signature, function->name);
    add_piece(&signature, "(", 1);
    for (int i = 0; i < code->arg_count; i++)
        add_parameter(vm, &signature, "", code, i);
    if (has_rest)
        add_parameter(vm, &signature, "*", code, keyword_only);
    for (int i = code->arg_count; i < keyword_only; i++)
        add_parameter(vm, &signature, "", code, i);
    if (code->flags & CODE_VARKEYWORDS)
        add_parameter(vm, &signature, "**", code, keyword_only + has_rest);
    add_piece(&signature, ")", 1);
}

static bool is_lambda(const Code *code)
{
    return str_equals_c(code->name, "<lambda>");
}

bool python_function_facts(Machine *machine, uint64_t address, FunctionFacts *facts)
{
    Vm *vm = python_vm(machine);
    Object *object = object_at(vm, address);
    if (is_exact(object, METHOD))
        object = ((Method *)object)->function;
    if (!is_exact(object, FUNCTION))
        return false;
    const Function *function = (const Function *)object;
    const Code *code = (const Code *)function->code;
    *facts = (FunctionFacts){.code = code->head.number, .first_line = code->first_line,
                             .is_lambda = is_lambda(code), .is_library = code->is_library};
    facts->is_foreign = function->module && is_str(vm, function->module) && !str_equals_c(function->module, "__main__");
    write_signature(vm, function, facts);
    return true;
}

static const Frame *find_frame(Vm *vm, uint64_t number)
{
    const Frame *frame = vm->frame;
    while (frame && frame->number != number)
        frame = frame->back;
    return frame;
}

uint64_t python_frame_cell(Machine *machine, uint64_t number, uint32_t place)
{
    const Frame *frame = find_frame(python_vm(machine), number);
    bool is_cell = frame && (frame->code->flags & CODE_OPTIMIZED) && place < (uint32_t)frame->code->locals_count &&
                   (frame->code->local_kinds[place] & (LOCAL_CELL | LOCAL_FREE)) && frame->slots[place] &&
                   is_exact(frame->slots[place], CELL);
    return is_cell ? frame->slots[place]->number : 0;
}

bool python_frame_facts(Machine *machine, uint64_t number, FrameFacts *facts)
{
    const Frame *frame = find_frame(python_vm(machine), number);
    if (!frame)
        return false;
    const Code *code = frame->code;
    *facts = (FrameFacts){.code = code->head.number};
    facts->is_generator = code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR);
    if (code->flags & CODE_OPTIMIZED)
        facts->plain_count = (uint32_t)code->plain_locals_count;
    for (uint32_t i = 0; i < code->instr_count && !facts->sets_annotations; i++)
        facts->sets_annotations = code->instrs[i].op == OP_SETUP_ANNOTATIONS;
    for (int64_t i = 0; i < tuple_length(code->consts) && facts->lambda_count < FRAME_FACTS_LAMBDAS; i++) {
        Object *value = tuple_item(code->consts, i);
        if (is_exact(value, CODE) && is_lambda((const Code *)value))
            facts->lambdas[facts->lambda_count++] = value->number;
    }
    return true;
}

bool python_frame_has_code(Machine *machine, uint64_t number, uint64_t code)
{
    const Frame *frame = find_frame(python_vm(machine), number);
    for (int64_t i = 0; frame && i < tuple_length(frame->code->consts); i++)
        if (tuple_item(frame->code->consts, i)->number == code)
            return true;
    return false;
}

void python_keep_variables(Machine *machine, uint64_t number)
{
    const Frame *frame = find_frame(python_vm(machine), number);
    bool keeps = frame && (frame->code->flags & CODE_OPTIMIZED) &&
                 !(frame->code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR));
    for (int i = 0; keeps && i < frame->code->locals_count; i++)
        if (frame->slots[i])
            incref(frame->slots[i]);
}

uint64_t python_prompt_start(Machine *machine)
{
    return python_vm(machine)->prompt_start;
}

uint32_t python_slot_member_count(Machine *machine, uint64_t address)
{
    Vm *vm = python_vm(machine);
    uint32_t count = 0;
    for (const Type *type = object_type(vm, object_at(vm, address)); type && (type->flags & TYPE_HEAP);
         type = type->base)
        count += type->slots_start ? (uint32_t)tuple_length(type->slot_names) : 0;
    return count;
}
