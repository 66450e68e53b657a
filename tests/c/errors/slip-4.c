#include <stdio.h>

static void twice(int *p)
{
    if ((unsigned long)p < 100)
        return;
    *p *= 2;
}

int main(void)
{
    int x = 5;
    twice(x); /* !'x' is a number, but a pointer (int *) is wanted here: the number is taken for an address. Did you mean '&x'? */
    printf("%d\n", x);
    return 0;
}
