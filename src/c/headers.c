#include "c/headers.h"

#include <ctype.h>
#include <string.h>

typedef struct Header { const char *name, *text; } Header;

static const Header headers[] = {
    {"stddef.h",
     "typedef unsigned long size_t; typedef long ptrdiff_t; typedef int wchar_t;\n"
     "typedef struct { long long __a; long double __b; } max_align_t;\n"
     "#define NULL ((void *)0)\n#define offsetof(type, member) __builtin_offsetof(type, member)\n"},
    {"stdarg.h",
     "typedef __builtin_va_list va_list; typedef __builtin_va_list __gnuc_va_list;\n"
     "#define va_start(list, last) __builtin_va_start(list, last)\n#define va_arg(list, type) __builtin_va_arg(list, type)\n"
     "#define va_end(list) __builtin_va_end(list)\n#define va_copy(to, from) __builtin_va_copy(to, from)\n"},
    {"stdbool.h",
     "#define bool _Bool\n#define true 1\n#define false 0\n#define __bool_true_false_are_defined 1\n"},
    {"stdalign.h", "#define alignas _Alignas\n#define alignof _Alignof\n"},
    {"stdnoreturn.h", "#define noreturn _Noreturn\n"},
    {"iso646.h",
     "#define and &&\n#define and_eq &=\n#define bitand &\n#define bitor |\n#define compl ~\n#define not !\n"
     "#define not_eq !=\n#define or ||\n#define or_eq |=\n#define xor ^\n#define xor_eq ^=\n"},
    {"limits.h",
     "#define CHAR_BIT 8\n#define SCHAR_MIN (-128)\n#define SCHAR_MAX 127\n#define UCHAR_MAX 255\n#define CHAR_MIN (-128)\n"
     "#define CHAR_MAX 127\n#define SHRT_MIN (-32768)\n#define SHRT_MAX 32767\n#define USHRT_MAX 65535\n"
     "#define INT_MIN (-2147483647 - 1)\n#define INT_MAX 2147483647\n#define UINT_MAX 4294967295U\n"
     "#define LONG_MIN (-9223372036854775807L - 1L)\n#define LONG_MAX 9223372036854775807L\n"
     "#define ULONG_MAX 18446744073709551615UL\n#define LLONG_MIN (-9223372036854775807LL - 1LL)\n"
     "#define LLONG_MAX 9223372036854775807LL\n#define ULLONG_MAX 18446744073709551615ULL\n#define MB_LEN_MAX 16\n"
     "#define PATH_MAX 4096\n#define SSIZE_MAX LONG_MAX\n"},
    {"float.h",
     "#define FLT_RADIX 2\n#define FLT_MANT_DIG 24\n#define DBL_MANT_DIG 53\n#define LDBL_MANT_DIG 64\n#define FLT_DIG 6\n"
     "#define DBL_DIG 15\n#define LDBL_DIG 18\n#define FLT_DECIMAL_DIG 9\n#define DBL_DECIMAL_DIG 17\n"
     "#define LDBL_DECIMAL_DIG 21\n#define DECIMAL_DIG 21\n#define FLT_EPSILON 1.19209289550781250000e-7F\n"
     "#define DBL_EPSILON 2.22044604925031308085e-16\n#define LDBL_EPSILON 1.08420217248550443401e-19L\n"
     "#define FLT_MIN 1.17549435082228750797e-38F\n#define DBL_MIN 2.22507385850720138309e-308\n"
     "#define LDBL_MIN 3.36210314311209350626e-4932L\n#define FLT_MAX 3.40282346638528859812e+38F\n"
     "#define DBL_MAX 1.79769313486231570815e+308\n#define LDBL_MAX 1.18973149535723176502e+4932L\n"
     "#define FLT_MIN_EXP (-125)\n#define DBL_MIN_EXP (-1021)\n#define FLT_MAX_EXP 128\n#define DBL_MAX_EXP 1024\n"
     "#define FLT_MIN_10_EXP (-37)\n#define DBL_MIN_10_EXP (-307)\n#define FLT_MAX_10_EXP 38\n#define DBL_MAX_10_EXP 308\n"
     "#define FLT_TRUE_MIN 1.40129846432481707092e-45F\n#define DBL_TRUE_MIN 4.94065645841246544177e-324\n"
     "#define FLT_ROUNDS 1\n#define FLT_EVAL_METHOD 0\n"},
    {"stdint.h",
     "typedef signed char int8_t; typedef short int16_t; typedef int int32_t; typedef long int64_t;\n"
     "typedef unsigned char uint8_t; typedef unsigned short uint16_t; typedef unsigned int uint32_t;\n"
     "typedef unsigned long uint64_t; typedef signed char int_least8_t; typedef short int_least16_t;\n"
     "typedef int int_least32_t; typedef long int_least64_t; typedef unsigned char uint_least8_t;\n"
     "typedef unsigned short uint_least16_t; typedef unsigned int uint_least32_t; typedef unsigned long uint_least64_t;\n"
     "typedef signed char int_fast8_t; typedef long int_fast16_t; typedef long int_fast32_t; typedef long int_fast64_t;\n"
     "typedef unsigned char uint_fast8_t; typedef unsigned long uint_fast16_t; typedef unsigned long uint_fast32_t;\n"
     "typedef unsigned long uint_fast64_t; typedef long intptr_t; typedef unsigned long uintptr_t;\n"
     "typedef long intmax_t; typedef unsigned long uintmax_t;\n"
     "#define INT8_MIN (-128)\n#define INT16_MIN (-32768)\n#define INT32_MIN (-2147483647 - 1)\n"
     "#define INT64_MIN (-9223372036854775807L - 1)\n#define INT8_MAX 127\n#define INT16_MAX 32767\n"
     "#define INT32_MAX 2147483647\n#define INT64_MAX 9223372036854775807L\n#define UINT8_MAX 255\n#define UINT16_MAX 65535\n"
     "#define UINT32_MAX 4294967295U\n#define UINT64_MAX 18446744073709551615UL\n#define INTPTR_MIN INT64_MIN\n"
     "#define INTPTR_MAX INT64_MAX\n#define UINTPTR_MAX UINT64_MAX\n#define INTMAX_MIN INT64_MIN\n"
     "#define INTMAX_MAX INT64_MAX\n#define UINTMAX_MAX UINT64_MAX\n#define SIZE_MAX UINT64_MAX\n"
     "#define PTRDIFF_MIN INT64_MIN\n#define PTRDIFF_MAX INT64_MAX\n#define INT_FAST32_MAX INT64_MAX\n"
     "#define INT8_C(c) c\n#define INT16_C(c) c\n#define INT32_C(c) c\n#define INT64_C(c) c##L\n#define UINT8_C(c) c\n"
     "#define UINT16_C(c) c\n#define UINT32_C(c) c##U\n#define UINT64_C(c) c##UL\n#define INTMAX_C(c) c##L\n"
     "#define UINTMAX_C(c) c##UL\n"},
    {"inttypes.h",
     "#include <stdint.h>\n"
     "#define PRId8 \"d\"\n#define PRId16 \"d\"\n#define PRId32 \"d\"\n#define PRId64 \"ld\"\n#define PRIi8 \"i\"\n"
     "#define PRIi16 \"i\"\n#define PRIi32 \"i\"\n#define PRIi64 \"li\"\n#define PRIu8 \"u\"\n#define PRIu16 \"u\"\n"
     "#define PRIu32 \"u\"\n#define PRIu64 \"lu\"\n#define PRIo8 \"o\"\n#define PRIo16 \"o\"\n#define PRIo32 \"o\"\n"
     "#define PRIo64 \"lo\"\n#define PRIx8 \"x\"\n#define PRIx16 \"x\"\n#define PRIx32 \"x\"\n#define PRIx64 \"lx\"\n"
     "#define PRIX8 \"X\"\n#define PRIX16 \"X\"\n#define PRIX32 \"X\"\n#define PRIX64 \"lX\"\n#define PRIdMAX \"ld\"\n"
     "#define PRIuMAX \"lu\"\n#define PRIxMAX \"lx\"\n#define PRIdPTR \"ld\"\n#define PRIuPTR \"lu\"\n#define PRIxPTR \"lx\"\n"
     "#define SCNd8 \"hhd\"\n#define SCNd16 \"hd\"\n#define SCNd32 \"d\"\n#define SCNd64 \"ld\"\n#define SCNu8 \"hhu\"\n"
     "#define SCNu16 \"hu\"\n#define SCNu32 \"u\"\n#define SCNu64 \"lu\"\n#define SCNx32 \"x\"\n#define SCNx64 \"lx\"\n"
     "#define SCNi32 \"i\"\n#define SCNi64 \"li\"\n#define SCNdMAX \"ld\"\n#define SCNuMAX \"lu\"\n#define PRIiMAX \"li\"\n"
     "#define PRIXMAX \"lX\"\n#define PRIoMAX \"lo\"\n#define PRIdLEAST32 \"d\"\n#define PRIuLEAST32 \"u\"\n"
     "#define PRIdFAST32 \"ld\"\n#define PRIuFAST32 \"lu\"\n#define PRIXPTR \"lX\"\n"
     "typedef struct { intmax_t quot, rem; } imaxdiv_t; imaxdiv_t imaxdiv(intmax_t, intmax_t);\n"
     "intmax_t imaxabs(intmax_t); intmax_t strtoimax(const char *, char **, int);\n"
     "uintmax_t strtoumax(const char *, char **, int);\n"},
    {"assert.h",
     "extern void __assert_fail(const char *, const char *, unsigned int, const char *);\n#undef assert\n"
     "#ifdef NDEBUG\n#define assert(expression) ((void)0)\n#else\n"
     "#define assert(expression) ((expression) ? (void)0 : __assert_fail(#expression, __FILE__, __LINE__, __func__))\n"
     "#endif\n#define static_assert _Static_assert\n"},
    {"errno.h",
     "extern int *__errno_location(void);\n#define errno (*__errno_location())\n#define EPERM 1\n#define ENOENT 2\n"
     "#define EINTR 4\n#define EIO 5\n#define ENOMEM 12\n#define EACCES 13\n#define EEXIST 17\n#define EINVAL 22\n"
     "#define EDOM 33\n#define ERANGE 34\n#define EAGAIN 11\n#define EBUSY 16\n#define ENOSPC 28\n#define EPIPE 32\n"
     "#define EBADF 9\n#define ECHILD 10\n#define EFAULT 14\n#define EISDIR 21\n#define EOVERFLOW 75\n#define EILSEQ 84\n"},
    {"ctype.h",
     "int isalpha(int); int isdigit(int); int isalnum(int); int isspace(int); int isupper(int); int islower(int);\n"
     "int ispunct(int); int isprint(int); int isgraph(int); int iscntrl(int); int isxdigit(int); int isblank(int);\n"
     "int toupper(int); int tolower(int); int isascii(int); int toascii(int);\n"},
    {"string.h",
     "#include <stddef.h>\n#include <strings.h>\n"
     "void *memcpy(void *, const void *, size_t); void *memmove(void *, const void *, size_t);\n"
     "void *memset(void *, int, size_t); int memcmp(const void *, const void *, size_t);\n"
     "void *memchr(const void *, int, size_t); size_t strlen(const char *); size_t strnlen(const char *, size_t);\n"
     "char *strcpy(char *, const char *); char *stpcpy(char *, const char *);\n"
     "char *strncpy(char *, const char *, size_t); char *strcat(char *, const char *);\n"
     "char *strncat(char *, const char *, size_t); int strcmp(const char *, const char *);\n"
     "int strcoll(const char *, const char *); int strncmp(const char *, const char *, size_t);\n"
     "char *strchr(const char *, int); char *strrchr(const char *, int); char *strstr(const char *, const char *);\n"
     "char *strcasestr(const char *, const char *); size_t strspn(const char *, const char *);\n"
     "size_t strcspn(const char *, const char *); char *strpbrk(const char *, const char *);\n"
     "char *strtok(char *, const char *); char *strtok_r(char *, const char *, char **);\n"
     "char *strsep(char **, const char *); char *strdup(const char *); char *strndup(const char *, size_t);\n"
     "char *strerror(int); size_t strxfrm(char *, const char *, size_t);\n"},
    {"strings.h",
     "#include <stddef.h>\n"
     "int strcasecmp(const char *, const char *); int strncasecmp(const char *, const char *, size_t);\n"
     "char *index(const char *, int); char *rindex(const char *, int); void bzero(void *, size_t);\n"
     "int bcmp(const void *, const void *, size_t); int ffs(int);\n"},
    {"stdio.h",
     "#include <stddef.h>\n#include <stdarg.h>\n"
     "typedef struct _IO_FILE FILE; typedef long fpos_t; typedef long ssize_t; typedef long off_t;\n"
     "extern FILE *stdin, *stdout, *stderr;\n#define stdin stdin\n#define stdout stdout\n#define stderr stderr\n"
     "#define EOF (-1)\n#define BUFSIZ 8192\n#define FILENAME_MAX 4096\n#define L_tmpnam 20\n#define SEEK_SET 0\n"
     "#define SEEK_CUR 1\n#define SEEK_END 2\n#define _IOFBF 0\n#define _IOLBF 1\n#define _IONBF 2\n"
     "int printf(const char *, ...); int fprintf(FILE *, const char *, ...); int sprintf(char *, const char *, ...);\n"
     "int snprintf(char *, size_t, const char *, ...); int vprintf(const char *, va_list);\n"
     "int dprintf(int, const char *, ...); int vfprintf(FILE *, const char *, va_list);\n"
     "int vsprintf(char *, const char *, va_list); int vsnprintf(char *, size_t, const char *, va_list);\n"
     "int asprintf(char **, const char *, ...); int vasprintf(char **, const char *, va_list);\n"
     "int scanf(const char *, ...); int fscanf(FILE *, const char *, ...); int sscanf(const char *, const char *, ...);\n"
     "int vscanf(const char *, va_list); int vsscanf(const char *, const char *, va_list);\n"
     "int getchar(void); int getc(FILE *); int fgetc(FILE *); int ungetc(int, FILE *); char *fgets(char *, int, FILE *);\n"
     "char *gets(char *); ssize_t getline(char **, size_t *, FILE *); int getchar_unlocked(void);\n"
     "int putchar(int); int putc(int, FILE *); int fputc(int, FILE *); int puts(const char *);\n"
     "int putchar_unlocked(int); int fputs(const char *, FILE *); size_t fread(void *, size_t, size_t, FILE *);\n"
     "size_t fwrite(const void *, size_t, size_t, FILE *); int fflush(FILE *); int feof(FILE *); int ferror(FILE *);\n"
     "void clearerr(FILE *); void perror(const char *); int fclose(FILE *); void setbuf(FILE *, char *);\n"
     "int setvbuf(FILE *, char *, int, size_t);\n"},
    {"stdlib.h",
     "#include <stddef.h>\n"
     "typedef struct { int quot, rem; } div_t; typedef struct { long quot, rem; } ldiv_t;\n"
     "typedef struct { long long quot, rem; } lldiv_t;\n"
     "#define EXIT_SUCCESS 0\n#define EXIT_FAILURE 1\n#define RAND_MAX 2147483647\n#define MB_CUR_MAX 1\n"
     "void *malloc(size_t); void *calloc(size_t, size_t); void *realloc(void *, size_t); void free(void *);\n"
     "void *reallocarray(void *, size_t, size_t); void *aligned_alloc(size_t, size_t);\n"
     "_Noreturn void exit(int); _Noreturn void abort(void); int system(const char *); _Noreturn void _Exit(int); int atexit(void (*)(void));\n"
     "_Noreturn void quick_exit(int);\n"
     "int atoi(const char *); long atol(const char *); long long atoll(const char *); double atof(const char *);\n"
     "long strtol(const char *, char **, int); long long strtoll(const char *, char **, int);\n"
     "unsigned long strtoul(const char *, char **, int); unsigned long long strtoull(const char *, char **, int);\n"
     "double strtod(const char *, char **); float strtof(const char *, char **);\n"
     "long double strtold(const char *, char **); int rand(void); void srand(unsigned); int rand_r(unsigned *);\n"
     "long random(void); void srandom(unsigned); int abs(int); long labs(long); long long llabs(long long);\n"
     "div_t div(int, int); ldiv_t ldiv(long, long); lldiv_t lldiv(long long, long long); char *getenv(const char *);\n"
     "void qsort(void *, size_t, size_t, int (*)(const void *, const void *));\n"
     "void *bsearch(const void *, const void *, size_t, size_t, int (*)(const void *, const void *));\n"
     "#define alloca(size) __builtin_alloca(size)\n"},
    {"alloca.h", "#define alloca(size) __builtin_alloca(size)\n"},
    {"malloc.h", "#include <stdlib.h>\nsize_t malloc_usable_size(void *);\n"},
    {"memory.h", "#include <string.h>\n"},
    {"math.h",
     "#define M_PI 3.14159265358979323846\n#define M_PI_2 1.57079632679489661923\n#define M_PI_4 0.78539816339744830962\n"
     "#define M_1_PI 0.31830988618379067154\n#define M_2_PI 0.63661977236758134308\n#define M_E 2.7182818284590452354\n"
     "#define M_LOG2E 1.4426950408889634074\n#define M_LOG10E 0.43429448190325182765\n#define M_LN2 0.69314718055994530942\n"
     "#define M_LN10 2.30258509299404568402\n#define M_SQRT2 1.41421356237309504880\n#define M_SQRT1_2 0.70710678118654752440\n"
     "#define HUGE_VAL (1e1000)\n#define HUGE_VALF (1e1000f)\n#define INFINITY (1e1000f)\n#define NAN (__builtin_nanf(\"\"))\n"
     "typedef float float_t; typedef double double_t;\n"
     "#define FP_NAN 0\n#define FP_INFINITE 1\n#define FP_ZERO 2\n#define FP_SUBNORMAL 3\n#define FP_NORMAL 4\n"
     "int __isnan(long double); int __isinf(long double); int __isfinite(long double); int __signbit(long double);\n"
     "int __fpclassify(double); float __builtin_nanf(const char *);\n"
     "#define isnan(x) __isnan(x)\n#define isinf(x) __isinf(x)\n#define isfinite(x) __isfinite(x)\n"
     "#define signbit(x) __signbit(x)\n#define fpclassify(x) __fpclassify(x)\n#define isnormal(x) (__fpclassify(x) == 4)\n"
     "#define isgreater(x, y) ((x) > (y))\n#define isless(x, y) ((x) < (y))\n#define isgreaterequal(x, y) ((x) >= (y))\n"
     "#define islessequal(x, y) ((x) <= (y))\n#define isunordered(x, y) (isnan(x) || isnan(y))\n"
     "#define __ONE(name) double name(double); float name##f(float); long double name##l(long double);\n"
     "#define __TWO(name) double name(double, double); float name##f(float, float);\\\n"
     "    long double name##l(long double, long double);\n"
     "__ONE(sqrt) __ONE(cbrt) __ONE(sin) __ONE(cos) __ONE(tan) __ONE(asin) __ONE(acos) __ONE(atan) __ONE(sinh)\n"
     "__ONE(cosh) __ONE(tanh) __ONE(asinh) __ONE(acosh) __ONE(atanh) __ONE(exp) __ONE(exp2) __ONE(expm1) __ONE(log)\n"
     "__ONE(log2) __ONE(log10) __ONE(log1p) __ONE(logb) __ONE(fabs) __ONE(floor) __ONE(ceil) __ONE(trunc) __ONE(round)\n"
     "__ONE(rint) __ONE(nearbyint) __ONE(erf) __ONE(erfc) __ONE(tgamma) __ONE(lgamma)\n"
     "__TWO(pow) __TWO(atan2) __TWO(fmod) __TWO(remainder) __TWO(hypot) __TWO(fmin) __TWO(fmax) __TWO(fdim)\n"
     "__TWO(copysign) __TWO(nextafter)\n#undef __ONE\n#undef __TWO\n"
     "long lround(double); long lroundf(float); long lroundl(long double); long long llround(double);\n"
     "long long llroundf(float); long long llroundl(long double); long lrint(double); long lrintf(float);\n"
     "long long llrint(double); int ilogb(double); double fma(double, double, double); double ldexp(double, int);\n"
     "float ldexpf(float, int); double scalbn(double, int); double frexp(double, int *); double modf(double, double *);\n"
     "float modff(float, float *); double nan(const char *);\n"},
    {"time.h",
     "#include <stddef.h>\ntypedef long time_t; typedef long clock_t; typedef int clockid_t;\n"
     "struct tm { int tm_sec, tm_min, tm_hour, tm_mday, tm_mon, tm_year, tm_wday, tm_yday, tm_isdst; long tm_gmtoff;\n"
     "            const char *tm_zone; };\n#ifndef __timespec\n#define __timespec 1\n"
     "struct timespec { time_t tv_sec; long tv_nsec; };\n#endif\n"
     "#define CLOCKS_PER_SEC 1000000L\n#define CLOCK_REALTIME 0\n#define CLOCK_MONOTONIC 1\n"
     "#define CLOCK_PROCESS_CPUTIME_ID 2\n#define TIME_UTC 1\n"
     "time_t time(time_t *); clock_t clock(void); double difftime(time_t, time_t); time_t mktime(struct tm *);\n"
     "time_t timegm(struct tm *); struct tm *localtime(const time_t *); struct tm *gmtime(const time_t *);\n"
     "struct tm *localtime_r(const time_t *, struct tm *); struct tm *gmtime_r(const time_t *, struct tm *);\n"
     "char *asctime(const struct tm *); char *ctime(const time_t *);\n"
     "size_t strftime(char *, size_t, const char *, const struct tm *); int clock_gettime(clockid_t, struct timespec *);\n"
     "int nanosleep(const struct timespec *, struct timespec *);\n"},
    {"sys/time.h",
     "#include <time.h>\nstruct timeval { long tv_sec, tv_usec; };\nint gettimeofday(struct timeval *, void *);\n"},
    {"sys/types.h",
     "#include <stddef.h>\n#include <stdint.h>\ntypedef long ssize_t; typedef long off_t; typedef int pid_t;\n"
     "typedef unsigned int uid_t; typedef unsigned int mode_t; typedef unsigned int uint; typedef unsigned long ulong;\n"
     "typedef unsigned short ushort; typedef long time_t;\n"},
    {"unistd.h",
     "#include <stddef.h>\ntypedef long ssize_t; typedef int pid_t;\n#define STDIN_FILENO 0\n#define STDOUT_FILENO 1\n"
     "#define STDERR_FILENO 2\nunsigned sleep(unsigned); int usleep(unsigned); ssize_t write(int, const void *, size_t);\n"
     "_Noreturn void _exit(int);\n"},
    {"locale.h",
     "#define LC_CTYPE 0\n#define LC_NUMERIC 1\n#define LC_TIME 2\n#define LC_COLLATE 3\n#define LC_MONETARY 4\n"
     "#define LC_ALL 6\nchar *setlocale(int, const char *);\n"
     "struct lconv { char *decimal_point, *thousands_sep, *grouping, *int_curr_symbol, *currency_symbol,\n"
     "    *mon_decimal_point, *mon_thousands_sep, *mon_grouping, *positive_sign, *negative_sign; char int_frac_digits,\n"
     "    frac_digits, p_cs_precedes, p_sep_by_space, n_cs_precedes, n_sep_by_space, p_sign_posn, n_sign_posn,\n"
     "    int_p_cs_precedes, int_p_sep_by_space, int_n_cs_precedes, int_n_sep_by_space, int_p_sign_posn,\n"
     "    int_n_sign_posn; };\nstruct lconv *localeconv(void);\n"},
    {"setjmp.h",
     "typedef long jmp_buf[25]; typedef long sigjmp_buf[25];\nint setjmp(jmp_buf); void longjmp(jmp_buf, int);\n"
     "int _setjmp(jmp_buf); int sigsetjmp(sigjmp_buf, int); void siglongjmp(sigjmp_buf, int);\n"},
    {"signal.h",
     "typedef void (*__sighandler)(int); typedef int sig_atomic_t;\n#define SIGINT 2\n#define SIGILL 4\n#define SIGABRT 6\n"
     "#define SIGFPE 8\n#define SIGSEGV 11\n#define SIGTERM 15\n#define SIG_DFL ((__sighandler)0)\n"
     "#define SIG_IGN ((__sighandler)1)\n#define SIG_ERR ((__sighandler)-1)\n"
     "#define SIGHUP 1\n#define SIGQUIT 3\n#define SIGTRAP 5\n#define SIGBUS 7\n#define SIGKILL 9\n#define SIGUSR1 10\n"
     "#define SIGUSR2 12\n#define SIGPIPE 13\n#define SIGALRM 14\n#define SIGCHLD 17\n"
     "__sighandler signal(int, __sighandler); int raise(int);\n"},
    {"wchar.h",
     "#include <stdio.h>\ntypedef unsigned int wint_t;\n#define WEOF (0xffffffffu)\n#define WCHAR_MIN INT_MIN\n"
     "#define WCHAR_MAX INT_MAX\n#ifndef INT_MAX\n#include <limits.h>\n#endif\n"
     "size_t wcslen(const wchar_t *); wchar_t *wcscpy(wchar_t *, const wchar_t *);\n"
     "wchar_t *wcsncpy(wchar_t *, const wchar_t *, size_t); wchar_t *wcscat(wchar_t *, const wchar_t *);\n"
     "wchar_t *wcsncat(wchar_t *, const wchar_t *, size_t); int wcscmp(const wchar_t *, const wchar_t *);\n"
     "int wcsncmp(const wchar_t *, const wchar_t *, size_t); wchar_t *wcschr(const wchar_t *, wchar_t);\n"
     "wchar_t *wcsrchr(const wchar_t *, wchar_t); wchar_t *wcsstr(const wchar_t *, const wchar_t *);\n"
     "wchar_t *wmemset(wchar_t *, wchar_t, size_t); wchar_t *wmemcpy(wchar_t *, const wchar_t *, size_t);\n"
     "wchar_t *wmemmove(wchar_t *, const wchar_t *, size_t); int wmemcmp(const wchar_t *, const wchar_t *, size_t);\n"
     "int wprintf(const wchar_t *, ...); int fwprintf(FILE *, const wchar_t *, ...); wint_t putwchar(wchar_t);\n"
     "wint_t fputwc(wchar_t, FILE *); wint_t putwc(wchar_t, FILE *); int fputws(const wchar_t *, FILE *);\n"},
    {"wctype.h",
     "typedef unsigned int wint_t;\n#define WEOF (0xffffffffu)\n"
     "int iswalpha(wint_t); int iswdigit(wint_t); int iswalnum(wint_t); int iswspace(wint_t); int iswupper(wint_t);\n"
     "int iswlower(wint_t); int iswpunct(wint_t); int iswprint(wint_t); int iswgraph(wint_t); int iswcntrl(wint_t);\n"
     "int iswxdigit(wint_t); int iswblank(wint_t); wint_t towupper(wint_t); wint_t towlower(wint_t);\n"},
    /* what gcc has without a header */
    {"built-in",
     "int __builtin_popcount(unsigned); int __builtin_popcountl(unsigned long);\n"
     "int __builtin_popcountll(unsigned long long); int __builtin_parity(unsigned); int __builtin_clz(unsigned);\n"
     "int __builtin_clzl(unsigned long); int __builtin_clzll(unsigned long long); int __builtin_ctz(unsigned);\n"
     "int __builtin_ctzl(unsigned long); int __builtin_ctzll(unsigned long long); int __builtin_ffs(int);\n"
     "unsigned short __builtin_bswap16(unsigned short); unsigned __builtin_bswap32(unsigned);\n"
     "unsigned long __builtin_bswap64(unsigned long);\n"
     "_Bool __builtin_add_overflow(); _Bool __builtin_sub_overflow(); _Bool __builtin_mul_overflow();\n"
     "_Bool __builtin_sadd_overflow(int, int, int *); _Bool __builtin_ssub_overflow(int, int, int *);\n"
     "_Bool __builtin_smul_overflow(int, int, int *); _Bool __builtin_saddl_overflow(long, long, long *);\n"
     "_Bool __builtin_ssubl_overflow(long, long, long *); _Bool __builtin_smull_overflow(long, long, long *);\n"
     "_Bool __builtin_saddll_overflow(long long, long long, long long *);\n"
     "_Bool __builtin_ssubll_overflow(long long, long long, long long *);\n"
     "_Bool __builtin_smulll_overflow(long long, long long, long long *);\n"
     "_Bool __builtin_uadd_overflow(unsigned, unsigned, unsigned *);\n"
     "_Bool __builtin_usub_overflow(unsigned, unsigned, unsigned *);\n"
     "_Bool __builtin_umul_overflow(unsigned, unsigned, unsigned *);\n"
     "_Bool __builtin_uaddl_overflow(unsigned long, unsigned long, unsigned long *);\n"
     "_Bool __builtin_usubl_overflow(unsigned long, unsigned long, unsigned long *);\n"
     "_Bool __builtin_umull_overflow(unsigned long, unsigned long, unsigned long *);\n"
     "_Bool __builtin_uaddll_overflow(unsigned long long, unsigned long long, unsigned long long *);\n"
     "_Bool __builtin_usubll_overflow(unsigned long long, unsigned long long, unsigned long long *);\n"
     "_Bool __builtin_umulll_overflow(unsigned long long, unsigned long long, unsigned long long *);\n"},
    {"features.h", ""},
    {"sys/cdefs.h", ""},
};

