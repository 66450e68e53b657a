/* goto, fall-through, nested loops, comma, conditional chains, do-while with continue, Duff's device. */
#include <stdio.h>

static int find(int rows, int columns, int table[rows][columns], int wanted)
{
    int r, c;
    for (r = 0; r < rows; r++)
        for (c = 0; c < columns; c++)
            if (table[r][c] == wanted)
                goto found;
    return -1;
found:
    return r * 10 + c;
}

static void copy(char *to, const char *from, int count)
{
    int rounds = (count + 3) / 4;
    switch (count % 4) {
    case 0: do { *to++ = *from++;
    case 3:      *to++ = *from++;
    case 2:      *to++ = *from++;
    case 1:      *to++ = *from++;
            } while (--rounds > 0);
    }
}

int main(void)
{
    int table[2][3] = {{1, 2, 3}, {4, 5, 6}};
    printf("%d %d\n", find(2, 3, table, 6), find(2, 3, table, 7));
    char text[16] = {0};
    copy(text, "unrolled loop", 13);
    puts(text);
    for (int i = 0, j = 9; i < j; i += 2, j--)
        printf("%d%s", i * j, i + 2 < j - 1 ? "," : "\n");
    int n = 0;
    do {
        if (n % 2)
            continue;
        printf("%d ", n);
    } while (++n < 7);
    for (n = 88; n >= 55; n -= 11)
        printf("%c", n >= 85 ? 'A' : n >= 70 ? 'B' : n >= 60 ? 'C' : 'F');
    switch (n) {
    default: printf(" default");
    case 1: printf(" one"); break;
    case 2: printf(" two");
    }
    {
        int n = 1;
        while (n < 100 && n != 64) n <<= 1;
        printf(" %d", n);
    }
    printf(" %d\n", n);
    return n;
}
