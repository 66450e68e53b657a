/* The roots: what frames hold, and what the interpreter keeps for itself. */
#include "python/objects/function.h"
#include "python/opcode.h"
#include "python/references.h"
#include "python/stack_use.h"
#include "python/vm.h"

/* ---- frames ---- */

static void tell_stack_use(Reference *reference, const Code *code, const StackUse *use)
{
    uint32_t arguments = code->instrs[use->instruction].arg;
    reference->role = HOLDER_TEMPORARY;
    switch (use->op) {
    case OP_FOR_ITER:
        reference->role = HOLDER_ITERATOR;
        reference->index = code->positions[use->instruction].line;
        reference->is_part = true;
        reference->inner = HOLDER_ITERATOR;
        return;
    case OP_RETURN_VALUE:
        reference->role = HOLDER_RETURNED;
        return;
    case OP_CALL:
        reference->role = HOLDER_ARGUMENT;
        reference->word = use->operand < arguments ? "argument" : "callable";
        return;
    case OP_CALL_FUNCTION_EX:
        reference->role = HOLDER_ARGUMENT;
        reference->word = use->operand <= (arguments & 1) ? "arguments" : "callable";
        return;
    default:
        reference->word = opcode_info(use->op)->name;
    }
}

static void tell_construction(Reference *reference, int64_t place)
{
    static const char *const words[FRAME_SPARE] = {"tuple of arguments", "dict of named arguments", "new instance"};
    reference->role = HOLDER_ARGUMENT;
    reference->word = words[place];
}

/* What the array holds in which arguments by name are laid beside the others, for the call of a class: see
 * push_construction in eval.c. The spare values begin at `top`. */
static int visit_unpacked(Vm *vm, Frame *frame, Reference reference, Object **top, ReferenceVisitor visit, void *context)
{
    uint32_t count = frame->code->instrs[frame_instruction(frame)].arg;
    reference.role = HOLDER_ARGUMENT;
    reference.word = "array of arguments";
    reference.index = -1;
    reference.target = top[2];
    int result = top[1] ? visit(vm, &reference, context) : 0;
    for (uint32_t i = 0; top[1] && i < count && !result; i++) {
        reference.target = top[(ptrdiff_t)i - (ptrdiff_t)count];
        result = visit(vm, &reference, context);
    }
    return result;
}

/* The instruction at `next` - 1 is about to run or has not taken its values yet; but a caller whose call runs as a frame
 * of the same loop has given its values away, and its result will come on top. Not so the caller of a class. */
static int visit_stack(Vm *vm, Frame *frame, Reference reference, const Frame *called, ReferenceVisitor visit,
                       void *context)
{
    bool constructs = called && called->construct;
    bool given = (called && !called->entry && !constructs) || frame->owner == FRAME_IN_GENERATOR;
    uint32_t start = frame_instruction(frame) + (given && frame->next > frame->code->instrs);
    Object **top = frame->top - (constructs ? FRAME_SPARE : 0);
    for (Object **p = frame_stack_base(frame); p < frame->top; p++) {
        StackUse use;
        reference.target = *p;
        reference.role = HOLDER_TEMPORARY;
        reference.word = NULL;
        reference.index = -1;
        reference.is_part = false;
        reference.inner = 0;
        if (!*p)
            continue;
        if (p >= top)
            tell_construction(&reference, p - top);
        else if (stack_use_find(frame->code, start, (uint32_t)(top - p) - 1 + given, &use))
            tell_stack_use(&reference, frame->code, &use);
        int result = visit(vm, &reference, context);
        if (result)
            return result;
    }
    return constructs ? visit_unpacked(vm, frame, reference, top, visit, context) : 0;
}

static int visit_variables(Vm *vm, Frame *frame, Reference reference, ReferenceVisitor visit, void *context)
{
    const Code *code = frame->code;
    for (int i = 0; i < code->locals_count; i++) {
        bool may_be_cell = (code->local_kinds[i] & (LOCAL_CELL | LOCAL_FREE)) && frame->slots[i];
        bool in_cell = may_be_cell && is_exact(frame->slots[i], CELL);
        reference.target = frame->slots[i];
        reference.role = in_cell ? HOLDER_CELL : HOLDER_NAME;
        reference.is_part = in_cell;
        reference.inner = in_cell ? HOLDER_CELL : 0;
        reference.label = tuple_item(code->local_names, i);
        int result = reference.target ? visit(vm, &reference, context) : 0;
        if (result)
            return result;
    }
    return 0;
}

typedef struct FramePart { Object *target; const char *word; HolderRole role; bool is_part; } FramePart;

