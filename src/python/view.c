/* The interpreter's state as a view: read out of the memory of the run, changing nothing. */
#include "python/view_parts.h"

#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"
#include "python/disassemble.h"
#include "python/garbage.h"
#include "python/gc_view.h"
#include "python/objects/function.h"
#include "python/opcode.h"

/* ---- frames ---- */

static bool shows_hidden(const Viewer *v) { return v->options->library || v->options->hidden_names; }

static bool shows_name(const Viewer *v, const Object *name)
{
    return is_str(v->vm, name) && (shows_hidden(v) || !viewer_is_special_name(name));
}

/* Names that the compiler stores on its own account in the body of a class or a module. */
static bool is_made_by_compiler(const Object *name)
{
    static const char *const names[] = {"__module__", "__qualname__", "__doc__", "__annotations__", "__classcell__"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equals_c(name, names[i]))
            return true;
    return false;
}

/* The names that the code itself binds, in its order, whether they are bound yet or not: so the frame has its rows
 * from the beginning. Marks them in `stored`, by index in code->names. */
static void add_stored_names(Viewer *v, const Code *code, Object *dict, bool *stored)
{
    for (uint32_t i = 0; i < code->instr_count; i++) {
        const Instr *instr = &code->instrs[i];
        if (instr->op != OP_STORE_NAME || stored[instr->arg])
            continue;
        Object *name = tuple_item(code->names, instr->arg);
        stored[instr->arg] = true;
        if (shows_name(v, name) || !is_made_by_compiler(name))
            viewer_slot(v, ROLE_NAME, viewer_text(v, name), dict_get(v->vm, dict, name));
    }
}

static bool is_stored(const Code *code, const bool *stored, const Object *name)
{
    for (int64_t i = 0; i < tuple_length(code->names); i++)
        if (stored[i] && tuple_item(code->names, i) == name)
            return true;
    return false;
}

static void add_namespace(Viewer *v, const Code *code, Object *dict)
{
    int64_t position = 0;
    Object *name, *value;
    bool *stored = memory_resize(NULL, (size_t)tuple_length(code->names) + 1);
    memset(stored, 0, (size_t)tuple_length(code->names) + 1);
    add_stored_names(v, code, dict, stored);
    while (dict_next(dict, &position, &name, &value))
        if (shows_name(v, name) && !is_stored(code, stored, name))
            viewer_slot(v, ROLE_NAME, viewer_text(v, name), value);
    free(stored);
}

static void add_locals(Viewer *v, Frame *frame)
{
    const Code *code = frame->code;
    for (int i = 0; i < code->locals_count; i++) {
        Object *name = tuple_item(code->local_names, i);
        if (str_at((const Str *)name, 0) == '.' && !shows_hidden(v))
            continue;          /* the hidden argument of a comprehension */
        viewer_slot(v, ROLE_NAME, viewer_text(v, name), frame_variable(v->vm, frame, i));
    }
}

static void add_temporaries(Viewer *v, Frame *frame)
{
    if (frame == v->vm->frame && v->vm->gc.run.phase != COLLECTOR_NONE)
        return;                /* the instruction under way keeps the top of the stack to itself */
    for (Object **p = frame_stack_base(frame); v->options->evaluation_stack && p < frame->top; p++)
        if (*p)
            viewer_slot(v, ROLE_STACK, (ViewText){0, 0}, *p);
}

/* The value that the frame which runs is about to return, at that event. */
static Object *value_returned(const Vm *vm)
{
    bool returns = vm->event == STEP_RETURN && vm->frame && vm->instruction == 0 && !vm->raised
        && vm->gc.run.phase == COLLECTOR_NONE;
    return returns && vm->frame->top > frame_stack_base(vm->frame) ? vm->frame->top[-1] : NULL;
}

static void add_return(Viewer *v, const Frame *frame)
{
    bool asked = v->options->return_slot && frame == v->vm->frame && frame->back && !frame->code->is_class_body;
    Object *value = asked ? value_returned(v->vm) : NULL;
    if (value)
        viewer_slot(v, ROLE_RETURN, (ViewText){0, 0}, value);
}

/* The exception that leaves the frame which runs, from where it was raised until a clause stops it. */
static void add_raised(Viewer *v, const Frame *frame)
{
    const Vm *vm = v->vm;
    bool leaves = vm->event == STEP_EXCEPTION || vm->event == STEP_RETURN;
    if (v->options->return_slot && frame == vm->frame && leaves && vm->raised && vm->instruction == 0)
        viewer_slot(v, ROLE_RAISED, (ViewText){0, 0}, vm->raised);
}

static const Instr *instruction_of(const Frame *frame)
{
    return &frame->code->instrs[frame_instruction(frame)];
}

/* The instruction that the frame is at. Where a run was left inside a step the machine stands before it, while it is visited
 * behind it. */
static uint32_t place_in_code(const Vm *vm, const Frame *frame)
{
    bool is_left = frame == vm->frame && vm->instruction_shown;
    return is_left ? (uint32_t)(frame->next - frame->code->instrs) : frame_instruction(frame);
}

static int line_of(const Vm *vm, const Frame *frame)
{
    if (frame == vm->frame && vm->event_line && !vm->instruction)
        return vm->event_line;
    return frame == vm->frame && vm->instruction_shown ? frame->code->positions[place_in_code(vm, frame)].line
                                                       : frame_line(frame);
}

