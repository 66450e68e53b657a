/* Conversions, promotions, formats and initialisers. */
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum color { RED, GREEN = 5, BLUE, LAST = BLUE + 10 };

union u {
    int i;
    float f;
    unsigned char b[4];

    struct {
        uint16_t lo, hi;
    };
};

struct bits {
    unsigned a : 3;
    unsigned b : 5;
    int c : 4;
    unsigned : 0;
    unsigned d : 1;
};

struct point {
    int x, y;
};

struct rect {
    struct point tl, br;
    char name[8];
};

int sum(int n, ...)
{
    va_list ap;
    va_start(ap, n);
    int s = 0;
    while (n--)
        s += va_arg(ap, int);
    va_end(ap);
    return s;
}

void minprintf(char *fmt, ...)
{
    va_list ap;
    char *p, *s;
    int i;
    double d;
    va_start(ap, fmt);
    for (p = fmt; *p; p++) {
        if (*p != '%') {
            putchar(*p);
            continue;
        }
        switch (*++p) {
        case 'd':
            i = va_arg(ap, int);
            printf("%d", i);
            break;
        case 'f':
            d = va_arg(ap, double);
            printf("%f", d);
            break;
        case 's':
            for (s = va_arg(ap, char *); *s; s++)
                putchar(*s);
            break;
        default:
            putchar(*p);
        }
    }
    va_end(ap);
}

int logf_(const char *f, ...)
{
    char b[64];
    va_list a, b2;
    va_start(a, f);
    va_copy(b2, a);
    int n = vsnprintf(NULL, 0, f, b2);
    va_end(b2);
    vsnprintf(b, sizeof b, f, a);
    va_end(a);
    printf("[%s] %d\n", b, n);
    return n;
}

int counter(void)
{
    static int n;
    return ++n;
}

struct point mid(struct rect r)
{
    return (struct point){(r.tl.x + r.br.x) / 2, (r.tl.y + r.br.y) / 2};
}

int main(void)
{
    printf("%d %d %d\n", GREEN, BLUE, LAST);
    union u u = {.f = 1.0f};
    printf("%x %d %04x %04x\n", u.i, u.b[3], u.lo, u.hi);
    struct bits b = {7, 31, -3, 1};
    b.a++;
    printf("%d %d %d %d %zu\n", b.a, b.b, b.c, b.d, sizeof b);
    printf("%d\n", sum(4, 1, 2, 3, 4));
    minprintf("%d %s %f%%\n", 3, "x", 2.5);
    logf_("%05d|%-6s|%+.2e", 42, "ab", 12345.678);
    counter();
    counter();
    printf("%d\n", counter());
    struct rect r = {.br = {10, 20}, .name = "box"};
    struct point m = mid(r);
    printf("%d %d %s\n", m.x, m.y, r.name);
    int a[10] = {[2] = 5, 6, [8] = 9};
    for (int i = 0; i < 10; i++)
        printf("%d ", a[i]);
    puts("");
    int *q = (int[]){1, 2, 3};
    printf("%d\n", q[2]);
    unsigned char c = 250;
    c += 10;
    signed char sc = 127;
    sc++;
    printf("%d %d\n", c, sc);
    unsigned x = 0;
    x--;
    printf("%u %d\n", x, -1 < 0u);
    short s = (short)70000;
    printf("%hd %d\n", s, 'a' + 1);
    printf("%d %d\n", -7 / 2, -7 % 2);
    printf("%d\n", 1 << 10 | 3 & ~1 ^ 2);
    int i = 5;
    i = i * 2;
    i += (i > 3, 7);
    printf("%d %d\n", i, i ? 1 : 0);
    switch (i) {
    case 1:
        puts("1");
    case 17:
        puts("17");
    case 2:
        puts("fall");
        break;
    default:
        puts("def");
    }
    int k = 0;
again:
    if (k < 3) {
        printf("k%d ", k++);
        goto again;
    }
    puts("");
    do {
        k--;
        if (k == 1)
            continue;
        printf("%d", k);
    } while (k > 0);
    puts("");
    for (int i = 0, j = 10; i < j; i += 3, j--)
        printf("(%d,%d)", i, j);
    puts("");
    printf("%s %d\n", __func__, __LINE__);
    printf("%zu %zu %zu %zu %zu %zu\n", sizeof(char), sizeof 'a', sizeof(long), sizeof(double), sizeof(struct rect),
           sizeof "abc");
    const int n = 4;
    int vla[n];
    for (int i = 0; i < n; i++)
        vla[i] = i * i;
    printf("%zu %d\n", sizeof vla, vla[3]);
    struct point pts[] = {{1, 2}, {3, 4}};
    struct point cp = pts[1];
    cp.x = 9;
    printf("%d %d\n", pts[1].x, cp.x);
    printf("%d %d\n", memcmp("abc", "abd", 3) < 0, strcmp("b", "a") > 0);
    long long big = 1LL << 40;
    printf("%lld %llx %lu\n", big, big, (unsigned long)-1);
    _Bool bo = 5;
    printf("%d\n", bo);
    float f = 0.1f;
    double d = 0.1;
    printf("%d %.20f %.10g %g %g\n", f == d, f, d, 1e10, 1e-5);
    printf("%5.2f|%-8.3f|%+d|% d|%08.3f|%x|%#x|%#o|%e|%G\n", 3.14159, 2.5, 5, 5, 3.14159, 255, 255, 8, 12345.6789,
           1e-10);
    printf("%c%c%c|%5s|%-5s|%.2s|%*d|%.*f\n", 72, 'i', '!', "ab", "ab", "abcdef", 6, 42, 2, 3.14159);
    printf("%p\n", (void *)0);
    return 3;
}
