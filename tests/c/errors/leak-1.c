#include <stdlib.h>
int main(void)
{
    int *p = malloc(4);
    p = malloc(8); /* !block of 4 bytes from line 4 */
    free(p);
    return 0;
}
