#include <inttypes.h>
#include <string.h>

#include "c/space.h"

enum { GUARD = 4096, CELL_RESERVE = 64, SHOWN_FRAMES = 3 };

int32_t c_routine_at(const CVm *vm, uint64_t address)
{
    for (int32_t i = 0; i < vm->program->routine_count; i++)
        if (vm->program->routines[i].address == address)
            return i;
    return -1;
}

static const CVariable *largest_variable(const CRoutine *routine)
{
    const CVariable *largest = NULL;
    for (int32_t i = 0; i < routine->variable_count; i++)
        if (routine->variables[i]->name && (!largest || routine->variables[i]->type->size > largest->type->size))
            largest = routine->variables[i];
    return largest;
}

/* One function whose variables alone are too many: that is no matter of how deep the calls go. */
static bool tell_large(CVm *vm, const CRoutine *routine)
{
    const CVariable *largest = largest_variable(routine);
    if (routine->frame_size < C_STACK_SIZE / 2 || !largest)
        return false;
    c_fault_at(vm, 139, largest->place.line, "The stack is full: '%s' of %s() needs %lld bytes, and the whole stack has %d "
               "MiB. The system stops the program (segmentation fault). So large an array belongs on the heap (malloc) or "
               "among the globals.", largest->name, routine->name, (long long)largest->type->size, C_STACK_SIZE >> 20);
    return true;
}

static void tell_overflow(CVm *vm, const CRoutine *entered)
{
    if (tell_large(vm, entered))
        return;
    const CProgram *program = vm->program;
    const char *name = program->routines[vm->frames[vm->depth - 1].routine].name;
    uint32_t same = 0;
    for (uint32_t i = 0; i < vm->depth; i++)
        same += vm->frames[i].routine == vm->frames[vm->depth - 1].routine;
    c_fault(vm, 139, "The stack is full: %u calls are under way, %u of them of %s(), and together they need more than the "
            "%d MiB that the stack has. The system stops the program (segmentation fault).", vm->depth, same, name,
            C_STACK_SIZE >> 20);
}

static uint64_t slot_size(const CType *type)
{
    return c_type_is_record(type) ? ((uint64_t)type->size + 15) / 16 * 16 : 16;
}

static void store_cell(unsigned char *to, const CCell *cell, const CType *type)
{
    if (type->kind == TY_LDOUBLE)
        memcpy(to, &cell->l, 10);
    else if (type->kind == TY_FLOAT)
        memcpy(to, &cell->f, sizeof cell->f);
    else
        memcpy(to, &cell->u, sizeof cell->u);
}

/* Arguments without a parameter lie one behind the other, in slots of 16 bytes. */
static uint64_t push_varargs(CVm *vm, const CSite *site, const CCell *first)
{
    uint64_t size = 0;
    for (int32_t i = site->fixed; i < site->count; i++)
        size += slot_size(site->types[i]);
    uint64_t start = vm->sp - size, at = start;
    if (start < C_STACK_LOW + GUARD)
        return 0;
    for (int32_t i = site->fixed; i < site->count; i++) {
        const CType *type = site->types[i];
        unsigned char *memory = c_at_address(vm, at);
        memset(c_shadow(memory), SHADOW_SET, slot_size(type));
        if (c_type_is_record(type))
            c_copy(vm, at, first[-i].u, (uint64_t)type->size);
        else
            store_cell(memory, &first[-i], type);
        at += slot_size(type);
    }
    vm->sp = start;
    return start;
}

static void store_parameter(CVm *vm, const CParameterPlace *place, uint64_t fp, const CCell *cell)
{
    uint64_t address = fp + (uint64_t)(int64_t)place->offset;
    unsigned char *memory = c_at_address(vm, address);
    if (place->is_record) {
        c_copy(vm, address, cell->u, (uint64_t)place->size);
        return;
    }
    switch (place->memory) {
    case MEMORY_F32: memcpy(memory, place->is_promoted ? &(float){(float)cell->d} : &cell->f, 4); break;
    case MEMORY_F64: memcpy(memory, &cell->d, 8); break;
    case MEMORY_F80: memcpy(memory, &cell->l, 10); break;
    default: memcpy(memory, &cell->u, (size_t)place->size);
    }
    memset(c_shadow(memory), SHADOW_SET, (size_t)place->size);
    if (place->memory == MEMORY_I64 && vm->checks_leaks)
        c_pointer_changes(vm, 0, cell->u);
}

static void write_linkage(CVm *vm, uint64_t fp, uint32_t return_pc)
{
    const CFrame *caller = vm->depth ? &vm->frames[vm->depth - 1] : NULL;
    const CRoutine *routine = caller ? &vm->program->routines[caller->routine] : NULL;
    uint64_t words[2] = {caller ? caller->fp : 1,
                         routine ? routine->address + (return_pc - routine->entry) % 0x40 : C_TEXT_BASE + 0x80};
    memcpy(c_at_address(vm, fp), words, sizeof words);
    memset(c_shadow(c_at_address(vm, fp)), SHADOW_NONE, sizeof words);
}

static void push_frame(CVm *vm, int32_t routine, int32_t site, uint64_t fp, uint64_t varargs, uint32_t return_pc,
                       uint32_t cells)
{
    CFrame *frame = &vm->frames[vm->depth++];
    bool is_library = vm->program->routines[routine].is_library;
    *frame = (CFrame){
        .number = vm->next_frame++, .fp = fp, .varargs = varargs, .routine = routine, .return_pc = return_pc,
        .line = vm->program->places[vm->program->routines[routine].entry].line,
        .called_from = vm->depth > 1 ? vm->frames[vm->depth - 2].line : 0, .cells = cells, .site = site,
    };
    vm->hidden_frames += is_library;
}

