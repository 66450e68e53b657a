#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

typedef int (*Operation)(int, int);

static int add(int a, int b) { return a + b; }
static int subtract(int a, int b) { return a - b; }
static int multiply(int a, int b) { return a * b; }

static const struct { char symbol; Operation run; } operations[] = {{'+', add}, {'-', subtract}, {'*', multiply}};

static Operation choose(char symbol)
{
    for (size_t i = 0; i < sizeof operations / sizeof operations[0]; i++)
        if (operations[i].symbol == symbol)
            return operations[i].run;
    return NULL;
}

static int fold(const int *a, int n, int start, int (*f)(int, int))
{
    while (n-- > 0)
        start = f(start, *a++);
    return start;
}

static int largest(int count, ...)
{
    va_list list;
    va_start(list, count);
    int best = va_arg(list, int);
    for (int i = 1; i < count; i++) {
        int v = va_arg(list, int);
        best = v > best ? v : best;
    }
    va_end(list);
    return best;
}

static void log_line(const char *level, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    printf("[%s] ", level);
    vprintf(format, list);
    va_end(list);
}

static int (*pick(int which))(int, int) { return which ? multiply : add; }

static int descending(const void *a, const void *b) { return *(int *)b - *(int *)a; }
static void bye(void) { puts("bye"); }
static void bye_first(void) { puts("first"); }

int main(void)
{
    int a[] = {3, 1, 4, 1, 5};
    printf("%d %d %d\n", choose('+')(2, 3), (*choose('-'))(2, 3), choose('/') == NULL);
    printf("%d %d\n", fold(a, 5, 0, add), fold(a, 5, 1, multiply));
    printf("%d %d\n", pick(0)(4, 5), pick(1)(4, 5));
    qsort(a, 5, sizeof a[0], descending);
    for (int i = 0; i < 5; i++)
        printf("%d ", a[i]);
    int key = 4, *found = bsearch(&key, a, 5, sizeof a[0], descending);
    printf("at %d\n", (int)(found - a));
    printf("%d\n", largest(4, 3, 9, -2, 5));
    log_line("info", "%s has %d of %.1f\n", "it", 3, 4.5);
    atexit(bye);
    atexit(bye_first);
    exit(7);
}
