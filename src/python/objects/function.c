/* Functions, bound methods, cells and built-in functions. As CPython's funcobject.c, classobject.c, cellobject.c,
 * methodobject.c. */
#include "python/objects/function.h"

#include <string.h>

#include "python/objects/class.h"
#include "python/objects/descriptor.h"
#include "python/vm.h"

/* ---- functions ---- */

Object *function_new(Vm *vm, Object *code_object, Object *globals)
{
    Code *code = (Code *)code_object;
    Object *builtins = dict_get(vm, globals, name_of(vm, builtins));
    if (builtins && is_exact(builtins, MODULE))
        builtins = module_dict(builtins);
    if (!builtins || !is_dict(vm, builtins))
        builtins = vm->builtins;
    Function *f = (Function *)object_new_zeroed(vm, builtin_type(vm, TYPE_FUNCTION), sizeof *f);
    if (!f)
        return NULL;
    Object *doc = tuple_length(code->consts) ? tuple_item(code->consts, 0) : NULL;
    Object *module = dict_get(vm, globals, name_of(vm, name));
    f->globals = incref(globals);
    f->builtins = incref(builtins);
    f->name = incref(code->name);
    f->qualname = incref(code->qualname);
    f->code = incref(code_object);
    f->doc = incref(doc && is_str(vm, doc) ? doc : none(vm));
    f->module = xincref(module);
    gc_track(vm, &f->head);
    return &f->head;
}

static Object **function_fields(Function *f, size_t i)
{
    Object **fields[] = {&f->code, &f->globals, &f->builtins, &f->module, &f->defaults, &f->kwdefaults, &f->doc, &f->name,
                         &f->dict, &f->closure, &f->annotations, &f->qualname};     /* in func_traverse's order */
    return i < sizeof fields / sizeof *fields ? fields[i] : NULL;
}

static void function_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    Object **field;
    for (size_t i = 0; (field = function_fields((Function *)self, i)); i++)
        object_replace(vm, field, NULL);
    object_free(vm, self);
}

static int function_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    Object **field;
    for (size_t i = 0; (field = function_fields((Function *)self, i)); i++)
        VISIT(*field);
    return 0;
}

static int function_clear(Vm *vm, Object *self)
{
    Function *f = (Function *)self;
    Object **fields[] = {&f->defaults, &f->kwdefaults, &f->dict, &f->closure, &f->annotations};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        object_replace(vm, fields[i], NULL);
    return 0;
}

static Object *function_call(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Frame *frame = function_push(vm, (Function *)self, args, count, names);
    return frame ? eval_frame(vm, frame) : NULL;
}

static Object *function_bind(Vm *vm, Object *self, Object *instance, Object *owner)
{
    return instance && instance != none(vm) ? method_new(vm, self, instance) : incref(self);
}

static Object *function_repr(Vm *vm, Object *self)
{
    return str_format(vm, "<function %U at 0x%llx>", ((Function *)self)->qualname,
                      (unsigned long long)object_address(vm, self));
}

static Object *get_function_dict(Vm *vm, Object *self, void *closure) { return xincref(instance_dict(vm, self)); }

static int set_function_dict(Vm *vm, Object *self, Object *value, void *closure)
{
    if (!value)
        return vm_raise_int(vm, TYPE_TypeError, "cannot delete __dict__");
    return instance_set_dict(vm, self, value);
}

static Object *get_annotations(Vm *vm, Object *self, void *closure)
{
    Function *f = (Function *)self;
    if (!f->annotations && !(f->annotations = dict_new(vm)))
        return NULL;
    if (is_exact(f->annotations, TUPLE)) {
        /* MAKE_FUNCTION leaves names and values in a row until someone asks */
        Object *pairs = f->annotations, *dict = dict_new(vm);
        for (int64_t i = 0; dict && i < tuple_length(pairs); i += 2)
            if (dict_set(vm, dict, tuple_item(pairs, i), tuple_item(pairs, i + 1)) < 0)
                object_replace(vm, &dict, NULL);
        if (!dict)
            return NULL;
        object_replace(vm, &f->annotations, dict);
    }
    return incref(f->annotations);
}

static int set_annotations(Vm *vm, Object *self, Object *value, void *closure)
{
    if (value && value != none(vm) && !is_dict(vm, value))
        return vm_raise_int(vm, TYPE_TypeError, "__annotations__ must be set to a dict object");
    object_replace(vm, &((Function *)self)->annotations, value == none(vm) ? NULL : xincref(value));
    return 0;
}

