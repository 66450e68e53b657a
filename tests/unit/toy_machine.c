/* The state lies in three segments: the struct, the stack of return lines, the heap of words. The program itself, the
 * visitor in charge and the jump out of a run never belong to the state and lie in ToyOutside. The heap begins with a
 * zone that is poisoned in sanitizer builds, as a real machine's free blocks are. */
#include "toy_machine.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#endif

enum { TOY_STACK = 1 << 20, TOY_HEAP = 256 << 20, TOY_ZONE = 64, TOY_DEPTH = 10000 };
enum { TOY_STRUCT_SEGMENT, TOY_STACK_SEGMENT, TOY_HEAP_SEGMENT };

typedef struct ToyOperand { bool is_variable; int64_t value; } ToyOperand;

typedef struct ToyCommand {
    int verb;
    int words;
    ToyOperand operands[2];
} ToyCommand;

typedef struct ToyOutside {
    ToyCommand *commands;
    int count;
    MachineHost *host;
    RunVisitor visit;
    void *context;
    Position wanted;
    jmp_buf out;
    RunResult result;
} ToyOutside;

struct Machine {
    Arena arena;
    ToyOutside *outside;
    bool begun, is_at_event, ended;
    StepEvent event;
    uint64_t step, instruction;
    int line;                  /* index of the command */
    uint32_t depth, nested;
    int64_t variables[26];
    uint64_t heap_words, written, lines_read;
};

static int64_t *toy_stack(Machine *m)
{
    return (int64_t *)(void *)arena_segment_base(&m->arena, TOY_STACK_SEGMENT);
}

static int64_t *toy_heap(Machine *m)
{
    return (int64_t *)(void *)(arena_segment_base(&m->arena, TOY_HEAP_SEGMENT) + TOY_ZONE);
}

static int64_t toy_value(Machine *m, ToyOperand operand)
{
    return operand.is_variable ? m->variables[operand.value] : operand.value;
}

static void toy_leave(Machine *m, RunEnd end, bool torn)
{
    m->outside->result = (RunResult){end, torn};
    longjmp(m->outside->out, 1);
}

/* Events and stops. */

static StopInfo toy_where(Machine *m)
{
    return (StopInfo){{m->step, m->instruction}, m->event, m->line + 1, m->depth, m->nested == 0};
}

static void toy_arm(Machine *m)
{
    if (!machine_host_arm(m->outside->host, m->outside->wanted.step))
        toy_leave(m, RUN_CANCELLED, true);
}

static void toy_visit(Machine *m)
{
    StopInfo stop = toy_where(m);
    RunAnswer answer = m->outside->visit(m->outside->context, &stop);
    if (m->event == STEP_END)
        toy_leave(m, RUN_FINISHED, false);
    if (answer.leave)
        toy_leave(m, RUN_LEFT, m->nested > 0);
    m->outside->wanted = answer.next;
    toy_arm(m);
}

static void toy_report(Machine *m)
{
    if (machine_host_cancelled(m->outside->host))
        toy_leave(m, RUN_CANCELLED, true);
    if (m->step >= atomic_load_explicit(&m->outside->host->stop_at, memory_order_relaxed) || m->event == STEP_END)
        toy_visit(m);
}

static void toy_raise(Machine *m, StepEvent event)
{
    m->step += m->begun;
    m->begun = true;
    m->instruction = 0;
    m->event = event;
    m->is_at_event = true;
}

static void toy_go_to(Machine *m, int64_t line)
{
    m->line = (int)line;
    bool is_end = m->line >= m->outside->count || m->outside->commands[m->line].words == 0;
    toy_raise(m, is_end ? STEP_END : STEP_LINE);
}

static void toy_push(Machine *m, int64_t line)
{
    if (m->depth >= TOY_DEPTH)
        abort();
    toy_stack(m)[m->depth++] = m->line;
    arena_set_used(&m->arena, TOY_STACK_SEGMENT, m->depth * sizeof(int64_t));
    m->line = (int)line;
    toy_raise(m, STEP_CALL);
}

