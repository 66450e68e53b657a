#include <stdio.h>

struct student { int number; struct student *next; };

static int last_number(struct student *list)
{
    while (list->next != NULL) /* !In 'list->next' the program reads memory through a null pointer */
        list = list->next;
    return list->number;
}

int main(void)
{
    printf("%d\n", last_number(NULL));
    return 0;
}
