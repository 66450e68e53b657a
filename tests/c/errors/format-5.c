#include <stdio.h>
int main(void)
{
    int x = 65;
    sscanf("12", "%lf", &x); /* !wants the address of a double */
    return 0;
}
