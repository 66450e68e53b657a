/* What the module types cannot find out in Python: built-in types that no expression gives. */
#include "python/modules/module.h"
#include "python/vm.h"

static Object *adopt_match_kind(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "adopt_match_kind", count, 2, 2))
        return NULL;
    if (is_type(vm, args[0]) && is_type(vm, args[1]))
        type_adopt_match_kind((Type *)args[0], (Type *)args[1]);
    return new_none(vm);
}

static const MethodDef types_functions[] = {
    {"adopt_match_kind", adopt_match_kind, METHOD_FAST, "Lets a class match as sequence or mapping as another does."},
    {0},
};

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

const ModuleDef types_c_module = {"_types", NULL, types_functions, types_init};
