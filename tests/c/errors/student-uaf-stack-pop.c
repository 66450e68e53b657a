#include <stdio.h>
#include <stdlib.h>
#include <string.h>
typedef struct item { int v; struct item *below; } item;
item *top;
void push(int v) { item *n = malloc(sizeof *n); n->v = v; n->below = top; top = n; }
int pop(void) {
    item *n = top;
    top = n->below;
    free(n);
    return n->v; /* !In 'n->v' the program reads memory in the block of 16 bytes  */
}
int main(void) {
    push(1); push(2);
    printf("%d\n", pop());
    pop();
    return 0;
}
