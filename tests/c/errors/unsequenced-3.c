#include <stdio.h>
int main(void)
{
    int n = 5;
    printf("%d %d\n", n, n++); /* !changes 'n' */
    return 0;
}
