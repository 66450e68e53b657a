#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    int *a = malloc(2 * sizeof(int));
    int *first = &a[0];
    a[0] = 1; a[1] = 2;
    a = realloc(a, 1000 * sizeof(int));
    *first = 9; /* !In '*first = 9' the program writes to memory in the block of */
    printf("%d\n", a[0]);
    free(a);
    return 0;
}
