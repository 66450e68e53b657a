/* A regular expression that explodes, a text that takes long or an iteration without end ends soon after a cancel. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "python/python.h"

enum { BEFORE_CANCEL_US = 300000, LONGEST_SECONDS = 2 };

static void *cancel_later(void *host)
{
    usleep(BEFORE_CANCEL_US);
    machine_host_cancel(host);
    return NULL;
}

static RunAnswer to_the_end(void *context, const StopInfo *stop)
{
    return (RunAnswer){.next = {stop->position.step + 1000000, 0}};
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void ends_soon(const char *text)
{
    MachineHost host;
    machine_host_init(&host);
    SourceError error = {0};
    Source source = {"re.py", text, strlen(text)};
    Machine *machine = python_language.load(&source, &host, &error);
    assert_non_null(machine);
    pthread_t thread;
    double start = now();
    pthread_create(&thread, NULL, cancel_later, &host);
    RunResult result = python_language.run(machine, (Position){0, 0}, to_the_end, NULL);
    assert_true(now() - start < LONGEST_SECONDS + BEFORE_CANCEL_US * 1e-6);
    assert_int_equal(result.end, RUN_CANCELLED);
    pthread_join(thread, NULL);
    python_language.destroy(machine);
}

static void test_exponential(void **state) { ends_soon("import re\nre.match(r'(a|aa)+$', 'a' * 60 + 'b')\n"); }
static void test_nested(void **state) { ends_soon("import re\nre.match(r'(x+x+)+y', 'x' * 60 + 'zy')\n"); }
static void test_quadratic(void **state) { ends_soon("import re\nre.search('[ab]*[ac]*d', 'a' * 3000000 + 'ed')\n"); }
static void test_many(void **state) { ends_soon("import re\nwhile True:\n re.findall('a|b', 'ab' * 100000)\n"); }
static void test_sum(void **state) { ends_soon("sum(range(10 ** 20))\n"); }
static void test_endless_iterator(void **state) { ends_soon("import itertools\nall(itertools.count(1))\n"); }

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_exponential), cmocka_unit_test(test_nested), cmocka_unit_test(test_quadratic),
        cmocka_unit_test(test_many), cmocka_unit_test(test_sum), cmocka_unit_test(test_endless_iterator),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
