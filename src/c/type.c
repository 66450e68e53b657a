#include "c/type.h"

#include <stdio.h>
#include <string.h>

#define BASIC(kind_, size_, align_) [kind_] = {.kind = kind_, .size = size_, .align = align_, .is_complete = true}

/* Never written to: what differs is a copy. Cast away const, because types are passed around as CType *. */
static const CType basic_types[TY_COUNT] = {
    BASIC(TY_VOID, 1, 1), BASIC(TY_BOOL, 1, 1), BASIC(TY_CHAR, 1, 1), BASIC(TY_SCHAR, 1, 1), BASIC(TY_UCHAR, 1, 1),
    BASIC(TY_SHORT, 2, 2), BASIC(TY_USHORT, 2, 2), BASIC(TY_INT, 4, 4), BASIC(TY_UINT, 4, 4), BASIC(TY_LONG, 8, 8),
    BASIC(TY_ULONG, 8, 8), BASIC(TY_LLONG, 8, 8), BASIC(TY_ULLONG, 8, 8), BASIC(TY_FLOAT, 4, 4),
    BASIC(TY_DOUBLE, 8, 8), BASIC(TY_LDOUBLE, 16, 16),
};

CType *c_type_basic(CTypeKind kind)
{
    return (CType *)&basic_types[kind];
}

CType *c_type_copy(CPool *pool, const CType *type)
{
    CType *copy = C_NEW(pool, CType);
    *copy = *type;
    copy->origin = type->origin ? type->origin : (CType *)type;
    copy->to_pointer = NULL;
    return copy;
}

CType *c_type_resolve(CType *type)
{
    CType *origin = type->origin;
    if (!type->is_complete && origin && origin->is_complete && (c_type_is_record(type) || type->kind == TY_ENUM)) {
        type->is_complete = true;
        type->size = origin->size;
        type->align = origin->align;
        type->members = origin->members;
        type->is_flexible = origin->is_flexible;
        type->enumerators = origin->enumerators;
        type->base = origin->base;
    }
    return type;
}

CType *c_type_pointer(CPool *pool, CType *base)
{
    bool is_basic = base >= c_type_basic(0) && base < c_type_basic(0) + TY_COUNT;
    if (!is_basic && base->to_pointer)
        return base->to_pointer;
    CType *type = C_NEW(pool, CType);
    *type = (CType){.kind = TY_POINTER, .size = 8, .align = 8, .base = base, .is_complete = true};
    if (!is_basic)
        base->to_pointer = type;
    return type;
}

CType *c_type_array(CPool *pool, CType *element, int64_t length)
{
    CType *type = C_NEW(pool, CType);
    *type = (CType){.kind = TY_ARRAY, .size = length < 0 ? 0 : element->size * length, .align = element->align,
                    .base = element, .length = length, .is_complete = length >= 0};
    return type;
}

CType *c_type_vla(CPool *pool, CType *element, struct CNode *length)
{
    CType *type = C_NEW(pool, CType);
    *type = (CType){.kind = TY_VLA, .size = 8, .align = element->align, .base = element, .vla_length = length,
                    .is_complete = true};
    return type;
}

CType *c_type_function(CPool *pool, CType *result)
{
    CType *type = C_NEW(pool, CType);
    *type = (CType){.kind = TY_FUNCTION, .size = 1, .align = 1, .base = result, .is_complete = true};
    return type;
}

CType *c_type_qualified(CPool *pool, CType *type, bool is_const, bool is_volatile)
{
    if ((!is_const || type->is_const) && (!is_volatile || type->is_volatile))
        return type;
    CType *copy = c_type_copy(pool, type);
    copy->is_const |= is_const;
    copy->is_volatile |= is_volatile;
    if (c_type_is_array(type))             /* the elements are qualified */
        copy->base = c_type_qualified(pool, type->base, is_const, is_volatile);
    return copy;
}

CType *c_type_unqualified(CPool *pool, CType *type)
{
    if (!type->is_const && !type->is_volatile && !type->is_restrict)
        return type;
    if (type->kind <= TY_LDOUBLE && !type->alias)
        return c_type_basic((CTypeKind)type->kind);
    CType *copy = c_type_copy(pool, type);
    copy->is_const = copy->is_volatile = copy->is_restrict = false;
    return copy;
}

/* ---- questions ---- */

bool c_type_is_unsigned(const CType *type)
{
    static const bool unsigned_kinds[TY_COUNT] = {
        [TY_BOOL] = true, [TY_UCHAR] = true, [TY_USHORT] = true, [TY_UINT] = true, [TY_ULONG] = true,
        [TY_ULLONG] = true, [TY_POINTER] = true,
    };
    return type->kind == TY_ENUM ? type->base->kind == TY_UINT || type->base->kind == TY_ULONG
                                 : unsigned_kinds[type->kind];
}

