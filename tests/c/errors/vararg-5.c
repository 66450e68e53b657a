#include <stdarg.h>
#include <stdio.h>
struct pair { int a, b, c, d, e; };
static int last(int count, ...)
{
    va_list list;
    va_start(list, count);
    struct pair pair = va_arg(list, struct pair);
    int after = (int)va_arg(list, double); /* !asks for a double, but the argument given to last() is an int */
    va_end(list);
    return pair.e * 0 + after * 0;
}
int main(void)
{
    struct pair pair = {1, 2, 3, 4, 5};
    printf("%d\n", last(2, pair, 7));
    return 0;
}
