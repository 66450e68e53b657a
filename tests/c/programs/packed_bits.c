/* Bit-fields of packed structs, which run over the ends of their units: 64 bits may touch nine bytes. */
#include <stdint.h>
#include <stdio.h>

#pragma pack(push, 1)
struct narrow { signed a : 13, b : 10, c : 10, d : 17; };
struct wide { unsigned char first : 3; uint64_t all : 64; signed long part : 61; unsigned last : 7; };
#pragma pack(pop)

static struct narrow narrow = {-27, 8, -19, -39};
static struct wide wide = {5, 0xfedcba9876543210, -3, 99};

static void show(const void *memory, size_t size)
{
    for (size_t i = 0; i < size; i++)
        printf("%02x", ((const unsigned char *)memory)[i]);
    printf("\n");
}

int main(void)
{
    struct narrow local = {-27, 8, -19, -39};
    struct wide other = {0};
    printf("%d %d %d %d %d\n", narrow.a, narrow.b, narrow.c, narrow.d, (int)sizeof narrow);
    show(&narrow, sizeof narrow);
    show(&local, sizeof local);
    printf("%d %llx %ld %u %d\n", wide.first, (unsigned long long)wide.all, (long)wide.part, wide.last, (int)sizeof wide);
    show(&wide, sizeof wide);
    other.first = 7;
    other.all = UINT64_MAX;
    other.part--;
    other.last = ~0u;
    other.all >>= 1;
    show(&other, sizeof other);
    printf("%llx %ld\n", (unsigned long long)other.all, (long)other.part);
    return 0;
}
