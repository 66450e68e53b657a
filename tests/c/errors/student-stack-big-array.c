#include <stdio.h>
#include <stdlib.h>
#include <string.h>
void work(void) {
    double matrix[2000][1000]; /* !The stack is full */
    matrix[0][0] = 1;
    printf("%f\n", matrix[0][0]);
}
int main(void) { work(); return 0; }
