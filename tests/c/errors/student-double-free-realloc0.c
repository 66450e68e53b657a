#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    int *p = malloc(8);
    int *q = p;
    p = realloc(p, 4000);
    free(q); /* !In 'free(q)' the program frees the block of 8 bytes from line 5 a second time */
    free(p);
    return 0;
}
