#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int max(int a, int b) {
    if (a > b) return a;
} /* !max() ended without 'return', but its caller uses the value */
int main(void) { printf("%d\n", max(1, 2)); return 0; }
