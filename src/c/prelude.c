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
     "void __refarrows_start(int count, char **arguments)\n"
     "{\n"
     "    int (*start)() = (int (*)())main;\n"
     "    exit(start(count, arguments, (char **)0));\n"
     "}\n"},
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
    {" setlocale localeconv ",
     "#include <locale.h>\n"
     "char *setlocale(int category, const char *name) { static char current[] = \"C\"; return current; }\n"
     "struct lconv *localeconv(void) {\n"
     "    static struct lconv conventions = {\".\", \"\", \"\", \"\", \"\", \"\", \"\", \"\", \"\", \"\", 127, 127, 127, 127,\n"
     "        127, 127, 127, 127, 127, 127, 127, 127, 127, 127};\n"
     "    return &conventions;\n"
     "}\n"},
    {" imaxdiv ",
     "#include <inttypes.h>\n"
     "imaxdiv_t imaxdiv(long a, long b) { imaxdiv_t r; r.quot = a / b; r.rem = a % b; return r; }\n"},
    {" wcslen wcscpy wcsncpy wcscat wcsncat wcscmp wcsncmp wcschr wcsrchr wcsstr wmemset wmemcpy wmemmove wmemcmp ",
     "#include <wchar.h>\n"
     "size_t wcslen(const wchar_t *s) { size_t n = 0; while (s[n]) n++; return n; }\n"
     "wchar_t *wmemcpy(wchar_t *to, const wchar_t *from, size_t n) { while (n-- > 0) to[n] = from[n]; return to; }\n"
     "wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t n) {\n"
     "    if (to > from) return wmemcpy(to, from, n);\n"
     "    for (size_t i = 0; i < n; i++) to[i] = from[i];\n"
     "    return to;\n"
     "}\n"
     "wchar_t *wmemset(wchar_t *to, wchar_t c, size_t n) { while (n-- > 0) to[n] = c; return to; }\n"
     "int wmemcmp(const wchar_t *a, const wchar_t *b, size_t n) {\n"
     "    for (; n > 0; n--, a++, b++) if (*a != *b) return *a < *b ? -1 : 1;\n"
     "    return 0;\n"
     "}\n"
     "wchar_t *wcscpy(wchar_t *to, const wchar_t *from) { return wmemcpy(to, from, wcslen(from) + 1); }\n"
     "wchar_t *wcsncpy(wchar_t *to, const wchar_t *from, size_t n) {\n"
     "    size_t i = 0;\n"
     "    for (; i < n && from[i]; i++) to[i] = from[i];\n"
     "    for (; i < n; i++) to[i] = 0;\n"
     "    return to;\n"
     "}\n"
     "wchar_t *wcscat(wchar_t *to, const wchar_t *from) { wcscpy(to + wcslen(to), from); return to; }\n"
     "wchar_t *wcsncat(wchar_t *to, const wchar_t *from, size_t n) {\n"
     "    wchar_t *end = to + wcslen(to);\n"
     "    while (n-- > 0 && *from) *end++ = *from++;\n"
     "    *end = 0; return to;\n"
     "}\n"
     "int wcsncmp(const wchar_t *a, const wchar_t *b, size_t n) {\n"
     "    for (; n > 0; n--, a++, b++) if (*a != *b || !*a) return *a == *b ? 0 : *a < *b ? -1 : 1;\n"
     "    return 0;\n"
     "}\n"
     "int wcscmp(const wchar_t *a, const wchar_t *b) { return wcsncmp(a, b, (size_t)-1); }\n"
     "wchar_t *wcschr(const wchar_t *s, wchar_t c) {\n"
     "    for (; *s != c; s++) if (!*s) return 0;\n"
     "    return (wchar_t *)s;\n"
     "}\n"
     "wchar_t *wcsrchr(const wchar_t *s, wchar_t c) {\n"
     "    const wchar_t *last = 0;\n"
     "    do if (*s == c) last = s; while (*s++);\n"
     "    return (wchar_t *)last;\n"
     "}\n"
     "wchar_t *wcsstr(const wchar_t *s, const wchar_t *part) {\n"
     "    for (size_t n = wcslen(part);; s++) { if (!wcsncmp(s, part, n)) return (wchar_t *)s; if (!*s) return 0; }\n"
     "}\n"},
    /* a wide format is the same format in UTF-8: %s takes narrow text in both, and %ls wide */
    {" wprintf fwprintf putwchar fputwc putwc fputws ",
     "#include <stdio.h>\n#include <wchar.h>\n"
     "void *__hidden_malloc(unsigned long); void free(void *);\n"
     "static int __print_wide(FILE *stream, const wchar_t *format, __builtin_va_list list) {\n"
     "    int length = snprintf(0, 0, \"%ls\", format);\n"
     "    char *narrow = __hidden_malloc(length + 1);\n"
     "    sprintf(narrow, \"%ls\", format);\n"
     "    int count = vfprintf(stream, narrow, list);\n"
     "    free(narrow); return count;\n"
     "}\n"
     "int wprintf(const wchar_t *format, ...) {\n"
     "    __builtin_va_list list; __builtin_va_start(list, format);\n"
     "    int count = __print_wide(stdout, format, list); __builtin_va_end(list); return count;\n"
     "}\n"
     "int fwprintf(FILE *stream, const wchar_t *format, ...) {\n"
     "    __builtin_va_list list; __builtin_va_start(list, format);\n"
     "    int count = __print_wide(stream, format, list); __builtin_va_end(list); return count;\n"
     "}\n"
     "wint_t fputwc(wchar_t c, FILE *stream) { fprintf(stream, \"%lc\", c); return c; }\n"
     "wint_t putwc(wchar_t c, FILE *stream) { return fputwc(c, stream); }\n"
     "wint_t putwchar(wchar_t c) { return fputwc(c, stdout); }\n"
     "int fputws(const wchar_t *text, FILE *stream) { return fprintf(stream, \"%ls\", text) < 0 ? -1 : 1; }\n"},
    /* in the locale "C", where every program begins, no letter lies beyond ASCII */
    {" iswalpha iswdigit iswalnum iswspace iswupper iswlower iswpunct "
     "iswprint iswgraph iswcntrl iswxdigit iswblank towupper towlower ",
     "#include <ctype.h>\n#include <wctype.h>\n"
     "#define __WIDE(name) int isw##name(wint_t c) { return c < 128 && is##name(c); }\n"
     "__WIDE(alpha) __WIDE(digit) __WIDE(alnum) __WIDE(space) __WIDE(upper) __WIDE(lower) __WIDE(punct) __WIDE(print)\n"
     "__WIDE(graph) __WIDE(cntrl) __WIDE(xdigit) __WIDE(blank)\n"
     "wint_t towupper(wint_t c) { return c < 128 ? toupper(c) : c; }\n"
     "wint_t towlower(wint_t c) { return c < 128 ? tolower(c) : c; }\n"},
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
