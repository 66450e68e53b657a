#include <stdio.h>

int global_array[3] = {7, 8, 9};

static int sum(const int *from, const int *to)
{
    int total = 0;
    while (from != to) {        /* ~from: frame:1/a[0], ~to: frame:1/a[4] */
        total += *from;
        from++;
    }
    return total;               /* ~from: frame:1/a[4] */
}

int main(void)
{
    int a[5] = {3, 1, 4, 1, 5};
    int *p = a + 1, *end = a + 5;
    int (*whole)[5] = &a;
    int grid[3][4] = {{1}, {2}, {3}};
    int *cell = &grid[2][1];
    int (*row)[4] = &grid[1];
    int *last = &global_array[2];
    printf("%d\n", *cell);      /* ~p: frame:1/a[1], ~end: frame:1/a[4], ~whole: frame:1/a, ~cell: frame:1/grid[2][1] */
    printf("%d\n", (*row)[0]);  /* ~row: frame:1/grid[1], ~last: frame:0/global_array[2] */
    p = NULL;
    printf("%d\n", sum(a, a + 5));      /* ~p: nothing */
    return (*whole)[0] + *last - 12;
}
