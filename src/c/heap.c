/* malloc in glibc's manner: chunks are multiples of 16 bytes with 8 bytes of header, freed small ones wait in bins of their
 * size and come back last in first out, other free memory is kept by address, joined with its neighbours, and the first
 * range that fits is split. The headers stand in the program's memory, but the books are kept outside of it: a program
 * that writes past its blocks can spoil what is shown there, never the allocator. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "c/space.h"

enum {
    HEADER = 16, GRANULE = 16, LEAST_CHUNK = 32,
    GROWTH = 132 << 10         /* what the system gives at once */
};
#define HEAP_LIMIT (UINT64_C(512) << 20)
#define PLAUSIBLE_SIZE (UINT64_C(4) << 30)      /* asked for at once; beyond it the size is a mistake */

/* ---- records ---- */

static uint64_t granule_of(const CVm *vm, uint64_t address)
{
    return (address - vm->program->heap_start) / GRANULE;
}

CBlock *c_block_at(const CVm *vm, uint64_t address)
{
    if (address < vm->program->heap_start || address >= vm->heap_end)
        return NULL;
    uint32_t index = vm->granules[granule_of(vm, address)];
    CBlock *block = index ? &vm->blocks[index - 1] : NULL;
    return block && block->state != BLOCK_GONE ? block : NULL;
}

CBlock *c_block_near(const CVm *vm, uint64_t address)
{
    CBlock *block = c_block_at(vm, address);
    /* the first 8 bytes of a chunk's header still count as behind the block before */
    if (!block || address < block->address) {
        CBlock *before = c_block_at(vm, address - HEADER);
        block = before ? before : block;
    }
    return block;
}

static uint32_t new_record(CVm *vm)
{
    uint32_t index = vm->free_block;
    if (index) {
        vm->free_block = vm->blocks[index - 1].next_free;
        return index - 1;
    }
    index = vm->block_count++;
    arena_set_used(vm->arena, SEGMENT_BLOCKS, vm->block_count * sizeof *vm->blocks);
    return index;
}

static void forget_record(CVm *vm, uint32_t index)
{
    vm->blocks[index].state = BLOCK_GONE;
    vm->blocks[index].next_free = vm->free_block;
    vm->free_block = index + 1;
}

/* Whatever block was here before is gone for good. */
static void claim_granules(CVm *vm, uint64_t chunk_start, uint64_t chunk, uint32_t index)
{
    uint64_t first = granule_of(vm, chunk_start), count = chunk / GRANULE;
    for (uint64_t i = first; i < first + count; i++) {
        uint32_t old = vm->granules[i];
        if (old && old != index + 1 && vm->blocks[old - 1].state == BLOCK_FREED)
            forget_record(vm, old - 1);
        vm->granules[i] = index + 1;
    }
}

/* ---- free memory ---- */

static bool grow_top(CVm *vm, uint64_t chunk)
{
    uint64_t wanted = vm->heap_top + chunk + HEADER;
    if (wanted <= vm->heap_end)
        return true;
    if (chunk > HEAP_LIMIT || wanted - vm->program->heap_start > HEAP_LIMIT)
        return false;
    uint64_t end = (wanted + GROWTH + C_PAGE - 1) / C_PAGE * C_PAGE;
    vm->heap_end = end;
    c_set_low_end(vm, end);
    arena_set_used(vm->arena, SEGMENT_GRANULES, (end - vm->program->heap_start) / GRANULE * sizeof *vm->granules);
    return true;
}

static void remove_range(CVm *vm, uint32_t i)
{
    memmove(vm->ranges + i, vm->ranges + i + 1, (vm->range_count - i - 1) * sizeof *vm->ranges);
    vm->range_count--;
}

static uint64_t take_range(CVm *vm, uint64_t chunk)
{
    for (uint32_t i = 0; i < vm->range_count; i++) {
        CRange *range = &vm->ranges[i];
        if (range->size < chunk)
            continue;
        uint64_t address = range->address;
        range->address += chunk;
        range->size -= chunk;
        if (range->size < LEAST_CHUNK && range->size)
            range->size = 0;               /* too small to be of use: lost until its neighbour is freed */
        if (!range->size)
            remove_range(vm, i);
        return address;
    }
    return 0;
}

