/* Special methods and slots: one table says which name stands for which slot and how the two call each other. */
#ifndef REFARROWS_PYTHON_SLOT_H
#define REFARROWS_PYTHON_SLOT_H

#include "python/names.h"
#include "python/object.h"

/* How a special method's Python arguments become a slot's C arguments. */
typedef enum SlotShape {
    SHAPE_UNARY, SHAPE_NEXT, SHAPE_BINARY, SHAPE_REFLECTED, SHAPE_POWER, SHAPE_COMPARE, SHAPE_LENGTH, SHAPE_TRUTH,
    SHAPE_HASH, SHAPE_CONTAINS, SHAPE_SET_ITEM, SHAPE_DELETE_ITEM, SHAPE_ITEM, SHAPE_REPEAT, SHAPE_SET_ATTRIBUTE,
    SHAPE_DELETE_ATTRIBUTE, SHAPE_CALL, SHAPE_INIT, SHAPE_DESCRIPTOR_GET, SHAPE_DESCRIPTOR_SET,
    SHAPE_DESCRIPTOR_DELETE, SHAPE_FINALIZE, SHAPE_NONE
} SlotShape;

typedef void (*AnyFunction)(void);

typedef struct SlotDef {
    NameId name;
    uint16_t offset;           /* of the slot within TypeSlots */
    uint8_t shape;             /* SlotShape; SHAPE_NONE: no wrapper is made */
    uint8_t extra;             /* CompareOp */
    AnyFunction generic;       /* the slot's function for classes that define the method; NULL: none */
    const char *doc;
} SlotDef;

/* Calls a slot as the method it stands for: what list.__len__(x) does. */
Object *slot_call_wrapped(Vm *vm, const SlotDef *def, AnyFunction wrapped, Object *self, Object *const *args,
                          size_t count, Object *names);

/* Calls type(args[0]).name(*args), args[0] being self: NULL with an exception; NULL without one if there is no such
 * method. */
Object *special_call(Vm *vm, Object *name, Object *const *args, size_t count);
/* The method bound to the object: NULL with an exception; NULL without one if its type has no such method. */
Object *special_bound(Vm *vm, Object *object, Object *name);

#endif
