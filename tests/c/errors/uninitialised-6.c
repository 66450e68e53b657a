#include <stdlib.h>
#include <string.h>
int main(void)
{
    char *a = malloc(10), *b = malloc(10);
    strcpy(a, "same");
    strcpy(b, "same");
    int differs = memcmp(a, b, 10); /* !block of 10 bytes */
    free(a);
    free(b);
    return differs > 1;
}
