/* A chain of chunks, each larger than the one before up to a ceiling, so that small programs stay small and large ones
 * do not pay per allocation. Chunks come zeroed from calloc, which for large ones means untouched pages. */
#include "python/region.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FIRST_CHUNK = 16 * 1024,
    LARGEST_CHUNK = 4 * 1024 * 1024,
    ALIGNMENT = 16
};

struct RegionChunk {
    RegionChunk *older;
    size_t size;               /* bytes after the header; also keeps the header a multiple of ALIGNMENT */
};

void region_init(Region *region)
{
    memset(region, 0, sizeof *region);
}

void region_finish(Region *region)
{
    RegionChunk *chunk = region->newest;
    while (chunk) {
        RegionChunk *older = chunk->older;
        free(chunk);
        chunk = older;
    }
    region->newest = NULL;
    region->next = region->end = NULL;
    region->total = 0;
}

static _Noreturn void exhausted(Region *region)
{
    if (region->on_exhausted)
        longjmp(*region->on_exhausted, 1);
    fputs("refarrows: out of memory\n", stderr);
    exit(2);
}

static size_t chunk_size_for(const Region *region, size_t wanted)
{
    size_t size = region->newest ? region->newest->size * 2 : FIRST_CHUNK;
    if (size > LARGEST_CHUNK)
        size = LARGEST_CHUNK;
    return size < wanted ? wanted : size;
}

static void add_chunk(Region *region, size_t wanted)
{
    size_t size = chunk_size_for(region, wanted);
    if (region->limit && (size > region->limit || region->total > region->limit - size))
        exhausted(region);
    RegionChunk *chunk = calloc(1, sizeof *chunk + size);
    if (!chunk)
        exhausted(region);
    chunk->older = region->newest;
    chunk->size = size;
    region->newest = chunk;
    region->next = (char *)(chunk + 1);
    region->end = region->next + size;
    region->total += size;
}

void *region_alloc(Region *region, size_t size)
{
    if (size > SIZE_MAX / 2)
        exhausted(region);
    size_t rounded = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (rounded > (size_t)(region->end - region->next) || !region->next)
        add_chunk(region, rounded);
    void *place = region->next;
    region->next += rounded;
    return place;
}

void *region_alloc_array(Region *region, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 2 / size)
        exhausted(region);
    return region_alloc(region, count * size);
}

static bool extend_in_place(Region *region, char *old, size_t old_size, size_t new_size)
{
    size_t old_rounded = (old_size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    size_t new_rounded = (new_size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (!old || old + old_rounded != region->next || new_rounded > (size_t)(region->end - old))
        return false;
    region->next = old + new_rounded;
    return true;
}

void *region_grow(Region *region, void *old, size_t old_size, size_t new_size)
{
    if (new_size <= old_size || extend_in_place(region, old, old_size, new_size))
        return old;
    void *larger = region_alloc(region, new_size);
    if (old_size)
        memcpy(larger, old, old_size);
    return larger;
}

char *region_strdup(Region *region, const char *text, size_t length)
{
    if (length == SIZE_MAX)
        exhausted(region);
    char *copy = region_alloc(region, length + 1);
    if (length)
        memcpy(copy, text, length);
    return copy;
}
