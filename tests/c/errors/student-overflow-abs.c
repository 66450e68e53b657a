#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    int least = -2147483647 - 1;
    int positive = -least; /* !'-least' gives -(-2147483648) = 2147483648, which does not f */
    printf("%d\n", positive);
    return 0;
}
