#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    int *last = NULL;
    for (int i = 0; i < 3; i++) {
        int square = i * i;
        last = &square;
    }
    printf("%d\n", *last); /* !In '*last' the program reads memory in the variable 'square' */
    return 0;
}
