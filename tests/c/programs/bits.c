#include <inttypes.h>
#include <stdio.h>

static int count_bits(uint32_t x)
{
    int n = 0;
    for (; x; x &= x - 1)
        n++;
    return n;
}

static uint32_t reverse(uint32_t x)
{
    uint32_t r = 0;
    for (int i = 0; i < 32; i++, x >>= 1)
        r = r << 1 | (x & 1);
    return r;
}

static void print_binary(unsigned char b)
{
    for (unsigned mask = 0x80; mask; mask >>= 1)
        putchar(b & mask ? '1' : '0');
    putchar('\n');
}

int main(void)
{
    printf("%d %d %08" PRIx32 "\n", count_bits(0xF0F0u), count_bits(~0u), reverse(0x12345678));
    print_binary(0xA5);
    print_binary(1 << 3 | 1 << 5);
    int8_t small = -1;
    uint8_t same = (uint8_t)small;
    printf("%d %u %d %u\n", small, same, same >> 1, (unsigned)small >> 28);
    printf("%d %d %d\n", -8 >> 1, -7 / 2, -7 % 2);
    uint64_t big = UINT64_C(1) << 40;
    printf("%" PRIu64 " %" PRId64 " %llx\n", big, INT64_MIN, (unsigned long long)big * 3);
    unsigned char wrap = 255;
    wrap++;
    short narrow = (short)70000;
    printf("%d %d %u\n", wrap, narrow, (unsigned short)-1);
    int a = 5, b = 9;
    a ^= b, b ^= a, a ^= b;
    printf("%d %d %d\n", a, b, (a & 1) == 0 ? 0 : 1);
    union { float f; uint32_t u; } pun = {.f = -1.5f};
    printf("%08" PRIX32 "\n", pun.u);
    struct { unsigned day : 5, month : 4, year : 12; } date = {31, 12, 2023};
    printf("%u.%u.%u in %zu bytes\n", date.day, date.month, date.year, sizeof date);
    return count_bits(255);
}
