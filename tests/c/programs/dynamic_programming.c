/* Tables and memory against repeated work. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define MIN(a, b) ((a) < (b) ? (a) : (b))

int lcs(const char *a, const char *b)
{
    int n = strlen(a), m = strlen(b);
    int t[n + 1][m + 1];
    for (int i = 0; i <= n; i++)
        for (int j = 0; j <= m; j++)
            t[i][j] = !i || !j ? 0 : a[i - 1] == b[j - 1] ? t[i - 1][j - 1] + 1 : MAX(t[i - 1][j], t[i][j - 1]);
    return t[n][m];
}

int edit(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b);
    int *p = malloc((m + 1) * sizeof *p);
    for (size_t j = 0; j <= m; j++)
        p[j] = j;
    for (size_t i = 1; i <= n; i++) {
        int prev = p[0];
        p[0] = i;
        for (size_t j = 1; j <= m; j++) {
            int t = p[j];
            p[j] = a[i - 1] == b[j - 1] ? prev : 1 + MIN(prev, MIN(p[j], p[j - 1]));
            prev = t;
        }
    }
    int r = p[m];
    free(p);
    return r;
}

int knap(int W, int w[], int v[], int n)
{
    if (n == 0 || W == 0)
        return 0;
    if (w[n - 1] > W)
        return knap(W, w, v, n - 1);
    return MAX(v[n - 1] + knap(W - w[n - 1], w, v, n - 1), knap(W, w, v, n - 1));
}

long long memo[91];

long long fib(int n)
{
    if (n < 2)
        return n;
    if (memo[n])
        return memo[n];
    return memo[n] = fib(n - 1) + fib(n - 2);
}

int lis(int *a, int n)
{
    int *d = (int *)malloc(sizeof(int) * n), b = 0;
    for (int i = 0; i < n; i++) {
        d[i] = 1;
        for (int j = 0; j < i; j++)
            if (a[j] < a[i] && d[j] + 1 > d[i])
                d[i] = d[j] + 1;
        b = MAX(b, d[i]);
    }
    free(d);
    return b;
}

int kadane(const int *a, size_t n)
{
    int best = a[0], cur = a[0];
    for (size_t i = 1; i < n; i++) {
        cur = MAX(a[i], cur + a[i]);
        best = MAX(best, cur);
    }
    return best;
}

unsigned long coins(int *c, int n, int amount)
{
    unsigned long w[amount + 1];
    memset(w, 0, sizeof w);
    w[0] = 1;
    for (int i = 0; i < n; i++)
        for (int j = c[i]; j <= amount; j++)
            w[j] += w[j - c[i]];
    return w[amount];
}

int ack(int m, int n)
{
    return !m ? n + 1 : !n ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1));
}

void perm(char *s, int l, int r)
{
    if (l == r) {
        printf("%s ", s);
        return;
    }
    for (int i = l; i <= r; i++) {
        char t = s[l];
        s[l] = s[i];
        s[i] = t;
        perm(s, l + 1, r);
        t = s[l];
        s[l] = s[i];
        s[i] = t;
    }
}

int main(void)
{
    printf("%d %d\n", lcs("AGGTAB", "GXTXAYB"), edit("kitten", "sitting"));
    int w[] = {10, 20, 30}, v[] = {60, 100, 120};
    printf("%d %lld\n", knap(50, w, v, 3), fib(90));
    int a[] = {10, 22, 9, 33, 21, 50, 41, 60};
    printf("%d\n", lis(a, sizeof(a) / sizeof(int)));
    int k[] = {-2, 1, -3, 4, -1, 2, 1, -5, 4};
    printf("%d\n", kadane(k, 9));
    int c[] = {1, 2, 5, 10};
    printf("%lu %d\n", coins(c, 4, 100), ack(2, 3));
    char s[] = "abc";
    perm(s, 0, 2);
    puts("");
    for (int r = 0; r < 6; r++) {
        for (int j = 0, x = 1; j <= r; x = x * (r - j) / (j + 1), j++)
            printf("%4d", x);
        puts("");
    }
    return 0;
}
