#include <stdlib.h>
static void drop(int *p)
{
    free(p); /* !second time */
}
int main(void)
{
    int *p = malloc(4);
    drop(p);
    drop(p);
    return 0;
}
