#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int partition(int v[], int low, int high)
{
    int pivot = v[high], i = low - 1;
    for (int j = low; j < high; ++j)
        if (v[j] <= pivot) {
            int t = v[++i];
            v[i] = v[j];
            v[j] = t;
        }
    int t = v[i + 1];
    v[i + 1] = v[high];
    v[high] = t;
    return i + 1;
}

static void quick_sort(int v[], int low, int high)
{
    if (low < high) {
        int p = partition(v, low, high);
        quick_sort(v, low, p - 1);
        quick_sort(v, p + 1, high);
    }
}

static int by_length(const void *a, const void *b)
{
    const char *x = *(const char *const *)a, *y = *(const char *const *)b;
    size_t m = strlen(x), n = strlen(y);
    return m != n ? (m > n) - (m < n) : strcmp(x, y);
}

int main(void)
{
    int v[50];
    srand(7);
    for (int i = 0; i < 50; i++)
        v[i] = rand() % 1000;
    quick_sort(v, 0, 49);
    for (int i = 0; i < 50; i++)
        printf("%4d%s", v[i], i % 10 == 9 ? "\n" : "");
    const char *words[] = {"pear", "fig", "banana", "kiwi", "apple", "plum", "date"};
    qsort(words, sizeof words / sizeof *words, sizeof *words, by_length);
    for (unsigned i = 0; i < sizeof words / sizeof *words; i++)
        puts(words[i]);
    return 0;
}
