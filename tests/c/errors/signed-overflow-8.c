#include <limits.h>
#include <stdio.h>

int main(void)
{
    int n = INT_MAX + 1; /* !gives 2147483647 + 1 = 2147483648, which does not fit into an int */
    printf("%d\n", n);
    return 0;
}
