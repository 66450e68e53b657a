#include <stdio.h>

int main(void)
{
    int count = 1;
    printf("%d\n", coutn); /* !'coutn'; did you mean 'count'? */
    return 0;
}
