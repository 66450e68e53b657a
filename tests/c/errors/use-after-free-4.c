#include <stdlib.h>
int main(void)
{
    int *a = malloc(40), *old = a;
    a[0] = 1;
    a = realloc(a, 4000);
    old[0] = 2; /* !freed at line 6 */
    free(a);
    return 0;
}
