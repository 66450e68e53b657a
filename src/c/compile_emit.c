#include <stdlib.h>
#include <string.h>

#include "c/compile.h"
#include "machine/memory.h"

enum { ARRAY_GAP = 16, LARGEST_FRAME = 1 << 30 };

void *c_vector_add(CVector *vector, size_t size)
{
    vector->items = memory_grow(vector->items, &vector->capacity, (uint64_t)vector->count + 1, size);
    void *item = (char *)vector->items + (size_t)vector->count++ * size;
    memset(item, 0, size);
    return item;
}

uint32_t c_here(const CCompiler *c)
{
    return c->code.count;
}

CInstr *c_emit(CCompiler *c, COpcode op, int32_t a, int64_t k)
{
    CInstr *instr = c_vector_add(&c->code, sizeof *instr);
    *instr = (CInstr){.op = (uint16_t)op, .a = a, .k = k};
    *(CPlace *)c_vector_add(&c->places, sizeof(CPlace)) = c->place;
    *(CMark *)c_vector_add(&c->marks, sizeof(CMark)) = c->mark;
    return instr;
}

/* What the language implies, such as a conversion, stands nowhere: it belongs to its operand. */
CMark c_mark_enter(CCompiler *c, const CNode *node, bool is_address)
{
    CMark outer = c->mark;
    const CNode *written = node;
    while (!written->span.file && written->left && written->is_implicit)
        written = written->left;
    if (written->span.file)
        c->mark.span = written->span;
    c->mark.yields = node->type;
    c->mark.is_address = is_address;
    return outer;
}

void c_mark_statement(CCompiler *c, const CNode *node)
{
    c->mark = (CMark){.span = node->span};
}

void c_stack(CCompiler *c, int change)
{
    c->depth += change;
    if (c->depth > c->deepest)
        c->deepest = c->depth;
}

/* ---- labels ---- */

int32_t c_label_new(CCompiler *c)
{
    *(int32_t *)c_vector_add(&c->labels, sizeof(int32_t)) = -1;
    return (int32_t)c->labels.count - 1;
}

/* What runs here may have come from elsewhere: the next statement reports its line again. */
void c_label_here(CCompiler *c, int32_t label)
{
    ((int32_t *)c->labels.items)[label] = (int32_t)c_here(c);
}

void c_emit_jump(CCompiler *c, COpcode op, int32_t label)
{
    c_emit(c, op, label, 0);
}

void c_emit_line(CCompiler *c, CPlace place)
{
    if (place.line == c->line)
        return;
    c->line = place.line;
    c->place = place;
    c->mark = (CMark){0};
    if (c->function->is_library || place.file->is_builtin)
        c_emit(c, OP_POLL, 0, 0);
    else
        c_emit(c, OP_LINE, place.line, 0);
}

/* ---- frames ---- */

int32_t c_frame_room(CCompiler *c, int64_t size, int32_t align, int64_t gap)
{
    int64_t frame = c->frame + gap + size;
    frame = (frame + align - 1) / align * align;
    if (align > c->frame_align)
        c->frame_align = align;
    if (frame > LARGEST_FRAME) {
        c_diagnose(c->diagnoser, c->place, "this function's variables need more than %d MiB of stack",
                   LARGEST_FRAME >> 20);
        return -16;
    }
    c->frame = (int32_t)frame;
    *(CRoom *)c_vector_add(&c->rooms, sizeof(CRoom)) = (CRoom){-c->frame, size};
    return -c->frame;
}

void c_place_local(CCompiler *c, CVariable *variable)
{
    const CType *type = variable->type;
    int32_t align = variable->align > type->align ? variable->align : type->align;
    bool is_aggregate = c_type_is_array(type) || c_type_is_record(type);
    if (type->kind == TY_ARRAY && type->size >= 16 && align < 16)
        align = 16;                        /* as the ABI asks for */
    variable->offset = c_frame_room(c, type->size, align, is_aggregate ? ARRAY_GAP : 0);
}

/* ---- types ---- */

CMemoryType c_memory_type(const CType *type)
{
    static const uint8_t types[TY_COUNT] = {
        [TY_BOOL] = MEMORY_U8, [TY_CHAR] = MEMORY_I8, [TY_SCHAR] = MEMORY_I8, [TY_UCHAR] = MEMORY_U8,
        [TY_SHORT] = MEMORY_I16, [TY_USHORT] = MEMORY_U16, [TY_INT] = MEMORY_I32, [TY_UINT] = MEMORY_U32,
        [TY_LONG] = MEMORY_I64, [TY_ULONG] = MEMORY_I64, [TY_LLONG] = MEMORY_I64, [TY_ULLONG] = MEMORY_I64,
        [TY_FLOAT] = MEMORY_F32, [TY_DOUBLE] = MEMORY_F64, [TY_LDOUBLE] = MEMORY_F80, [TY_POINTER] = MEMORY_I64,
    };
    return (CMemoryType)(type->kind == TY_ENUM ? types[type->base->kind] : types[type->kind]);
}

CArithmeticType c_arithmetic_type(const CType *type)
{
    if (type->kind == TY_ENUM)
        type = type->base;
    if (type->kind == TY_FLOAT)
        return ARITHMETIC_F32;
    if (type->kind == TY_DOUBLE)
        return ARITHMETIC_F64;
    if (type->kind == TY_LDOUBLE)
        return ARITHMETIC_F80;
    bool is_unsigned = c_type_is_unsigned(type);
    return type->size == 8 ? is_unsigned ? ARITHMETIC_U64 : ARITHMETIC_I64
         : is_unsigned && type->size == 4 ? ARITHMETIC_U32 : ARITHMETIC_I32;
}
