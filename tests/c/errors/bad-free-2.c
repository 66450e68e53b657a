#include <stdlib.h>
int main(void)
{
    int *p = malloc(40);
    p++;
    free(p); /* !into the middle */
    return 0;
}