static const Header refused_headers[] = {
    {"pthread.h", "threads do not exist here"}, {"threads.h", "threads do not exist here"},
    {"stdatomic.h", "threads do not exist here"}, {"semaphore.h", "threads do not exist here"},
    {"sys/socket.h", "there is no network here"}, {"netinet/in.h", "there is no network here"},
    {"arpa/inet.h", "there is no network here"}, {"netdb.h", "there is no network here"},
    {"fcntl.h", "files do not exist here; read from stdin, write to stdout"},
    {"sys/stat.h", "files do not exist here; read from stdin, write to stdout"},
    {"dirent.h", "files do not exist here; read from stdin, write to stdout"},
    {"sys/wait.h", "a program cannot start others here"}, {"sys/mman.h", "memory comes from malloc here"},
    {"termios.h", "the terminal cannot be set up here"}, {"ncurses.h", "the terminal cannot be set up here"},
    {"curses.h", "the terminal cannot be set up here"}, {"conio.h", "it belongs to DOS; use <stdio.h>"},
    {"windows.h", "it belongs to Windows"}, {"complex.h", "complex numbers are not supported"},
    {"fenv.h", "rounding and floating-point exceptions cannot be set here"},
    {"sys/ioctl.h", "devices cannot be reached here"},
};

static const char no_files[] = "files do not exist here; read from stdin, write to stdout";

