#include <stdio.h>
int main(void)
{
    double population = 8.1e9;
    int count = (int)population; /* !The value 8.1e+09 does not fit into an int */
    printf("%d\n", count < 0);
    return 0;
}
