/* A chunk is a mapping of its own, made in one go: a page fault for each of its pages would take longer than copying
 * into it. */
#include "machine/pages.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "machine/arena.h"

enum { PAGES_PER_CHUNK = 256, PAGES_CHUNK_BYTES = PAGES_PER_CHUNK * ARENA_PAGE };

#ifdef __SANITIZE_ADDRESS__

/* Word by word, and the compiler must not turn the loops into calls of memcmp and memcpy again. */
#define PAGES_UNCHECKED __attribute__((no_sanitize("address"), optimize("no-tree-loop-distribute-patterns"), noinline))

PAGES_UNCHECKED bool pages_equal(const unsigned char *a, const unsigned char *b)
{
    const uint64_t *x = (const uint64_t *)(const void *)a, *y = (const uint64_t *)(const void *)b;
    for (size_t i = 0; i < ARENA_PAGE / sizeof *x; i++)
        if (x[i] != y[i])
            return false;
    return true;
}

PAGES_UNCHECKED void pages_copy(unsigned char *to, const unsigned char *from)
{
    uint64_t *x = (uint64_t *)(void *)to;
    const uint64_t *y = (const uint64_t *)(const void *)from;
    for (size_t i = 0; i < ARENA_PAGE / sizeof *x; i++)
        x[i] = y[i];
}

#else

bool pages_equal(const unsigned char *a, const unsigned char *b)
{
    return memcmp(a, b, ARENA_PAGE) == 0;
}

void pages_copy(unsigned char *to, const unsigned char *from)
{
    memcpy(to, from, ARENA_PAGE);
}

#endif

/* Adds a chunk. False, and the pool as it was, when there is no memory. */
static bool page_pool_add_chunk(PagePool *pool)
{
    size_t chunks = (size_t)pool->chunk_count + 1;
    unsigned char **longer = realloc(pool->chunks, chunks * sizeof *longer);
    if (longer == NULL)
        return false;
    pool->chunks = longer;
    uint32_t *references = realloc(pool->references, chunks * PAGES_PER_CHUNK * sizeof *references);
    if (references == NULL)
        return false;
    pool->references = references;
    void *chunk = mmap(NULL, PAGES_CHUNK_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    if (chunk == MAP_FAILED)
        return false;
    pool->chunks[pool->chunk_count++] = chunk;
    return true;
}

bool page_pool_init(PagePool *pool)
{
    memset(pool, 0, sizeof *pool);
    if (!page_pool_add_chunk(pool))
        return false;
    pool->references[PAGES_ZERO] = 1;
    pool->page_count = 1;
    return true;
}

void page_pool_finish(PagePool *pool)
{
    for (uint32_t i = 0; i < pool->chunk_count; i++)
        munmap(pool->chunks[i], PAGES_CHUNK_BYTES);
    free(pool->chunks);
    free(pool->references);
    memset(pool, 0, sizeof *pool);
}

unsigned char *page_pool_bytes(const PagePool *pool, uint32_t page)
{
    return pool->chunks[page / PAGES_PER_CHUNK] + (size_t)(page % PAGES_PER_CHUNK) * ARENA_PAGE;
}

uint32_t page_pool_take(PagePool *pool)
{
    uint32_t page = pool->free_first;
    if (page != PAGES_ZERO) {
        pool->free_first = pool->references[page];
        pool->free_count--;
    } else {
        if (pool->page_count == pool->chunk_count * PAGES_PER_CHUNK && !page_pool_add_chunk(pool))
            return PAGES_ZERO;
        page = pool->page_count++;
    }
    pool->references[page] = 1;
    return page;
}

void page_pool_hold(PagePool *pool, uint32_t page)
{
    if (page != PAGES_ZERO)
        pool->references[page]++;
}

void page_pool_release(PagePool *pool, uint32_t page)
{
    if (page == PAGES_ZERO || --pool->references[page] > 0)
        return;
    pool->references[page] = pool->free_first;
    pool->free_first = page;
    pool->free_count++;
}

uint32_t page_pool_in_use(const PagePool *pool)
{
    return pool->page_count - 1 - pool->free_count;
}

size_t page_pool_size(const PagePool *pool)
{
    return (size_t)(pool->page_count - 1) * ARENA_PAGE
        + pool->chunk_count * (sizeof *pool->chunks + PAGES_PER_CHUNK * sizeof *pool->references);
}
