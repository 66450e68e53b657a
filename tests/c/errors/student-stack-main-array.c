#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    int data[5000000]; /* !The stack is full */
    data[0] = 1;
    printf("%d\n", data[0]);
    return 0;
}
