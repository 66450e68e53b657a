/* What main leaves when it returns nothing: the status is that of the last thing loaded. */
#include <stdio.h>
#include <stdlib.h>

int left = 3;

void stars(int count)
{
    while (count-- > 0)
        printf("*");
}

void main(void)
{
    int i, rows = 5;
    while (left > 0) {
        stars(left);
        left--;
    }
    for (i = 0; i < rows; i++)
        printf(" %d", i);
    printf("\n");
    for (i = 0; i < rows; i++)
        printf("%c", 'a' + i);
}
