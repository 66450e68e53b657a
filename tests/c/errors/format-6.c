#include <stdio.h>
int main(void)
{
    char *name = NULL;
    printf("%s\n", name); /* !null pointer: there is no text */
    return 0;
}
