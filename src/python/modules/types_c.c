/* What the module types cannot find out in Python: built-in types that no expression gives. */
#include "python/modules/module.h"
#include "python/vm.h"

static int types_init(Vm *vm, Object *dict)
{
    static const struct { const char *name; TypeId id; } types[] = {
        {"SimpleNamespace", TYPE_NAMESPACE}, {"GetSetDescriptorType", TYPE_GETSET_DESCRIPTOR},
        {"MemberDescriptorType", TYPE_MEMBER_DESCRIPTOR},
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (dict_set_str(vm, dict, types[i].name, OBJECT(builtin_type(vm, types[i].id))) < 0)
            return -1;
    return 0;
}

const ModuleDef types_c_module = {"_types", NULL, NULL, types_init};
