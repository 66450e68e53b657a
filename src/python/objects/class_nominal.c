/* Sizes of classes that a shipped module has in Python and CPython in C. They say in their body what CPython's objects
 * take, as sys.getsizeof gives it, and the statements are taken out of the class again:
 *
 *     _tp_size = 32          bytes of an object, with the collector's head if it has one there
 *     _tp_gc = False         the collector does not know its objects
 *     _tp_nodes = True       a dict that keeps a node for each key besides
 *     _tp_heap = True        the type is a heap type there, too; else it is static
 */
#include "python/objects/class.h"

#include "python/objects/dict_internal.h"

enum {
    STATIC_SIZE = 424, HEAP_SIZE = 920,    /* of PyTypeObject and PyHeapTypeObject, each with its GC head */
    NODE_SIZE = 32                         /* of an _ODictNode */
};

/* Takes it out of the class: borrowed from `kept`, which holds it; NULL if the class does not say it. */
static Object *taken(Vm *vm, Type *type, const char *word, Object **kept)
{
    Object *name = str_interned(vm, word), *value = name ? dict_get(vm, type->dict, name) : NULL;
    *kept = xincref(value);
    if (value && dict_delete(vm, type->dict, name) < 0)
        object_replace(vm, kept, NULL);
    xdecref(vm, name);
    return *kept;
}

int class_take_nominal(Vm *vm, Type *type)
{
    type->surplus = type->base->surplus;
    type->has_nodes = type->base->has_nodes;
    if (!(type->flags & TYPE_LIBRARY))
        return 0;
    Object *size, *gc, *nodes, *heap;
    if (taken(vm, type, "_tp_gc", &gc))
        type->flags &= ~(uint32_t)TYPE_HAS_GC;
    type->has_nodes |= taken(vm, type, "_tp_nodes", &nodes) != NULL;
    taken(vm, type, "_tp_heap", &heap);
    if (taken(vm, type, "_tp_size", &size) && int_is_compact(size)) {
        type->surplus = (int32_t)(int_compact_value(size) - (int64_t)type->size - (int64_t)object_prefix_size(type));
        type->own_size = heap ? HEAP_SIZE : STATIC_SIZE;
    }
    Object *all[] = {size, gc, nodes, heap};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        xdecref(vm, all[i]);
    return vm_failed(vm) ? -1 : 0;
}

/* As odict_sizeof: a node for each key, and a table of them as long as that of the keys. */
uint64_t class_nodes_size(const Object *dict)
{
    const Dict *self = (const Dict *)dict;
    if (dict_keys_are_empty(self->keys))
        return 0;
    return (UINT64_C(1) << self->keys->log2_size) * sizeof(void *) + (uint64_t)self->used * NODE_SIZE;
}
