/* The adapter between the machine interface and the evaluation loop: where the loop stops, and how it is left.
 *
 * A stop is visited where it happens, with the C stack as it is. If the visitor leaves and the stack is flat (one run of
 * the loop and nothing else), the loop returns with everything it needs in the arena and eval_resume goes on later. If
 * not, a longjmp drops the C stack and with it the run's meaning: the arena is torn and must be restored.
 */
#include "python/python.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "python/alloc_map.h"
#include "python/audit.h"
#include "python/eval.h"
#include "python/gc.h"
#include "python/modules/module.h"
#include "python/object_structs.h"
#include "python/parser.h"
#include "python/vm_life.h"

typedef struct PythonMachine {
    Arena arena;
    Vm *vm;
    MachineHost *host;
    char *name, *text, *argument;      /* of the program; never change */
    size_t length;

    /* of the run under way */
    RunVisitor visit;
    void *context;
    Position target;           /* the next position that the visitor wants to see */
    jmp_buf leave;
    bool left, cancelled, ended;
    bool muted;                /* what runs is no part of the program's steps */
} PythonMachine;

static PythonMachine *machine_of(Machine *machine) { return (PythonMachine *)machine; }

/* ---- stops ---- */

/* Inside a collection the instruction under way is counted already, but not executed. */
Position python_position(const Vm *vm)
{
    bool inside = vm->gc.run.phase != COLLECTOR_NONE && vm->moment > 0 && vm->instruction > 0;
    return (Position){vm->step, vm->instruction - inside, vm->moment};
}

static bool is_flat(const Vm *vm) { return vm->eval_depth <= 1 && vm->gc.run.phase == COLLECTOR_NONE; }

static StopInfo stop_info(Vm *vm)
{
    return (StopInfo){
        .position = python_position(vm),
        .event = (StepEvent)vm->event,
        .line = vm->event_line,
        .depth = vm->depth,
        .flat = is_flat(vm),
        .newest_number = vm->next_number - 1,
        .collections = vm->gc.collections,
    };
}

/* What lies outside the structs but belongs to the state. */
static void set_used(Vm *vm)
{
    unsigned char *base = arena_segment_base(vm->arena, SEGMENT_FRAMES);
    unsigned char *end = vm->frames_top;
    if (vm->frame && vm->frame->owner == FRAME_ON_STACK && (unsigned char *)vm->frame->top > end)
        end = (unsigned char *)vm->frame->top;
    arena_set_used(vm->arena, SEGMENT_FRAMES, (size_t)(end - base));
}

static bool wants_instructions(const PythonMachine *m, uint64_t step)
{
    return m->target.step == step && (m->target.instruction > 0 || m->target.moment > 0);
}

/* The run is to be left here: returns false where the loop can be suspended, else does not return. */
static bool leave(PythonMachine *m)
{
    if (is_flat(m->vm))
        return false;
    longjmp(m->leave, 1);
}

/* Shows the stop to the visitor; true: go on. */
static bool visit(PythonMachine *m)
{
    Vm *vm = m->vm;
    set_used(vm);
    if (m->host->audit && is_flat(vm) && !audit_counts(vm, stderr, NULL))
        abort();
    StopInfo stop = stop_info(vm);
    RunAnswer answer = m->visit(m->context, &stop);
    if (answer.leave) {
        m->left = true;
        return leave(m);
    }
    m->target = answer.next;
    vm->slow = m->host->audit || wants_instructions(m, vm->step);
    if (machine_host_arm(m->host, m->target.step))
        return true;
    m->cancelled = true;
    return leave(m);
}

