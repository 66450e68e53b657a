/* Making the types of library modules. */
#include "python/modules/library_types.h"

#include "python/objects/class.h"
#include "python/objects/containers.h"
#include "python/vm.h"

#define X(id, base, spec) extern const TypeSpec spec;
LIBRARY_TYPES(X)
#undef X

typedef struct LibraryType { const TypeSpec *spec; TypeId base; } LibraryType;

static const LibraryType library_types[] = {
#define X(id, base, spec) [LIBRARY_##id] = {&spec, TYPE_##base},
    LIBRARY_TYPES(X)
#undef X
};

/* One that could not be finished: its descriptors and its __mro__ refer to it. */
static void discard(Vm *vm, Type *type)
{
    type->c_name = NULL;           /* of the spec: not to be freed */
    gc_track(vm, &type->head);
    if (type->dict)
        dict_clear(vm, type->dict);
    object_replace(vm, &type->mro, NULL);
    decref(vm, &type->head);
}

static Type *make_type(Vm *vm, const LibraryType *def)
{
    Type *type = (Type *)object_new_zeroed(vm, builtin_type(vm, TYPE_TYPE), sizeof(Type));
    if (!type)
        return NULL;
    if (type_make_builtin(vm, type, def->spec, builtin_type(vm, def->base)) < 0) {
        discard(vm, type);
        return NULL;
    }
    type->flags |= TYPE_LIBRARY;
    gc_track(vm, &type->head);
    return type;
}

Type *library_type(Vm *vm, LibraryTypeId id)
{
    if (!vm->library_types[id])
        vm->library_types[id] = OBJECT(make_type(vm, &library_types[id]));
    return (Type *)vm->library_types[id];
}

int library_type_add(Vm *vm, Object *dict, LibraryTypeId id)
{
    Type *type = library_type(vm, id);
    return type ? dict_set(vm, dict, type->name, &type->head) : -1;
}

bool library_type_is(Vm *vm, const Object *object, LibraryTypeId id)
{
    return OBJECT(object_type(vm, object)) == vm->library_types[id];
}
