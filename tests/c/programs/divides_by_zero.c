/* Division by zero ends the program. */
#include <stdio.h>

int main(void)
{
    int a = 1, b = 0;
    printf("before\n");
    fflush(stdout);
    printf("%d\n", a / b);
    return 0;
}
