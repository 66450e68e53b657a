/* The clock is the step counter, so that a run is the same every time: a step takes a microsecond, and the first one is
 * at the beginning of 2024 (UTC). */
#include <string.h>
#include <time.h>

#include "c/space.h"
#include "c/library/library.h"

enum { STEPS_PER_SECOND = 1000000 };
#define FIRST_SECOND INT64_C(1704067200)

/* Microseconds since the program began; what sleep() passes counts too. */
static int64_t elapsed(const CVm *vm)
{
    return (int64_t)(vm->step + vm->clock_ahead);
}

static int64_t now(const CVm *vm)
{
    return FIRST_SECOND + elapsed(vm) / STEPS_PER_SECOND;
}

static bool n_time(CNative *call, CCell *result)
{
    uint64_t place = c_address_argument(call, 0);
    result->i = now(call->vm);
    unsigned char *to = place ? c_write_memory(call->vm, place, 8) : NULL;
    if (to)
        memcpy(to, &result->i, 8);
    return !call->vm->ending;
}

static bool n_clock(CNative *call, CCell *result)
{
    result->i = (int64_t)call->vm->step;
    return true;
}

static bool n_difftime(CNative *call, CCell *result)
{
    result->d = (double)c_int_argument(call, 0) - (double)c_int_argument(call, 1);
    return true;
}

static bool n_sleep(CNative *call, CCell *result)
{
    call->vm->clock_ahead += (uint64_t)(uint32_t)c_int_argument(call, 0) * STEPS_PER_SECOND;
    return true;
}

static bool n_usleep(CNative *call, CCell *result)
{
    call->vm->clock_ahead += (uint64_t)(uint32_t)c_int_argument(call, 0);
    return true;
}

static bool put_pair(CNative *call, int argument, int64_t second, int64_t part)
{
    int64_t pair[] = {second, part};
    unsigned char *to = c_write_memory(call->vm, c_address_argument(call, argument), sizeof pair);
    if (to)
        memcpy(to, pair, sizeof pair);
    return to != NULL;
}

static bool n_nanosleep(CNative *call, CCell *result)
{
    int64_t pair[2];
    const unsigned char *from = c_read_memory(call->vm, c_address_argument(call, 0), sizeof pair);
    if (!from)
        return false;
    memcpy(pair, from, sizeof pair);
    call->vm->clock_ahead += (uint64_t)(pair[0] * STEPS_PER_SECOND + pair[1] / 1000);
    return true;
}

static bool n_clock_gettime(CNative *call, CCell *result)
{
    int64_t time = elapsed(call->vm);
    return put_pair(call, 1, now(call->vm), time % STEPS_PER_SECOND * 1000);
}

static bool n_gettimeofday(CNative *call, CCell *result)
{
    return put_pair(call, 0, now(call->vm), elapsed(call->vm) % STEPS_PER_SECOND);
}

/* struct tm has glibc's layout; its zone's name would be a pointer of the host's, so it is left out. */
static bool put_tm(CNative *call, int argument, const struct tm *tm)
{
    unsigned char *to = c_write_memory(call->vm, c_address_argument(call, argument), sizeof *tm);
    if (to) {
        memset(to, 0, sizeof *tm);
        memcpy(to, tm, 9 * sizeof(int));
    }
    return to != NULL;
}

static bool get_tm(CNative *call, int argument, struct tm *tm)
{
    const unsigned char *from = c_read_memory(call->vm, c_address_argument(call, argument), sizeof *tm);
    memset(tm, 0, sizeof *tm);
    if (from)
        memcpy(tm, from, 9 * sizeof(int));
    tm->tm_zone = "UTC";
    return from != NULL;
}

/* struct tm *__break_down(time_t, struct tm *) */
static bool n_break_down(CNative *call, CCell *result)
{
    time_t time = c_int_argument(call, 0);
    struct tm tm;
    gmtime_r(&time, &tm);
    result->u = c_address_argument(call, 1);
    return put_tm(call, 1, &tm);
}

static bool n_mktime(CNative *call, CCell *result)
{
    struct tm tm;
    if (!get_tm(call, 0, &tm))
        return false;
    result->i = timegm(&tm);
    return put_tm(call, 0, &tm);
}

static bool n_strftime(CNative *call, CCell *result)
{
    char text[2000];
    struct tm tm;
    uint64_t room = c_address_argument(call, 1), length;
    const char *format = c_read_string(call->vm, c_address_argument(call, 2), &length);
    if (!format || !get_tm(call, 3, &tm))
        return false;
    size_t written = strftime(text, room < sizeof text ? room : sizeof text, format, &tm);
    unsigned char *to = written || !*format ? c_write_memory(call->vm, c_address_argument(call, 0), written + 1) : NULL;
    if (to)
        memcpy(to, text, written + 1);
    result->u = written;
    return !call->vm->ending;
}

const CNativeEntry c_natives_time[] = {
    {"time", n_time}, {"clock", n_clock}, {"difftime", n_difftime}, {"sleep", n_sleep}, {"usleep", n_usleep},
    {"nanosleep", n_nanosleep}, {"clock_gettime", n_clock_gettime}, {"gettimeofday", n_gettimeofday},
    {"__break_down", n_break_down}, {"mktime", n_mktime}, {"timegm", n_mktime}, {"strftime", n_strftime}, {NULL, NULL},
};
