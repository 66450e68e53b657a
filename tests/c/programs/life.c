#include <stdio.h>
#include <string.h>

#define ROWS 10
#define COLUMNS 12

static char grid[ROWS][COLUMNS + 1] = {
    "............", "..#.........", "...#........", ".###........", "............",
    "............", ".......##...", ".......##...", "............", "............",
};

static int neighbours(int r, int c)
{
    int n = 0;
    for (int i = -1; i <= 1; i++)
        for (int j = -1; j <= 1; j++) {
            if (i == 0 && j == 0)
                continue;
            n += grid[(r + i + ROWS) % ROWS][(c + j + COLUMNS) % COLUMNS] == '#';
        }
    return n;
}

int main(void)
{
    for (int generation = 0; generation < 4; generation++) {
        char next[ROWS][COLUMNS + 1];
        memset(next, 0, sizeof next);
        for (int r = 0; r < ROWS; r++)
            for (int c = 0; c < COLUMNS; c++) {
                int n = neighbours(r, c);
                next[r][c] = n == 3 || (n == 2 && grid[r][c] == '#') ? '#' : '.';
            }
        memcpy(grid, next, sizeof grid);
        printf("generation %d\n", generation + 1);
        for (int r = 0; r < ROWS; r++)
            puts(grid[r]);
    }
    return 0;
}
