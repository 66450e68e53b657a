#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    int cents = 2000000000;
    int year;
    for (year = 0; year < 3; year++)
        cents = cents + cents / 10; /* !'cents + cents / 10' gives 2000000000 + 200000000 = 22000000 */
    printf("%d\n", cents);
    return 0;
}
