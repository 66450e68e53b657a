#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int factorial(int n) {
    if (n <= 1) return 1;
    return n * factorial(n - 1); /* !'n * factorial(n - 1)' gives 479001600 * 13 = 6227020800, wh */
}
int main(void) {
    for (int i = 10; i <= 13; i++)
        printf("%d! = %d\n", i, factorial(i));
    return 0;
}
