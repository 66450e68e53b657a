#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct account { int number; float balance; char name[20]; };
void show(struct account *a) {
    printf("%d %s ", a->number, a->name);
    printf("%.2f\n", a->balance); /* !In 'a->balance' the program uses the value of 'balance' in t */
}
int main(void) {
    struct account *a = malloc(sizeof(struct account));
    a->number = 1;
    strcpy(a->name, "Ann");
    show(a);
    free(a);
    return 0;
}
