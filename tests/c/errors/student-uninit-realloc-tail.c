#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    int n = 3;
    int *a = malloc(n * sizeof(int));
    for (int i = 0; i < n; i++) a[i] = i;
    a = realloc(a, 6 * sizeof(int));
    int sum = 0;
    for (int i = 0; i < 6; i++)
        if (a[i] > 1) /* !In 'a[i]' the program uses the value of element 3 in the blo */
            sum++;
    printf("%d\n", sum);
    free(a);
    return 0;
}
