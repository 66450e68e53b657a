#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct p { int x, y; };
struct p *make(int x, int y) {
    struct p r = {x, y};
    return &r; /* !make() returns the address of its own variable 'r', which is gone when it has returned */
}
int main(void) {
    struct p *a = make(1, 2);
    if (a != NULL) printf("%d\n", a->x);
    return 0;
}
