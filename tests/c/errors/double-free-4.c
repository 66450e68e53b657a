#include <stdlib.h>
struct box { int *a, *b; };
int main(void)
{
    struct box box;
    box.a = malloc(16);
    box.b = box.a;
    free(box.a);
    free(box.b); /* !second time */
    return 0;
}
