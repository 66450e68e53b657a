#include <stdio.h>
int main(void)
{
    int n = 3;
    printf("%f\n", n); /* !wants a double */
    return 0;
}