bool c_type_is_char(const CType *type)
{
    return type->kind == TY_CHAR || type->kind == TY_SCHAR || type->kind == TY_UCHAR;
}

bool c_type_is_variable(const CType *type)
{
    for (; type; type = type->kind == TY_ARRAY || type->kind == TY_POINTER ? type->base : NULL)
        if (type->kind == TY_VLA)
            return true;
    return false;
}

bool c_type_is_complete(const CType *type)
{
    c_type_resolve((CType *)type);
    if (type->kind == TY_ARRAY)
        return type->length >= 0 && c_type_is_complete(type->base);
    return type->kind != TY_VOID && type->kind != TY_FUNCTION && type->is_complete;
}

static const CType *origin_of(const CType *type)
{
    return type->origin ? type->origin : type;
}

static bool same_parameters(const CType *a, const CType *b)
{
    if (a->is_oldstyle || b->is_oldstyle)
        return true;
    const CParameter *x = a->parameters, *y = b->parameters;
    for (; x && y; x = x->next, y = y->next)
        if (!c_type_compatible(x->type, y->type))
            return false;
    return !x && !y && a->is_variadic == b->is_variadic;
}

bool c_type_compatible(const CType *a, const CType *b)
{
    if (a == b)
        return true;
    if (a->kind == TY_ENUM && b->kind != TY_ENUM)
        return c_type_compatible(a->base, b);
    if (b->kind == TY_ENUM && a->kind != TY_ENUM)
        return c_type_compatible(a, b->base);
    if (c_type_is_array(a) && c_type_is_array(b)) {
        bool both = a->kind == TY_ARRAY && b->kind == TY_ARRAY && a->length >= 0 && b->length >= 0;
        return c_type_compatible(a->base, b->base) && (!both || a->length == b->length);
    }
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case TY_POINTER: return c_type_compatible(a->base, b->base);
    case TY_FUNCTION: return c_type_compatible(a->base, b->base) && same_parameters(a, b);
    case TY_STRUCT: case TY_UNION: case TY_ENUM: return origin_of(a) == origin_of(b);
    default: return true;
    }
}

bool c_type_same(const CType *a, const CType *b)
{
    if (a->kind == TY_POINTER && b->kind == TY_POINTER
        && (a->base->is_const != b->base->is_const || a->base->is_volatile != b->base->is_volatile))
        return false;
    return a->kind == b->kind && c_type_compatible(a, b);
}

/* ---- arithmetic ---- */

CType *c_type_promoted(CType *type)
{
    if (type->kind == TY_ENUM)
        return c_type_promoted(type->base);
    return type->kind < TY_INT && type->kind != TY_VOID ? c_type_basic(TY_INT) : c_type_basic((CTypeKind)type->kind);
}

CType *c_type_usual(CType *a, CType *b)
{
    if (c_type_is_floating(a) || c_type_is_floating(b)) {
        int x = c_type_is_floating(a) ? a->kind : TY_FLOAT, y = c_type_is_floating(b) ? b->kind : TY_FLOAT;
        return c_type_basic((CTypeKind)(x > y ? x : y));
    }
    a = c_type_promoted(a);
    b = c_type_promoted(b);
    const CType *wider = a->kind >= b->kind ? a : b, *other = wider == a ? b : a;
    if (c_type_is_unsigned(wider) || !c_type_is_unsigned(other) || wider->size > other->size)
        return (CType *)wider;
    return c_type_basic((CTypeKind)(wider->kind + 1));     /* long long with unsigned long: unsigned long long */
}

/* ---- layout ---- */

static int64_t round_up(int64_t value, int64_t align)
{
    return (value + align - 1) / align * align;
}

typedef struct Layout {
    CType *record;
    int64_t bits;              /* used so far; a union begins anew for each member */
    int64_t size;              /* bits, the largest of a union */
} Layout;

static int64_t member_align(const Layout *layout, const CMember *member)
{
    const CType *record = layout->record;
    int64_t most = record->is_packed ? 1 : record->packing;
    return most && most < member->type->align ? most : member->type->align;
}

/* A bit-field goes on in the bits used so far unless it would cross a boundary of its type, which it may where anything
 * is packed; one of width 0 closes the unit. As gcc's stor-layout.c, place_field. */
static void place_bit_field(Layout *layout, CMember *member)
{
    int64_t unit = member->type->size * 8;
    if (member->bit_width == 0) {
        layout->bits = round_up(layout->bits, unit);
        return;
    }
    bool is_tight = layout->record->is_packed || layout->record->packing;
    if (!is_tight && layout->bits / unit != (layout->bits + member->bit_width - 1) / unit)
        layout->bits = round_up(layout->bits, unit);
    member->offset = layout->bits / unit * member->type->size;
    member->bit_offset = (uint8_t)(layout->bits % unit);
    layout->bits += member->bit_width;
}

