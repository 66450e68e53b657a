/* Starting and ending a Vm. */
#include "python/vm_life.h"

#include <stdio.h>
#include <string.h>

#include "python/eval.h"
#include "python/gc.h"
#include "python/modules/module.h"
#include "python/objects/class.h"
#include "python/objects/exception.h"

static const TypeId type_bases[] = {
#define X(id, base, spec) [TYPE_##id] = TYPE_##base,
    BUILTIN_TYPES(X)
#undef X
};

#define X(id, base, spec) extern const TypeSpec spec;
BUILTIN_TYPES(X)
#undef X

static const TypeSpec *const type_specs[] = {
#define X(id, base, spec) [TYPE_##id] = &spec,
    BUILTIN_TYPES(X)
#undef X
};

enum { PLAIN_TYPE_COUNT = sizeof type_specs / sizeof *type_specs };

const size_t vm_segment_sizes[SEGMENT_COUNT] = {
    [SEGMENT_VM] = (size_t)4 << 20,
    [SEGMENT_FRAMES] = (size_t)256 << 20,
    [SEGMENT_POOLS] = (size_t)2 << 30,
    [SEGMENT_LARGE] = (size_t)2 << 30,
};
_Static_assert(sizeof(Vm) < (size_t)3 << 20, "the Vm and the table of arenas share a segment");

/* Objects are made before the types are ready: what making and releasing them needs of a type is there first. */
static void prepare_types(Vm *vm)
{
    for (int i = 0; i < TYPE_COUNT; i++) {
        Type *type = &vm->types[i];
        type->head = (Object){1, TYPE_REF(TYPE), vm->next_number++};
        const TypeSpec *spec = i < PLAIN_TYPE_COUNT ? type_specs[i] : NULL;
        if (!spec)
            continue;
        type->size = spec->size;
        type->flags = spec->flags;
        type->slots = spec->slots;
        if (!type->slots.dealloc)
            type->slots.dealloc = object_spec.slots.dealloc;
        if (!type->slots.compare)
            type->slots.compare = object_spec.slots.compare;
    }
}

static Object singleton_head(Vm *vm, uint32_t type) { return (Object){1, type, vm->next_number++}; }

static void prepare_singletons(Vm *vm)
{
    vm->none.head = singleton_head(vm, TYPE_REF(NONE));
    vm->not_implemented.head = singleton_head(vm, TYPE_REF(NOT_IMPLEMENTED));
    vm->ellipsis.head = singleton_head(vm, TYPE_REF(ELLIPSIS));
    vm->false_object.value.head = singleton_head(vm, TYPE_REF(BOOL));
    vm->true_object.value.head = singleton_head(vm, TYPE_REF(BOOL));
    vm->true_object.value.size = 1;
    vm->true_object.value.limbs[0] = 1;
    for (int i = 0; i < SMALL_INT_COUNT; i++) {
        int value = i + SMALL_INT_MIN;
        Int *small = &vm->small_ints[i].value;
        small->head = singleton_head(vm, TYPE_REF(INT));
        small->size = (value > 0) - (value < 0);
        small->limbs[0] = (uint64_t)(value < 0 ? -value : value);
    }
}

static void prepare_characters(Vm *vm)
{
    for (uint32_t c = 0; c < 256; c++)
        str_prepare_character(&vm->characters[c].value, singleton_head(vm, TYPE_REF(STR)), c);
}

/* Letters that CPython 3.11.2's own start interns before they are one-character str: so "a" in a program is not the "a"
 * that indexing a str gives. */
static int intern_letters(Vm *vm)
{
    static const char letters[VM_LETTERS + 1] = "BCLST_abcdefhijklmnopqrstvwxy";
    for (int i = 0; i < VM_LETTERS; i++) {
        Object *letter = str_new(vm, 1, (uint32_t)letters[i]);
        if (!letter)
            return -1;
        *(char *)str_buffer(letter) = letters[i];
        str_intern(vm, &letter);
        vm->letters[i] = letter;
    }
    return 0;
}

static int intern_names(Vm *vm)
{
    static const char *const texts[NAME_COUNT] = {
#define D(x) [NAME_##x] = "__" #x "__",
#define N(x) [NAME_plain_##x] = #x,
        INTERNED_NAMES(D, N)
#undef D
#undef N
    };
    vm->interned = dict_new(vm);
    vm->empty_str = vm->interned ? str_from_utf8(vm, "", 0) : NULL;
    if (!vm->empty_str)
        return -1;
    decref(vm, vm->empty_str);  /* the Vm holds one already */
    if (intern_letters(vm) < 0)
        return -1;
    for (int i = 0; i < NAME_COUNT; i++)
        if (!(vm->names[i] = str_interned(vm, texts[i])))
            return -1;
    return 0;
}

