#include <stdlib.h>
int main(void)
{
    char *p = malloc(100), *q = p;
    free(q);
    free(p); /* !second time */
    return 0;
}
