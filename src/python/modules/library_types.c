/* Making the types of library modules. */
#include "python/modules/library_types.h"

#include "python/objects/class.h"
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

static Type *make_type(Vm *vm, const LibraryType *def)
{
    Type *type = (Type *)object_new_zeroed(vm, builtin_type(vm, TYPE_TYPE), sizeof(Type));
    if (!type)
        return NULL;
    if (type_make_builtin(vm, type, def->spec, builtin_type(vm, def->base)) < 0) {
        object_replace(vm, &type->dict, NULL);     /* half made, for there was no memory: what is in it holds it */
        object_replace(vm, &type->mro, NULL);
        type->c_name = NULL;                       /* not its own */
        decref(vm, &type->head);
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
