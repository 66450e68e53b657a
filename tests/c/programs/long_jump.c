/* setjmp and longjmp. */
#include <setjmp.h>
#include <stdio.h>
static jmp_buf env;

void f(int n)
{
    if (n == 0)
        longjmp(env, 42);
    f(n - 1);
}

int main(void)
{
    volatile int tries = 0;
    int r = setjmp(env);
    printf("r=%d tries=%d\n", r, tries);
    if (tries++ < 2)
        f(3);
    return r;
}
