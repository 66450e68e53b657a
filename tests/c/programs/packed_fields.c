/* Bit-fields of packed structs lie across the units of their type. */
#include <stdio.h>
#include <string.h>

struct __attribute__((packed)) header { unsigned version : 4; unsigned kind : 12; unsigned length : 20; unsigned long id : 60; };
struct __attribute__((packed)) odd { char c : 5; int i : 30; short s : 13; long l : 61; };

static void bytes(const void *from, size_t n)
{
    for (size_t i = 0; i < n; i++)
        printf("%02x ", ((const unsigned char *)from)[i]);
    puts("");
}

int main(void)
{
    struct header h;
    memset(&h, 0, sizeof h);
    h.version = 9;
    h.kind = 0xabc;
    h.length = 0x12345;
    h.id = 0x123456789abcdef;
    bytes(&h, sizeof h);
    printf("%u %x %x %lx\n", h.version, h.kind, h.length, (unsigned long)h.id);
    struct odd o = {-3, 123456789, -4000, -5};
    bytes(&o, sizeof o);
    o.i -= 200000000;
    o.l++;
    printf("%d %d %d %ld %zu\n", o.c, o.i, o.s, (long)o.l, sizeof o);
    return 0;
}
