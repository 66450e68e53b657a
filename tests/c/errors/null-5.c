#include <stdlib.h>
int main(void)
{
    char *p = malloc((size_t)1 << 60);
    p[0] = 'a'; /* !null pointer */
    return 0;
}
