/* Memory for what is small and indispensable (views, changes, texts, indexes). Where there is none, the process ends
 * with a message: nothing sensible can be shown without it. What may grow large (snapshots) is asked for elsewhere
 * and may be refused. Never used for what a program that is run can touch. */
#ifndef REFARROWS_MACHINE_MEMORY_H
#define REFARROWS_MACHINE_MEMORY_H

#include <stddef.h>
#include <stdint.h>

/* realloc that never returns NULL. A size of 0 gives memory of one byte. */
void *memory_resize(void *memory, size_t size);

/* Makes room for `needed` items of `item_size` bytes, at least doubling. `capacity` counts items. Usage:
 *
 *     list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
 *     list->items[list->count++] = item;
 */
void *memory_grow(void *items, uint32_t *capacity, uint64_t needed, size_t item_size);

#endif
