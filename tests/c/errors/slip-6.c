#include <stdio.h>

int main(void)
{
    double d = 3.5;
    int *p = &d; /* !'&d' is a pointer of type double *, but one of type int * is wanted */
    printf("%d\n", *p);
    return 0;
}
