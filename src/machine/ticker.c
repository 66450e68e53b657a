/* The thread waits on a condition with a deadline instead of sleeping, so that stopping it takes no longer than waking
 * it. It keeps the lock except while it waits; nobody else wants it but who stops it. */
#include "machine/ticker.h"

#include <time.h>

enum { TICKER_SECOND = 1000000000 };

uint64_t ticker_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * TICKER_SECOND + (uint64_t)now.tv_nsec;
}

void ticker_init(Ticker *ticker, MachineHost *host, uint64_t period)
{
    *ticker = (Ticker){.host = host, .period = period};
    atomic_init(&ticker->due, false);
    pthread_mutex_init(&ticker->lock, NULL);
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&ticker->wake, &attributes);
    pthread_condattr_destroy(&attributes);
}

void ticker_finish(Ticker *ticker)
{
    ticker_stop(ticker);
    pthread_cond_destroy(&ticker->wake);
    pthread_mutex_destroy(&ticker->lock);
}

/* Waits, with the lock held, for a period or until woken. */
static void ticker_wait(Ticker *ticker)
{
    uint64_t until = ticker_now() + ticker->period;
    struct timespec time = {(time_t)(until / TICKER_SECOND), (long)(until % TICKER_SECOND)};
    pthread_cond_timedwait(&ticker->wake, &ticker->lock, &time);
}

static void *ticker_main(void *context)
{
    Ticker *ticker = context;
    pthread_mutex_lock(&ticker->lock);
    while (!ticker->stopping) {
        ticker_wait(ticker);
        atomic_store(&ticker->due, true);
        machine_host_tick(ticker->host);
    }
    pthread_mutex_unlock(&ticker->lock);
    return NULL;
}

void ticker_start(Ticker *ticker)
{
    if (ticker->running)
        return;
    ticker->stopping = false;
    ticker->running = pthread_create(&ticker->thread, NULL, ticker_main, ticker) == 0;
}

void ticker_stop(Ticker *ticker)
{
    if (!ticker->running)
        return;
    pthread_mutex_lock(&ticker->lock);
    ticker->stopping = true;
    pthread_cond_signal(&ticker->wake);
    pthread_mutex_unlock(&ticker->lock);
    pthread_join(ticker->thread, NULL);
    ticker->running = false;
    atomic_store(&ticker->due, false);
}
