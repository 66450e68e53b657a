#include <limits.h>
int main(void)
{
    long x = LONG_MIN;
    x -= 1; /* !signed overflow */
    return 0;
}
