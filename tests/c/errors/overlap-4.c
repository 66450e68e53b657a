#include <stdlib.h>
#include <string.h>
int main(void)
{
    char *p = calloc(32, 1);
    memcpy(p + 8, p, 16); /* !overlap */
    free(p);
    return 0;
}
