/* Structures passed, returned, copied and nested; unions and bit-fields; arrays in structures. */
#include <stdio.h>
#include <string.h>

struct vector { double x, y, z; };
struct small { char c; short s; };
struct matrix { struct vector rows[2]; char name[6]; };
union number { unsigned u; float f; unsigned char bytes[4]; };
struct flags { unsigned ready : 1, mode : 3; signed level : 4; unsigned : 0; unsigned last : 9; };

static struct vector cross(struct vector a, struct vector b)
{
    return (struct vector){a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

static struct small next(struct small s) { s.c++; s.s *= 2; return s; }
static struct matrix swap(struct matrix m) { struct vector t = m.rows[0]; m.rows[0] = m.rows[1]; m.rows[1] = t; return m; }

int main(void)
{
    struct matrix m = {.name = "first", .rows[1] = {1, 2, 3}, .rows[0].y = 1}, copy = m;
    struct vector c = cross(m.rows[0], m.rows[1]);
    printf("%g %g %g\n", c.x, c.y, c.z);
    copy.rows[0].y = 9;
    strcpy(copy.name, "copy");
    printf("%s %g, %s %g\n", m.name, m.rows[0].y, copy.name, swap(copy).rows[1].y);
    printf("%c %d\n", next(next((struct small){'a', 10})).c, next((struct small){'a', 10}).s);
    union number n = {.f = -1.5f};
    printf("%08x %02x\n", n.u, n.bytes[3]);
    struct flags flags = {1, 9, -8, 511};
    flags.level--;
    flags.last++;
    printf("%u %u %d %u %zu\n", flags.ready, flags.mode, flags.level, flags.last, sizeof flags);
    struct { int id; union { int i; double d; }; } tagged[2] = {{1, {.d = 0.5}}, {2}};
    tagged[1].i = 4;
    printf("%d %g %d %zu\n", tagged[0].id, tagged[0].d, tagged[1].i, sizeof tagged);
    return 0;
}
