#include <stdio.h>

#define SQUARE(x) ((x) * (x))
#define PASTE(a, b) a##b
#define XPASTE(a, b) PASTE(a, b)
#define QUOTE(x) #x
#define XQUOTE(x) QUOTE(x)
#define VERSION 3
#define TRACE(format, ...) printf("%s: " format "\n", __func__, ##__VA_ARGS__)
#define EACH(X) X(red) X(green) X(blue)
#define AS_ENUM(name) COLOR_##name,
#define AS_TEXT(name) #name,
#define f(a) a * g
#define g(a) f(a)

enum { EACH(AS_ENUM) COLOR_COUNT };
static const char *const texts[] = {EACH(AS_TEXT)};

#if defined(VERSION) && VERSION >= 2
#  if VERSION > 5
#    error "too new"
#  elif VERSION == 3 && !defined MISSING
static int chosen = 3;
#  else
static int chosen = -1;
#  endif
#else
static int chosen = 0;
#endif

#ifdef MISSING
this is not C, it's skipped
#endif

#undef VERSION
#ifndef VERSION
#define VERSION "none"
#endif

int main(void)
{
    int xy = 7, XPASTE(line, __LINE__) = 1;
    printf("%d %d %s %s\n", SQUARE(1 + 2), PASTE(x, y), QUOTE(a "b" \n), XQUOTE(SQUARE(2)));
    printf("%d %s %d %s\n", chosen, VERSION, __LINE__, texts[COLOR_blue]);
    TRACE("plain");
    TRACE("%d and %s", 5, "six");
    printf("%s\n", XQUOTE(f(2)(9)));
    printf("%d %d\n", COLOR_COUNT, line42 + '\x41' + '\101' + L'a');
    puts("joined " "literals" " \u00e9\t|");
    return SQUARE(3) % 7;
}
