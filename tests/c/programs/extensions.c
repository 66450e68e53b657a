/* What gcc adds to C, and what it does at the end. */
#include <setjmp.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define STR(x) #x
#define XSTR(x) STR(x)
#define CAT(a, b) a##b
#define LOG(fmt, ...) printf("%s:%d " fmt "\n", __func__, __LINE__, ##__VA_ARGS__)
#define typename(x) _Generic((x), int : "int", double : "double", char * : "char*", default : "other")
#define ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))
#define container_of(ptr, type, member) ((type *)((char *)(ptr)-offsetof(type, member)))
#ifndef FOO
#define FOO 12
#endif
#if FOO > 10 && defined(FOO)
static const int foo = FOO;
#else
#error no
#endif
typedef struct S {
    char a;
    int b;
    char c;
    double d;
} S;

typedef struct __attribute__((packed)) P {
    char a;
    int b;
} P;

struct outer {
    int id;

    struct {
        int x, y;
    } in;

    union {
        int i;
        char c[4];
    } v;
};

static inline int sq(int x)
{
    return x * x;
}

static void bye(void)
{
    puts("bye");
}

static void bye2(void)
{
    puts("bye2");
}

extern int later;

typedef enum { MON = 1, TUE, WED } day;

const char *dn(day d)
{
    switch (d) {
    case MON:
        return "Mon";
    case TUE:
        return "Tue";
    default:
        break;
    }
    return "?";
}

struct list {
    struct list *next;
};

struct item {
    int v;
    struct list l;
};

_Static_assert(sizeof(int) == 4, "int");

int main(void)
{
    LOG("x=%d", foo);
    LOG("plain");
    puts(XSTR(FOO) STR(a b));
    int CAT(va, r) = 3;
    printf("%d %s %s %s\n", var, typename(1), typename(1.0), typename("s" + 0));
    printf("%zu %zu %zu %zu %zu\n", offsetof(S, b), offsetof(S, d), sizeof(S), sizeof(P), _Alignof(double));
    struct outer o = {1, {2, 3}, {.c = {1, 2, 3, 4}}};
    printf("%d %#x\n", o.in.y, o.v.i);
    printf("%d\n", sq(later));
    struct item it = {42, {0}};
    struct list *l = &it.l;
    printf("%d\n", container_of(l, struct item, l)->v);
    printf("%s %s\n", dn(TUE), dn(WED));
    atexit(bye);
    atexit(bye2);
    bool ok = true && !false;
    printf("%s\n", ok ? "true" : "false");
    register int r = 5;
    volatile int vv = r;
    printf("%d\n", vv);
    int x = 10, *const cp = &x;
    *cp = 11;
    printf("%d\n", x);
    {
        int x = 5;
        printf("%d\n", x);
    }
    printf("%d\n", x);
    typeof(x) y = x;
    printf("%d\n", y);
    int z = ({
        int q = 4;
        q * 2;
    });
    printf("%d\n", z);
    printf("%d\n", x ?: 7);
    char *s = "con"
              "cat"
              "\x41\101\n";
    printf("%s", s);
    printf("%zu %d\n", sizeof "a\0b", '\n');
wchar:;
    int ar[] = {[0 ... 3] = 7};
    printf("%d %zu\n", ar[3], ARRAY_LEN(ar));
    switch (ar[1]) {
    case 1 ... 5:
        puts("low");
        break;
    case 6 ... 9:
        puts("high");
    }
    unsigned long ul = 0xFFul << 8;
    printf("%lx %d %d\n", ul, 0b101, 010);
    printf("%d\n", __builtin_popcount(255));
    printf("%s\n", __FILE__);
    abort();
}

int later = 9;
