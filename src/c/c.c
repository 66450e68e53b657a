/* The adapter between the machine interface and the loop that executes instructions: where it stops, and how the program
 * begins and ends. The C stack is flat at every stop, since nothing in the library calls back. */
#include "c/c.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "c/library/stdio.h"
#include "c/space.h"

typedef struct CMachine {
    Arena arena;
    CVm *vm;
    CProgram *program;
    MachineHost *host;

    /* of the run under way */
    RunVisitor visit;
    void *context;
    Position target;           /* the next position that the visitor wants to see */
    bool left, cancelled, ended, torn;
    CTouched touched;
} CMachine;

enum { STACK_ARGUMENTS = 4096 };       /* at the top of the stack: the program's arguments */

static CMachine *machine_of(Machine *machine) { return (CMachine *)machine; }

CVm *c_vm(Machine *machine) { return machine_of(machine)->vm; }

/* ---- stops ---- */

static StopInfo stop_info(const CVm *vm)
{
    return (StopInfo){.position = {vm->step, vm->instruction}, .event = (StepEvent)vm->event, .line = vm->event_line,
                      .depth = vm->depth - vm->hidden_frames, .flat = true, .newest_number = vm->next_number - 1};
}

static bool wants_instructions(const CMachine *m, uint64_t step)
{
    return m->target.step == step && m->target.instruction > 0;
}

/* What lies outside the struct but belongs to the state. */
static void set_used(CVm *vm)
{
    size_t top = STACK_TOP_PART;
    bool deep = vm->lowest_sp < C_STACK_TOP - top;
    arena_set_used(vm->arena, SEGMENT_FRAMES, vm->depth * sizeof *vm->frames);
    arena_set_used(vm->arena, SEGMENT_CELLS, vm->cell_count * sizeof *vm->cells);
    arena_set_used(vm->arena, SEGMENT_DEEP, deep ? C_STACK_SIZE - top : 0);
    arena_set_used(vm->arena, SEGMENT_DEEP_SHADOW, deep ? C_STACK_SIZE - top : 0);
}

static bool arm(const CMachine *m, Position target)
{
    return machine_host_arm(m->host, m->vm->is_stopping ? 0 : target.step);
}

static bool visit(CMachine *m)
{
    CVm *vm = m->vm;
    set_used(vm);
    StopInfo stop = stop_info(vm);
    RunAnswer answer = m->visit(m->context, &stop);
    if (answer.leave) {
        m->left = true;
        return false;
    }
    m->target = answer.next;
    vm->slow = wants_instructions(m, vm->step);
    m->cancelled = !arm(m, m->target);
    return !m->cancelled;
}

bool c_stop(CVm *vm, StepEvent event, int line)
{
    CMachine *m = vm->machine;
    if (vm->is_stopping) {     /* this event does not happen any more */
        vm->step--;
        vm->ending = ENDING_FAULT;
        vm->exit_status = 1;
        return false;
    }
    vm->instruction = 0;
    vm->event = (uint8_t)event;
    vm->event_line = line;
    vm->slow = wants_instructions(m, vm->step);
    if (machine_host_cancelled(m->host)) {
        m->cancelled = true;
        return false;
    }
    if (vm->slow && vm->step >= m->target.step)
        return true;           /* the event itself is not asked for, an instruction behind it is */
    return visit(m);
}

bool c_slow_instruction(CVm *vm)
{
    CMachine *m = vm->machine;
    unsigned op = vm->program->code[vm->pc].op;
    bool is_library = vm->program->routines[vm->frames[vm->depth - 1].routine].is_library;
    if (op == OP_LINE || op == OP_ENTER || op == OP_POLL || is_library)
        return true;
    Position here = {vm->step, vm->instruction};
    bool shown = vm->instruction_shown;
    vm->instruction_shown = false;
    if (vm->instruction > 0 && !shown && position_compare(here, m->target) >= 0) {
        if (!visit(m)) {
            vm->instruction_shown = true;
            return false;
        }
    }
    vm->instruction++;
    return true;
}

void c_write(CVm *vm, OutputStream stream, const char *text, size_t length)
{
    vm->host->write(vm->host->context, stream, vm->output_length[stream], text, length);
    vm->output_length[stream] += length;
}

/* ---- running ---- */

static void report_end(CMachine *m)
{
    CVm *vm = m->vm;
    bool died = vm->ending == ENDING_FAULT;
    if (!died) {
        c_check_candidates(vm);
        c_sum_leaks(vm);
    }
    vm->step++;
    vm->instruction = 0;
    vm->finished = true;
    vm->event = died ? STEP_ERROR : STEP_END;
    vm->event_line = c_current_line(vm);
    if (!vm->event_line)       /* main was left, or could not even begin */
        vm->event_line = died ? vm->fault_line : vm->left_line;
    if (!died)
        vm->previous_line = vm->event_line;
    m->ended = true;
    m->target = (Position){vm->step, 0};
    visit(m);
}

