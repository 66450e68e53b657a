#include <stdio.h>
int main(void)
{
    int rows = 2, columns = 3;
    char grid[rows][columns];
    for (int r = 0; r <= rows; r++)
        for (int c = 0; c < columns; c++)
            grid[r][c] = '.'; /* !right behind the end of the array 'grid' of main() */
    printf("%c\n", grid[0][0]);
    return 0;
}
