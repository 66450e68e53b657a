#include <stdarg.h>
#include <stdio.h>
static double mean(int count, ...)
{
    double total = 0;
    va_list list;
    va_start(list, count);
    for (int i = 0; i < count; i++)
        total += va_arg(list, double); /* !asks for a double, but the argument given to mean() is an int */
    va_end(list);
    return total / count;
}
int main(void)
{
    printf("%f\n", mean(2, 1, 2));
    return 0;
}
