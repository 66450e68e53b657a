#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int average(int *a, int n) {
    int s = 0;
    for (int i = 0; i < n; i++) s += a[i];
    return s / n; /* !In 's / n' the program divides an integer by zero */
}
int main(void) { int a[1] = {0}; printf("%d\n", average(a, 0)); return 0; }
