#include <stdio.h>

int main(void)
{
    char grade = "A"; /* !One character stands in single quotes */
    printf("%d\n", grade != 0);
    return 0;
}
