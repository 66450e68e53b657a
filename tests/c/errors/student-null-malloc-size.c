#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct big { int data[100]; };
int main(void) {
    struct big *b = malloc((size_t)-1);
    b->data[3] = 1; /* !In 'b->data[3] = 1' the program writes to memory through a null pointer */
    printf("%d\n", b->data[3]);
    return 0;
}