static bool stands_at_or_behind(const CVm *vm, Position first)
{
    return vm->step != UINT64_MAX && position_compare((Position){vm->step, vm->instruction}, first) >= 0;
}

static void run_on(CMachine *m)
{
    CVm *vm = m->vm;
    if (stands_at_or_behind(vm, m->target) && !visit(m))
        return;
    if (vm->finished) {
        m->ended = true;
        return;
    }
    vm->slow = wants_instructions(m, vm->step);
    c_run(vm);
    if (vm->ending == ENDING_CANCELLED)
        m->cancelled = m->torn = true;
    else if (vm->ending)
        report_end(m);
}

static RunResult run(Machine *machine, Position first, RunVisitor visitor, void *context)
{
    CMachine *m = machine_of(machine);
    m->visit = visitor;
    m->context = context;
    m->target = first;
    m->left = m->cancelled = m->ended = m->torn = false;
    if (!arm(m, first))
        return (RunResult){RUN_CANCELLED, false};
    run_on(m);
    m->visit = NULL;
    RunEnd end = m->cancelled ? RUN_CANCELLED : m->ended || m->vm->finished ? RUN_FINISHED : RUN_LEFT;
    return (RunResult){end, m->torn};
}

/* ---- loading ---- */

static void fill_error(SourceError *error, const char *message)
{
    memset(error, 0, sizeof *error);
    snprintf(error->kind, sizeof error->kind, "error");
    snprintf(error->message, sizeof error->message, "%s", message);
}

static bool reserve(CMachine *m)
{
    size_t heap = (size_t)C_LOW_SIZE;
    const size_t sizes[SEGMENT_COUNT] = {
        [SEGMENT_VM] = sizeof(CVm) + m->program->code_count / 8 + 1,
        [SEGMENT_FRAMES] = MOST_FRAMES * sizeof(CFrame),
        [SEGMENT_CELLS] = MOST_CELLS * sizeof(CCell),
        [SEGMENT_BLOCKS] = heap / 32 * sizeof(CBlock),
        [SEGMENT_GRANULES] = heap / 16 * sizeof(uint32_t),
        [SEGMENT_RANGES] = heap / 32 * sizeof(CRange),
        [SEGMENT_LOW] = heap, [SEGMENT_LOW_SHADOW] = heap,
        [SEGMENT_DEEP] = C_STACK_SIZE - STACK_TOP_PART, [SEGMENT_DEEP_SHADOW] = C_STACK_SIZE - STACK_TOP_PART,
        [SEGMENT_TOP] = STACK_TOP_PART, [SEGMENT_TOP_SHADOW] = STACK_TOP_PART,
    };
    return arena_init(&m->arena, sizes, SEGMENT_COUNT);
}

static void set_pointers(CMachine *m)
{
    CVm *vm = m->vm = (CVm *)m->arena.base;
    vm->program = m->program;
    vm->host = m->host;
    vm->machine = m;
    vm->arena = &m->arena;
    vm->touched = &m->touched;
    vm->memory = arena_segment_base(&m->arena, SEGMENT_LOW);
    vm->frames = (CFrame *)arena_segment_base(&m->arena, SEGMENT_FRAMES);
    vm->cells = (CCell *)arena_segment_base(&m->arena, SEGMENT_CELLS);
    vm->blocks = (CBlock *)arena_segment_base(&m->arena, SEGMENT_BLOCKS);
    vm->granules = (uint32_t *)arena_segment_base(&m->arena, SEGMENT_GRANULES);
    vm->ranges = (CRange *)arena_segment_base(&m->arena, SEGMENT_RANGES);
    arena_set_used(&m->arena, SEGMENT_VM, m->arena.segments[SEGMENT_VM].size);
    arena_set_used(&m->arena, SEGMENT_TOP, STACK_TOP_PART);
    arena_set_used(&m->arena, SEGMENT_TOP_SHADOW, STACK_TOP_PART);
}

/* The image, and its shadow: objects have values from the start, what lies between them is nobody's. */
static void fill_low(CVm *vm)
{
    const CProgram *program = vm->program;
    uint64_t end = (program->heap_start + C_PAGE - 1) / C_PAGE * C_PAGE;
    c_set_low_end(vm, end);
    memcpy(vm->memory, program->image, (size_t)(program->image_end - C_LOW_BASE));
    memset(c_shadow(c_at_address(vm, C_TEXT_BASE)), SHADOW_SET, (size_t)(program->rodata_start - C_TEXT_BASE));
    memset(c_shadow(c_at_address(vm, program->errno_address)), SHADOW_SET, 4);
    for (int32_t i = 0; i < program->global_count; i++) {
        const CVariable *v = program->globals[i];
        memset(c_shadow(c_at_address(vm, v->address)), SHADOW_SET, (size_t)(v->type->size + v->flexible_size));
    }
}