/* The verbs. Each but goto-like ones goes on at the next line. */

static void toy_loop(Machine *m, uint32_t floor);

static void toy_next(Machine *m)
{
    toy_go_to(m, m->line + 1);
}

static void toy_do_set(Machine *m, const ToyCommand *c)
{
    m->variables[c->operands[0].value] = toy_value(m, c->operands[1]);
    toy_next(m);
}

static void toy_do_add(Machine *m, const ToyCommand *c)
{
    m->variables[c->operands[0].value] += toy_value(m, c->operands[1]);
    toy_next(m);
}

static void toy_do_loop(Machine *m, const ToyCommand *c)
{
    if (--m->variables[c->operands[0].value] != 0)
        toy_go_to(m, toy_value(m, c->operands[1]) - 1);
    else
        toy_next(m);
}

static void toy_do_goto(Machine *m, const ToyCommand *c)
{
    toy_go_to(m, toy_value(m, c->operands[0]) - 1);
}

static void toy_do_call(Machine *m, const ToyCommand *c)
{
    toy_push(m, toy_value(m, c->operands[0]) - 1);
}

static void toy_do_return(Machine *m, const ToyCommand *c)
{
    toy_raise(m, STEP_RETURN);
}

static void toy_do_native(Machine *m, const ToyCommand *c)
{
    int line = m->line;
    int64_t times = toy_value(m, c->operands[1]);
    m->nested++;
    for (int64_t i = 0; i < times; i++) {
        toy_push(m, toy_value(m, c->operands[0]) - 1);
        toy_loop(m, m->depth);
    }
    m->nested--;
    m->line = line;
    toy_next(m);
}

static void toy_do_grow(Machine *m, const ToyCommand *c)
{
    uint64_t words = (uint64_t)toy_value(m, c->operands[0]);
    size_t used = TOY_ZONE + (m->heap_words + words) * sizeof(int64_t);
    if (!arena_set_used(&m->arena, TOY_HEAP_SEGMENT, used))
        abort();
    memset(toy_heap(m) + m->heap_words, 0, words * sizeof(int64_t));
    m->heap_words += words;
    toy_next(m);
}

static void toy_do_store(Machine *m, const ToyCommand *c)
{
    toy_heap(m)[(uint64_t)toy_value(m, c->operands[0]) % m->heap_words] = toy_value(m, c->operands[1]);
    toy_next(m);
}

static void toy_do_print(Machine *m, const ToyCommand *c)
{
    char text[32];
    int length = snprintf(text, sizeof text, "%lld\n", (long long)toy_value(m, c->operands[0]));
    MachineHost *host = m->outside->host;
    host->write(host->context, OUTPUT_STDOUT, m->written, text, (size_t)length);
    m->written += (uint64_t)length;
    toy_next(m);
}

static void toy_do_read(Machine *m, const ToyCommand *c)
{
    const char *text;
    size_t length;
    char digits[32] = "-1";
    MachineHost *host = m->outside->host;
    if (host->read_line(host->context, m->lines_read, &text, &length)) {
        m->lines_read++;
        snprintf(digits, sizeof digits, "%.*s", (int)length, text);
    } else if (machine_host_cancelled(host)) {
        toy_leave(m, RUN_CANCELLED, true);
    }
    m->variables[c->operands[0].value] = strtoll(digits, NULL, 10);
    toy_next(m);
}

static void toy_do_spin(Machine *m, const ToyCommand *c)
{
    while (!machine_host_cancelled(m->outside->host))
        m->variables[25]++;
    toy_leave(m, RUN_CANCELLED, true);
}

typedef struct ToyVerb {
    const char *name;
    void (*work)(Machine *m, const ToyCommand *c);
} ToyVerb;

