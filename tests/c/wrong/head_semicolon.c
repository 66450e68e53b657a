#include <stdio.h>

int add(int a, int b);
{ /* !without a ';' between */
    return a + b;
}

int main(void)
{
    return add(1, 2);
}
