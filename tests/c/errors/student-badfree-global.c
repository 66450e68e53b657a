#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int cache[10];
int *get(void) { return cache; }
int main(void) {
    int *c = get();
    c[0] = 1;
    free(c); /* !In 'free(c)' the program gives free() a pointer to the globa */
    return 0;
}