static void add_frame(Viewer *v, Frame *frame)
{
    Vm *vm = v->vm;
    const Code *code = frame->code;
    ViewText name = viewer_text(v, code->name);
    ViewFrame *out = view_add_frame(v->view);
    uint32_t place = v->view->frame_count - 1;
    out->number = frame->number;
    out->parent = frame->function ? ((Function *)frame->function)->parent : 0;
    out->name = name;
    out->line = line_of(vm, frame);
    out->called_from = frame->back ? frame_line(frame->back) : 0;
    out->is_module = !frame->back;
    out->is_class_body = code->is_class_body;
    out->is_generator = (code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) != 0;
    out->is_active = frame == vm->frame;
    out->is_returning = frame == vm->frame && vm->event == STEP_RETURN;
    out->is_yielding = out->is_returning && !vm->raised && instruction_of(frame)->op == OP_YIELD_VALUE;
    out->is_resumed = out->is_generator && frame == vm->frame && vm->event == STEP_CALL
                      && !(instruction_of(frame)->op == OP_RESUME && instruction_of(frame)->arg == RESUME_START);
    out->first_slot = v->view->slot_count;
    if (frame->locals && !(code->flags & CODE_OPTIMIZED) && is_dict(vm, frame->locals))
        add_namespace(v, code, frame->locals);
    else
        add_locals(v, frame);
    add_return(v, frame);
    add_raised(v, frame);
    add_temporaries(v, frame);
    v->view->frames[place].slot_count = v->view->slot_count - v->view->frames[place].first_slot;
}

/* Oldest first: the chain is walked to its end and back. */
static void add_frames(Viewer *v, Frame *frame)
{
    uint32_t count = 0;
    for (Frame *f = frame; f; f = f->back)
        count++;
    Frame **all = malloc((count + 1) * sizeof *all);
    if (!all)
        return;
    uint32_t n = count;
    for (Frame *f = frame; f; f = f->back)
        all[--n] = f;
    for (uint32_t i = 0; i < count; i++)
        if (!all[i]->code->is_library || v->options->library)
            add_frame(v, all[i]);
    free(all);
}

/* The index of the instruction that comes next; false where an event says that the frame is about to be left. An event
 * is shown as it is however the machine came there, by instructions or not. */
static bool find_next_instruction(const Vm *vm, const Frame *frame, uint32_t *index)
{
    const Code *code = frame->code;
    if (vm->instruction == 0 && vm->event != STEP_LINE && vm->event != STEP_CALL)
        return false;
    *index = vm->instruction ? place_in_code(vm, frame) : frame_instruction(frame);
    const Instr *end = code->instrs + code->instr_count, *at = code->instrs + *index;
    while (at < end && (at->op == OP_LINE || at->op == OP_LINE_CHECK))
        at++;                  /* they only mark the line, and are no stop of their own */
    *index = (uint32_t)(at - code->instrs);
    return *index < code->instr_count;
}

static void add_instruction(Viewer *v)
{
    char operand[200];
    const Frame *frame = v->vm->frame;
    ViewInstruction *next = &v->view->next;
    if (!frame || !v->options->evaluation_stack || frame->code->is_library)
        return;
    uint32_t index;
    if (!find_next_instruction(v->vm, frame, &index))
        return;
    const CodePosition *position = &frame->code->positions[index];
    next->name = view_add_string(v->view, opcode_info(frame->code->instrs[index].op)->name);
    disassemble_operand(v->vm, frame->code, index, operand, sizeof operand);
    next->operand = view_add_string(v->view, operand);
    next->line = position->line;
    next->end_line = position->end_line;
    next->column = position->column;
    next->end_column = position->end_column;
}

static void add_event(Viewer *v)
{
    Vm *vm = v->vm;
    View *view = v->view;
    Position position = python_position(vm);
    view->step = vm->step;
    view->instruction = position.instruction;
    view->moment = position.moment;
    view->event = vm->event;
    view->line = vm->event_line;
    view->newest_number = vm->next_number - 1;
    view->output_length = vm->output_length[OUTPUT_STDOUT];
    view->error_length = vm->output_length[OUTPUT_STDERR];
    view->return_value = view->exception = VIEW_NONE;
    Object *exception = vm->event == STEP_EXCEPTION ? vm->raised : vm->event == STEP_ERROR ? vm->shown_exception : NULL;
    if (exception) {
        view->exception = viewer_place(v, exception);
        safe_error_line(vm, exception, &v->repr);
        view->error = view_add_text(view, v->repr.bytes, v->repr.length);
    }
    Object *returned = value_returned(vm);
    if (returned)
        view->return_value = viewer_place(v, returned);
}

/* Not followed to the end: what is missing would count as garbage. */
static void add_garbage(Viewer *v)
{
    uint32_t count;
    bool complete;
    if (v->view->truncated)
        return;
    Object **found = garbage_find(v->vm, &v->index, &count, &complete);
    v->view->truncated = !complete;
    for (uint32_t i = 0; i < count && !v->view->truncated; i++) {
        int32_t place = viewer_place(v, found[i]);
        if (place == VIEW_NONE)
            break;
        v->view->objects[place].flags |= OBJECT_STRANDED;
        viewer_follow(v);
    }
    free(found);
}

void python_view(Vm *vm, const ViewOptions *options, View *view)
{
    Viewer v = {.vm = vm, .options = options, .view = view, .repr = {.limit = options->max_repr}};
    number_index_init(&v.index);
    number_index_reset(&v.index, 256);
    view_reset(view);
    if (vm->frame)
        add_frames(&v, vm->frame);
    add_event(&v);
    add_instruction(&v);
    viewer_follow(&v);
    add_garbage(&v);
    gc_view(vm, &v.index, view);
    number_index_finish(&v.index);
    free(v.queue);
    free(v.repr.bytes);
}
