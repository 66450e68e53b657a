#include <string.h>
int main(void)
{
    int a[6] = {1, 2, 3, 4, 5, 6};
    memcpy(a, a + 1, 5 * sizeof *a); /* !overlap */
    return 0;
}
