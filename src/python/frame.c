/* Frames and frame objects. As CPython's frame.c and frameobject.c. */
#include "python/frame.h"

#include <string.h>

#include "python/objects/function.h"
#include "python/vm.h"

void frame_stack_init(Vm *vm)
{
    vm->frames_top = arena_segment_base(vm->arena, SEGMENT_FRAMES);
    vm->frames_end = vm->frames_top + vm->arena->segments[SEGMENT_FRAMES].size;
}

Frame *frame_push(Vm *vm, Object *function, Code *code, Object *globals, Object *builtins, Object *locals)
{
    if (vm->depth + vm->c_depth >= vm->recursion_limit + (vm->recursion_headroom ? 50u : 0u)) {
        vm->recursion_headroom = true;
        vm_raise(vm, TYPE_RecursionError, "maximum recursion depth exceeded");
        vm->recursion_headroom = false;
        return NULL;
    }
    size_t size = frame_size(code);
    if (size > (size_t)(vm->frames_end - vm->frames_top))
        return vm_raise_memory(vm);
    Frame *frame = (Frame *)vm->frames_top;
    vm->frames_top += size;
    frame->back = vm->frame;
    frame->function = function;
    frame->code = (Code *)incref(&code->head);
    frame->globals = function ? globals : incref(globals);
    frame->builtins = function ? builtins : incref(builtins);
    frame->locals = locals;
    frame->object = NULL;
    frame->next = code->instrs;
    frame->top = frame->slots + code->locals_count;
    frame->number = ++vm->next_frame_number;
    frame->line = 0;
    frame->owner = FRAME_ON_STACK;
    frame->entry = frame->construct = false;
    memset(frame->slots, 0, (size_t)code->locals_count * sizeof(Object *));
    return frame;
}

void frame_clear(Vm *vm, Frame *frame)
{
    Object **top = frame->top;
    frame->top = frame->slots;
    for (Object **p = frame->slots; p < top; p++)
        object_replace(vm, p, NULL);
}

static void release_context(Vm *vm, Frame *frame)
{
    object_replace(vm, &frame->locals, NULL);
    if (!frame->function) {
        decref(vm, frame->globals);
        decref(vm, frame->builtins);
    }
    object_replace(vm, &frame->function, NULL);
    decref(vm, &frame->code->head);
}

/* The object of a frame that has ended refers to that of its caller, if there is memory for one. An exception on its way
 * stays what it is. */
static FrameObject *keep_caller(Vm *vm, Frame *back)
{
    Object *raised = vm->raised;
    vm->raised = NULL;
    FrameObject *object = frame_object(vm, back);
    if (!object)
        vm_clear_error(vm);
    vm->raised = raised;
    return object ? (FrameObject *)incref(&object->head) : NULL;
}

/* The frame has ended but a traceback or the program still refers to its object: it lives on inside that. */
static void move_into_object(Vm *vm, Frame *frame)
{
    FrameObject *object = frame->object;
    size_t used = (size_t)((unsigned char *)frame->top - (unsigned char *)frame);
    object->line = frame_line(frame);
    Frame *kept = (Frame *)object->storage;
    memcpy(kept, frame, used);
    kept->top = (Object **)((unsigned char *)kept + used);
    kept->owner = FRAME_IN_OBJECT;
    kept->object = NULL;       /* no reference to itself */
    object->frame = kept;
    object->complete = true;
    if (frame->back)
        object->back = keep_caller(vm, frame->back);
    kept->back = NULL;
    gc_track(vm, &object->head);
    decref(vm, &object->head);
}

void frame_end(Vm *vm, Frame *frame)
{
    bool on_stack = frame->owner == FRAME_ON_STACK;
    if (frame->object && frame->object->head.count > 1) {
        move_into_object(vm, frame);
    } else {
        if (frame->object) {
            frame->object->frame = NULL;
            frame->object->complete = true;
            object_replace(vm, (Object **)&frame->object, NULL);
        }
        frame_clear(vm, frame);
        release_context(vm, frame);
    }
    if (on_stack)
        vm->frames_top = (unsigned char *)frame;
}

