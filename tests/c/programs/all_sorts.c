/* Eleven ways to sort. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define SWAP(a, b)                                                                                                     \
    do {                                                                                                               \
        int t_ = (a);                                                                                                  \
        (a) = (b);                                                                                                     \
        (b) = t_;                                                                                                      \
    } while (0)

static void selection(int *a, int n)
{
    for (int i = 0; i < n - 1; i++) {
        int m = i;
        for (int j = i + 1; j < n; j++)
            if (a[j] < a[m])
                m = j;
        SWAP(a[i], a[m]);
    }
}

static void insertion(int a[], int n)
{
    for (int i = 1; i < n; i++) {
        int k = a[i], j = i - 1;
        while (j >= 0 && a[j] > k) {
            a[j + 1] = a[j];
            j--;
        }
        a[j + 1] = k;
    }
}

static void shell(int a[], int n)
{
    for (int g = n / 2; g > 0; g /= 2)
        for (int i = g; i < n; i++) {
            int t = a[i], j;
            for (j = i; j >= g && a[j - g] > t; j -= g)
                a[j] = a[j - g];
            a[j] = t;
        }
}

static void merge(int *a, int l, int m, int r)
{
    int n1 = m - l + 1, n2 = r - m;
    int L[n1], R[n2];
    memcpy(L, a + l, sizeof L);
    memcpy(R, a + m + 1, n2 * sizeof *R);
    int i = 0, j = 0, k = l;
    while (i < n1 && j < n2)
        a[k++] = L[i] <= R[j] ? L[i++] : R[j++];
    while (i < n1)
        a[k++] = L[i++];
    while (j < n2)
        a[k++] = R[j++];
}

static void msort(int *a, int l, int r)
{
    if (l < r) {
        int m = l + (r - l) / 2;
        msort(a, l, m);
        msort(a, m + 1, r);
        merge(a, l, m, r);
    }
}

static void merge_sort(int *a, int n)
{
    msort(a, 0, n - 1);
}

static void heapify(int *a, int n, int i)
{
    int b = i, l = 2 * i + 1, r = l + 1;
    if (l < n && a[l] > a[b])
        b = l;
    if (r < n && a[r] > a[b])
        b = r;
    if (b != i) {
        SWAP(a[i], a[b]);
        heapify(a, n, b);
    }
}

static void heap_sort(int *a, int n)
{
    for (int i = n / 2 - 1; i >= 0; i--)
        heapify(a, n, i);
    for (int i = n - 1; i > 0; i--) {
        SWAP(a[0], a[i]);
        heapify(a, i, 0);
    }
}

static void counting(int *a, int n)
{
    int mx = a[0];
    for (int i = 1; i < n; i++)
        if (a[i] > mx)
            mx = a[i];
    int *c = calloc(mx + 1, sizeof(int));
    for (int i = 0; i < n; i++)
        ++c[a[i]];
    for (int i = 0, k = 0; i <= mx; i++)
        while (c[i]--)
            a[k++] = i;
    free(c);
}

static void radix(int *a, int n)
{
    for (int e = 1; e < 1000; e *= 10) {
        int out[n], c[10] = {0};
        for (int i = 0; i < n; i++)
            c[a[i] / e % 10]++;
        for (int i = 1; i < 10; i++)
            c[i] += c[i - 1];
        for (int i = n - 1; i >= 0; i--)
            out[--c[a[i] / e % 10]] = a[i];
        for (int i = 0; i < n; i++)
            a[i] = out[i];
    }
}

static void comb(int *a, int n)
{
    int g = n, s = 1;
    while (g > 1 || s) {
        g = g * 10 / 13;
        if (g < 1)
            g = 1;
        s = 0;
        for (int i = 0; i + g < n; i++)
            if (a[i] > a[i + g]) {
                SWAP(a[i], a[i + g]);
                s = 1;
            }
    }
}

static void gnome(int *a, int n)
{
    int i = 0;
    while (i < n)
        if (i == 0 || a[i] >= a[i - 1])
            i++;
        else {
            SWAP(a[i], a[i - 1]);
            --i;
        }
}

static void cocktail(int *a, int n)
{
    int s = 1, b = 0, e = n - 1;
    while (s) {
        s = 0;
        for (int i = b; i < e; ++i)
            if (a[i] > a[i + 1]) {
                SWAP(a[i], a[i + 1]);
                s = 1;
            }
        if (!s)
            break;
        s = 0;
        --e;
        for (int i = e - 1; i >= b; --i)
            if (a[i] > a[i + 1]) {
                SWAP(a[i], a[i + 1]);
                s = 1;
            }
        ++b;
    }
}

static int cmp(const void *x, const void *y)
{
    int a = *(const int *)x, b = *(const int *)y;
    return (a > b) - (a < b);
}

static void library(int *a, int n)
{
    qsort(a, n, sizeof a[0], cmp);
}

typedef void (*sorter)(int *, int);

static const struct {
    const char *name;
    sorter f;
} all[] = {{"selection", selection}, {"insertion", insertion}, {"shell", shell},    {"merge", merge_sort},
           {"heap", heap_sort},      {"counting", counting},   {"radix", radix},    {"comb", comb},
           {"gnome", gnome},         {"cocktail", cocktail},   {"library", library}};

int main(void)
{
    srand(42);
    int base[30];
    for (int i = 0; i < 30; i++)
        base[i] = rand() % 1000;
    for (size_t s = 0; s < sizeof all / sizeof *all; s++) {
        int a[30];
        memcpy(a, base, sizeof a);
        all[s].f(a, 30);
        printf("%-10s", all[s].name);
        for (int i = 0; i < 30; i++)
            printf(" %d", a[i]);
        putchar('\n');
    }
    int key = base[7], sorted[30];
    memcpy(sorted, base, sizeof base);
    qsort(sorted, 30, sizeof(int), cmp);
    int *p = bsearch(&key, sorted, 30, sizeof(int), cmp);
    printf("%td\n", p - sorted);
    return 0;
}
