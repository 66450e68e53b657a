#include <stdio.h>
#include <stdlib.h>
struct item { char code[4]; int price; };
int main(void)
{
    struct item *item = malloc(sizeof *item);
    item->price = 12;
    sprintf(item->code, "A%03d", 7); /* !writes 5 bytes into the member 'code' */
    printf("%d\n", item->price);
    free(item);
    return 0;
}