static int visit_parts(Vm *vm, const Frame *frame, Reference reference, ReferenceVisitor visit, void *context)
{
    bool owns = !frame->function;
    const FramePart parts[] = {
        {frame->function, "the function", HOLDER_RUNNING, false},
        {OBJECT(frame->code), "the code", HOLDER_RUNNING, false},
        {frame->locals, "the names", HOLDER_NAMESPACE, true},
        {OBJECT(frame->object), "the frame object", HOLDER_RUNNING, false},
        {owns ? frame->globals : NULL, "the global names", HOLDER_NAMESPACE, false},
        {owns ? frame->builtins : NULL, "the built-in names", HOLDER_NAMESPACE, false},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        reference.target = parts[i].target;
        reference.role = (uint8_t)parts[i].role;
        reference.word = parts[i].word;
        reference.is_part = parts[i].is_part;
        int result = parts[i].target ? visit(vm, &reference, context) : 0;
        if (result)
            return result;
    }
    return 0;
}

static int visit_frame(Vm *vm, Frame *frame, Object *holder, const Frame *called, ReferenceVisitor visit, void *context)
{
    Reference reference = {.holder = holder, .frame = frame, .index = -1};
    int result = visit_parts(vm, frame, reference, visit, context);
    if (!result)
        result = visit_variables(vm, frame, reference, visit, context);
    return result ? result : visit_stack(vm, frame, reference, called, visit, context);
}

int references_of_frame(Vm *vm, Frame *frame, Object *holder, ReferenceVisitor visit, void *context)
{
    return visit_frame(vm, frame, holder, NULL, visit, context);
}

/* ---- the interpreter ---- */

typedef struct Rooter { ReferenceVisitor visit; void *context; int result; } Rooter;

static void visit_root(Vm *vm, Rooter *r, Object *target, const char *word)
{
    Reference reference = {.target = target, .role = HOLDER_INTERPRETER, .word = word, .index = -1};
    if (target && !r->result)
        r->result = r->visit(vm, &reference, r->context);
}

static void visit_rows(Vm *vm, Rooter *r, Object *const *items, int count, const char *word)
{
    for (int i = 0; i < count; i++)
        visit_root(vm, r, items[i], word);
}

static void visit_immortals(Vm *vm, Rooter *r)
{
    for (int i = 0; i < TYPE_COUNT; i++)
        visit_root(vm, r, &vm->types[i].head, "built-in type");
    Object *singletons[] = {none(vm), not_implemented(vm), &vm->ellipsis.head, bool_object(vm, false),
                            bool_object(vm, true)};
    visit_rows(vm, r, singletons, 5, "the only one of its type or value");
    for (int i = 0; i < SMALL_INT_COUNT; i++)
        visit_root(vm, r, &vm->small_ints[i].value.head, "small int");
    for (int i = 0; i < 256; i++)
        visit_root(vm, r, &vm->characters[i].value.head, "one character, shared");
    Object *empty[] = {vm->empty_str, vm->empty_tuple, vm->empty_bytes, vm->empty_frozenset};
    visit_rows(vm, r, empty, 4, "the empty one, shared");
    visit_rows(vm, r, vm->names, NAME_COUNT, "a name that it looks up");
    visit_rows(vm, r, vm->library_types, LIBRARY_TYPE_COUNT, "library type");
    visit_rows(vm, r, vm->letters, VM_LETTERS, "one letter, interned");
    visit_rows(vm, r, vm->bytes_of_one, 256, "one byte, shared");
}

/* The dict of interned str is left out: what it refers to does not count (see str_intern). */
static void visit_registers(Vm *vm, Rooter *r)
{
    const struct { Object *target; const char *word; } registers[] = {
        {vm->raised, "exception on its way"}, {vm->handled_base.value, "exception being handled"},
        {vm->shown_exception, "exception that ended the program"}, {vm->builtins, "the built-in names"},
        {vm->modules, "sys.modules"}, {vm->main_module, "__main__"}, {vm->memory_error, "made in advance"},
        {vm->repr_active, "objects being shown"}, {vm->gc.garbage, "gc.garbage"}, {vm->gc.callbacks, "gc.callbacks"},
    };
    for (size_t i = 0; i < sizeof registers / sizeof *registers; i++)
        visit_root(vm, r, registers[i].target, registers[i].word);
}

int references_of_roots(Vm *vm, ReferenceVisitor visit, void *context)
{
    Rooter rooter = {visit, context, 0};
    const Frame *called = NULL;
    for (Frame *frame = vm->frame; frame && !rooter.result; frame = frame->back) {
        rooter.result = visit_frame(vm, frame, NULL, called, visit, context);
        called = frame;
    }
    visit_registers(vm, &rooter);
    visit_immortals(vm, &rooter);
    return rooter.result;
}
