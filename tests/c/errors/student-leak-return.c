#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int sum_to(int n) {
    int *a = malloc(n * sizeof(int));
    int s = 0;
    for (int i = 0; i < n; i++) { a[i] = i; s += a[i]; }
    return s; /* !Nothing points any more to the block of 20 bytes from line 5 */
}
int main(void) {
    printf("%d\n", sum_to(5));
    return 0;
}
