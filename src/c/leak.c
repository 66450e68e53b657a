/* Leaks, told at the step where the last pointer goes. Stores of pointers are counted per block; a count that reaches zero
 * is only a suspicion (bytes may have been copied one by one), and at the end of the statement memory is searched for a
 * pointer before anything is said. So a report is always true, and a search is rare. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "c/space.h"

enum { MOST_LEAK_REPORTS = 20, LARGEST_SEARCH = 16 << 20 };

static CBlock *pointed_to(const CVm *vm, uint64_t address)
{
    if (address < vm->program->heap_start || address >= vm->heap_top)
        return NULL;
    CBlock *block = c_block_at(vm, address);
    return block && block->state == BLOCK_LIVE && !block->is_hidden ? block : NULL;
}

void c_pointer_changes(CVm *vm, uint64_t before, uint64_t after)
{
    CBlock *gains = pointed_to(vm, after), *loses = pointed_to(vm, before);
    if (gains)
        gains->references++;
    if (!loses || --loses->references > 0 || loses->is_lost)
        return;
    if (vm->candidate_count < sizeof vm->candidates / sizeof *vm->candidates) {
        CCandidate *candidate = &vm->candidates[vm->candidate_count++];
        *candidate = (CCandidate){.block = (uint32_t)(loses - vm->blocks), .holder = vm->releasing,
                                  .line = c_current_line(vm)};
    }
}

/* How many aligned words in a stretch of memory point into the block. */
static int count_in(const CVm *vm, uint64_t start, uint64_t end, const CBlock *block)
{
    int found = 0;
    start = (start + 7) / 8 * 8;
    for (uint64_t at = start; at + 8 <= end; at += 8) {
        uint64_t word;
        const unsigned char *memory = c_at_address(vm, at);
        memcpy(&word, memory, sizeof word);
        if (word - block->address <= block->size && (memory[SHADOW_DISTANCE] & SHADOW_UNSET))
            found++;
    }
    return found;
}

static int count_in_cells(const CVm *vm, uint32_t cells, const CBlock *block)
{
    int found = 0;
    for (uint32_t i = 0; i < cells; i++)
        found += vm->cells[i].u - block->address <= block->size;
    return found;
}

static int count_pointers(const CVm *vm, const CBlock *block)
{
    int found = count_in(vm, vm->program->data_start, vm->program->image_end, block)
              + count_in(vm, vm->sp, C_STACK_TOP, block) + count_in_cells(vm, vm->cell_count, block);
    for (uint32_t i = 0; i < vm->block_count; i++) {
        const CBlock *holder = &vm->blocks[i];
        if (holder->state == BLOCK_LIVE && holder != block)
            found += count_in(vm, holder->address, holder->address + holder->size, block);
    }
    return found;
}

static void tell_lost(CVm *vm, CBlock *block, int line)
{
    block->is_lost = true;
    if (++vm->leak_count > MOST_LEAK_REPORTS)
        return;
    c_report_at(vm, line, "Nothing points any more to the block of %" PRIu64 " byte%s from line %d: it can never be freed (a memory "
             "leak).", block->size, block->size == 1 ? "" : "s", block->born_line);
}

void c_forgive_held(CVm *vm, const CBlock *holder)
{
    uint32_t kept = 0, record = (uint32_t)(holder - vm->blocks) + 1;
    for (uint32_t i = 0; i < vm->candidate_count; i++)
        if (vm->candidates[i].holder != record)
            vm->candidates[kept++] = vm->candidates[i];
    vm->candidate_count = kept;
}

static void check(CVm *vm, const CCandidate *candidate)
{
    CBlock *block = &vm->blocks[candidate->block];
    if (block->state != BLOCK_LIVE || block->references > 0 || block->is_lost)
        return;
    if (vm->leak_count > MOST_LEAK_REPORTS || vm->live_bytes > LARGEST_SEARCH)
        return;
    block->references = count_pointers(vm, block);
    if (!block->references)
        tell_lost(vm, block, candidate->line);
}

void c_check_candidates(CVm *vm)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < vm->candidate_count; i++) {
        CCandidate candidate = vm->candidates[i];
        bool waits = candidate.holder && !candidate.has_waited && !vm->ending;
        candidate.has_waited = true;
        bool ends = vm->ending && !candidate.holder;   /* main's own variables have gone: that is summed up */
        if (waits)
            vm->candidates[kept++] = candidate;
        else if (!ends)
            check(vm, &candidate);
    }
    vm->candidate_count = kept;
}

void c_sum_leaks(CVm *vm)
{
    uint64_t blocks = 0, bytes = 0;
    int first_line = 0;
    for (uint32_t i = 0; i < vm->block_count; i++) {
        const CBlock *block = &vm->blocks[i];
        if (block->state != BLOCK_LIVE || block->is_hidden)
            continue;
        if (!blocks++)
            first_line = block->born_line;
        bytes += block->size;
    }
    if (!blocks)
        return;
    char line[300];
    int length = snprintf(line, sizeof line, "%s: At the end %" PRIu64 " block%s with %" PRIu64 " byte%s %s never freed, "
                          "the first from line %d.\n", vm->program->file->name, blocks, blocks == 1 ? "" : "s", bytes,
                          bytes == 1 ? "" : "s", blocks == 1 ? "was" : "were", first_line);
    c_write(vm, OUTPUT_STDERR, line, (size_t)length);
}