static const ToyVerb toy_verbs[] = {
    {"set", toy_do_set}, {"add", toy_do_add}, {"loop", toy_do_loop}, {"goto", toy_do_goto}, {"call", toy_do_call},
    {"return", toy_do_return}, {"native", toy_do_native}, {"grow", toy_do_grow}, {"store", toy_do_store},
    {"print", toy_do_print}, {"read", toy_do_read}, {"spin", toy_do_spin},
};

enum { TOY_VERBS = sizeof toy_verbs / sizeof toy_verbs[0] };

/* Running. */

static void toy_stop_inside(Machine *m)
{
    Position wanted = m->outside->wanted;
    if (wanted.step == m->step && m->instruction >= wanted.instruction)
        toy_visit(m);
}

static void toy_execute(Machine *m)
{
    const ToyCommand *command = &m->outside->commands[m->line];
    while (m->instruction + 1 < (uint64_t)command->words) {
        m->instruction++;
        toy_stop_inside(m);
    }
    toy_verbs[command->verb].work(m, command);
}

/* Runs until the call stack is lower than `floor`. */
static void toy_loop(Machine *m, uint32_t floor)
{
    for (;;) {
        if (m->is_at_event)
            toy_report(m);
        m->is_at_event = false;
        switch (m->event) {
        case STEP_CALL:
            toy_go_to(m, m->line);
            break;
        case STEP_RETURN:
            m->line = (int)toy_stack(m)[--m->depth];
            arena_set_used(&m->arena, TOY_STACK_SEGMENT, m->depth * sizeof(int64_t));
            if (m->depth < floor)
                return;
            toy_next(m);
            break;
        default:
            toy_execute(m);
        }
    }
}

/* A machine that stands inside a step, or was asked for where it stands, has no event coming to stop at. */
static void toy_enter(Machine *m)
{
    Position first = m->outside->wanted;
    toy_arm(m);
    if (!m->begun)
        toy_go_to(m, 0);
    else if (!m->is_at_event && position_compare((Position){m->step, m->instruction}, first) >= 0)
        toy_visit(m);
    toy_loop(m, 0);
}

static RunResult toy_run(Machine *m, Position first, RunVisitor visit, void *context)
{
    m->outside->visit = visit;
    m->outside->context = context;
    m->outside->wanted = first;
    if (setjmp(m->outside->out) == 0)
        toy_enter(m);
    return m->outside->result;
}

/* The rest of the language. */

static void toy_poison(Machine *m)
{
#ifdef __SANITIZE_ADDRESS__
    ASAN_POISON_MEMORY_REGION(arena_segment_base(&m->arena, TOY_HEAP_SEGMENT), TOY_ZONE);
#endif
}

static void toy_parse_operand(ToyOperand *operand, const char *word)
{
    operand->is_variable = word[0] >= 'a' && word[0] <= 'z';
    operand->value = operand->is_variable ? word[0] - 'a' : strtoll(word, NULL, 10);
}

static void toy_parse(ToyCommand *command, const char *text, size_t length)
{
    char line[64], words[3][16] = {"", "", ""};
    snprintf(line, sizeof line, "%.*s", (int)length, text);
    command->words = sscanf(line, "%15s %15s %15s", words[0], words[1], words[2]);
    if (command->words < 1 || strcmp(words[0], "end") == 0)
        command->words = 0;
    for (int i = 0; i < TOY_VERBS; i++)
        if (strcmp(toy_verbs[i].name, words[0]) == 0)
            command->verb = i;
    toy_parse_operand(&command->operands[0], words[1]);
    toy_parse_operand(&command->operands[1], words[2]);
}

static ToyOutside *toy_compile(const Source *source, MachineHost *host)
{
    ToyOutside *outside = calloc(1, sizeof *outside);
    outside->host = host;
    const char *text = source->text, *end = text + source->length;
    while (text < end) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        size_t length = (size_t)((newline != NULL ? newline : end) - text);
        outside->commands = realloc(outside->commands, (size_t)(outside->count + 1) * sizeof *outside->commands);
        memset(&outside->commands[outside->count], 0, sizeof *outside->commands);
        toy_parse(&outside->commands[outside->count++], text, length);
        text += length + 1;
    }
    return outside;
}

