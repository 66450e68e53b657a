#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    int a[4] = {1, 2, 3, 4};
    int *p = a;
    free(p); /* !In 'free(p)' the program gives free() a pointer to the array */
    return 0;
}
