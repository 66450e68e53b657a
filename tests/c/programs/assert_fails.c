#include <assert.h>
#include <stdio.h>

static int divide(int a, int b)
{
    assert(b != 0 && "divisor");
    return a / b;
}

int main(void)
{
    printf("%d\n", divide(10, 2));
    fflush(stdout);
    return divide(1, 0);
}
