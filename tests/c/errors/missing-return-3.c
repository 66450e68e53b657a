#include <stdio.h>
int show(int x)
{
    printf("%d\n", x);
} /* !ended without 'return' */
int main(void)
{
    if (show(1))
        return 0;
    return 0;
}
