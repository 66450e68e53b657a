/* What gcc adds and teaching programs use: overflow checks, statement expressions, ranges, computed goto, bit counting. */
#include <limits.h>
#include <stdint.h>
#include <stdio.h>

#define MAX(a, b) ({ __typeof__(a) _a = (a); __typeof__(b) _b = (b); _a > _b ? _a : _b; })

static const char *grade(int points)
{
    switch (points) {
    case 90 ... 100: return "A";
    case 50 ... 89: return "B";
    default: return "C";
    }
}

static int interpret(const char *program)
{
    static void *table[] = {&&increment, &&twice, &&halt};
    int value = 0;
    goto *table[*program++ - '0'];
increment:
    value++;
    goto *table[*program++ - '0'];
twice:
    value *= 2;
    goto *table[*program++ - '0'];
halt:
    return value;
}

int main(void)
{
    int r;
    long l;
    unsigned char byte;
    printf("%d ", __builtin_add_overflow(INT_MAX, 1, &r)), printf("%d\n", r);
    printf("%d ", __builtin_mul_overflow(3, 4, &r)), printf("%d\n", r);
    printf("%d ", __builtin_sub_overflow(0, 1, &byte)), printf("%d\n", byte);
    printf("%d ", __builtin_add_overflow(INT_MAX, 1, &l)), printf("%ld\n", l);
    printf("%d ", __builtin_mul_overflow(UINT64_MAX, UINT64_MAX, &l)), printf("%ld\n", l);
    printf("%d ", __builtin_sadd_overflow(1, 2, &r)), printf("%d\n", r);
    printf("%d ", __builtin_smull_overflow(LONG_MAX, 2, &l)), printf("%ld\n", l);
    printf("%d %d %d %d %d\n", __builtin_popcount(255), __builtin_clz(1), __builtin_ctz(8), __builtin_ffs(12),
           __builtin_clzl(1));
    printf("%x %lx %x\n", __builtin_bswap32(0x12345678), __builtin_bswap64(0x1122334455667788), __builtin_bswap16(0x1234));
    printf("%d %d %s %s %s\n", MAX(3, 4), 0 ?: 5, grade(95), grade(50), grade(3));
    int filled[] = {[0 ... 3] = 7, 8};
    printf("%d %d %zu\n", filled[3], filled[4], sizeof filled / sizeof *filled);
    switch (filled[0]) {
    case 1 ... 9: puts("range");
    }
    void *label = &&out;
    goto *label;
    puts("not here");
out:
    printf("%d\n", interpret("0010102"));
    return 0;
}
