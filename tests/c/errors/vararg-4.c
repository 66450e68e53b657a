#include <stdarg.h>
#include <stdio.h>
static int words(const char *first, ...)
{
    const char *word = first;
    va_list list;
    va_start(list, first);
    for (int i = 0; i < 2; i++)
        word = va_arg(list, const char *); /* !one more argument than words() was called with */
    va_end(list);
    return word != first;
}
int main(void)
{
    printf("%d\n", words("no", "end"));
    return 0;
}
