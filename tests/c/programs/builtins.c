/* Bits by hand and by what gcc has built in. */
#include <stdint.h>
#include <stdio.h>

static uint32_t reverse(uint32_t x)
{
    uint32_t r = 0;
    for (int i = 0; i < 32; i++, x >>= 1)
        r = r << 1 | (x & 1);
    return r;
}

int main(void)
{
    for (unsigned x = 1; x && x < 0x80000000u; x = x * 37 + 11 & 0x7fffffff)
        if (x % 5 == 1) {
            printf("%u: %d bits, %d before, %d behind, parity %d, %08x\n", x, __builtin_popcount(x), __builtin_clz(x),
                   __builtin_ctz(x), __builtin_parity(x), reverse(x));
            if (x > 1000000)
                break;
        }
    printf("%d %d\n", __builtin_popcountll(~0ULL), __builtin_ctzll(1ULL << 40));
    return 0;
}
