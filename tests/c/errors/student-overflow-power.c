#include <stdio.h>
#include <stdlib.h>
#include <string.h>
long power(int base, int e) {
    int r = 1;
    while (e-- > 0) r *= base; /* !'r *= base' gives 1000000000 * 10 = 10000000000, which does  */
    return r;
}
int main(void) { printf("%ld\n", power(10, 10)); return 0; }
