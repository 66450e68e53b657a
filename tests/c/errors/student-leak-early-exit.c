#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int check(int x) {
    int *copy = malloc(sizeof(int));
    *copy = x;
    if (*copy < 0)
        return -1; /* !Nothing points any more to the block of 4 bytes from line 5 */
    free(copy);
    return 0;
}
int main(void) {
    printf("%d\n", check(5) + check(-5));
    return 0;
}
