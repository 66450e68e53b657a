/* Descriptors: methods, attributes and slots of built-in types; property, classmethod, staticmethod, super. */
#ifndef REFARROWS_PYTHON_OBJECTS_DESCRIPTOR_H
#define REFARROWS_PYTHON_OBJECTS_DESCRIPTOR_H

#include "python/object.h"
#include "python/slot.h"

/* The start of every descriptor of a built-in type, as CPython's PyDescrObject. */
typedef struct Descriptor { Object head; Type *type; Object *name, *qualname; } Descriptor;

typedef struct MethodDescriptor { Descriptor base; const MethodDef *def; void *vectorcall; } MethodDescriptor;
typedef struct GetSetDescriptor { Descriptor base; const GetSetDef *def; } GetSetDescriptor;
/* Where the member lies, in the room of CPython's pointer to a PyMemberDef. */
typedef struct MemberPlace { uint32_t offset; uint8_t kind; bool read_only; } MemberPlace;
typedef struct MemberDescriptor { Descriptor base; MemberPlace def; } MemberDescriptor;
typedef struct WrapperDescriptor { Descriptor base; const SlotDef *def; AnyFunction wrapped; } WrapperDescriptor;
typedef struct MethodWrapper { Object head; Object *descriptor, *self; } MethodWrapper;
typedef struct Property { Object head; Object *get, *set, *delete, *doc, *name; bool doc_from_getter; } Property;
typedef struct MethodHolder { Object head; Object *callable, *dict; } MethodHolder;   /* classmethod, staticmethod */

/* As PyStaticMethod_New and PyClassMethod_New: takes over no names, so it has no attributes. */
Object *method_holder_new(Vm *vm, TypeId id, Object *callable);

typedef struct Super { Object head; Type *type; Object *object; Type *object_type; } Super;

/* Calls a C function with the checks that its kind asks for; `type_name` precedes its name in messages, or NULL. */
Object *method_def_call(Vm *vm, const MethodDef *def, const char *type_name, Object *self, Object *const *args,
                        size_t count, Object *names);

#endif