FrameObject *frame_object(Vm *vm, Frame *frame)
{
    if (frame->owner == FRAME_IN_OBJECT)
        return (FrameObject *)((char *)frame - offsetof(FrameObject, storage));
    if (frame->object)
        return frame->object;
    FrameObject *object = (FrameObject *)object_new_zeroed(vm, builtin_type(vm, TYPE_FRAME),
                                                           sizeof *object + frame_size(frame->code));
    if (!object)
        return NULL;
    object->frame = frame;
    return frame->object = object;
}

uint32_t frame_instruction(const Frame *frame)
{
    ptrdiff_t i = frame->next - frame->code->instrs - 1;
    return i < 0 ? 0 : (uint32_t)i;
}

int frame_line(const Frame *frame)
{
    if (frame->next == frame->code->instrs)
        return frame->code->first_line;
    return frame->code->positions[frame_instruction(frame)].line;
}

int frame_traverse(Vm *vm, Frame *frame, VisitFunction visit, void *context)
{
    VISIT(frame->function);
    VISIT(frame->code);
    VISIT(frame->locals);
    VISIT(frame->object);
    if (!frame->function) {
        VISIT(frame->globals);
        VISIT(frame->builtins);
    }
    for (Object **p = frame->slots; p < frame->top; p++)
        VISIT(*p);
    return 0;
}

Object *frame_variable(Vm *vm, Frame *frame, int index)
{
    Object *value = frame->slots[index];
    unsigned char kind = frame->code->local_kinds[index];
    if (!value || !(kind & (LOCAL_CELL | LOCAL_FREE)))
        return value;
    /* before MAKE_CELL has run, an argument that is to be a cell is still the plain value */
    return is_exact(value, CELL) ? ((Cell *)value)->value : value;
}

Object *frame_locals(Vm *vm, Frame *frame)
{
    if (frame->locals && !(frame->code->flags & CODE_OPTIMIZED))
        return incref(frame->locals);
    if (!frame->locals && !(frame->locals = dict_new(vm)))
        return NULL;
    const Code *code = frame->code;
    for (int i = 0; i < code->locals_count; i++) {
        Object *name = tuple_item(code->local_names, i);
        Object *value = frame_variable(vm, frame, i);
        int result = 0;
        if (value)
            result = dict_set(vm, frame->locals, name, value);
        else if (dict_contains(vm, frame->locals, name) > 0)
            result = dict_delete(vm, frame->locals, name);
        if (result < 0)
            return NULL;
    }
    return incref(frame->locals);
}

/* ---- frame objects ---- */

static void frame_dealloc(Vm *vm, Object *self)
{
    FrameObject *object = (FrameObject *)self;
    gc_untrack(vm, self);
    if (object->frame && object->frame->owner == FRAME_IN_OBJECT) {
        frame_clear(vm, object->frame);
        release_context(vm, object->frame);
    }
    xdecref(vm, OBJECT(object->back));
    xdecref(vm, object->trace);
    object_free(vm, self);
}

static int frame_object_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    FrameObject *object = (FrameObject *)self;
    VISIT(object->back);
    VISIT(object->trace);
    if (object->frame && object->frame->owner == FRAME_IN_OBJECT)
        return frame_traverse(vm, object->frame, visit, context);
    return 0;
}

static int frame_object_clear(Vm *vm, Object *self)
{
    FrameObject *object = (FrameObject *)self;
    if (object->frame && object->frame->owner == FRAME_IN_OBJECT)
        frame_clear(vm, object->frame);        /* the dict that f_locals made stays, as in frame_tp_clear */
    return 0;
}

