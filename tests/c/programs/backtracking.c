/* Sudoku, a maze, FizzBuzz. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static int g[9][9] = {{5, 3, 0, 0, 7},
                      {6, 0, 0, 1, 9, 5},
                      {0, 9, 8, 0, 0, 0, 0, 6},
                      {8, 0, 0, 0, 6, 0, 0, 0, 3},
                      {4, 0, 0, 8, 0, 3, 0, 0, 1},
                      {7, 0, 0, 0, 2, 0, 0, 0, 6},
                      {0, 6, 0, 0, 0, 0, 2, 8},
                      {0, 0, 0, 4, 1, 9, 0, 0, 5},
                      {0, 0, 0, 0, 8, 0, 0, 7, 9}};

bool ok(int r, int c, int v)
{
    for (int i = 0; i < 9; i++)
        if (g[r][i] == v || g[i][c] == v || g[r / 3 * 3 + i / 3][c / 3 * 3 + i % 3] == v)
            return false;
    return true;
}

bool solve(void)
{
    for (int r = 0; r < 9; r++)
        for (int c = 0; c < 9; c++)
            if (!g[r][c]) {
                for (int v = 1; v <= 9; v++)
                    if (ok(r, c, v)) {
                        g[r][c] = v;
                        if (solve())
                            return true;
                        g[r][c] = 0;
                    }
                return false;
            }
    return true;
}

char maze[5][8] = {"S.#....", "..#.##.", "#...#..", ".##.#.#", ".....E "};

int walk(int y, int x)
{
    if (y < 0 || x < 0 || y > 4 || x > 6 || strchr("#+", maze[y][x]))
        return 0;
    if (maze[y][x] == 'E')
        return 1;
    maze[y][x] = '+';
    if (walk(y + 1, x) || walk(y, x + 1) || walk(y - 1, x) || walk(y, x - 1))
        return 1;
    maze[y][x] = '.';
    return 0;
}

int main()
{
    puts(solve() ? "solved" : "no");
    for (int i = 0; i < 9; i++) {
        for (int j = 0; j < 9; j++)
            printf("%d%c", g[i][j], j == 8 ? '\n' : ' ');
    }
    printf("%d\n", walk(0, 0));
    for (int i = 0; i < 5; i++)
        puts(maze[i]);
    for (int i = 1; i <= 15; i++)
        i % 15 == 0 ? puts("FizzBuzz") : i % 5 == 0 ? puts("Buzz") : i % 3 == 0 ? puts("Fizz") : printf("%d\n", i);
}
