struct node { int v; struct node *next; };
int main(void)
{
    struct node *n = 0;
    n->next = 0; /* !null pointer */
    return 0;
}
