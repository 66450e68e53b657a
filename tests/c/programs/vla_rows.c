/* Arrays of a length known when the program runs, in two and three dimensions, of small elements. */
#include <stdio.h>

static int count(int rows, int columns, char grid[rows][columns], char wanted)
{
    int found = 0;
    for (int r = 0; r < rows; r++)
        for (int c = 0; c < columns; c++)
            found += grid[r][c] == wanted;
    return found;
}

int main(void)
{
    int rows = 3, columns = 5, layers = 2;
    char grid[rows][columns];
    short cube[layers][rows][columns];
    for (int r = 0; r < rows; r++)
        for (int c = 0; c < columns; c++) {
            grid[r][c] = (r + c) % 2 ? '#' : '.';
            for (int l = 0; l < layers; l++)
                cube[l][r][c] = (short)(100 * l + 10 * r + c);
        }
    for (int r = 0; r < rows; r++)
        printf("%.*s %d %d\n", columns, grid[r], cube[1][r][4], cube[0][2][r]);
    printf("%d %d %zu\n", count(rows, columns, grid, '#'), count(1, columns, &grid[1], '.'), sizeof grid);
    return 0;
}
