/* Parameters declared as before C89. */
#include <stdio.h>
int power(base, n)
int base, n;
{
    int p;
    for (p = 1; n > 0; --n)
        p = p * base;
    return p;
}
double avg(a, n)
double a[];
int n;
{
    double s = 0;
    int i;
    for (i = 0; i < n; i++)
        s += a[i];
    return s / n;
}

int main()
{
    int i;
    double d[3] = {1, 2, 4};
    for (i = 0; i < 5; ++i)
        printf("%d %d %d\n", i, power(2, i), power(-3, i));
    printf("%f\n", avg(d, 3));
    return 0;
}
