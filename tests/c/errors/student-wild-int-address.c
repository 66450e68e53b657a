#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    int *p = (int *)1000000;
    *p = 5; /* !In '*p = 5' the program writes to memory at address 0xf4240, which does not belong to it */
    printf("%d\n", *p);
    return 0;
}
