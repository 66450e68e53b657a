#include <stdio.h>
#include <stdlib.h>

struct date { int day, month, year; };
struct person { char name[8]; struct date born; struct person *friend; };
struct node { int value; struct node *next; };

int main(void)
{
    struct person ada = {"Ada", {10, 12, 1815}, NULL};
    struct person *copy = malloc(sizeof *copy);
    *copy = ada;
    ada.friend = copy;
    copy->friend = &ada;
    int *month = &ada.born.month;
    struct date *born = &ada.born;
    char *letter = &ada.name[1];
    void *anything = &ada;
    int *year = &copy->born.year;
    printf("%d %c\n", *month, *letter);         /* ~copy: object:#, ~month: frame:0/ada.born.month, ~born: frame:0/ada.born */
    printf("%d\n", *year);      /* ~letter: frame:0/ada.name[1], ~anything: frame:0/ada, ~year: object:#/born.year */
    printf("%p\n", (void *)0 ? anything : "");  /* ~ada.friend: object:#, ~object:#/friend: frame:0/ada */
    struct node *head = malloc(sizeof *head);
    head->value = 1;
    head->next = NULL;
    struct node **link = &head;
    link = &(*link)->next;      /* ~link: frame:0/head */
    head->next = head;          /* ~link: object:#/next, ~head: object:# */
    free(copy);                 /* ~object:#/next: object:# */
    free(head);                 /* ~year: object:#/born.year, ~copy: object:# */
    return born->day - 10;
}