static const Header refused_functions[] = {
    {"fopen", no_files}, {"freopen", no_files}, {"tmpfile", no_files}, {"fdopen", no_files}, {"fseek", no_files},
    {"ftell", no_files}, {"rewind", no_files}, {"remove", no_files}, {"rename", no_files}, {"open", no_files},
    {"creat", no_files}, {"opendir", no_files}, {"popen", "a program cannot start others here"},
    {"fork", "a program cannot start others here"},
    {"execl", "a program cannot start others here"}, {"execvp", "a program cannot start others here"},
    {"execv", "a program cannot start others here"}, {"wait", "a program cannot start others here"},
    {"pthread_create", "threads do not exist here"}, {"socket", "there is no network here"},
    {"mmap", "memory comes from malloc here"}, {"getch", "it belongs to DOS; use getchar()"},
    {"clrscr", "it belongs to DOS"}, {"read", no_files},
};

static const char *find(const Header *list, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i].name, name) == 0)
            return list[i].text;
    return NULL;
}

#define FIND(list, name) find(list, sizeof list / sizeof *list, name)

const char *c_header_text(const char *name) { return FIND(headers, name); }
const char *c_header_name(int number)
{
    return number < (int)(sizeof headers / sizeof *headers) ? headers[number].name : NULL;
}

