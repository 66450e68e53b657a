#include <stdio.h>

int main(void)
{
    int bit = 0;
    while (bit < 31)
        bit++;
    int mask = 1 << bit; /* !'1 << bit' gives 1 << 31 = 2147483648, which does not fit into an int */
    printf("%d\n", mask);
    return 0;
}
