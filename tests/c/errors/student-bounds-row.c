#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int grid[3][4];
int main(void) {
    int r, c, sum = 0;
    for (r = 0; r < 4; r++)
        for (c = 0; c < 3; c++)
            sum += grid[r][c]; /* !In 'grid[r][c]' the program reads memory right behind the en */
    printf("%d\n", sum);
    return 0;
}
