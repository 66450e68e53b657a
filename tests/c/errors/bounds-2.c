#include <stdlib.h>
int main(void)
{
    int *p = malloc(3 * sizeof *p);
    for (int i = 0; i < 4; i++)
        p[i] = i; /* !right behind the end of the block of 12 bytes from line 4 */
    free(p);
    return 0;
}