bool vm_stop(Vm *vm, StepEvent event, int line, Pending pending)
{
    PythonMachine *m = vm->machine;
    vm->instruction = vm->moment = 0;
    vm->event = (uint8_t)event;
    vm->event_line = line;
    if (!m || m->muted)
        return true;
    vm->slow = m->host->audit || wants_instructions(m, vm->step);
    if (vm->step < atomic_load_explicit(&m->host->stop_at, memory_order_relaxed))
        return true;           /* here because of slow mode only */
    vm->pending = (uint8_t)pending;
    if (machine_host_cancelled(m->host)) {
        m->cancelled = true;
        return leave(m);
    }
    if (wants_instructions(m, vm->step) && vm->step >= m->target.step)
        goto on;               /* the event itself is not asked for, an instruction behind it is */
    if (!visit(m))
        return false;
on:
    vm->pending = PENDING_NONE;
    return true;
}

bool vm_slow_instruction(Vm *vm, const Instr *instr)
{
    PythonMachine *m = vm->machine;
    unsigned op = instr->op;
    if (!m || op == OP_LINE || op == OP_LINE_CHECK || op == OP_RESUME || op == OP_NOP)
        return true;
    if (m->host->audit && is_flat(vm) && !audit_counts(vm, stderr, NULL))
        abort();
    if (vm->instruction > 0)
        vm->moment = 0;        /* none belongs to an instruction that is not counted: they go on */
    Position here = {vm->step, vm->instruction, 0};
    bool shown = vm->instruction_shown;
    vm->instruction_shown = false;
    if (vm->instruction > 0 && !shown && position_compare(here, m->target) >= 0) {
        vm->pending = PENDING_NONE;
        if (!visit(m)) {
            vm->instruction_shown = true;
            return false;
        }
        if (vm->step < m->target.step && !m->host->audit)
            vm->slow = false;
    }
    vm->instruction++;
    return true;
}

void vm_collector_stop(Vm *vm)
{
    PythonMachine *m = vm->machine;
    if (!m || m->muted)
        return;
    vm->moment++;
    if (position_compare(python_position(vm), m->target) >= 0)
        visit(m);              /* does not come back when the visitor leaves */
}

void vm_abort(Vm *vm)
{
    PythonMachine *m = vm->machine;
    if (m) {
        m->cancelled = true;
        longjmp(m->leave, 1);
    }
    vm->aborting = true;
    vm_raise_object(vm, TYPE_KeyboardInterrupt, NULL);
}

/* ---- the end of the program ---- */

/* Telling an exception may run code of the program, its __str__ or the `write` of its sys.stderr: that is no step of it. */
typedef struct Quiet { PythonMachine *machine; uint64_t step; } Quiet;

static Quiet quiet_begin(PythonMachine *m)
{
    Quiet quiet = {m, m->vm->step};
    m->vm->slow = false;
    m->muted = true;
    return quiet;
}

static void quiet_end(Quiet quiet)
{
    quiet.machine->muted = false;
    quiet.machine->vm->step = quiet.step;
}

/* Takes the text over; NULL writes nothing. */
static void write_text(PythonMachine *m, Object *text)
{
    Quiet quiet = quiet_begin(m);
    stderr_write_text(m->vm, text);
    quiet_end(quiet);
    xdecref(m->vm, text);
}

/* SystemExit: its code; anything else that is no int is printed. */
static int32_t exit_code(PythonMachine *m, Object *exception)
{
    Vm *vm = m->vm;
    Object *code = exception_field(exception, SYSTEM_EXIT_CODE);
    if (!code || code == none(vm))
        return 0;
    int overflow = 0;
    if (is_int(vm, code))
        return (int32_t)(int_as_i64(vm, code, &overflow) & 0xff);
    Object *text = object_str(vm, code);
    vm_clear_error(vm);
    write_text(m, text);
    write_text(m, str_from_c(vm, "\n"));
    return 1;
}

static Object *format_quietly(PythonMachine *m, Object *exception)
{
    Quiet quiet = quiet_begin(m);
    Object *text = traceback_format(m->vm, exception);
    quiet_end(quiet);
    return text;
}

/* The program's own sys.excepthook, where it has put one: borrowed. */
static Object *own_hook(Vm *vm)
{
    Object *sys = dict_get_str(vm, vm->modules, "sys");
    return sys && is_exact(sys, MODULE) ? dict_get_str(vm, module_dict(sys), "excepthook") : NULL;
}

