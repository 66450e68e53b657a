#include <stdarg.h>
#include <stdio.h>
static int sum(int count, ...)
{
    int total = 0;
    va_list list;
    va_start(list, count);
    while (count-- > 0)
        total += va_arg(list, int); /* !one more argument than sum() was called with */
    va_end(list);
    return total;
}
int main(void)
{
    printf("%d\n", sum(3, 1, 2) > 0);
    return 0;
}
