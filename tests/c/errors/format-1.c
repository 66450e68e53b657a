#include <stdio.h>
int main(void)
{
    printf("%d\n", 3.5); /* !wants an int */
    return 0;
}