static void note_depth(CVm *vm, uint64_t sp)
{
    if (sp >= vm->lowest_sp)
        return;
    vm->lowest_sp = sp;
    if (sp < C_STACK_TOP - STACK_TOP_PART)
        vm->touched->deep = true;
}

bool c_call(CVm *vm, int32_t index, int32_t site_index, int count, CCell *top, uint32_t return_pc)
{
    const CRoutine *routine = &vm->program->routines[index];
    const CSite *site = site_index >= 0 ? &vm->program->sites[site_index] : NULL;
    uint64_t varargs = 0, caller_sp = vm->sp;
    uint32_t cells = (uint32_t)(top - vm->cells) - (uint32_t)count;
    if (routine->is_variadic && site && site->count > site->fixed)
        varargs = push_varargs(vm, site, top - 1 - (count - site->count));
    uint64_t fp = (vm->sp - 16) & -(uint64_t)routine->frame_align, sp = fp - (uint64_t)routine->frame_size;
    bool full = sp < C_STACK_LOW + GUARD || sp > fp || vm->depth + 1 >= MOST_FRAMES
             || cells + (uint32_t)routine->cells + CELL_RESERVE >= MOST_CELLS;
    if (full) {
        vm->sp = caller_sp;
        tell_overflow(vm, routine);
        return false;
    }
    if (vm->depth)
        vm->frames[vm->depth - 1].sp = caller_sp;
    write_linkage(vm, fp, return_pc);
    memcpy(c_shadow(c_at_address(vm, sp)), routine->shadow, (size_t)routine->frame_size);
    vm->sp = sp;
    note_depth(vm, sp);
    for (int i = 0; i < routine->parameter_count && i < count; i++)
        store_parameter(vm, &routine->parameters[i], fp, &top[-1 - i]);
    push_frame(vm, index, site_index, fp, varargs, return_pc, cells);
    return true;
}

/* What the frame held is nobody's any more, and holds no pointers. */
static void drop_memory(CVm *vm, uint64_t from, uint64_t to)
{
    unsigned char *memory = c_at_address(vm, from);
    for (uint64_t i = 0; vm->checks_leaks && vm->live_bytes && i + 8 <= to - from; i += 8) {
        uint64_t word;
        memcpy(&word, memory + i, sizeof word);
        if (word - vm->program->heap_start < vm->heap_top - vm->program->heap_start
            && (memory[i + SHADOW_DISTANCE] == SHADOW_SET))
            c_pointer_changes(vm, word, 0);
    }
    memset(c_shadow(memory), SHADOW_NONE, to - from);
}

void c_return(CVm *vm)
{
    const CFrame *frame = &vm->frames[vm->depth - 1];
    uint64_t caller_sp = vm->depth > 1 ? vm->frames[vm->depth - 2].sp : C_STACK_TOP - 64;
    drop_memory(vm, vm->sp, caller_sp);
    vm->depth--;
    vm->hidden_frames -= vm->program->routines[frame->routine].is_library;
    vm->left_line = frame->line;
    vm->sp = caller_sp;
}

uint64_t c_take_stack(CVm *vm, uint64_t size)
{
    uint64_t whole = (size + 16 + 15) / 16 * 16;       /* 16 bytes of nobody's behind it */
    if (size > C_STACK_SIZE || vm->sp - whole < C_STACK_LOW + GUARD) {
        c_fault(vm, 139, (int64_t)size < 0 ? "The program makes an array of a negative length (%" PRId64 " bytes)." :
                "The stack is full: an array of %" PRId64 " bytes does not fit into it. The system stops the program "
                "(segmentation fault).", (int64_t)size);
        return 0;
    }
    vm->sp -= whole;
    note_depth(vm, vm->sp);
    unsigned char *shadow = c_shadow(c_at_address(vm, vm->sp));
    memset(shadow, SHADOW_UNSET, size);
    memset(shadow + size, SHADOW_NONE, whole - size);
    return vm->sp;
}

void c_give_stack(CVm *vm, uint64_t sp)
{
    if (sp > vm->sp && sp <= vm->frames[vm->depth - 1].fp)
        drop_memory(vm, vm->sp, sp);
    vm->sp = sp;
}

/* ---- setjmp ---- */

typedef struct JumpBuffer {
    uint64_t frame;            /* its number */
    uint64_t sp;
    uint32_t depth, pc, cells, hidden;
} JumpBuffer;

void c_set_jump(CVm *vm, uint64_t address, uint32_t cells)
{
    JumpBuffer buffer = {vm->frames[vm->depth - 1].number, vm->sp, vm->depth, vm->pc + 1, cells, vm->hidden_frames};
    unsigned char *to = c_write_memory(vm, address, sizeof buffer);
    if (to)
        memcpy(to, &buffer, sizeof buffer);
}

bool c_long_jump(CVm *vm, uint64_t address, uint32_t *cells)
{
    JumpBuffer buffer;
    const unsigned char *from = c_read_memory(vm, address, sizeof buffer);
    if (!from)
        return false;
    memcpy(&buffer, from, sizeof buffer);
    bool valid = buffer.depth > 0 && buffer.depth <= vm->depth && vm->frames[buffer.depth - 1].number == buffer.frame;
    if (!valid) {
        c_fault(vm, 139, "longjmp() goes back to a function that has returned already. The program's stack is destroyed "
                "and the system stops it (segmentation fault).");
        return false;
    }
    while (vm->depth > buffer.depth)
        c_return(vm);
    c_give_stack(vm, buffer.sp);
    vm->hidden_frames = buffer.hidden;
    vm->pc = buffer.pc;
    *cells = buffer.cells;
    return true;
}
