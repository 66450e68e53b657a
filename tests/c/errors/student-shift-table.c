#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    unsigned mask = 0;
    for (int i = 0; i <= 32; i++)
        mask |= 1u << i; /* !In '1u << i' the program shifts a value of 32 bits by 32 */
    printf("%u\n", mask);
    return 0;
}
