#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct str { char *p; };
void drop(struct str s) { free(s.p); } /* !In 'free(s.p)' the program frees the block of 4 bytes from l */
int main(void) {
    struct str a = { malloc(4) };
    struct str b = a;
    drop(a);
    drop(b);
    return 0;
}
