#include <stdlib.h>
struct node { int v; struct node *next; };
int main(void)
{
    struct node *list = malloc(sizeof *list);
    list->next = NULL;
    for (struct node *n = list; n; n = n->next) /* !which was freed at line 8 */
        free(n);
    return 0;
}
