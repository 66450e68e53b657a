#include <limits.h>
int main(void)
{
    int x = INT_MIN;
    int y = -x; /* !signed overflow */
    return y == 0;
}
