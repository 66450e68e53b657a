#include <stdio.h>
#include <string.h>
int main(void)
{
    /* é */
    char name[] = "René";
    char c = 'é';
    printf("%s %zu %d\n", name, strlen(name), c);
    return 0;
}
