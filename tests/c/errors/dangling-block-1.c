#include <stdio.h>
int main(void)
{
    int *p = NULL;
    {
        int inner = 5;
        p = &inner;
        printf("%d\n", *p);
    }
    printf("%d\n", *p); /* !'inner' of main(), which is gone since its block has ended */
    return 0;
}
