/* Pages that snapshots share: buffers of ARENA_PAGE bytes, named by an index, counted, and used again when free.
 *
 * Buffers come from chunks that are never given back before the end, because copying into fresh pages of the system
 * costs seven times copying into ones that were touched before. Index 0 is the page of zeros; it costs nothing.
 *
 * In a build with the address sanitizer a machine may poison parts of its arena, and the sanitizer's memcmp and memcpy
 * would complain about reading them. So everything here that touches an arena goes through pages_equal and pages_copy.
 */
#ifndef REFARROWS_MACHINE_PAGES_H
#define REFARROWS_MACHINE_PAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PAGES_ZERO = 0 };

typedef struct PagePool {
    unsigned char **chunks;    /* each of 256 pages */
    uint32_t *references;      /* per page: how many snapshots hold it; of a free page: the next free one */
    uint32_t chunk_count;
    uint32_t page_count;       /* pages ever handed out, the page of zeros included: indexes below this exist */
    uint32_t free_first;       /* a free page, PAGES_ZERO if none */
    uint32_t free_count;
} PagePool;

/* An empty pool needs no memory but that of the page of zeros. False when even that cannot be had. */
bool page_pool_init(PagePool *pool);
void page_pool_finish(PagePool *pool);

/* A page with one reference and unspecified contents, or PAGES_ZERO when there is no memory. */
uint32_t page_pool_take(PagePool *pool);
void page_pool_hold(PagePool *pool, uint32_t page);
void page_pool_release(PagePool *pool, uint32_t page);

unsigned char *page_pool_bytes(const PagePool *pool, uint32_t page);

/* How many pages are held by somebody. */
uint32_t page_pool_in_use(const PagePool *pool);

/* Bytes of memory behind the pool: pages touched so far, free ones included, and its tables. */
size_t page_pool_size(const PagePool *pool);

/* Compare and copy one page; either side may be poisoned. */
bool pages_equal(const unsigned char *a, const unsigned char *b);
void pages_copy(unsigned char *to, const unsigned char *from);

#endif