/* Calls the hook with the exception's type, value and traceback. What the hook raises is told with the exception. */
static void call_hook(PythonMachine *m, Object *hook, Object *exception)
{
    Vm *vm = m->vm;
    Object *traceback = ((Exception *)exception)->traceback;
    Object *args[] = {OBJECT(object_type(vm, exception)), exception, traceback ? traceback : none(vm)};
    Quiet quiet = quiet_begin(m);
    incref(hook);
    Object *result = object_call(vm, hook, args, 3, NULL);
    decref(vm, hook);
    quiet_end(quiet);
    Object *failure = vm->raised;
    vm->raised = NULL;
    xdecref(vm, result);
    if (!failure)
        return;
    Object *told[] = {str_from_c(vm, "Error in sys.excepthook:\n"), format_quietly(m, failure),
                      str_from_c(vm, "\nOriginal exception was:\n"), format_quietly(m, exception)};
    for (int i = 0; i < 4; i++)
        write_text(m, told[i]);
    decref(vm, failure);
}

static void tell_quietly(PythonMachine *m, Object *exception)
{
    Vm *vm = m->vm;
    bool wanted_file = object_type(vm, exception) == builtin_type(vm, TYPE_FileNotFoundError);
    Object *told[] = {wanted_file ? str_from_c(vm, "refarrows gives programs no files; io.StringIO can stand for one\n")
                                  : import_advice(vm, exception), format_quietly(m, exception)};
    for (int i = 0; i < 2; i++)
        write_text(m, told[i]);
}

/* The program left its last frame: with a value, or with an exception that is told on stderr. */
static StepEvent finish(PythonMachine *m, Object *value)
{
    Vm *vm = m->vm;
    Object *exception = vm->raised;
    vm->raised = NULL;
    vm->finished = true;
    if (value || !exception) {
        xdecref(vm, value);
        return STEP_END;
    }
    vm->shown_exception = exception;
    if (object_is_instance(vm, exception, builtin_type(vm, TYPE_SystemExit))) {
        vm->exit_status = exit_code(m, exception);
        return STEP_END;
    }
    vm->exit_status = object_is_instance(vm, exception, builtin_type(vm, TYPE_KeyboardInterrupt)) ? EXIT_BY_INTERRUPT : 1;
    Object *hook = own_hook(vm);
    if (hook)
        call_hook(m, hook, exception);
    else
        tell_quietly(m, exception);
    vm_clear_error(vm);
    return STEP_ERROR;
}

static void report_end(PythonMachine *m, StepEvent event)
{
    Vm *vm = m->vm;
    vm->step++;
    vm->instruction = vm->moment = 0;
    vm->event = (uint8_t)event;
    vm->event_line = vm->frame ? frame_line(vm->frame) : 0;
    m->ended = true;
    m->target = (Position){vm->step, 0};
    visit(m);
}

/* ---- running ---- */

/* A stop where the machine stands already, for one who asks for it again. */
static bool stands_at_or_behind(Vm *vm, Position first)
{
    return vm->step != UINT64_MAX && position_compare(python_position(vm), first) >= 0;
}

static void run_on(PythonMachine *m)
{
    Vm *vm = m->vm;
    if (stands_at_or_behind(vm, m->target) && !visit(m))
        return;
    if (vm->finished)
        return;
    vm->slow = m->host->audit || wants_instructions(m, vm->step);
    vm->eval_depth = 1;
    Object *value = eval_resume(vm);
    vm->eval_depth = 0;
    if (!m->left && !m->cancelled)
        report_end(m, finish(m, value));
}

static RunResult python_run(Machine *machine, Position first, RunVisitor visitor, void *context)
{
    PythonMachine *m = machine_of(machine);
    m->visit = visitor;
    m->context = context;
    vm_find_c_stack(m->vm);
    m->target = first;
    m->left = m->cancelled = m->ended = m->muted = false;
    m->vm->watches_deaths = m->host->died != NULL;
    m->vm->dying = 0;
    if (!machine_host_arm(m->host, first.step))
        return (RunResult){RUN_CANCELLED, false};
    volatile bool torn = false;
    if (setjmp(m->leave) == 0)
        run_on(m);
    else
        torn = true;
    m->visit = NULL;
    RunEnd end = m->cancelled ? RUN_CANCELLED : m->ended || !m->left ? RUN_FINISHED : RUN_LEFT;
    return (RunResult){end, torn};
}

