#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int find(int *a, int n, int x) {
    for (int i = 0; i < n; i++)
        if (a[i] == x) return i;
} /* !find() ended without 'return', but its caller uses the value */
int main(void) { int a[2] = {1, 2}; int at = find(a, 2, 3); if (at) printf("x\n"); return 0; }
