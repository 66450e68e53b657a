/* The memory in words: for `refarrows text --pools` and `--bytes N`. */
#ifndef REFARROWS_CLI_MEMORY_TEXT_H
#define REFARROWS_CLI_MEMORY_TEXT_H

#include "machine/object_bytes.h"
#include "machine/pool_map.h"

void memory_text_pools(const PoolMap *map);
void memory_text_bytes(const ObjectBytes *bytes);

#endif
