#include <stdio.h>
int main(void)
{
    int a[4];
    a[0] = 1;
    if (a[2] > 0) /* !'a[2]' of main() */
        printf("yes\n");
    return 0;
}