static Machine *toy_load(const Source *source, MachineHost *host, SourceError *error)
{
    if (source->length == 0) {
        *error = (SourceError){.line = 1, .kind = "ToyError", .message = "nothing to run"};
        return NULL;
    }
    Arena arena;
    const size_t sizes[] = {sizeof(Machine), TOY_STACK, TOY_HEAP};
    if (!arena_init(&arena, sizes, 3))
        return NULL;
    Machine *m = (Machine *)(void *)arena.base;
    m->arena = arena;
    m->outside = toy_compile(source, host);
    m->depth = 1;
    arena_set_used(&m->arena, TOY_STRUCT_SEGMENT, sizeof *m);
    arena_set_used(&m->arena, TOY_STACK_SEGMENT, sizeof(int64_t));
    arena_set_used(&m->arena, TOY_HEAP_SEGMENT, TOY_ZONE);
    toy_poison(m);
    return m;
}

static void toy_destroy(Machine *m)
{
    if (m == NULL)
        return;
    free(m->outside->commands);
    free(m->outside);
#ifdef __SANITIZE_ADDRESS__
    ASAN_UNPOISON_MEMORY_REGION(arena_segment_base(&m->arena, TOY_HEAP_SEGMENT), TOY_ZONE);
#endif
    arena_finish(&m->arena);
}

static Arena *toy_arena(Machine *m)
{
    return &m->arena;
}

static void toy_add_value(View *view, const char *label, int64_t value)
{
    char text[32];
    snprintf(text, sizeof text, "%lld", (long long)value);
    ViewSlot *slot = view_add_slot(view);
    slot->label = view_add_string(view, label);
    slot->value = view_add_string(view, text);
    slot->state = SLOT_VALUE;
}

static void toy_view_frames(Machine *m, View *view)
{
    for (uint32_t depth = 0; depth < m->depth; depth++) {
        ViewFrame *frame = view_add_frame(view);
        frame->number = depth + 1;
        frame->name = view_add_string(view, depth == 0 ? "main" : "function");
        frame->is_module = depth == 0;
        frame->is_active = depth + 1 == m->depth;
        frame->line = depth + 1 == m->depth ? m->line + 1 : (int)toy_stack(m)[depth + 1] + 1;
        for (char label[2] = "a"; depth == 0 && label[0] <= 'z'; label[0]++)
            toy_add_value(view, label, m->variables[label[0] - 'a']);
        frame->slot_count = view->slot_count - frame->first_slot;
    }
}

static void toy_view(Machine *m, const ViewOptions *options, View *view)
{
    view_reset(view);
    view->step = m->step;
    view->instruction = m->instruction;
    view->event = (uint8_t)m->event;
    view->line = m->line + 1;
    view->output_length = m->written;
    toy_view_frames(m, view);
    ViewObject *object = view_add_object(view);
    object->number = 1;
    object->kind = KIND_BLOCK;
    object->length = (uint32_t)m->heap_words;
    for (uint64_t i = 0; i < m->heap_words && (options->max_slots == 0 || i < options->max_slots); i++)
        toy_add_value(view, "", toy_heap(m)[i]);
    object->slot_count = view->slot_count - object->first_slot;
}

static int toy_exit_status(Machine *m)
{
    return (int)(m->variables[0] & 127);
}

const MachineLanguage toy_language = {
    .name = "toy", .load = toy_load, .destroy = toy_destroy, .arena = toy_arena, .run = toy_run, .where = toy_where,
    .view = toy_view, .restored = toy_poison, .exit_status = toy_exit_status,
};

Source toy_source(const char *text)
{
    return (Source){"toy", text, strlen(text)};
}
