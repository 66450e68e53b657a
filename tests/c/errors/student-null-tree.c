#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct tree { int v; struct tree *l, *r; };
int min(struct tree *t) {
    while (t->l) /* !In 't->l' the program reads memory through a null pointer */
        t = t->l;
    return t->v;
}
int main(void) {
    struct tree *root = NULL;
    printf("%d\n", min(root));
    return 0;
}