static void add_range(CVm *vm, uint64_t address, uint64_t size)
{
    uint32_t i = vm->range_count;
    while (i > 0 && vm->ranges[i - 1].address > address)
        i--;
    bool joins_before = i > 0 && vm->ranges[i - 1].address + vm->ranges[i - 1].size == address;
    bool joins_after = i < vm->range_count && address + size == vm->ranges[i].address;
    if (joins_before) {
        vm->ranges[--i].size += size;
        if (joins_after) {
            vm->ranges[i].size += vm->ranges[i + 1].size;
            remove_range(vm, i + 1);
        }
    } else if (joins_after) {
        vm->ranges[i].address = address;
        vm->ranges[i].size += size;
    } else {
        memmove(vm->ranges + i + 1, vm->ranges + i, (vm->range_count - i) * sizeof *vm->ranges);
        vm->ranges[i] = (CRange){address, size};
        vm->range_count++;
        arena_set_used(vm->arena, SEGMENT_RANGES, (vm->range_count + 1) * sizeof *vm->ranges);
    }
    if (vm->ranges[i].address + vm->ranges[i].size == vm->heap_top) {
        vm->heap_top = vm->ranges[i].address;
        remove_range(vm, i);
    }
}

static uint64_t take_chunk(CVm *vm, uint64_t chunk)
{
    uint64_t bin = chunk / GRANULE;
    if (bin < TCACHE_BINS && vm->tcache_count[bin])
        return vm->tcache[bin][--vm->tcache_count[bin]];
    uint64_t address = take_range(vm, chunk);
    if (address)
        return address;
    if (!grow_top(vm, chunk))
        return 0;
    address = vm->heap_top;
    vm->heap_top += chunk;
    return address;
}

static void give_chunk(CVm *vm, uint64_t address, uint64_t chunk)
{
    uint64_t bin = chunk / GRANULE;
    if (bin < TCACHE_BINS && vm->tcache_count[bin] < TCACHE_DEPTH)
        vm->tcache[bin][vm->tcache_count[bin]++] = address;
    else
        add_range(vm, address, chunk);
}

/* ---- the functions ---- */

static uint64_t chunk_size(uint64_t size)
{
    uint64_t chunk = (size + 8 + 15) / 16 * 16;
    return chunk < LEAST_CHUNK ? LEAST_CHUNK : chunk;
}

static void write_header(CVm *vm, uint64_t chunk_start, uint64_t chunk)
{
    uint64_t word = chunk | 1;             /* bit 0: the chunk before is in use */
    memcpy(c_at_address(vm, chunk_start + 8), &word, sizeof word);
}

static void begin_heap(CVm *vm)
{
    if (vm->heap_end)
        return;
    vm->heap_end = vm->heap_top;
    grow_top(vm, C_FIRST_CHUNK);
    vm->heap_top += C_FIRST_CHUNK;
}

/* What no system would give either is no news. */
static void tell_full(CVm *vm, uint64_t size)
{
    if (size <= PLAUSIBLE_SIZE)
        c_report(vm, "The heap is full, so there is only a null pointer for the %" PRIu64 " bytes asked for: it has %d MiB "
                 "here, and %" PRIu64 " bytes of them are in use.", size, (int)(HEAP_LIMIT >> 20), vm->live_bytes);
}

uint64_t c_malloc(CVm *vm, uint64_t size)
{
    begin_heap(vm);
    uint64_t chunk = chunk_size(size), start = size > HEAP_LIMIT ? 0 : take_chunk(vm, chunk);
    if (!start) {
        tell_full(vm, size);
        return 0;
    }
    uint32_t index = new_record(vm);
    int line = c_current_line(vm);
    vm->blocks[index] = (CBlock){
        .address = start + HEADER, .size = size, .chunk = chunk, .number = vm->next_number++, .born = vm->step,
        .born_line = line, .state = BLOCK_LIVE, .is_hidden = vm->hidden_depth > 0,
    };
    claim_granules(vm, start, chunk, index);
    write_header(vm, start, chunk);
    unsigned char *shadow = c_shadow(c_at_address(vm, start));
    memset(shadow + 8, SHADOW_NONE, 8);    /* the 8 bytes before may be used by the block before */
    memset(shadow + HEADER, SHADOW_UNSET, size);
    memset(shadow + HEADER + size, SHADOW_NONE, chunk - 8 - size);
    vm->live_bytes += size;
    return start + HEADER;
}

