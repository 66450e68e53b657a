#include <stdio.h>

int main(void)
{
    int x = 5;
    if (x = 3) /* !'x = 3' stores 3 in 'x', so this condition is always true */
        printf("three\n");
    return 0;
}
