#include <stdio.h>

#define SIZE(a) (sizeof(a) / sizeof((a)[0]))

static void swap(int *a, int *b)
{
    int t = *a;
    *a = *b;
    *b = t;
}

static void bubble_sort(int *a, int n)
{
    for (int i = 0; i < n - 1; i++) {
        int swapped = 0;
        for (int j = 0; j < n - 1 - i; j++)
            if (a[j] > a[j + 1]) {
                swap(&a[j], &a[j + 1]);
                swapped = 1;
            }
        if (!swapped)
            break;
    }
}

int main(void)
{
    int a[] = {64, 34, 25, 12, 22, 11, 90, -5, 0};
    bubble_sort(a, SIZE(a));
    for (size_t i = 0; i < SIZE(a); i++)
        printf("%d%c", a[i], i + 1 < SIZE(a) ? ' ' : '\n');
    return 0;
}
