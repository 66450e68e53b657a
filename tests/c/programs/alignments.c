/* Alignment that a declaration asks for: of locals, globals, members and of one declarator among several. */
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>

int before;
int line __attribute__((aligned(64)));
char first, second __attribute__((aligned(32))), third;
struct page { char tag; alignas(64) int value; };

static int at(const void *address, uintptr_t align) { return (uintptr_t)address % align == 0; }

static int deeper(int n)
{
    alignas(128) char room[3] = {1, 2, 3};
    int plain = n;
    _Alignas(double) char like_double;
    struct page page = {'p', n};
    like_double = 'd';
    int ok = at(room, 128) && at(&like_double, 8) && at(&page, 64) && page.value == n && like_double == 'd';
    return ok && (n == 0 || deeper(n - 1)) && plain == n && room[2] == 3;
}

int main(void)
{
    before = first = third = 1;
    printf("%d %d %d %d\n", at(&line, 64), at(&second, 32), deeper(5), before + first + third);
    printf("%zu %zu %zu\n", sizeof(struct page), _Alignof(struct page), sizeof line);
    return 0;
}
