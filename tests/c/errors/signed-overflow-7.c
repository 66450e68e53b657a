#include <stdio.h>

static int square(int side) { return side * side; } /* !'side * side' gives 65536 * 65536 = 4294967296 */

int main(void)
{
    printf("%d\n", square(65536));
    return 0;
}
