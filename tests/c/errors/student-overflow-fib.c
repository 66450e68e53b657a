#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    int a = 0, b = 1;
    for (int i = 0; i < 50; i++) {
        int c = a + b; /* !'a + b' gives 1134903170 + 1836311903 = 2971215073, which do */
        a = b; b = c;
    }
    printf("%d\n", a);
    return 0;
}