/* ---- loading ---- */

static void fill_error(SourceError *error, const char *kind, const char *message)
{
    memset(error, 0, sizeof *error);
    snprintf(error->kind, sizeof error->kind, "%s", kind);
    snprintf(error->message, sizeof error->message, "%s", message);
    size_t size = strlen(kind) + strlen(message) + 4;
    error->report = malloc(size);
    if (error->report)
        snprintf(error->report, size, "%s: %s\n", kind, message);
}

/* A SyntaxError that the compiler raised, as the machine tells it. */
static void error_from_exception(Vm *vm, SourceError *error)
{
    Object *exception = vm->raised;
    vm->raised = NULL;
    Object *last = exception_last_line(vm, exception);
    Object *report = traceback_format(vm, exception);
    Utf8Buffer buffer;
    const char *text = last ? str_utf8(vm, last, &buffer, NULL) : NULL;
    fill_error(error, object_type(vm, exception)->c_name, text ? text : "");
    const char *colon = strstr(error->message, ": ");
    if (colon)
        memmove(error->message, colon + 2, strlen(colon + 2) + 1);
    if (text)
        utf8_buffer_finish(&buffer);
    text = report ? str_utf8(vm, report, &buffer, NULL) : NULL;
    if (text) {
        free(error->report);
        error->report = strdup(text);
        utf8_buffer_finish(&buffer);
    }
    int overflow;
    Object *line = exception_field(exception, SYNTAX_ERROR_LINENO);
    if (object_is_instance(vm, exception, builtin_type(vm, TYPE_SyntaxError)) && line && is_int(vm, line))
        error->line = (int)int_as_i64(vm, line, &overflow);
    xdecref(vm, last);
    xdecref(vm, report);
    decref(vm, exception);
}

static int prepare_frame(Vm *vm, Code *code)
{
    Object *globals = module_dict(vm->main_module);
    Frame *frame = frame_push(vm, NULL, code, globals, vm->builtins, incref(globals));
    if (!frame)
        return -1;
    frame->entry = true;
    vm->frame = frame;
    vm->depth = 1;
    return 0;
}

static int compile_program(PythonMachine *m, Module *module, SourceError *error)
{
    Vm *vm = m->vm;
    Object *filename = str_from_c(vm, m->name);
    CompileOptions options = {.filename = filename, .text = m->text, .text_length = m->length};
    Object *code = filename ? compile_module(vm, module, &options) : NULL;
    xdecref(vm, filename);
    Object *dict = module_dict(vm->main_module);
    int result = code ? dict_set_str(vm, dict, "__file__", ((Code *)code)->filename) : -1;
    if (result == 0)
        result = dict_set_str(vm, dict, "__cached__", none(vm));
    if (result == 0)
        result = prepare_frame(vm, (Code *)code);
    xdecref(vm, code);
    if (result < 0)
        error_from_exception(vm, error);
    return result;
}

static int load_program(PythonMachine *m, SourceError *error)
{
    Region region;
    SyntaxProblem problem;
    region_init(&region);
    Module *module = parse_source(&region, m->name, m->text, m->length, PARSE_EXEC, &problem);
    int result = module ? compile_program(m, module, error) : -1;
    if (!module)
        syntax_problem_to_source_error(&problem, m->name, error);
    syntax_problem_finish(&problem);
    region_finish(&region);
    return result;
}

static void python_destroy(Machine *machine)
{
    PythonMachine *m = machine_of(machine);
    if (!m)
        return;
    arena_finish(&m->arena);
    free(m->name);
    free(m->argument);
    free(m->text);
    free(m);
}

