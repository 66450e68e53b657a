#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct user { char *name; };
int main(void) {
    struct user u;
    u.name = "root";
    printf("%s\n", u.name);
    free(u.name); /* !In 'free(u.name)' the program gives free() a pointer to the  */
    return 0;
}
