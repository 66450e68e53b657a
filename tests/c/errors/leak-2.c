#include <stdlib.h>
int main(void)
{
    int *p = malloc(4);
    *p = 1;
    p = NULL; /* !block of 4 bytes from line 4 */
    return p != NULL;
}