static int set_str_field(Vm *vm, Object **field, Object *value, const char *name)
{
    if (!value || !is_str(vm, value))
        return vm_raise_int(vm, TYPE_TypeError, "%s must be set to a string object", name);
    object_replace(vm, field, incref(value));
    return 0;
}

static Object *get_name(Vm *vm, Object *self, void *closure) { return incref(((Function *)self)->name); }
static Object *get_qualname(Vm *vm, Object *self, void *closure) { return incref(((Function *)self)->qualname); }
static Object *get_code(Vm *vm, Object *self, void *closure) { return incref(((Function *)self)->code); }

static int set_name(Vm *vm, Object *self, Object *value, void *closure)
{
    return set_str_field(vm, &((Function *)self)->name, value, "__name__");
}

static int set_qualname(Vm *vm, Object *self, Object *value, void *closure)
{
    return set_str_field(vm, &((Function *)self)->qualname, value, "__qualname__");
}

static int set_code(Vm *vm, Object *self, Object *value, void *closure)
{
    if (!value || !is_exact(value, CODE))
        return vm_raise_int(vm, TYPE_TypeError, "__code__ must be set to a code object");
    Function *f = (Function *)self;
    int64_t cells = f->closure ? tuple_length(f->closure) : 0;
    if (((Code *)value)->free_count != cells)
        return vm_raise_int(vm, TYPE_ValueError, "%U() requires a code object with %lld free vars, not %d", f->name,
                            (long long)cells, (int)((Code *)value)->free_count);
    object_replace(vm, &f->code, incref(value));
    ((Function *)self)->version = 0;
    return 0;
}

static Object *get_optional(Vm *vm, Object *value) { return value ? incref(value) : new_none(vm); }
static Object *get_defaults(Vm *vm, Object *self, void *closure) { return get_optional(vm, ((Function *)self)->defaults); }

static int set_defaults(Vm *vm, Object *self, Object *value, void *closure)
{
    if (value && value != none(vm) && !is_tuple(vm, value))
        return vm_raise_int(vm, TYPE_TypeError, "__defaults__ must be set to a tuple object");
    ((Function *)self)->version = 0;
    object_replace(vm, &((Function *)self)->defaults, value == none(vm) ? NULL : xincref(value));
    return 0;
}

static Object *get_kwdefaults(Vm *vm, Object *self, void *closure)
{
    return get_optional(vm, ((Function *)self)->kwdefaults);
}

static int set_kwdefaults(Vm *vm, Object *self, Object *value, void *closure)
{
    if (value && value != none(vm) && !is_dict(vm, value))
        return vm_raise_int(vm, TYPE_TypeError, "__kwdefaults__ must be set to a dict object");
    object_replace(vm, &((Function *)self)->kwdefaults, value == none(vm) ? NULL : xincref(value));
    return 0;
}

static const GetSetDef function_getset[] = {
    {"__name__", get_name, set_name, NULL},
    {"__qualname__", get_qualname, set_qualname, NULL},
    {"__code__", get_code, set_code, NULL},
    {"__defaults__", get_defaults, set_defaults, NULL},
    {"__kwdefaults__", get_kwdefaults, set_kwdefaults, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL},
    {"__dict__", get_function_dict, set_function_dict, NULL},
    {0},
};

static const MemberDef function_members[] = {
    {"__closure__", MEMBER_OBJECT, offsetof(Function, closure), true},
    {"__globals__", MEMBER_OBJECT, offsetof(Function, globals), true},
    {"__builtins__", MEMBER_OBJECT, offsetof(Function, builtins), true},
    {"__doc__", MEMBER_OBJECT, offsetof(Function, doc), false},
    {"__module__", MEMBER_OBJECT, offsetof(Function, module), false},
    {0},
};

/* The closure that function() is given: as many cells as the code has free variables. */
static bool check_closure(Vm *vm, const Code *code, Object *closure)
{
    bool is_tuple_given = closure && is_tuple(vm, closure);
    if (!is_tuple_given && code->free_count)
        return vm_raise(vm, TYPE_TypeError, "arg 5 (closure) must be tuple") != NULL;
    if (!is_tuple_given && closure)
        return vm_raise(vm, TYPE_TypeError, "arg 5 (closure) must be None or tuple") != NULL;
    int64_t cells = closure ? tuple_length(closure) : 0;
    if (cells != code->free_count)
        return vm_raise(vm, TYPE_ValueError, "%U requires closure of length %d, not %lld", code->name,
                        (int)code->free_count, (long long)cells) != NULL;
    for (int64_t i = 0; i < cells; i++)
        if (!is_exact(tuple_item(closure, i), CELL))
            return vm_raise(vm, TYPE_TypeError, "arg 5 (closure) expected cell, found %T", tuple_item(closure, i)) != NULL;
    return true;
}

