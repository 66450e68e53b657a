/* The ticker: a small thread that asks a machine for a visit every few milliseconds while a run is going.
 *
 * It exists only between start and stop, so an idle program has no such thread. A tick lowers the host's stop_at, and
 * sets a flag of the ticker's own, because the machine's next arming may overwrite the former.
 */
#ifndef REFARROWS_MACHINE_TICKER_H
#define REFARROWS_MACHINE_TICKER_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "machine/machine.h"

typedef struct Ticker {
    MachineHost *host;
    uint64_t period;           /* nanoseconds */
    _Atomic bool due;
    bool running;              /* known to the starting thread only */
    bool stopping;             /* under the lock */
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t wake;
} Ticker;

void ticker_init(Ticker *ticker, MachineHost *host, uint64_t period);
void ticker_finish(Ticker *ticker);

/* Both may be called again and again. When the thread cannot be had there are no ticks. */
void ticker_start(Ticker *ticker);
void ticker_stop(Ticker *ticker);

/* Has it ticked since the last time this was asked? */
static inline bool ticker_take(Ticker *ticker)
{
    return atomic_load_explicit(&ticker->due, memory_order_relaxed) && atomic_exchange(&ticker->due, false);
}

/* The monotonic clock in nanoseconds. */
uint64_t ticker_now(void);

#endif
