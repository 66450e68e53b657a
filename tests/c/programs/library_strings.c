/* The functions of string.h, ctype.h, math.h and the numbers of stdlib.h. */
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char s[] = "the quick brown,fox;jumps";
    for (char *t = strtok(s, " ,;"); t; t = strtok(NULL, " ,;"))
        printf("[%s]", t);
    puts("");
    char b[64] = "hello";
    strcat(b, " world");
    strncat(b, "!!!!", 2);
    puts(b);
    memmove(b + 2, b, 5);
    puts(b);
    printf("%s %s %s\n", strchr("hello", 'l'), strrchr("hello", 'l'), strstr("haystack", "st"));
    printf("%zu %zu %s\n", strspn("123abc", "0123456789"), strcspn("abc,def", ","), strpbrk("hello world", "ow"));
    char c[8];
    strncpy(c, "longer than", 7);
    c[7] = 0;
    puts(c);
    memset(c, 'x', 3);
    puts(c);
    printf("%d %d\n", strncmp("abcd", "abxx", 2), strcasecmp("HeLLo", "hEllO"));
    int a, e;
    float f;
    char w[20];
    printf("%d\n", sscanf("10 0x1f word 2.5", "%d %i %s %f", &a, &e, w, &f));
    printf("%d %d %s %.1f\n", a, e, w, f);
    printf("%d\n", sscanf("12:34:56", "%d:%d", &a, &e));
    char set[20];
    sscanf("key=value;rest", "%[^=]=%[a-z]", w, set);
    printf("%s %s\n", w, set);
    int n;
    sscanf("abc 5", "%*s %n%d", &n, &a);
    printf("%d %d\n", n, a);
    char *end;
    errno = 0;
    long l = strtol("  -42abc", &end, 10);
    printf("%ld %s %d\n", l, end, errno);
    l = strtol("99999999999999999999", &end, 10);
    printf("%d %d\n", l == LONG_MAX, errno == ERANGE);
    printf("%ld %ld %lu\n", strtol("ff", 0, 16), strtol("0777", 0, 0), strtoul("101", 0, 2));
    printf("%f %s\n", strtod("3.25e2xyz", &end), end);
    printf("%d %ld %f\n", atoi("42abc"), atol("-7"), atof("1.5"));
    printf("%s|%s|%s\n", strerror(0), strerror(ENOENT), strerror(EINVAL));
    errno = 0;
    double r = sqrt(-1.0);
    printf("%d %d\n", isnan(r) != 0, errno == EDOM);
    r = log(0);
    printf("%f %d\n", r, errno == ERANGE);
    for (char *p = "aB3 _!"; *p; p++)
        printf("%d%d%d%d%d%d ", !!isalpha(*p), !!isdigit(*p), !!isspace(*p), !!isupper(*p), !!ispunct(*p),
               !!isalnum(*p));
    puts("");
    for (char *p = "MiXed"; *p; p++)
        putchar(islower(*p) ? toupper(*p) : tolower(*p));
    puts("");
    char out[10];
    n = snprintf(out, sizeof out, "%s-%d", "abcdefgh", 123);
    printf("%s %d\n", out, n);
    sprintf(out, "%03d", 7);
    puts(out);
    char *d = strdup("dup");
    d[0] = 'D';
    puts(d);
    free(d);
    printf("%.3f %.3f %.3f %.3f %.3f\n", pow(2, 0.5), sin(1), atan2(1, 1), exp(1), fmod(7.5, 2));
    printf("%f %f %f %f %ld\n", floor(-1.5), ceil(1.2), round(2.5), trunc(-2.7), lround(3.5));
    printf("%f %f %f %g\n", fabs(-2), cbrt(27), hypot(3, 4), log10(1000));
    int ex;
    double mant = frexp(10, &ex), ip;
    printf("%g %d %g ", mant, ex, modf(3.75, &ip));
    printf("%g %g %g\n", ip, INFINITY, -INFINITY);
    printf("%d %d\n", isinf(1 / 0.0) != 0, signbit(-0.0) != 0);
    printf("%g %g %g\n", fmax(1, 2), fmin(1, 2), ldexp(1, 10));
    div_t q = div(17, 5);
    printf("%d %d %d\n", q.quot, q.rem, abs(-3));
    puts(memchr("abcdef", 'd', 6));
    char big[] = {'a', 'b', 0, 'c'};
    printf("%zu %zu\n", strlen(big), sizeof big);
    printf("%d %u %ld %lu %d %d\n", INT_MIN, UINT_MAX, LONG_MIN, ULONG_MAX, CHAR_BIT, SHRT_MAX);
    fprintf(stderr, "to stderr\n");
    fputs("fputs\n", stdout);
    fputc('c', stdout);
    putc('\n', stdout);
    fflush(stdout);
    setbuf(stdout, NULL);
    setvbuf(stdout, NULL, _IONBF, 0);
    perror("msg");
    errno = ENOENT;
    perror("again");
    printf("%d\n", getenv("NO_SUCH_VARIABLE_") == NULL);
    fwrite("raw\n", 1, 4, stdout);
    return EXIT_SUCCESS;
}
