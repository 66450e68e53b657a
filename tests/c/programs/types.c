#include <float.h>
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#define SHOW(x) printf("%-16s %2zu %s\n", #x, sizeof(x), KIND((x)0))
#define KIND(x) _Generic((x), char: "char", signed char: "signed char", short: "short", int: "int", long: "long", \
    long long: "long long", unsigned: "unsigned", unsigned long: "unsigned long", float: "float", double: "double", \
    long double: "long double", _Bool: "bool", default: "other")

int main(void)
{
    SHOW(char); SHOW(short); SHOW(int); SHOW(long); SHOW(long long); SHOW(float); SHOW(double); SHOW(long double);
    SHOW(bool); SHOW(size_t); SHOW(int8_t); SHOW(uint32_t);
    printf("%s %s %s %s\n", KIND('a'), KIND(1u + 1), KIND(1 + 1L), KIND(1.0f * 2));
    printf("%s %s %s\n", KIND((short)1 + (char)1), KIND(1 ? 1 : 2.0), KIND(sizeof 1));
    printf("%d %d %ld %u %lu\n", CHAR_MIN, INT_MIN, LONG_MAX, UINT_MAX, ULONG_MAX);
    printf("%g %g %g %d\n", DBL_MAX, DBL_EPSILON, FLT_MAX, DBL_DIG);
    printf("%d %d\n", -1 < 0u, (unsigned char)-1 == 255);
    int i = -5;
    unsigned u = 3;
    printf("%d %u %d\n", i + u > 0, i + u, i / 2);
    double d = 7 / 2, e = 7 / 2.0, tiny = 0.1 + 0.2;
    float f = 16777216.0f + 1.0f;
    printf("%g %g %.17g %d %.1f\n", d, e, tiny, tiny == 0.3, f);
    printf("%d %d %d %d\n", (int)-2.7, (char)300, (bool)0.1, (int)1e9f);
    long long product = 1000000LL * 1000000;
    printf("%lld %d %ld\n", product, (int)product, (long)3000000000u);
    const volatile int fixed = 5;
    char c = 'A' + 1, text[] = "abc";
    printf("%d %c %zu %zu %zu\n", fixed, c, sizeof text, sizeof "abcd", sizeof(int[5]));
    int m[2][3] = {{1, 2, 3}, {4, 5, 6}}, (*row)[3] = m, *flat = &m[0][0], *const *dummy = 0;
    printf("%d %d %d %zu %d\n", row[1][2], *(*(m + 1) + 1), flat[2], sizeof m / sizeof m[0], dummy == 0);
    _Static_assert(sizeof(void *) == 8, "64 bits");
    printf("%zu %zu\n", _Alignof(double), _Alignof(char));
    return 0;
}