/* function(code, globals, name=None, argdefs=None, closure=None) */
static Object *function_type_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *out[5];
    if (!args_parse(vm, "function", "code,globals|name,argdefs,closure", args, count, names, out))
        return NULL;
    for (int i = 2; i < 5; i++)
        if (out[i] == none(vm))
            out[i] = NULL;
    if (!is_exact(out[0], CODE))
        return vm_raise(vm, TYPE_TypeError, "function() argument 'code' must be code, not %B", out[0]);
    if (!is_dict(vm, out[1]))
        return vm_raise(vm, TYPE_TypeError, "function() argument 'globals' must be dict, not %B", out[1]);
    if (out[2] && !is_str(vm, out[2]))
        return vm_raise(vm, TYPE_TypeError, "arg 3 (name) must be None or string");
    if (out[3] && !is_tuple(vm, out[3]))
        return vm_raise(vm, TYPE_TypeError, "arg 4 (defaults) must be None or tuple");
    if (!check_closure(vm, (const Code *)out[0], out[4]))
        return NULL;
    Function *made = (Function *)function_new(vm, out[0], out[1]);
    if (!made)
        return NULL;
    if (out[2])
        object_replace(vm, &made->name, incref(out[2]));
    made->defaults = xincref(out[3]);
    made->closure = out[4] && tuple_length(out[4]) ? incref(out[4]) : NULL;
    return &made->head;
}

const TypeSpec function_spec = {
    .name = "function", .size = sizeof(Function), .weaklist_offset = offsetof(Function, weaklist),
    .flags = TYPE_HAS_GC | TYPE_METHOD_DESCRIPTOR_FLAG,
    .dict_offset = offsetof(Function, dict),
    .slots = {.dealloc = function_dealloc, .traverse = function_traverse, .clear = function_clear,
              .repr = function_repr, .call = function_call, .descriptor_get = function_bind,
              .new = function_type_new},
    .getset = function_getset, .members = function_members,
};

/* ---- bound methods ---- */

Object *method_new(Vm *vm, Object *function, Object *self)
{
    Method *method = (Method *)object_new_zeroed(vm, builtin_type(vm, TYPE_METHOD), sizeof *method);
    if (!method)
        return NULL;
    method->function = incref(function);
    method->self = incref(self);
    gc_track(vm, &method->head);
    return &method->head;
}

static void method_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    decref(vm, ((Method *)self)->function);
    xdecref(vm, ((Method *)self)->self);
    object_free(vm, self);
}

static int method_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((Method *)self)->function);
    VISIT(((Method *)self)->self);
    return 0;
}

static Object *method_call(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Method *method = (Method *)self;
    return object_call_before(vm, method->function, method->self, args, count, names);
}

static Object *method_get_attribute(Vm *vm, Object *self, Object *name)
{
    Object *own = type_lookup(vm, object_type(vm, self), name);
    return own ? object_generic_get(vm, self, name) : object_get_attribute(vm, ((Method *)self)->function, name);
}

static Object *method_repr(Vm *vm, Object *self)
{
    Method *method = (Method *)self;
    Object *name = object_look_attribute(vm, method->function, name_of(vm, qualname));
    if (!name && !vm_failed(vm))
        name = object_look_attribute(vm, method->function, name_of(vm, name));
    if (vm_failed(vm))
        return NULL;
    Object *text = name && is_str(vm, name) ? str_format(vm, "<bound method %U of %R>", name, method->self)
                                            : str_format(vm, "<bound method ? of %R>", method->self);
    xdecref(vm, name);
    return text;
}

static Object *method_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (!is_exact(right, METHOD) || (op != COMPARE_EQ && op != COMPARE_NE))
        return new_not_implemented(vm);
    Method *a = (Method *)left, *b = (Method *)right;
    int equal = object_compare_truth(vm, a->function, b->function, COMPARE_EQ);
    return equal < 0 ? NULL : new_bool(vm, (equal && a->self == b->self) == (op == COMPARE_EQ));
}

