/* What the files share that tell an object's bytes: object_structs.c, which runs the others, object_layouts.c with the table
 * of structs that ours agree with, object_structs_code.c for types, code, generators and frames. Nobody else includes it.
 */
#ifndef REFARROWS_PYTHON_OBJECT_STRUCTS_PARTS_H
#define REFARROWS_PYTHON_OBJECT_STRUCTS_PARTS_H

#include "machine/object_bytes.h"
#include "python/safe_repr.h"
#include "python/vm.h"

typedef enum FieldForm {
    FORM_OBJECT = 1,           /* a reference */
    FORM_POINTER,              /* to memory, an object that is not counted, or NULL */
    FORM_FUNCTION,             /* to C code */
    FORM_DOUBLE,
    FORM_SIZE, FORM_HASH, FORM_LONG, FORM_UNSIGNED, FORM_INT, FORM_CHAR
} FieldForm;

typedef struct FieldRow { const char *name; uint8_t form; uint16_t offset; } FieldRow;

enum { MOST_FIELDS = 16 };

typedef struct StructRow { TypeId type; const char *name; FieldRow fields[MOST_FIELDS]; } StructRow;

/* The row for objects with the layout of that built-in type; NULL: there is none. */
const StructRow *object_layout(Vm *vm, const Type *layout);

typedef struct Teller {
    Vm *vm;
    ObjectBytes *bytes;
    ReprText repr;
} Teller;

/* A field of the part added last; its value is still empty. */
BytesField *structs_add(Teller *t, const char *type, const char *name, int64_t offset, uint32_t size);
void structs_add_number(Teller *t, const char *type, const char *name, int64_t offset, uint32_t size, int64_t value);
void structs_add_place(Teller *t, const char *type, const char *name, int64_t offset, const void *place);
void structs_add_text(Teller *t, const char *type, const char *name, int64_t offset, uint32_t size, const char *value);
/* A reference: the address, and what lies there. */
void structs_add_object(Teller *t, const char *type, const char *name, int64_t offset, Object *object);
/* name[0], name[1], ... */
void structs_add_references(Teller *t, const char *name, int64_t offset, Object *const *items, int64_t count);
const char *structs_element(char *out, size_t size, const char *name, int64_t i);
/* How many of the elements are listed; the part is marked if that is not all. */
int64_t structs_most(Teller *t, int64_t count);

/* Types, code, generators, coroutines, frames, tracebacks: all fields behind the head. Nothing for others. */
void structs_add_code(Teller *t, Object *object);
const char *structs_code_name(Vm *vm, const Object *object);   /* NULL for others */

#endif
