#include <stdio.h>

int main(void)
{
    int i;
    for (i = 0; i < 3; i++); /* !right behind this 'for (...)' */
    {
        printf("%d\n", i);
    }
    return 0;
}
