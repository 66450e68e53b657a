#include <stdio.h>
int main(void)
{
    printf("%d\n", sizeof(double)); /* !wants an int, but its argument is an unsigned long */
    return 0;
}
