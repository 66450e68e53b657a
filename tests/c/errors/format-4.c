#include <stdio.h>
int main(void)
{
    long big = 5;
    printf("%d\n", big); /* !wants an int */
    return 0;
}
