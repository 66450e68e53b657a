#include <stdio.h>
#include <string.h>
struct person { char name[8]; int age; };
int main(void) {
    struct person p;
    p.age = 30;
    strcpy(p.name, "Christopher"); /* !writes 12 bytes into the member 'name' */
    printf("%d\n", p.age);
    return 0;
}
