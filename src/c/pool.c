#include "c/pool.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

enum { POOL_CHUNK = 1 << 16, POOL_ALIGN = 16 };

typedef struct CPoolChunk {
    struct CPoolChunk *older;
    size_t used, size;
    _Alignas(POOL_ALIGN) unsigned char bytes[];
} CPoolChunk;

void c_pool_init(CPool *pool)
{
    pool->chunk = NULL;
}

void c_pool_finish(CPool *pool)
{
    while (pool->chunk) {
        CPoolChunk *older = pool->chunk->older;
        free(pool->chunk);
        pool->chunk = older;
    }
}

static void add_chunk(CPool *pool, size_t least)
{
    size_t size = least > POOL_CHUNK ? least : POOL_CHUNK;
    CPoolChunk *chunk = memory_resize(NULL, sizeof *chunk + size);
    *chunk = (CPoolChunk){.older = pool->chunk, .size = size};
    memset(chunk->bytes, 0, size);
    pool->chunk = chunk;
}

void *c_pool_alloc(CPool *pool, size_t size)
{
    size = (size + POOL_ALIGN - 1) / POOL_ALIGN * POOL_ALIGN;
    if (!pool->chunk || pool->chunk->size - pool->chunk->used < size)
        add_chunk(pool, size);
    void *memory = pool->chunk->bytes + pool->chunk->used;
    pool->chunk->used += size;
    return memory;
}

char *c_pool_text(CPool *pool, const char *text, size_t length)
{
    char *copy = c_pool_alloc(pool, length + 1);
    if (length)
        memcpy(copy, text, length);
    return copy;
}

char *c_pool_format(CPool *pool, const char *format, ...)
{
    va_list arguments;
    char *printed = NULL;
    va_start(arguments, format);
    int length = vasprintf(&printed, format, arguments);
    va_end(arguments);
    char *text = length < 0 ? c_pool_text(pool, "", 0) : c_pool_text(pool, printed, (size_t)length);
    free(printed);
    return text;
}
