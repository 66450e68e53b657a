#include <stdio.h>
int main(void)
{
    int a[3] = {1, 2, 3, 4, 5}; /* !more values than the array has elements */
    printf("%d\n", a[2]);
    return 0;
}
