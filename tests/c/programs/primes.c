#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int gcd(int a, int b) { return b ? gcd(b, a % b) : a; }

static unsigned long long power(unsigned long long base, unsigned e, unsigned long long m)
{
    unsigned long long r = 1;
    for (base %= m; e; e >>= 1, base = base * base % m)
        if (e & 1)
            r = r * base % m;
    return r;
}

int main(void)
{
    enum { LIMIT = 1000 };
    char *composite = calloc(LIMIT + 1, 1);
    int count = 0;
    for (int i = 2; i <= LIMIT; i++) {
        if (composite[i])
            continue;
        if (++count <= 15)
            printf("%d ", i);
        for (int j = i * i; j <= LIMIT; j += i)
            composite[j] = 1;
    }
    printf("\n%d primes\n", count);
    free(composite);
    printf("%d %d %llu\n", gcd(84, 36), 84 / gcd(84, 36) * 36, power(3, 200, 1000007));
    for (int n = 1; n <= 30; n++) {
        int sum = 1;
        for (int d = 2; d * d <= n; d++)
            if (n % d == 0)
                sum += d + (d * d == n ? 0 : n / d);
        if (n > 1 && sum == n)
            printf("%d is perfect\n", n);
    }
    double x = 2;
    for (int i = 0; i < 6; i++)
        x = (x + 2 / x) / 2;
    printf("%.12f %.12f %d\n", x, sqrt(2), fabs(x - sqrt(2)) < 1e-12);
    printf("%.4f %.4f %.4f %.2f %g %g\n", sin(1), atan2(1, 2), log(10), floor(-2.5), fmod(7.5, 2), pow(2, 0.5));
    long fib[60] = {0, 1};
    for (int i = 2; i < 60; i++)
        fib[i] = fib[i - 1] + fib[i - 2];
    printf("%ld\n", fib[59]);
    return 0;
}
