/* Types of C, with sizes, alignment and layout as gcc gives them on x86-64 (System V ABI). */
#ifndef REFARROWS_C_TYPE_H
#define REFARROWS_C_TYPE_H

#include "c/token.h"

typedef enum CTypeKind {
    TY_VOID, TY_BOOL, TY_CHAR, TY_SCHAR, TY_UCHAR, TY_SHORT, TY_USHORT, TY_INT, TY_UINT, TY_LONG, TY_ULONG, TY_LLONG,
    TY_ULLONG, TY_FLOAT, TY_DOUBLE, TY_LDOUBLE, TY_ENUM, TY_POINTER, TY_ARRAY, TY_VLA, TY_STRUCT, TY_UNION,
    TY_FUNCTION, TY_COUNT
} CTypeKind;

enum { C_INCOMPLETE = -1 };    /* length of an array not known yet */

typedef struct CMember {
    struct CMember *next;
    const char *name;          /* NULL: an unnamed struct, union or bit-field */
    struct CType *type;
    CPlace place;
    int64_t offset;            /* bytes; of a bit-field: of its storage unit */
    bool is_bit_field;
    uint8_t bit_offset, bit_width;
} CMember;

typedef struct CParameter {
    struct CParameter *next;
    const char *name;          /* NULL in a prototype without */
    struct CType *type;
    CPlace place;
    struct CVariable *variable;            /* what later parameters' lengths refer to; becomes the function's own */
} CParameter;

typedef struct CType {
    uint8_t kind;              /* CTypeKind */
    bool is_const, is_volatile, is_restrict;
    bool is_complete;          /* struct, union, enum: its body was seen */
    bool is_open;              /* a record whose members are being read */
    bool is_variadic, is_oldstyle;         /* function: ..., or no prototype */
    bool is_flexible;          /* struct: the last member is an array without length */
    bool is_packed;
    uint8_t packing;           /* no member is aligned more than this; 0: as its type asks */
    int32_t align;
    int64_t size;              /* bytes; of a VLA and of void (1, as gcc) see the kind */
    struct CType *base;        /* pointed to, element, returned; of an enum: its integer type */
    int64_t length;            /* array: elements, or C_INCOMPLETE */
    struct CNode *vla_length;  /* VLA: the expression */
    struct CVariable *vla_size;            /* VLA: hidden variable that holds its size in bytes once declared */
    const char *tag;           /* struct, union, enum: may be NULL */
    const char *alias;         /* the typedef's name it was declared by, for showing; or NULL */
    CMember *members;
    CParameter *parameters;
    struct CEnumerator *enumerators;       /* enum: for showing values by name */
    struct CType *origin;      /* a qualified or renamed copy knows what it is a copy of; tags are completed there */
    struct CType *to_pointer;  /* cache */
    int32_t number;            /* struct, union: serial; distinguishes equal tags */
} CType;

typedef struct CEnumerator {
    struct CEnumerator *next;
    const char *name;
    int64_t value;
} CEnumerator;

/* One of each basic kind. */
CType *c_type_basic(CTypeKind kind);

CType *c_type_pointer(CPool *pool, CType *base);
CType *c_type_array(CPool *pool, CType *element, int64_t length);
CType *c_type_vla(CPool *pool, CType *element, struct CNode *length);
CType *c_type_function(CPool *pool, CType *result);
CType *c_type_copy(CPool *pool, const CType *type);
CType *c_type_qualified(CPool *pool, CType *type, bool is_const, bool is_volatile);
CType *c_type_unqualified(CPool *pool, CType *type);

/* The type itself where `type` is a copy of a struct, union or enum that was completed later. */
CType *c_type_resolve(CType *type);

static inline bool c_type_is_integer(const CType *t) { return (t->kind >= TY_BOOL && t->kind <= TY_ULLONG) || t->kind == TY_ENUM; }
static inline bool c_type_is_floating(const CType *t) { return t->kind >= TY_FLOAT && t->kind <= TY_LDOUBLE; }
static inline bool c_type_is_arithmetic(const CType *t) { return c_type_is_integer(t) || c_type_is_floating(t); }
static inline bool c_type_is_pointer(const CType *t) { return t->kind == TY_POINTER; }
static inline bool c_type_is_scalar(const CType *t) { return c_type_is_arithmetic(t) || t->kind == TY_POINTER; }
static inline bool c_type_is_array(const CType *t) { return t->kind == TY_ARRAY || t->kind == TY_VLA; }
static inline bool c_type_is_record(const CType *t) { return t->kind == TY_STRUCT || t->kind == TY_UNION; }
bool c_type_is_unsigned(const CType *type);
bool c_type_is_char(const CType *type);            /* char, signed char or unsigned char */
bool c_type_is_variable(const CType *type);        /* a VLA, or an array or pointer made of one */

/* Size known and not that of a function or unfinished struct. */
bool c_type_is_complete(const CType *type);

/* Same type but for qualifiers at the top. */
bool c_type_same(const CType *a, const CType *b);
bool c_type_compatible(const CType *a, const CType *b);

/* Integer promotion, and the type of an arithmetic operation. */
CType *c_type_promoted(CType *type);
CType *c_type_usual(CType *a, CType *b);

/* Places members, fills in offsets, size and alignment. */
void c_type_lay_out(CType *record);

/* The member of that name, also inside unnamed members; adds up the offset. NULL if there is none. */
const CMember *c_type_member(const CType *record, const char *name, int64_t *offset);

/* As a programmer writes it: "int *[3]", "struct node". Valid as long as the pool. */
const char *c_type_text(CPool *pool, const CType *type);

#endif
