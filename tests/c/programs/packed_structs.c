/* #pragma pack and the attribute: where members and bit-fields come to lie, and the bytes they write. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#define RECORDS(X) \
    X(mixed, char c; int i; short s; double d; char e;) \
    X(pointers, char c; char *p; short s;) \
    X(fields, unsigned a : 3; int b : 31; unsigned c : 7; char d;) \
    X(crossing, char c; unsigned long a : 33; unsigned b : 30; unsigned short s : 9;) \
    X(closed, char c : 3; int : 0; char d : 4; long e : 40;) \
    X(inner, char c; struct { short s; int i; } in; char arr[3]; long double l;)

#define DEFINE(name, ...) struct name { __VA_ARGS__ };
#pragma pack(push, 1)
#define name1(n) n##_1
#define DEFINE1(name, ...) struct name##_1 { __VA_ARGS__ };
RECORDS(DEFINE1)
#pragma pack(2)
#define DEFINE2(name, ...) struct name##_2 { __VA_ARGS__ };
RECORDS(DEFINE2)
#pragma pack(push)
#pragma pack(4)
#define DEFINE4(name, ...) struct name##_4 { __VA_ARGS__ };
RECORDS(DEFINE4)
#pragma pack(pop)
struct still_two { char c; int i; };
#pragma pack(pop)
#define DEFINE0(name, ...) struct name##_0 { __VA_ARGS__ };
RECORDS(DEFINE0)
#define DEFINEP(name, ...) struct __attribute__((packed)) name##_p { __VA_ARGS__ };
RECORDS(DEFINEP)
_Pragma("pack(1)") struct by_operator { char c; long l; };
_Pragma("pack()") struct unpacked { char c; long l; };

#define SHOW(name) printf("%zu/%zu ", sizeof(struct name), _Alignof(struct name));
#define ALL(name, ...) SHOW(name##_0) SHOW(name##_1) SHOW(name##_2) SHOW(name##_4) SHOW(name##_p) puts(#name);

static void bytes(const void *from, size_t n)
{
    for (size_t i = 0; i < n; i++)
        printf("%02x", ((const unsigned char *)from)[i]);
    puts("");
}

#define FILL(kind, ...) do { struct kind v; memset(&v, 0, sizeof v); __VA_ARGS__; bytes(&v, sizeof v); } while (0)

int main(void)
{
    RECORDS(ALL)
    SHOW(still_two) SHOW(by_operator) SHOW(unpacked)
    printf("\n%zu %zu %zu\n", offsetof(struct mixed_1, d), offsetof(struct mixed_2, d), offsetof(struct mixed_4, d));
    FILL(fields_0, v.a = 5; v.b = -3; v.c = 77; v.d = 9);
    FILL(fields_1, v.a = 5; v.b = -3; v.c = 77; v.d = 9);
    FILL(fields_2, v.a = 5; v.b = -3; v.c = 77; v.d = 9);
    FILL(crossing_1, v.a = 0x123456789; v.b = 0x2aaaaaaa; v.s = 300; v.c = 1);
    FILL(crossing_4, v.a = 0x123456789; v.b = 0x2aaaaaaa; v.s = 300; v.c = 1);
    FILL(closed_1, v.c = 2; v.d = 3; v.e = -2);
    FILL(closed_2, v.c = 2; v.d = 3; v.e = -2);
    struct fields_1 f = {1, -2, 3, 4};
    f.b += 7;
    printf("%d %d %d %d\n", f.a, f.b, f.c, f.d);
    return 0;
}
