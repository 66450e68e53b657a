#include <stdio.h>

static int pack(int high, int low)
{
    return (high << 8) | low; /* !'high << 8' the program shifts the negative value -3 */
}

int main(void)
{
    printf("%d\n", pack(-3, 7));
    return 0;
}
