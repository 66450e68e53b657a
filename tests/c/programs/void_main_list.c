#include <stdio.h>
#include <stdlib.h>

struct node { int value; struct node *next; };

int add(int a, int b)
{
    int sum = a + b;
}

int square(int a)
{
    a = a * a;
}

int larger(int a, int b)
{
    if (a > b)
        return a;
    b = b + 0;
}

void main()
{
    struct node last = {3, NULL}, middle = {2, &last}, first = {1, &middle}, *p = &first;
    reverse_digits(1234);
    while (p->next != NULL) {
        printf("%d -> ", p->value);
        p = p->next;
    }
    printf("%d\n", p->value);
    add(1, 2);
    square(7);
    larger(3, 2);
    printf("x");
}

void reverse_digits(int n)
{
    int reversed = 0;
    for (; n != 0; n /= 10)
        reversed = reversed * 10 + n % 10;
    printf("%d\n", reversed);
}
