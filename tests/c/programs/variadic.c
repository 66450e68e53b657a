/* Functions with any number of arguments, of several types, and lists handed on. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static double average(int count, ...)
{
    va_list list;
    double sum = 0;
    va_start(list, count);
    for (int i = 0; i < count; i++)
        sum += va_arg(list, double);
    va_end(list);
    return count ? sum / count : 0;
}

static int format(char *to, size_t size, const char *how, ...)
{
    va_list list, again;
    va_start(list, how);
    va_copy(again, list);
    int needed = vsnprintf(NULL, 0, how, again);
    va_end(again);
    vsnprintf(to, size, how, list);
    va_end(list);
    return needed;
}

static void show(const char *types, ...)
{
    va_list list;
    va_start(list, types);
    for (const char *t = types; *t; t++)
        switch (*t) {
        case 'i': printf("%d ", va_arg(list, int)); break;
        case 'c': printf("%c ", va_arg(list, int)); break;
        case 'd': printf("%.2f ", va_arg(list, double)); break;
        case 's': printf("%s ", va_arg(list, char *)); break;
        case 'l': printf("%ld ", va_arg(list, long)); break;
        case 'p': printf("%d ", *va_arg(list, int *)); break;
        }
    putchar('\n');
    va_end(list);
}

int main(void)
{
    char text[12];
    int number = 7;
    float f = 2.5f;
    short s = -3;
    printf("%.3f %.3f\n", average(3, 1.0, 2.0, 4.5), average(0));
    printf("%d %s\n", format(text, sizeof text, "%s-%04d-%x", "abcdef", 42, 255), text);
    show("icdslpid", 1, 'x', f, "text", 1L << 40, &number, s, 1e3);
    show("iiiiiiiidddddddddd", 1, 2, 3, 4, 5, 6, 7, 8, .1, .2, .3, .4, .5, .6, .7, .8, .9, 1.0);
    return 0;
}
