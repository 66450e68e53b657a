#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    int a[5] = {0}, i = 0;
    while (i < 4)
        a[i] = i++; /* !This expression changes 'i' and uses it again without an ord */
    printf("%d\n", a[0]);
    return 0;
}
