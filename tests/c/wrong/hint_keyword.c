#include <stdio.h>

int main(void)
{
    int x = 1;
    If (x) /* !did you mean 'if'? */
        printf("yes\n");
    return 0;
}
