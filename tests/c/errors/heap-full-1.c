#include <stdio.h>
#include <stdlib.h>
int main(void)
{
    char *large = malloc(600u << 20); /* !The heap is full, so there is only a null pointer for the 629145600 bytes */
    if (large == NULL)
        printf("too much\n");
    free(large);
    return 0;
}
