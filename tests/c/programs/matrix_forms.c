/* Matrices as arrays, as VLAs, as pointers to rows, in a flexible member. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define N 3
typedef double Mat[N][N];

static void mul(Mat a, Mat b, Mat r)
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            r[i][j] = 0;
            for (int k = 0; k < N; k++)
                r[i][j] += a[i][k] * b[k][j];
        }
}

static double det(int n, double m[n][n])
{
    if (n == 1)
        return m[0][0];
    double d = 0;
    double s[n - 1][n - 1];
    for (int c = 0; c < n; c++) {
        for (int i = 1; i < n; i++)
            for (int j = 0, k = 0; j < n; j++)
                if (j != c)
                    s[i - 1][k++] = m[i][j];
        d += (c % 2 ? -1 : 1) * m[0][c] * det(n - 1, s);
    }
    return d;
}

void spiral(int r, int c, int a[r][c])
{
    int t = 0, b = r - 1, l = 0, x = c - 1;
    while (t <= b && l <= x) {
        for (int i = l; i <= x; i++)
            printf("%d ", a[t][i]);
        t++;
        for (int i = t; i <= b; i++)
            printf("%d ", a[i][x]);
        x--;
        if (t <= b) {
            for (int i = x; i >= l; i--)
                printf("%d ", a[b][i]);
            b--;
        }
        if (l <= x) {
            for (int i = b; i >= t; i--)
                printf("%d ", a[i][l]);
            l++;
        }
    }
    puts("");
}

void gauss(double (*a)[4], int n)
{
    for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
            double f = a[j][i] / a[i][i];
            for (int k = i; k <= n; k++)
                a[j][k] -= f * a[i][k];
        }
    }
    double x[3];
    for (int i = n - 1; i >= 0; i--) {
        x[i] = a[i][n];
        for (int j = i + 1; j < n; j++)
            x[i] -= a[i][j] * x[j];
        x[i] /= a[i][i];
    }
    for (int i = 0; i < n; i++)
        printf("x%d=%.3f ", i, x[i]);
    puts("");
}

struct matrix {
    int r, c;
    double d[];
};

int main(void)
{
    Mat a = {{1, 2, 3}, {4, 5, 6}, {7, 8, 10}}, b = {{1}, {0, 1}, {0, 0, 1}}, r;
    mul(a, b, r);
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++)
            printf("%6.2f", r[i][j]);
        putchar('\n');
    }
    printf("%.1f\n", det(3, a));
    int s[3][4];
    int v = 1;
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 4; j++)
            s[i][j] = v++;
    spiral(3, 4, s);
    double g[3][4] = {{2, 1, -1, 8}, {-3, -1, 2, -11}, {-2, 1, 2, -3}};
    gauss(g, 3);
    struct matrix *m = malloc(sizeof *m + 6 * sizeof(double));
    m->r = 2;
    m->c = 3;
    memset(m->d, 0, 6 * sizeof *m->d);
    m->d[5] = 1.5;
    printf("%zu %g\n", sizeof(struct matrix), m->d[5]);
    free(m);
    int(*h)[4] = malloc(sizeof(int[3][4]));
    memcpy(h, s, sizeof s);
    printf("%d %zu\n", h[2][3], sizeof *h);
    free(h);
    char t[3][10] = {"one", "two"};
    strcpy(t[2], "three");
    for (int i = 0; i < 3; i++)
        printf("%s,", t[i]);
    puts("");
    return 0;
}
