#include <stdlib.h>
int main(void)
{
    int *p = malloc(sizeof *p);
    *p = 5;
    free(p);
    return *p * 0; /* !which was freed at line 6 */
}
