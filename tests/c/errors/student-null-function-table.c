#include <stdio.h>
#include <stdlib.h>
#include <string.h>
typedef int (*operation)(int, int);
int add(int a, int b) { return a + b; }
int main(void) {
    operation table[4] = { add };
    printf("%d\n", table[0](1, 2));
    printf("%d\n", table[1](1, 2)); /* !In 'table[1](1, 2)' the program calls a function through a null pointer */
    return 0;
}
