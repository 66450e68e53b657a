#include <stdio.h>
#include <stdlib.h>
#include <string.h>
typedef struct node { int key; struct node *next; } node;
node *find(node *list, int key) {
    while (list && list->key != key) list = list->next;
    return list;
}
int main(void) {
    node b = {2, NULL}, a = {1, &b};
    node *hit = find(&a, 5);
    printf("%d\n", hit->key); /* !In 'hit->key' the program reads memory through a null pointer */
    return 0;
}
