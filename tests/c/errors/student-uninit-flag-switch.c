#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int days(int month) {
    int d;
    switch (month) {
        case 1: case 3: case 5: d = 31; break;
        case 2: d = 28; break;
    }
    return d; /* !The program uses the value of 'd' before anything was stored there */
}
int main(void) {
    int total = 0;
    for (int m = 1; m <= 4; m++)
        total += days(m);
    printf("%d\n", total);
    return 0;
}