static uint64_t frame_size_of(Vm *vm, Object *self)
{
    /* as frame_sizeof: the header of CPython's frame object, its interpreter frame, and the slots */
    enum { NOMINAL_FRAME_OBJECT = 56, NOMINAL_FRAME = 80 };
    const FrameObject *object = (const FrameObject *)self;
    const Code *code = object->frame ? object->frame->code : NULL;
    uint64_t slots = code ? (uint64_t)(code->locals_count + code->stack_size) : 0;
    return NOMINAL_FRAME_OBJECT + NOMINAL_FRAME - 16 + slots * sizeof(Object *);
}

static Frame *live_frame(Vm *vm, Object *self)
{
    FrameObject *object = (FrameObject *)self;
    return object->frame ? object->frame : vm_raise(vm, TYPE_ValueError, "cannot access free variables of a dead frame");
}

static Object *get_locals(Vm *vm, Object *self, void *closure)
{
    Frame *frame = live_frame(vm, self);
    return frame ? frame_locals(vm, frame) : NULL;
}

static Object *get_line(Vm *vm, Object *self, void *closure)
{
    FrameObject *object = (FrameObject *)self;
    return int_from_i64(vm, object->complete || !object->frame ? object->line : frame_line(object->frame));
}

static Object *get_code(Vm *vm, Object *self, void *closure)
{
    Frame *frame = live_frame(vm, self);
    return frame ? incref(&frame->code->head) : NULL;
}

static Object *get_globals(Vm *vm, Object *self, void *closure)
{
    Frame *frame = live_frame(vm, self);
    return frame ? incref(frame->globals) : NULL;
}

static Object *get_builtins(Vm *vm, Object *self, void *closure)
{
    Frame *frame = live_frame(vm, self);
    return frame ? incref(frame->builtins) : NULL;
}

static Object *get_back(Vm *vm, Object *self, void *closure)
{
    FrameObject *object = (FrameObject *)self;
    if (object->back)
        return incref(&object->back->head);
    if (object->complete || !object->frame || !object->frame->back)
        return new_none(vm);
    FrameObject *back = frame_object(vm, object->frame->back);
    return back ? incref(&back->head) : NULL;
}

static Object *get_last_instruction(Vm *vm, Object *self, void *closure)
{
    FrameObject *object = (FrameObject *)self;
    return int_from_i64(vm, object->frame ? 2 * (int64_t)frame_instruction(object->frame) : -1);
}

static Object *frame_repr(Vm *vm, Object *self)
{
    FrameObject *object = (FrameObject *)self;
    if (!object->frame)
        return str_format(vm, "<frame at 0x%llx>", (unsigned long long)object_address(vm, self));
    int line = object->complete ? object->line : frame_line(object->frame);
    return str_format(vm, "<frame at 0x%llx, file %R, line %d, code %U>", (unsigned long long)object_address(vm, self),
                      object->frame->code->filename, line, object->frame->code->name);
}

static Object *frame_method_clear(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    FrameObject *object = (FrameObject *)self;
    if (object->frame && object->frame->owner == FRAME_ON_STACK)
        return vm_raise(vm, TYPE_RuntimeError, "cannot clear an executing frame");
    frame_object_clear(vm, self);
    return new_none(vm);
}

static const GetSetDef frame_getset[] = {
    {"f_locals", get_locals, NULL, NULL},   {"f_lineno", get_line, NULL, NULL}, {"f_code", get_code, NULL, NULL},
    {"f_globals", get_globals, NULL, NULL}, {"f_builtins", get_builtins, NULL, NULL},
    {"f_back", get_back, NULL, NULL},       {"f_lasti", get_last_instruction, NULL, NULL}, {0},
};

static const MethodDef frame_methods[] = {{"clear", frame_method_clear, METHOD_NO_ARGS, NULL}, {0}};

const TypeSpec frame_spec = {
    .name = "frame", .size = sizeof(FrameObject), .flags = TYPE_HAS_GC,
    .slots = {.dealloc = frame_dealloc, .traverse = frame_object_traverse, .clear = frame_object_clear,
              .repr = frame_repr, .size_of = frame_size_of},
    .methods = frame_methods, .getset = frame_getset,
};