const char *c_header_refusal(const char *name) { return FIND(refused_headers, name); }
const char *c_function_refusal(const char *function) { return FIND(refused_functions, function); }

/* Is the name followed by a parenthesis, and not a part of a longer one? */
static int declares(const char *text, const char *function)
{
    size_t length = strlen(function);
    for (const char *at = strstr(text, function); at; at = strstr(at + 1, function)) {
        char before = at == text ? ' ' : at[-1];
        if (!isalnum((unsigned char)before) && before != '_' && at[length] == '(')
            return 1;
    }
    return 0;
}

/* In <math.h> the functions stand in the arguments of a macro: sqrt, sqrtf and sqrtl as __ONE(sqrt). */
static int declares_mathematical(const char *text, const char *function)
{
    char name[40];
    size_t length = strlen(function);
    for (int cut = 0; cut < 2 && length - (size_t)cut < sizeof name - 3; cut++) {
        name[0] = '(';
        memcpy(name + 1, function, length - (size_t)cut);
        name[length - (size_t)cut + 1] = ')';
        name[length - (size_t)cut + 2] = '\0';
        const char *at = strstr(text, name);
        if (at && at > text && (at[-1] == 'E' || at[-1] == 'O'))
            return 1;
    }
    return 0;
}

const char *c_header_declaring(const char *function)
{
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
        if (declares(headers[i].text, function)
            || (!strcmp(headers[i].name, "math.h") && declares_mathematical(headers[i].text, function)))
            return headers[i].name;
    return NULL;
}