static void place_member(Layout *layout, CMember *member)
{
    int64_t align = member_align(layout, member);
    if (member->is_bit_field) {
        place_bit_field(layout, member);
        if (!member->name)
            return;            /* unnamed: does not align the struct */
    } else {
        layout->bits = round_up(layout->bits, align * 8);
        member->offset = layout->bits / 8;
        layout->bits += member->type->size * 8;
    }
    if (layout->record->align < align)
        layout->record->align = (int32_t)align;
}

void c_type_lay_out(CType *record)
{
    Layout layout = {.record = record};
    if (record->align < 1)
        record->align = 1;
    for (CMember *member = record->members; member; member = member->next) {
        if (record->kind == TY_UNION)
            layout.bits = 0;
        place_member(&layout, member);
        if (layout.bits > layout.size)
            layout.size = layout.bits;
    }
    record->size = round_up(round_up(layout.size, 8) / 8, record->align);
    record->is_complete = true;
}

const CMember *c_type_member(const CType *record, const char *name, int64_t *offset)
{
    c_type_resolve((CType *)record);
    for (const CMember *member = record->members; member; member = member->next) {
        int64_t inner = 0;
        const CMember *found = member->name == name && name ? member : NULL;
        if (!member->name && !member->is_bit_field && c_type_is_record(member->type))
            found = c_type_member(member->type, name, &inner);
        if (found) {
            *offset += found == member ? found->offset : member->offset + inner;
            return found;
        }
    }
    return NULL;
}

/* ---- text ---- */

static const char *const kind_texts[TY_COUNT] = {
    [TY_VOID] = "void", [TY_BOOL] = "_Bool", [TY_CHAR] = "char", [TY_SCHAR] = "signed char",
    [TY_UCHAR] = "unsigned char", [TY_SHORT] = "short", [TY_USHORT] = "unsigned short", [TY_INT] = "int",
    [TY_UINT] = "unsigned int", [TY_LONG] = "long", [TY_ULONG] = "unsigned long", [TY_LLONG] = "long long",
    [TY_ULLONG] = "unsigned long long", [TY_FLOAT] = "float", [TY_DOUBLE] = "double", [TY_LDOUBLE] = "long double",
    [TY_ENUM] = "enum", [TY_STRUCT] = "struct", [TY_UNION] = "union",
};

static const char *parameters_text(CPool *pool, const CType *type)
{
    const char *text = "";
    for (const CParameter *p = type->parameters; p; p = p->next)
        text = c_pool_format(pool, "%s%s%s", text, *text ? ", " : "", c_type_text(pool, p->type));
    if (type->is_variadic)
        return c_pool_format(pool, "%s, ...", text);
    return *text || type->is_oldstyle ? text : "void";
}

/* `inner` is what stands where a name would. */
static const char *declarator_text(CPool *pool, const CType *type, const char *inner)
{
    const char *qualifiers = type->is_const ? "const " : "";
    if (type->alias)
        return c_pool_format(pool, "%s%s%s%s", qualifiers, type->alias, *inner ? " " : "", inner);
    switch (type->kind) {
    case TY_POINTER: {
        bool wraps = c_type_is_array(type->base) || type->base->kind == TY_FUNCTION;
        const char *star = type->is_const ? "*const " : "*";
        inner = c_pool_format(pool, wraps && !type->base->alias ? "(%s%s)" : "%s%s", star, inner);
        return declarator_text(pool, type->base, inner);
    }
    case TY_ARRAY:
        inner = type->length < 0 ? c_pool_format(pool, "%s[]", inner)
                                 : c_pool_format(pool, "%s[%lld]", inner, (long long)type->length);
        return declarator_text(pool, type->base, inner);
    case TY_VLA:
        return declarator_text(pool, type->base, c_pool_format(pool, "%s[*]", inner));
    case TY_FUNCTION:
        return declarator_text(pool, type->base, c_pool_format(pool, "%s(%s)", inner, parameters_text(pool, type)));
    case TY_STRUCT: case TY_UNION: case TY_ENUM:
        return c_pool_format(pool, "%s%s %s%s%s", qualifiers, kind_texts[type->kind],
                             type->tag ? type->tag : "<unnamed>", *inner ? " " : "", inner);
    default: {
        bool touching = !*inner || *inner == '[';
        return c_pool_format(pool, "%s%s%s%s", qualifiers, kind_texts[type->kind], touching ? "" : " ", inner);
    }
    }
}

const char *c_type_text(CPool *pool, const CType *type)
{
    return declarator_text(pool, type, "");
}
