#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct student { char *name; int age; };
int main(void) {
    struct student s;
    s.name = malloc(10);
    strcpy(s.name, "Eve");
    s.age = 20;
    free(s.name);
    printf("%s is %d\n", s.name, s.age); /* !In 'printf("%s is %d\n", s.name, s.age)' the program reads m */
    return 0;
}