uint64_t c_calloc(CVm *vm, uint64_t count, uint64_t size)
{
    uint64_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        return 0;
    uint64_t address = c_malloc(vm, bytes);
    if (address) {
        memset(c_at_address(vm, address), 0, bytes);
        memset(c_shadow(c_at_address(vm, address)), SHADOW_SET, bytes);
    }
    return address;
}

static void tell_bad_free(CVm *vm, uint64_t address, const CBlock *block, const char *function)
{
    char name[200];
    CObject object = c_object_at(vm, address);
    c_describe_object(vm, &object, name, sizeof name);
    if (block && block->state == BLOCK_FREED && block->address == address)
        c_fault(vm, 134, "The program frees the block of %" PRIu64 " bytes from line %d a second time: it was freed at "
                "line %d already. The library notices it and aborts the program.", block->size, block->born_line,
                block->died_line);
    else if (block && address != block->address)
        c_fault(vm, 134, "The program gives %s() a pointer into the middle of %s: only the pointer that malloc gave can be "
                "freed. The library notices it and aborts the program.", function, name);
    else
        c_fault(vm, 134, "The program gives %s() a pointer to %s, which malloc did not give. The library notices it and "
                "aborts the program.", function, object.kind ? name : "memory where no variable and no block is");
}

/* The live block that begins there; else the program dies. */
static CBlock *block_to_free(CVm *vm, uint64_t address, const char *function)
{
    CBlock *block = c_block_at(vm, address);
    if (block && block->state == BLOCK_LIVE && block->address == address)
        return block;
    tell_bad_free(vm, address, block, function);
    return NULL;
}

/* Pointers inside a block that goes no longer hold what they point to. */
static void drop_pointers(CVm *vm, const CBlock *block)
{
    vm->releasing = (uint32_t)(block - vm->blocks) + 1;
    for (uint64_t i = 0; vm->checks_leaks && i + 8 <= block->size; i += 8) {
        uint64_t word;
        memcpy(&word, c_at_address(vm, block->address + i), sizeof word);
        if (word)
            c_pointer_changes(vm, word, 0);
    }
    vm->releasing = 0;
}

static void release(CVm *vm, CBlock *block)
{
    drop_pointers(vm, block);
    block->state = BLOCK_FREED;
    block->died = vm->step;
    block->died_line = c_current_line(vm);
    vm->live_bytes -= block->size;
    memset(c_shadow(c_at_address(vm, block->address)), SHADOW_FREED, block->size);
    give_chunk(vm, block->address - HEADER, block->chunk);
}

void c_free(CVm *vm, uint64_t address)
{
    CBlock *block = address ? block_to_free(vm, address, "free") : NULL;
    if (block)
        release(vm, block);
}

uint64_t c_realloc(CVm *vm, uint64_t address, uint64_t size)
{
    if (!address)
        return c_malloc(vm, size);
    CBlock *block = block_to_free(vm, address, "realloc");
    if (!block)
        return 0;
    if (!size) {
        release(vm, block);
        return 0;
    }
    if (size <= HEAP_LIMIT && chunk_size(size) == block->chunk) {
        unsigned char *shadow = c_shadow(c_at_address(vm, address));
        if (size > block->size)
            memset(shadow + block->size, SHADOW_UNSET, size - block->size);
        else
            memset(shadow + size, SHADOW_NONE, block->size - size);
        vm->live_bytes += size - block->size;
        block->size = size;
        return address;
    }
    uint32_t index = (uint32_t)(block - vm->blocks);
    uint64_t fresh = c_malloc(vm, size);
    block = &vm->blocks[index];
    if (!fresh)
        return 0;
    CBlock *to = c_block_at(vm, fresh);
    to->type = block->type;
    uint64_t common = size < block->size ? size : block->size;
    c_copy(vm, fresh, address, common);
    release(vm, block);
    return fresh;
}
