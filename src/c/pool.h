/* A pool: memory for what lives as long as a compilation, given back all at once. */
#ifndef REFARROWS_C_POOL_H
#define REFARROWS_C_POOL_H

#include <stddef.h>
#include <stdint.h>

typedef struct CPool {
    struct CPoolChunk *chunk;  /* the newest; the others hang off it */
} CPool;

void c_pool_init(CPool *pool);
void c_pool_finish(CPool *pool);

/* Zeroed memory, aligned for anything. Never NULL: without memory the process ends with a message. */
void *c_pool_alloc(CPool *pool, size_t size);

/* A copy that ends in a NUL. */
char *c_pool_text(CPool *pool, const char *text, size_t length);
char *c_pool_format(CPool *pool, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define C_NEW(pool, type) ((type *)c_pool_alloc(pool, sizeof(type)))

#endif
