/* Dates. */
#include <stdio.h>
#include <string.h>
#include <time.h>

int main()
{
    time_t t = 86400 * 365;
    struct tm *g = gmtime(&t);
    printf("%d-%02d-%02d %d\n", g->tm_year + 1900, g->tm_mon + 1, g->tm_mday, g->tm_yday);
    char b[64];
    strftime(b, sizeof b, "%A %d %B %Y %H:%M:%S %j %p", g);
    puts(b);
    printf("%s", asctime(g));
    printf("%.0f\n", difftime(t, 0));
    clock_t c = clock();
    printf("%d\n", (double)(clock() - c) / CLOCKS_PER_SEC < 5);
    return 0;
}
