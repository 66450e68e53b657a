#include <stdio.h>
int main(void)
{
    printf("%d %d\n", 1); /* !more conversions than there are arguments */
    return 0;
}
