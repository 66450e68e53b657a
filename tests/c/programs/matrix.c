#include <stdio.h>
#include <stdlib.h>

enum { N = 3 };

static void multiply(double a[N][N], double b[N][N], double c[N][N])
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            c[i][j] = 0;
            for (int k = 0; k < N; k++)
                c[i][j] += a[i][k] * b[k][j];
        }
}

static double determinant(int n, double m[n][n])
{
    if (n == 1)
        return m[0][0];
    double sum = 0, sign = 1, minor[n - 1][n - 1];
    for (int column = 0; column < n; column++) {
        for (int i = 1; i < n; i++)
            for (int j = 0, k = 0; j < n; j++)
                if (j != column)
                    minor[i - 1][k++] = m[i][j];
        sum += sign * m[0][column] * determinant(n - 1, minor);
        sign = -sign;
    }
    return sum;
}

static int **allocate(int rows, int columns)
{
    int **m = malloc(rows * sizeof(int *));
    for (int i = 0; i < rows; i++)
        m[i] = calloc(columns, sizeof(int));
    return m;
}

int main(void)
{
    double a[N][N] = {{1, 2, 3}, {4, 5, 6}, {7, 8, 10}}, b[N][N] = {{1}, {0, 1}, {0, 0, 1}}, c[N][N];
    multiply(a, b, c);
    for (int i = 0; i < N; i++)
        printf("%6.2f %6.2f %6.2f\n", c[i][0], c[i][1], c[i][2]);
    printf("det %g\n", determinant(N, a));
    int **m = allocate(3, 4);
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 4; j++)
            m[i][j] = i * j;
    for (int i = 0; i < 3; i++, putchar('\n'))
        for (int j = 0; j < 4; j++)
            printf("%d ", *(*(m + i) + j));
    for (int i = 0; i < 3; i++)
        free(m[i]);
    free(m);
    return 0;
}
