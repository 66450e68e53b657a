#include <setjmp.h>
#include <stdio.h>

static jmp_buf escape;

static void deep(int n)
{
    if (n == 0)
        longjmp(escape, 42);
    deep(n - 1);
}

static int collatz(unsigned long n)
{
    int steps = 0;
    while (n != 1) {
        n = n % 2 ? 3 * n + 1 : n / 2;
        steps++;
    }
    return steps;
}

static const char *size(int n)
{
    switch (n) {
    case 0: return "none";
    case 1: case 2: return "few";
    case 3 ... 9: return "some";
    default: return n < 0 ? "negative" : "many";
    }
}

int main(void)
{
    int n = 0;
    for (int i = 0, j = 10; i < j; i++, j--) {
        if (i == 2)
            continue;
        if (i == 4)
            break;
        printf("%d,%d ", i, j);
    }
    do
        n += 3;
    while (n < 10);
    printf("%d\n", n);
again:
    if (n-- > 10)
        goto again;
    printf("%d %d %d\n", n, collatz(27), collatz(97));
    for (int i = -1; i < 12; i += 3)
        printf("%s ", size(i));
    putchar('\n');
    switch (n) {                   /* Duff's device */
        int k;
    case 9:
        k = 3;
        do {
            printf("a");
    case 8:
            printf("b");
        } while (--k > 0);
    }
    putchar('\n');
    int code = setjmp(escape);
    if (code == 0)
        deep(20);
    printf("came back with %d\n", code);
    static int calls;
    if (++calls < 3)
        return main() + 1;
    printf("%d %d\n", calls, (calls > 2 ? 10 : 20, calls) ? : 5);
    return 0;
}
