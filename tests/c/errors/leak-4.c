#include <stdlib.h>
struct node { int v; struct node *next; };
int main(void)
{
    struct node *a = malloc(sizeof *a);
    a->next = malloc(sizeof *a);
    free(a); /* !block of 16 bytes from line 6 */
    a = NULL;
    return a != NULL;
}