static int make_types(Vm *vm)
{
    for (int i = 0; i < PLAIN_TYPE_COUNT; i++) {
        Type *base = i == TYPE_OBJECT ? NULL : builtin_type(vm, type_bases[i]);
        if (type_make_builtin(vm, builtin_type(vm, (TypeId)i), type_specs[i], base) < 0)
            return -1;
    }
    return type_add_size_attributes(vm) < 0 ? -1 : exception_make_types(vm);
}

int vm_start(Vm *vm, Arena *arena, MachineHost *host)
{
    memset(vm, 0, sizeof *vm);
    vm->arena = arena;
    vm->host = host;
    vm->next_number = 1;
    vm_find_c_stack(vm);
    vm->recursion_limit = VM_RECURSION_LIMIT;
    vm->int_max_str_digits = 4300;
    vm->handled = &vm->handled_base;
    vm->step = UINT64_MAX;
    alloc_init(vm);
    frame_stack_init(vm);
    gc_init(vm);
    vm->gc.enabled = false;    /* nothing to collect while starting, and ids stay what they are */
    prepare_types(vm);
    prepare_singletons(vm);
    prepare_characters(vm);
    if (intern_names(vm) < 0 || make_types(vm) < 0 || modules_start(vm) < 0)
        return -1;
    vm->memory_error = exception_new(vm, builtin_type(vm, TYPE_MemoryError), NULL, 0);
    vm->gc.enabled = true;
    gc_settle(vm);
    vm->first_number = vm->next_number;
    return vm->memory_error ? 0 : -1;
}

void vm_show_unraisable(Vm *vm, Object *exception, Object *message, Object *where)
{
    Object *head = !where ? NULL : message ? str_format(vm, "%S: %R\n", message, where)
                                           : str_format(vm, "Exception ignored in: %R\n", where);
    vm_clear_error(vm);
    Object *text = traceback_format_plain(vm, exception);
    Object *parts[] = {head, text};
    for (int i = 0; i < 2; i++) {
        stderr_write_text(vm, parts[i]);
        xdecref(vm, parts[i]);
    }
    vm_clear_error(vm);
}

/* The hook itself failed. */
static void show_failed_hook(Vm *vm, Object *hook)
{
    Object *failure = vm->raised, *message = NULL;
    vm->raised = NULL;
    message = str_from_c(vm, "Exception ignored in sys.unraisablehook");
    if (failure && message)
        vm_show_unraisable(vm, failure, message, hook);
    xdecref(vm, message);
    xdecref(vm, failure);
}

/* Calls the function that the program has put in the place of sys.unraisablehook; false: there is none. */
static bool tell_hook(Vm *vm, Object *exception, Object *where)
{
    static const char *const fields[] = {"exc_type", "exc_value", "exc_traceback", "err_msg", "object"};
    Object *sys = dict_get_str(vm, vm->modules, "sys");
    Object *hook = sys ? dict_get_str(vm, module_dict(sys), "unraisablehook") : NULL;
    if (!hook || is_exact(hook, BUILTIN_FUNCTION))
        return false;
    Object *traceback = ((Exception *)exception)->traceback;
    Object *values[] = {OBJECT(object_type(vm, exception)), exception, traceback ? traceback : none(vm), none(vm),
                        where ? where : none(vm)};
    Object *told = object_call_none(vm, OBJECT(builtin_type(vm, TYPE_NAMESPACE)));
    for (size_t i = 0; told && i < sizeof fields / sizeof *fields; i++)
        dict_set_str(vm, instance_dict(vm, told), fields[i], values[i]);
    incref(hook);
    Object *result = told ? object_call_one(vm, hook, told) : NULL;
    if (!result && told)
        show_failed_hook(vm, hook);
    decref(vm, hook);
    xdecref(vm, told);
    xdecref(vm, result);
    vm_clear_error(vm);
    return true;
}

void vm_write_unraisable(Vm *vm, Object *where)
{
    Object *exception = vm->raised;
    vm->raised = NULL;
    if (!exception)
        return;
    if (tell_hook(vm, exception, where)) {
        decref(vm, exception);
        return;
    }
    vm_show_unraisable(vm, exception, NULL, where);
    decref(vm, exception);
}
