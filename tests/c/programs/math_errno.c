/* What the functions of <math.h> say in errno. */
#include <errno.h>
#include <math.h>
#include <stdio.h>

static void tell(const char *what, double value)
{
    printf("%s: %f, %s\n", what, value, errno == EDOM ? "EDOM" : errno == ERANGE ? "ERANGE" : "fine");
    errno = 0;
}

int main(void)
{
    volatile double zero = 0, minus = -1, large = 1000;
    tell("sqrt(2)", sqrt(2));
    tell("sqrt(-1)", sqrt(minus));
    tell("log(0)", log(zero));
    tell("log(-1)", log(minus));
    tell("pow(1000, 1000)", pow(large, large));
    tell("pow(-1, 0.5)", pow(minus, 0.5));
    tell("exp(1000)", exp(large));
    tell("acos(1000)", acos(large));
    tell("fmod(1, 0)", fmod(1, zero));
    tell("ldexp(1, 2000)", ldexp(1, 2000));
    tell("sqrtf(-1)", sqrtf((float)minus));
    return 0;
}
