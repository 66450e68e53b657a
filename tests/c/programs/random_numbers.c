/* rand, and a generator by hand. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
static uint64_t s[2] = {1, 2};

static inline uint64_t rotl(const uint64_t x, int k)
{
    return (x << k) | (x >> (64 - k));
}

uint64_t next(void)
{
    const uint64_t s0 = s[0];
    uint64_t s1 = s[1];
    const uint64_t r = s0 + s1;
    s1 ^= s0;
    s[0] = rotl(s0, 24) ^ s1 ^ (s1 << 16);
    s[1] = rotl(s1, 37);
    return r;
}

int main()
{
    for (int i = 0; i < 4; i++)
        printf("%llu\n", (unsigned long long)next());
    srand(7);
    int h[6] = {0};
    for (int i = 0; i < 600; i++)
        h[rand() % 6]++;
    for (int i = 0; i < 6; i++)
        printf("%d ", h[i]);
    printf("%d\n", RAND_MAX);
    int deck[10];
    for (int i = 0; i < 10; i++)
        deck[i] = i;
    for (int i = 9; i > 0; i--) {
        int j = rand() % (i + 1), t = deck[i];
        deck[i] = deck[j];
        deck[j] = t;
    }
    for (int i = 0; i < 10; i++)
        printf("%d ", deck[i]);
    printf("\n%f\n", (double)rand() / RAND_MAX);
    unsigned seed = 3;
    printf("%d %ld\n", rand_r(&seed), random());
    return 0;
}
