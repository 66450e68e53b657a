#include <stdio.h>

int main(void)
{
    printf(“hello\n”); /* !the curly quote */
    return 0;
}
