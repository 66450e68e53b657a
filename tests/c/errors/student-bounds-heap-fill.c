#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int *make(int n) {
    int *a = (int *)malloc(n * sizeof(int));
    for (int i = 0; i <= n; i++)
        a[i] = i * i; /* !In 'a[i] = i * i' the program writes to memory right behind  */
    return a;
}
int main(void) {
    int *sq = make(10);
    printf("%d\n", sq[9]);
    free(sq);
    return 0;
}
