/* Writing through a null pointer ends the program. */
#include <stdio.h>

int main(void)
{
    int *p = NULL;
    puts("x");
    fflush(stdout);
    *p = 1;
    return 0;
}
