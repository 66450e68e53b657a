#include <stdio.h>
#define NAME(x) _Generic((x), int *: "int *", const int *: "const int *", volatile int *: "volatile int *", \
                         const volatile int *: "const volatile int *", const void *: "const void *", default: "other")
int main(void)
{
    int n = 1;
    int *plain = &n, *const fixed = &n;
    const int *reads = &n;
    volatile int *moves = &n;
    const void *any = &n;
    printf("%s, %s, %s\n", NAME(plain), NAME(fixed), NAME(reads));
    printf("%s, %s\n", NAME(n ? plain : reads), NAME(n ? moves : reads));
    printf("%s, %s, %s\n", NAME(n ? plain : 0), NAME(n ? plain : any), NAME(n ? (void *)0 : reads));
    return 0;
}
