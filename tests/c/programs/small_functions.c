/* Many small functions on strings, bits and dates. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

void squeeze(char s[], int c)
{
    int i, j;
    for (i = j = 0; s[i] != '\0'; i++)
        if (s[i] != c)
            s[j++] = s[i];
    s[j] = '\0';
}

unsigned getbits(unsigned x, int p, int n)
{
    return (x >> (p + 1 - n)) & ~(~0u << n);
}

void reverse(char s[])
{
    int c, i, j;
    for (i = 0, j = strlen(s) - 1; i < j; i++, j--) {
        c = s[i];
        s[i] = s[j];
        s[j] = c;
    }
}

void itoa(int n, char s[])
{
    int i, sign;
    if ((sign = n) < 0)
        n = -n;
    i = 0;
    do {
        s[i++] = n % 10 + '0';
    } while ((n /= 10) > 0);
    if (sign < 0)
        s[i++] = '-';
    s[i] = '\0';
    reverse(s);
}

int htoi(char *s)
{
    int n = 0;
    if (*s == '0' && tolower(s[1]) == 'x')
        s += 2;
    for (; isxdigit((unsigned char)*s); s++)
        n = 16 * n + (isdigit(*s) ? *s - '0' : tolower(*s) - 'a' + 10);
    return n;
}

int bitcount(unsigned x)
{
    int b;
    for (b = 0; x != 0; x &= x - 1)
        b++;
    return b;
}

unsigned invert(unsigned x, int p, int n)
{
    return x ^ (~(~0u << n) << (p + 1 - n));
}

unsigned rightrot(unsigned x, int n)
{
    while (n-- > 0)
        x = (x >> 1) | ((x & 1) << 31);
    return x;
}

int binsearch(int x, int v[], int n)
{
    int low = 0, high = n - 1, mid;
    while (low <= high) {
        mid = (low + high) / 2;
        if (x < v[mid])
            high = mid - 1;
        else if (x > v[mid])
            low = mid + 1;
        else
            return mid;
    }
    return -1;
}

static char daytab[2][13] = {{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31},
                             {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}};

int day_of_year(int y, int m, int d)
{
    int i, leap = y % 4 == 0 && y % 100 != 0 || y % 400 == 0;
    for (i = 1; i < m; i++)
        d += daytab[leap][i];
    return d;
}

void month_day(int y, int yd, int *pm, int *pd)
{
    int i, leap = y % 4 == 0 && y % 100 != 0 || y % 400 == 0;
    for (i = 1; yd > daytab[leap][i]; i++)
        yd -= daytab[leap][i];
    *pm = i;
    *pd = yd;
}

char *month_name(int n)
{
    static char *name[] = {"Illegal month", "January", "February", "March"};
    return (n < 1 || n > 3) ? name[0] : name[n];
}

int strend(char *s, char *t)
{
    char *bs = s, *bt = t;
    for (; *s; s++)
        ;
    for (; *t; t++)
        ;
    for (; *s == *t; s--, t--)
        if (t == bt || s == bs)
            break;
    return *s == *t && t == bt && *s != '\0';
}

int main(void)
{
    char s[] = "hello, world";
    squeeze(s, 'l');
    puts(s);
    reverse(s);
    puts(s);
    char b[20];
    itoa(-12345, b);
    puts(b);
    printf("%d %d %u %x %x\n", htoi("0xFfa"), bitcount(255), getbits(0xabcd, 7, 4), invert(0xf0, 5, 3),
           rightrot(0x81, 1));
    int v[] = {1, 3, 5, 7, 9};
    printf("%d %d\n", binsearch(7, v, 5), binsearch(4, v, 5));
    int m, d;
    month_day(1988, 60, &m, &d);
    printf("%d %d %d %s %s\n", day_of_year(2000, 12, 31), m, d, month_name(m), month_name(9));
    printf("%d %d\n", strend("testing", "ing"), strend("a", "ba"));
    for (int f = 0; f <= 100; f += 20)
        printf("%3d %6.1f\n", f, (5.0 / 9.0) * (f - 32));
    return 0;
}
