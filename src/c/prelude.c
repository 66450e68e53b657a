/* The parts of the library that are written in C: what calls back into the program, so that the machine's own stack stays
 * flat, and what is simplest so. They are compiled with a program that needs them, and run without steps. */
#include <string.h>

#include "c/headers.h"

typedef struct Part {
    const char *names;         /* what it defines, each between spaces */
    const char *text;
} Part;

static const Part parts[] = {
    {" __refarrows_start ",
     "int main(); _Noreturn void exit(int);\n"
     "void __refarrows_start(int count, char **arguments) { exit(main(count, arguments, (char **)0)); }\n"},
    {" exit atexit quick_exit ",
     "_Noreturn void _Exit(int);\n"
     "static void (*__exit_functions[64])(void); static int __exit_count;\n"
     "int atexit(void (*function)(void)) {\n"
     "    if (__exit_count == 64) return 1;\n"
     "    __exit_functions[__exit_count++] = function; return 0;\n"
     "}\n"
     "_Noreturn void exit(int status) {\n"
     "    while (__exit_count > 0) __exit_functions[--__exit_count]();\n"
     "    _Exit(status);\n"
     "}\n"
     "_Noreturn void quick_exit(int status) { _Exit(status); }\n"},
    {" signal raise ",
     "void __raise(int);\n"
     "static void (*__handlers[65])(int);\n"
     "void (*signal(int number, void (*handler)(int)))(int) {\n"
     "    if (number < 1 || number > 64) return (void (*)(int))-1;\n"
     "    void (*before)(int) = __handlers[number];\n"
     "    __handlers[number] = handler; return before;\n"
     "}\n"
     "int raise(int number) {\n"
     "    void (*handler)(int) = number < 1 || number > 64 ? (void (*)(int))0 : __handlers[number];\n"
     "    if (handler == (void (*)(int))1) return 0;\n"
     "    if (handler) handler(number); else __raise(number);\n"
     "    return 0;\n"
     "}\n"},
    {" __builtin_popcount __builtin_popcountl __builtin_popcountll __builtin_clz __builtin_ctz __builtin_clzll "
     "__builtin_ctzll __builtin_parity ",
     "int __builtin_popcountll(unsigned long long x) { int n = 0; for (; x; x &= x - 1) n++; return n; }\n"
     "int __builtin_popcountl(unsigned long x) { return __builtin_popcountll(x); }\n"
     "int __builtin_popcount(unsigned x) { return __builtin_popcountll(x); }\n"
     "int __builtin_parity(unsigned x) { return __builtin_popcountll(x) & 1; }\n"
     "int __builtin_ctzll(unsigned long long x) { int n = 0; for (; !(x & 1) && n < 64; x >>= 1) n++; return n; }\n"
     "int __builtin_ctz(unsigned x) { return x ? __builtin_ctzll(x) : 32; }\n"
     "int __builtin_clzll(unsigned long long x) { int n = 64; for (; x; x >>= 1) n--; return n; }\n"
     "int __builtin_clz(unsigned x) { return __builtin_clzll(x) - 32; }\n"},
    {" stdin stdout stderr ",
     "struct _IO_FILE { int number; char rest[212]; };\n"
     "static struct _IO_FILE __streams[3] = {{0}, {1}, {2}};\n"
     "struct _IO_FILE *stdin = &__streams[0], *stdout = &__streams[1], *stderr = &__streams[2];\n"},
    /* glibc sorts by merging, so equal elements stay in order and the same pairs are compared */
    {" qsort ",
     "void *__hidden_malloc(unsigned long); void free(void *); void *memcpy(void *, const void *, unsigned long);\n"
     "static void __merge_sort(char *base, unsigned long count, unsigned long size,\n"
     "                         int (*compare)(const void *, const void *), char *room) {\n"
     "    if (count <= 1) return;\n"
     "    unsigned long left = count / 2, right = count - left;\n"
     "    char *a = base, *b = base + left * size, *to = room;\n"
     "    __merge_sort(a, left, size, compare, room);\n"
     "    __merge_sort(b, right, size, compare, room);\n"
     "    while (left > 0 && right > 0) {\n"
     "        if (compare(a, b) <= 0) { memcpy(to, a, size); a += size; left--; }\n"
     "        else { memcpy(to, b, size); b += size; right--; }\n"
     "        to += size;\n"
     "    }\n"
     "    if (left > 0) memcpy(to, a, left * size);\n"
     "    memcpy(base, room, (count - right) * size);\n"
     "}\n"
     "void qsort(void *base, unsigned long count, unsigned long size, int (*compare)(const void *, const void *)) {\n"
     "    if (count < 2 || size == 0) return;\n"
     "    char *room = __hidden_malloc(count * size);\n"
     "    __merge_sort(base, count, size, compare, room);\n"
     "    free(room);\n"
     "}\n"},
    {" bsearch ",
     "void *bsearch(const void *key, const void *base, unsigned long count, unsigned long size,\n"
     "              int (*compare)(const void *, const void *)) {\n"
     "    unsigned long low = 0, high = count;\n"
     "    while (low < high) {\n"
     "        unsigned long middle = (low + high) / 2;\n"
     "        const char *at = (const char *)base + middle * size;\n"
     "        int order = compare(key, at);\n"
     "        if (order < 0) high = middle; else if (order > 0) low = middle + 1; else return (void *)at;\n"
     "    }\n"
     "    return (void *)0;\n"
     "}\n"},
    {" div ldiv lldiv ",
     "#include <stdlib.h>\n"
     "div_t div(int a, int b) { div_t r; r.quot = a / b; r.rem = a % b; return r; }\n"
     "ldiv_t ldiv(long a, long b) { ldiv_t r; r.quot = a / b; r.rem = a % b; return r; }\n"
     "lldiv_t lldiv(long long a, long long b) { lldiv_t r; r.quot = a / b; r.rem = a % b; return r; }\n"},
    {" localtime gmtime localtime_r gmtime_r asctime ctime ",
     "struct tm *__break_down(long, struct tm *); static char __now[100]; static char __time_text[40];\n"
     "unsigned long strftime(char *, unsigned long, const char *, const struct tm *);\n"
     "struct tm *gmtime(const long *t) { return __break_down(*t, (struct tm *)__now); }\n"
     "struct tm *localtime(const long *t) { return __break_down(*t, (struct tm *)__now); }\n"
     "struct tm *gmtime_r(const long *t, struct tm *to) { return __break_down(*t, to); }\n"
     "struct tm *localtime_r(const long *t, struct tm *to) { return __break_down(*t, to); }\n"
     "char *asctime(const struct tm *t) { strftime(__time_text, 40, \"%a %b %e %H:%M:%S %Y\\n\", t); return __time_text; }\n"
     "char *ctime(const long *t) { return asctime(localtime(t)); }\n"},
    {" setlocale ",
     "char *setlocale(int category, const char *name) { static char current[] = \"C\"; return current; }\n"},
};

const char *c_prelude_defining(const char *name)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *at = strstr(parts[i].names, name);
        size_t length = strlen(name);
        for (; at; at = strstr(at + 1, name))
            if (at[-1] == ' ' && at[length] == ' ')
                return parts[i].text;
    }
    return NULL;
}
