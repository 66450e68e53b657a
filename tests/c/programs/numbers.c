/* Number theory, hashes, time and rounding. */
#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

uint64_t gcd(uint64_t a, uint64_t b)
{
    return b ? gcd(b, a % b) : a;
}

bool prime(int n)
{
    if (n < 2)
        return false;
    for (int i = 2; i * i <= n; i++)
        if (n % i == 0)
            return false;
    return true;
}

uint64_t modpow(uint64_t b, uint64_t e, uint64_t m)
{
    uint64_t r = 1;
    b %= m;
    for (; e; e >>= 1) {
        if (e & 1)
            r = r * b % m;
        b = b * b % m;
    }
    return r;
}

void roman(int n)
{
    static const struct {
        int v;
        const char *s;
    } t[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
             {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};

    for (int i = 0; n;)
        if (n >= t[i].v) {
            fputs(t[i].s, stdout);
            n -= t[i].v;
        } else
            i++;
    putchar(10);
}

void bin(unsigned n)
{
    if (n > 1)
        bin(n / 2);
    putchar('0' + n % 2);
}

uint32_t rev(uint32_t x)
{
    uint32_t r = 0;
    for (int i = 0; i < 32; i++) {
        r = (r << 1) | (x & 1);
        x >>= 1;
    }
    return r;
}

uint32_t crc(const char *s)
{
    uint32_t c = ~0u;
    while (*s) {
        c ^= (uint8_t)*s++;
        for (int k = 8; k--;)
            c = c & 1 ? c >> 1 ^ 0xEDB88320 : c >> 1;
    }
    return ~c;
}

uint32_t fnv(const char *s)
{
    uint32_t h = 2166136261u;
    for (; *s; ++s) {
        h ^= (unsigned char)*s;
        h *= 16777619;
    }
    return h;
}

int main(void)
{
    printf("%" PRIu64 " %d %d\n", gcd(1071, 462), prime(97), prime(91));
    printf("%" PRIu64 "\n", modpow(3, 200, 1000007));
    roman(1994);
    bin(37);
    puts("");
    printf("%08" PRIX32 " %08x %u\n", rev(0x12345678), crc("The quick brown fox jumps over the lazy dog"),
           fnv("hello"));
    for (int i = 1; i < 500; i++) {
        int s = 0;
        for (int j = 1; j <= i / 2; j++)
            if (i % j == 0)
                s += j;
        if (s == i)
            printf("%d ", i);
    }
    puts("");
    for (int n = 27, c = 0;; c++) {
        if (n == 1) {
            printf("%d\n", c);
            break;
        }
        n = n % 2 ? 3 * n + 1 : n / 2;
    }
    double x = 1;
    for (int i = 0; i < 20; i++)
        x = (x + 2 / x) / 2;
    printf("%.15f\n", x);
    double pi = 0;
    for (int i = 0; i < 1000; i++)
        pi += (i % 2 ? -4.0 : 4.0) / (2 * i + 1);
    printf("%.10lf %lf\n", pi, M_PI);
    struct tm t = {.tm_year = 124, .tm_mon = 1, .tm_mday = 30, .tm_hour = 12};
    time_t tt = mktime(&t);
    char b[40];
    strftime(b, 40, "%Y-%m-%d", &t);
    printf("%s %d\n", b, t.tm_wday);
    clock_t c0 = clock();
    assert(c0 != -1);
    assert(time(NULL) > 0);
    int8_t i8 = -128;
    i8 = -i8;
    uint16_t u16 = 65535;
    u16++;
    printf("%d %d %d\n", i8, u16, (int8_t)200);
    printf("%d %u\n", 5 >> 1, ~5u >> 28);
    long double ld = 1.0L / 3;
    printf("%.18Lf %zu\n", ld, sizeof ld);
    printf("%a %.0f %.0f %.1f\n", 1.0, 0.5, 1.5, 0.25);
    srand(1);
    for (int i = 0; i < 5; i++)
        printf("%d ", rand());
    puts("");
    srand(time(NULL));
    (void)rand();
    float f = 16777216.0f;
    f += 1;
    printf("%.1f %d %d\n", f, (int)3.99, (int)-3.99);
    printf("%d %c %d\n", 'A' + 2, 'A' + 2, '9' - '0');
    unsigned int u = 3000000000u;
    int si = u;
    printf("%d %u %lld\n", si, u * 2, (long long)u * 2);
    printf("%d\n", sizeof(int) > -1);
    printf("%i %o %X %hhd %hu\n", 10, 8, 0xabc, 300, 70000);
    return 0;
}
