#include <stdio.h>
#include <stdlib.h>
#include <string.h>
typedef struct node { int v; struct node *next; } node;
int main(void) {
    node *head = NULL;
    for (int i = 0; i < 3; i++) {
        node *n = malloc(sizeof(node));
        n->v = i; n->next = head; head = n;
    }
    for (node *p = head; p != NULL; p = p->next) /* !In 'p->next' the program reads memory in the block of 16 byt */
        free(p);
    return 0;
}
