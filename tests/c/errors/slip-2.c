#include <stdio.h>

int main(void)
{
    int x = 5;
    if (x > 7); /* !The ';' right behind this 'if (...)' is all that belongs to it */
        printf("large\n");
    return 0;
}
