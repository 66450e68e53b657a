#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int find(int *a, int n, int x) {
    for (int i = 0; i < n; i++) if (a[i] == x) return i;
    return -1;
}
int main(void) {
    int a[4] = {3, 1, 4, 1};
    int at = find(a, 4, 9);
    a[at] = 0; /* !In 'a[at]' the index -1 is out of bounds */
    printf("%d\n", a[0]);
    return 0;
}
