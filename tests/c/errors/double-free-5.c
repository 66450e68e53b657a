#include <stdlib.h>
int main(void)
{
    int *p = malloc(2000);
    for (int i = 0; i < 2; i++)
        free(p); /* !second time */
    return 0;
}