static Machine *python_load(const Source *source, MachineHost *host, SourceError *error)
{
    PythonMachine *m = calloc(1, sizeof *m);
    memset(error, 0, sizeof *error);
    if (m) {
        m->host = host;
        m->name = strdup(source->name);
        m->argument = strdup(source->argument ? source->argument : source->name);
        m->text = malloc(source->length + 1);
        m->length = source->length;
    }
    if (!m || !m->name || !m->argument || !m->text || !arena_init(&m->arena, vm_segment_sizes, SEGMENT_COUNT)) {
        fill_error(error, "MemoryError", "there is not enough memory to start");
        python_destroy((Machine *)m);
        return NULL;
    }
    memcpy(m->text, source->text, source->length);
    m->text[source->length] = 0;
    m->vm = (Vm *)m->arena.base;
    if (vm_start(m->vm, &m->arena, host) < 0) {
        fill_error(error, "MemoryError", "there is not enough memory to start");
        python_destroy((Machine *)m);
        return NULL;
    }
    m->vm->machine = m;
    m->vm->program_name = m->name;
    m->vm->program_argument = m->argument;
    m->vm->program_text = m->text;
    m->vm->program_length = m->length;
    if (load_program(m, error) == 0) {
        gc_set_quiet_since(m->vm, m->vm->first_number);    /* tuples of the code: nothing of them is shown */
        set_used(m->vm);
        return (Machine *)m;
    }
    python_destroy((Machine *)m);
    return NULL;
}

/* ---- the rest of the interface ---- */

static Arena *python_arena(Machine *machine) { return &machine_of(machine)->arena; }

Vm *python_vm(Machine *machine) { return machine_of(machine)->vm; }

static StopInfo python_where(Machine *machine) { return stop_info(machine_of(machine)->vm); }

static void fill_view(Machine *machine, const ViewOptions *options, View *view)
{
    python_view(machine_of(machine)->vm, options, view);
}

static void find_holders(Machine *machine, const uint64_t *numbers, uint32_t count, uint32_t most, HolderList *list)
{
    python_holders(machine_of(machine)->vm, numbers, count, most, list);
}

static bool is_alive(Machine *machine, uint64_t number, uint64_t address)
{
    return python_alive(machine_of(machine)->vm, number, address);
}

static uint64_t find_target(Machine *machine, const HolderSlot *slot)
{
    return python_target(machine_of(machine)->vm, slot);
}

static void fill_pools(Machine *machine, const PoolOptions *options, PoolMap *map)
{
    alloc_map(machine_of(machine)->vm, options, map);
}

static bool fill_bytes(Machine *machine, uint64_t number, ObjectBytes *bytes)
{
    return object_structs(machine_of(machine)->vm, number, bytes);
}

static void python_restored(Machine *machine)
{
    Vm *vm = machine_of(machine)->vm;
    vm->eval_depth = 0;
    vm_find_c_stack(vm);
}

static int python_exit_status(Machine *machine) { return machine_of(machine)->vm->exit_status; }

void python_finish(Machine *machine)
{
    PythonMachine *m = machine_of(machine);
    Vm *vm = m->vm;
    Frame *frame = vm->frame;
    vm_find_c_stack(vm);
    vm->machine = NULL;        /* no events, no stops */
    vm->eval_depth = 1;        /* or the frame of a finalizer, having none below it, would be taken for the program's */
    object_replace(vm, &vm->shown_exception, NULL);
    if (frame) {
        vm->frame = NULL;
        frame_end(vm, frame);
    }
    vm_finish_program(vm);
}

const MachineLanguage python_language = {
    .name = "python",
    .has_collector = true,
    .load = python_load,
    .destroy = python_destroy,
    .arena = python_arena,
    .run = python_run,
    .where = python_where,
    .view = fill_view,
    .holders = find_holders,
    .alive = is_alive,
    .target = find_target,
    .restored = python_restored,
    .exit_status = python_exit_status,
    .pools = fill_pools,
    .bytes = fill_bytes,
};
