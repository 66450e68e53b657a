#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct person { char *name; };
int main(void) {
    struct person *p = malloc(sizeof *p);
    p->name = malloc(10);
    strcpy(p->name, "Zoe");
    printf("%s\n", p->name);
    free(p); /* !Nothing points any more to the block of 10 bytes from line 7 */
    return 0;
}
