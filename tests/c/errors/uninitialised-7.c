#include <stdio.h>
int main(void)
{
    int rows = 2, columns = 3;
    char grid[rows][columns];
    grid[0][0] = '.';
    long first = grid[1][2]; /* !the array 'grid' of main() before anything was stored */
    printf("%d\n", first != 1000);
    return 0;
}
