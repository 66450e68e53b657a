#include <stdlib.h>
int main(void)
{
    int *a = calloc(4, sizeof *a);
    int *middle = a + 2;
    free(a);
    *middle = 1; /* !freed at line 6 */
    return 0;
}
