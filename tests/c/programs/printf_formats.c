#include <limits.h>
#include <stdio.h>

int main(void)
{
    printf("[%d] [%5d] [%-5d] [%05d] [%+d] [% d] [%.3d] [%8.3d]\n", 42, 42, 42, 42, 42, 42, 7, 7);
    printf("[%u] [%o] [%#o] [%x] [%#X] [%#010x]\n", UINT_MAX, 8u, 8u, 255u, 255u, 255u);
    printf("[%ld] [%lu] [%lld] [%hhd] [%hu] [%zu]\n", LONG_MIN, ULONG_MAX, LLONG_MAX, (signed char)-3, (unsigned short)65535,
           sizeof(int));
    printf("[%f] [%.0f] [%.10f] [%10.2f] [%-10.2f] [%+.1e] [%E]\n", 3.14159, 2.5, 1.0 / 3, 2.71828, 2.71828, 12345.678, 0.00012);
    printf("[%g] [%g] [%g] [%G] [%#g] [%.3g] [%a]\n", 100000.0, 1000000.0, 0.0001, 1e-10, 1.0, 1234.5, 0.5);
    printf("[%f] [%F] [%e] [%g]\n", 1e308 * 10, -1e308 * 10, 0.0, -0.0);
    printf("[%s] [%10s] [%-10s] [%.3s] [%10.2s] [%c] [%5c] [%%]\n", "text", "right", "left", "truncate", "two", 'x', 'y');
    printf("[%*d] [%-*d] [%.*f] [%2$d %1$d]\n", 6, 42, 6, 42, 2, 3.14159);
    int written;
    printf("12345%n", &written);
    printf(" %d\n", written);
    printf("%1$s %2$s %1$s\n", "a", "b");
    char buffer[8];
    int wanted = snprintf(buffer, sizeof buffer, "%s-%d", "overflow", 1);
    printf("%s %d\n", buffer, wanted);
    printf("%Lf %.3Le\n", 1.5L, 123456.789L);
    return printf("%p %p\n", (void *)0, (void *)0x10) - 13;
}
