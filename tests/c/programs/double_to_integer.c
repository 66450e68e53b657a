#include <stdio.h>
#include <stdlib.h>
int main(void)
{
    float f = -2147483648.0f;
    double edges[] = {2147483647.9, -2147483648.9, 0.99, -0.99, 1e9};
    long double big = 9223372036854775807.0L;
    printf("%d %ld %lu\n", (int)f, (long)big, (unsigned long)18446744073709549568.0);
    for (int i = 0; i < 5; i++)
        printf("%d %ld\n", (int)edges[i], (long)edges[i]);
    printf("%u %lu %ld\n", (unsigned)3e9, (unsigned long)-0.5, (long)-9223372036854775808.0);
    return 0;
}
