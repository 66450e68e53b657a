#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct box { int *p; };
void put(struct box *b) { int x = 7; b->p = &x; }
int main(void) {
    struct box b;
    put(&b);
    printf("%d\n", *b.p); /* !In '*b.p' the program reads memory on the stack that belonge */
    return 0;
}
