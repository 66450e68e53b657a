#include <stdlib.h>
int main(void)
{
    int a[4] = {0};
    int *p = realloc(a, 100); /* !array 'a' of main() */
    free(p);
    return 0;
}
