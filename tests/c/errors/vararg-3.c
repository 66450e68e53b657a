#include <stdarg.h>
#include <stdio.h>
static int next(va_list *list)
{
    return va_arg(*list, int); /* !asks for an int, but the argument given to show() is a double */
}
static void show(const char *title, ...)
{
    va_list list;
    va_start(list, title);
    printf("%s %d\n", title, next(&list) == 0);
    va_end(list);
}
int main(void)
{
    show("half", 0.5);
    return 0;
}
