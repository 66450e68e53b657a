/* Pointers to pointers, to arrays, to functions. */
#include <stdio.h>
#include <stdlib.h>

void alloc2d(int ***out, int r, int c)
{
    int **m = malloc(r * sizeof *m);
    for (int i = 0; i < r; i++) {
        m[i] = malloc(c * sizeof **m);
        for (int j = 0; j < c; j++)
            m[i][j] = i * c + j;
    }
    *out = m;
}

void swap(void **a, void **b)
{
    void *t = *a;
    *a = *b;
    *b = t;
}

int sum2(int (*m)[3], int n)
{
    int s = 0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < 3; j++)
            s += m[i][j];
    return s;
}

int cube(int n, int a[n][n][n])
{
    int s = 0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            for (int k = 0; k < n; k++)
                s += a[i][j][k] * (i + j + k);
    return s;
}

const char *const names[] = {"a", "bb", "ccc", NULL};

int add(int a, int b)
{
    return a + b;
}

int sub(int a, int b)
{
    return a - b;
}

int (*pick(char c))(int, int)
{
    return c == '+' ? add : sub;
}

int apply(int f(int, int), int a, int b)
{
    return f(a, b);
}

int main(void)
{
    int **m;
    alloc2d(&m, 3, 4);
    printf("%d %d\n", m[2][3], *(*(m + 1) + 2));
    for (int i = 0; i < 3; i++)
        free(m[i]);
    free(m);
    int g[2][3] = {{1, 2, 3}, {4, 5, 6}};
    printf("%d %zu %zu\n", sum2(g, 2), sizeof g, sizeof g[0]);
    int c[2][2][2] = {1, 2, 3, 4, 5, 6, 7, 8};
    printf("%d\n", cube(2, c));
    int x = 1, y = 2;
    int *p = &x, *q = &y;
    swap((void **)&p, (void **)&q);
    printf("%d %d\n", *p, *q);
    int **pp = &p;
    **pp = 77;
    printf("%d\n", y);
    for (const char *const *n = names; *n; n++)
        printf("%s ", *n);
    putchar('\n');
    printf("%d %d %d\n", pick('+')(3, 4), (*pick('-'))(3, 4), apply(&sub, 9, 1));
    int (*table[2])(int, int) = {add, sub};
    printf("%d\n", table[1](5, 6));
    char s[] = "pointer";
    char *e = s;
    while (*e)
        e++;
    printf("%ld %c %s\n", (long)(e - s), *(e - 1), &s[3]);
    int arr[5] = {10, 20, 30, 40, 50};
    int *a = arr;
    printf("%d\n", *a++);
    printf("%d\n", *++a);
    ++*a;
    printf("%d\n", 3 [arr]);
    void *v = arr;
    printf("%d\n", ((int *)v)[2]);
    unsigned char *bytes = (unsigned char *)&arr[0];
    for (size_t i = 0; i < 8; i++)
        printf("%02x ", bytes[i]);
    puts("");
    char *args[] = {"one", "two", "three"};
    char **ap = args;
    printf("%c %s %c\n", **ap, *(ap + 1), *(*(ap + 2) + 1));
    int(*pa)[5] = &arr;
    printf("%d %ld\n", (*pa)[1], (long)((char *)(pa + 1) - (char *)pa));

    struct node {
        int v;
        struct node *n;
    } n3 = {3, 0}, n2 = {2, &n3}, n1 = {1, &n2};

    for (struct node *k = &n1; k; k = k->n)
        printf("%d->", k->v);
    puts("NULL");
    struct node **link = &n1.n;
    *link = (*link)->n;
    printf("%d\n", n1.n->v);
    return 0;
}