static int64_t method_hash(Vm *vm, Object *self)
{
    int64_t function = object_hash(vm, ((Method *)self)->function);
    if (function == -1)
        return -1;
    int64_t hash = hash_pointer(vm, ((Method *)self)->self) ^ function;
    return hash == -1 ? -2 : hash;
}

static Object *method_type_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "method", count, 2, 2))
        return NULL;
    if (!object_type(vm, args[0])->slots.call)
        return vm_raise(vm, TYPE_TypeError, "first argument must be callable");
    if (args[1] == none(vm))
        return vm_raise(vm, TYPE_TypeError, "instance must not be None");
    return method_new(vm, args[0], args[1]);
}

static Object *method_get_doc(Vm *vm, Object *self, void *closure)
{
    return object_get_attribute(vm, ((Method *)self)->function, name_of(vm, doc));
}

static const GetSetDef method_getset[] = {{"__doc__", method_get_doc, NULL, NULL}, {0}};

static const MemberDef method_members[] = {
    {"__func__", MEMBER_OBJECT, offsetof(Method, function), true},
    {"__self__", MEMBER_OBJECT, offsetof(Method, self), true},
    {0},
};

const TypeSpec method_spec = {
    .name = "method", .size = sizeof(Method), .weaklist_offset = offsetof(Method, weaklist),
    .flags = TYPE_HAS_GC,
    .slots = {.dealloc = method_dealloc, .traverse = method_traverse, .repr = method_repr, .call = method_call,
              .get_attribute = method_get_attribute, .compare = method_compare,
              .hash = method_hash, .new = method_type_new},
    .getset = method_getset, .members = method_members,
};

/* ---- cells ---- */

Object *cell_new(Vm *vm, Object *value)
{
    Cell *cell = (Cell *)object_new_builtin(vm, TYPE_CELL, sizeof *cell);
    if (!cell)
        return NULL;
    cell->value = xincref(value);
    gc_track(vm, &cell->head);
    return &cell->head;
}

static void cell_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, ((Cell *)self)->value);
    object_free(vm, self);
}

static int cell_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((Cell *)self)->value);
    return 0;
}

static int cell_clear(Vm *vm, Object *self)
{
    object_replace(vm, &((Cell *)self)->value, NULL);
    return 0;
}

static Object *cell_repr(Vm *vm, Object *self)
{
    Cell *cell = (Cell *)self;
    unsigned long long here = object_address(vm, self);
    if (!cell->value)
        return str_format(vm, "<cell at 0x%llx: empty>", here);
    return str_format(vm, "<cell at 0x%llx: %T object at 0x%llx>", here, cell->value,
                      (unsigned long long)object_address(vm, cell->value));
}

static Object *cell_get(Vm *vm, Object *self, void *closure)
{
    Object *value = ((Cell *)self)->value;
    return value ? incref(value) : vm_raise(vm, TYPE_ValueError, "Cell is empty");
}

static int cell_set(Vm *vm, Object *self, Object *value, void *closure)
{
    object_replace(vm, &((Cell *)self)->value, xincref(value));
    return 0;
}

/* As their contents compare; an empty one comes first. */
static Object *cell_compare(Vm *vm, Object *a, Object *b, CompareOp op)
{
    if (!is_exact(a, CELL) || !is_exact(b, CELL))
        return new_not_implemented(vm);
    Object *left = ((Cell *)a)->value, *right = ((Cell *)b)->value;
    if (left && right) {
        incref(left);
        incref(right);
        Object *result = object_compare(vm, left, right, op);
        decref(vm, left);
        decref(vm, right);
        return result;
    }
    int order = (left != NULL) - (right != NULL);
    const bool answers[] = {
        [COMPARE_LT] = order < 0, [COMPARE_LE] = order <= 0, [COMPARE_EQ] = order == 0,
        [COMPARE_NE] = order != 0, [COMPARE_GT] = order > 0, [COMPARE_GE] = order >= 0,
    };
    return new_bool(vm, answers[op]);
}

static Object *cell_type_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    return args_check(vm, "cell", count, 0, 1) ? cell_new(vm, count ? args[0] : NULL) : NULL;
}

static const GetSetDef cell_getset[] = {{"cell_contents", cell_get, cell_set, NULL}, {0}};

const TypeSpec cell_spec = {
    .name = "cell", .size = sizeof(Cell), .flags = TYPE_HAS_GC,
    .slots = {.dealloc = cell_dealloc, .traverse = cell_traverse, .clear = cell_clear, .repr = cell_repr,
              .new = cell_type_new, .compare = cell_compare},
    .getset = cell_getset,
};
