#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static long moves;

static void hanoi(int n, char from, char to, char spare)
{
    if (n == 0)
        return;
    hanoi(n - 1, from, spare, to);
    if (moves++ < 10)
        printf("disc %d from %c to %c\n", n, from, to);
    hanoi(n - 1, spare, to, from);
}

static int queens[8], solutions;

static bool is_safe(int row, int column)
{
    for (int r = 0; r < row; r++)
        if (queens[r] == column || abs(queens[r] - column) == row - r)
            return false;
    return true;
}

static void place(int row)
{
    if (row == 8) {
        if (solutions++ == 0)
            for (int r = 0; r < 8; r++) {
                for (int c = 0; c < 8; c++)
                    putchar(queens[r] == c ? 'Q' : '.');
                putchar('\n');
            }
        return;
    }
    for (int c = 0; c < 8; c++)
        if (is_safe(row, c)) {
            queens[row] = c;
            place(row + 1);
        }
}

int main(void)
{
    hanoi(10, 'A', 'C', 'B');
    printf("%ld moves\n", moves);
    place(0);
    printf("%d solutions\n", solutions);
    return solutions == 92 ? EXIT_SUCCESS : EXIT_FAILURE;
}