/* argc and argv, with the texts above them. */
static uint64_t push_arguments(CVm *vm, int *count)
{
    const char *const *given = vm->host->arguments;
    uint64_t text = C_STACK_TOP - 32, pointers[STACK_ARGUMENTS / 16] = {0};
    const char *all[STACK_ARGUMENTS / 16];
    int n = 0;
    all[n++] = vm->program->file->name;
    for (; given && given[n - 1] && n < STACK_ARGUMENTS / 16 - 2; n++)
        all[n] = given[n - 1];
    for (int i = n; i-- > 0;) {
        size_t length = strlen(all[i]) + 1;
        if (C_STACK_TOP - text + length > STACK_TOP_PART / 2)
            length = 1;
        text -= length;
        memcpy(c_at_address(vm, text), length > 1 ? all[i] : "", length);
        pointers[i] = text;
    }
    uint64_t at = (text - ((uint64_t)n + 2) * 8) / 16 * 16;
    memcpy(c_at_address(vm, at), pointers, ((size_t)n + 1) * 8);
    memset(c_shadow(c_at_address(vm, at)), SHADOW_SET, (size_t)(C_STACK_TOP - 16 - at));
    *count = n;
    return at;
}

static void push_start(CVm *vm)
{
    int count;
    uint64_t argv = push_arguments(vm, &count);
    vm->sp = argv / 16 * 16 - 256;
    vm->cells[0].u = argv;
    vm->cells[1].i = count;
    c_call(vm, vm->program->start, -1, 2, vm->cells + 2, 0);
    vm->frames[0].cells = 0;
    vm->cell_count = 0;
    vm->pc = vm->program->routines[vm->program->start].entry;
}

static void begin(CMachine *m)
{
    CVm *vm = m->vm;
    vm->step = UINT64_MAX;
    vm->next_frame = 1;
    vm->next_number = (uint64_t)m->program->global_count + (uint64_t)m->program->routine_count + 1;   /* objects too */
    vm->lowest_sp = C_STACK_TOP;
    vm->heap_top = m->program->heap_start;
    vm->pushed_back = -1;
    vm->checks_leaks = true;
    fill_low(vm);
    c_stdio_begin(vm);
    push_start(vm);
    set_used(vm);
}

static void destroy(Machine *machine)
{
    CMachine *m = machine_of(machine);
    if (!m)
        return;
    arena_finish(&m->arena);
    c_program_destroy(m->program);
    free(m);
}

static Machine *load(const Source *source, MachineHost *host, SourceError *error)
{
    CMachine *m = calloc(1, sizeof *m);
    memset(error, 0, sizeof *error);
    if (!m) {
        fill_error(error, "there is not enough memory to start");
        return NULL;
    }
    m->host = host;
    m->program = c_program_compile(source, error);
    if (m->program && !reserve(m)) {
        fill_error(error, "there is not enough memory to start");
        destroy((Machine *)m);
        return NULL;
    }
    if (!m->program) {
        free(m);
        return NULL;
    }
    set_pointers(m);
    begin(m);
    return (Machine *)m;
}

/* ---- the rest of the interface ---- */

static Arena *arena(Machine *machine) { return &machine_of(machine)->arena; }
static StopInfo where(Machine *machine) { return stop_info(machine_of(machine)->vm); }
static int exit_status(Machine *machine) { return machine_of(machine)->vm->exit_status; }

static void view(Machine *machine, const ViewOptions *options, View *out)
{
    c_view(machine_of(machine)->vm, options, out);
}

static void pools(Machine *machine, const PoolOptions *options, PoolMap *map)
{
    c_heap_map(machine_of(machine)->vm, map);
}

static bool bytes(Machine *machine, uint64_t number, ObjectBytes *out)
{
    return c_block_bytes(machine_of(machine)->vm, number, out);
}

static uint64_t content(Machine *machine, const HolderSlot *slot)
{
    return c_content(machine_of(machine)->vm, slot);
}

static void clear_segment(CMachine *m, int segment)
{
    madvise(arena_segment_base(&m->arena, (size_t)segment), m->arena.segments[segment].size, MADV_DONTNEED);
}

/* Where the state does not reach down into the deep part of the stack, that reads as never used. */
static void restored(Machine *machine)
{
    CMachine *m = machine_of(machine);
    CVm *vm = m->vm;
    if (m->touched.deep && !m->arena.segments[SEGMENT_DEEP].used) {
        clear_segment(m, SEGMENT_DEEP);
        clear_segment(m, SEGMENT_DEEP_SHADOW);
        m->touched.deep = false;
    }
    vm->ending = vm->finished ? vm->ending : ENDING_NONE;
}

const MachineLanguage c_language = {
    .name = "c", .load = load, .destroy = destroy, .arena = arena, .run = run, .where = where, .view = view,
    .restored = restored, .exit_status = exit_status, .pools = pools, .bytes = bytes,
    .content = content,
};
