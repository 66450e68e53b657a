#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    int a[6] = {1, 2, 3, 4, 5, 6};
    memcpy(a + 1, a, 5 * sizeof(int)); /* !memcpy() copies between two places that overlap */
    printf("%d\n", a[5]);
    return 0;
}
