/* Conversions between types, and the sizes of types that depend on the run. */
#include "c/compile.h"

/* ---- conversions ---- */

static COpcode narrowing(const CType *to)
{
    switch (c_memory_type(to)) {
    case MEMORY_I8: return OP_TO_I8;
    case MEMORY_U8: return OP_TO_U8;
    case MEMORY_I16: return OP_TO_I16;
    case MEMORY_U16: return OP_TO_U16;
    case MEMORY_I32: return OP_TO_I32;
    case MEMORY_U32: return OP_TO_U32;
    default: return OP_COUNT;
    }
}

static int floating_index(const CType *type)
{
    return type->kind - TY_FLOAT;
}

static void integer_to_integer(CCompiler *c, const CType *from, const CType *to)
{
    if (to->size > from->size || to->size == 8)
        return;                /* a cell holds 64 bits, extended by the sign it has */
    if (to->size == from->size && c_type_is_unsigned(from) == c_type_is_unsigned(to))
        return;
    c_emit(c, narrowing(to), 0, 0);
}

/* A signed value in a cell becomes wider and unsigned: -1 as unsigned int needs cutting off. */
static void widen(CCompiler *c, const CType *from, const CType *to)
{
    if (to->size > from->size && to->size < 8 && c_type_is_unsigned(to) && !c_type_is_unsigned(from))
        c_emit(c, narrowing(to), 0, 0);
}

static void floating_to_integer(CCompiler *c, const CType *from, const CType *to)
{
    int index = floating_index(from);
    if (to->size == 8 && c_type_is_unsigned(to)) {
        c_emit(c, (COpcode)(OP_F32_TO_U64 + index), 0, 0);
    } else if (to->size == 8 || (to->size == 4 && c_type_is_unsigned(to))) {
        c_emit(c, (COpcode)(OP_F32_TO_I64 + index), 0, 0);
        if (to->size == 4)
            c_emit(c, OP_TO_U32, 0, 0);
    } else {
        c_emit(c, (COpcode)(OP_F32_TO_I32 + index), 0, 0);
        if (to->size < 4)
            c_emit(c, narrowing(to), 0, 0);
    }
}

static void floating_to_floating(CCompiler *c, const CType *from, const CType *to)
{
    static const uint16_t ops[3][3] = {
        {0, OP_F32_TO_F64, OP_F32_TO_F80}, {OP_F64_TO_F32, 0, OP_F64_TO_F80}, {OP_F80_TO_F32, OP_F80_TO_F64, 0},
    };
    COpcode op = (COpcode)ops[floating_index(from)][floating_index(to)];
    if (op)
        c_emit(c, op, 0, 0);
}

void c_compile_convert(CCompiler *c, const CType *from, const CType *to)
{
    if (from->kind == TY_ENUM)
        from = from->base;
    if (to->kind == TY_ENUM)
        to = to->base;
    if (to->kind == TY_VOID || from->kind == to->kind || c_type_is_record(to))
        return;
    if (to->kind == TY_BOOL) {
        c_emit(c, c_type_is_floating(from) ? (COpcode)(OP_TO_BOOL_F32 + floating_index(from)) : OP_TO_BOOL, 0, 0);
    } else if (c_type_is_floating(from)) {
        if (c_type_is_floating(to))
            floating_to_floating(c, from, to);
        else
            floating_to_integer(c, from, to);
    } else if (c_type_is_floating(to)) {
        COpcode first = c_type_is_unsigned(from) && from->size == 8 ? OP_U64_TO_F32 : OP_I64_TO_F32;
        c_emit(c, (COpcode)(first + floating_index(to)), 0, 0);
    } else {
        integer_to_integer(c, from, to);
        widen(c, from, to);
    }
}

/* ---- sizes of types that depend on the run ---- */

void c_compile_size(CCompiler *c, CType *type)
{
    if (type->kind == TY_VLA && type->vla_size) {
        c_emit(c, OP_LOAD_LOCAL_I64, (int32_t)type->vla_size->offset, 0);
        c_stack(c, 1);
    } else if (type->kind == TY_VLA) {
        c_compile_value(c, type->vla_length);
        c_compile_convert(c, type->vla_length->type, c_type_basic(TY_LONG));
        c_compile_size(c, type->base);
        c_emit(c, OP_MUL_U64, 0, 0);
        c_stack(c, -1);
    } else {
        c_emit(c, OP_CONST, 0, type->size);
        c_stack(c, 1);
    }
}

void c_compile_type_sizes(CCompiler *c, CType *type)
{
    if (!c_type_is_variable(type))
        return;
    c_compile_type_sizes(c, type->base);
    if (type->kind != TY_VLA || type->vla_size)
        return;
    c_compile_size(c, type);
    CVariable *size = C_NEW(c->pool, CVariable);
    size->type = c_type_basic(TY_LONG);
    size->is_hidden = true;
    size->offset = c_frame_room(c, 8, 8, 0);
    type->vla_size = size;
    c_emit(c, OP_STORE_LOCAL_I64, (int32_t)size->offset, 0);
    c_stack(c, -1);
}
