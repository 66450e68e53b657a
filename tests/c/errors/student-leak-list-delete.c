#include <stdio.h>
#include <stdlib.h>
#include <string.h>
typedef struct n { int v; struct n *next; } n;
int main(void) {
    n *a = malloc(sizeof(n)), *b = malloc(sizeof(n));
    a->v = 1; a->next = b; b->v = 2; b->next = NULL;
    b = NULL;
    a->next = NULL; /* !Nothing points any more to the block of 16 bytes from line 6 */
    free(a);
    return 0;
}
