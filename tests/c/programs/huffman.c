/* Codes from a heap of trees. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct N {
    char c;
    int f;
    struct N *l, *r;
} N;

typedef struct {
    N *a[64];
    int n;
} Heap;

static void up(Heap *h, int i)
{
    while (i && h->a[(i - 1) / 2]->f > h->a[i]->f) {
        N *t = h->a[i];
        h->a[i] = h->a[(i - 1) / 2];
        h->a[(i - 1) / 2] = t;
        i = (i - 1) / 2;
    }
}

static void put(Heap *h, N *n)
{
    h->a[h->n] = n;
    up(h, h->n++);
}

static N *get(Heap *h)
{
    N *r = h->a[0];
    h->a[0] = h->a[--h->n];
    for (int i = 0;;) {
        int m = i, l = 2 * i + 1;
        for (int k = l; k < l + 2 && k < h->n; k++)
            if (h->a[k]->f < h->a[m]->f)
                m = k;
        if (m == i)
            break;
        N *t = h->a[i];
        h->a[i] = h->a[m];
        h->a[m] = t;
        i = m;
    }
    return r;
}

static N *mk(char c, int f, N *l, N *r)
{
    N *n = malloc(sizeof(N));
    n->c = c;
    n->f = f;
    n->l = l;
    n->r = r;
    return n;
}

static void codes(N *n, char *b, int d)
{
    if (!n->l) {
        b[d] = 0;
        printf("'%c' %d %s\n", n->c, n->f, b);
        return;
    }
    b[d] = '0';
    codes(n->l, b, d + 1);
    b[d] = '1';
    codes(n->r, b, d + 1);
}

static void fr(N *n)
{
    if (n) {
        fr(n->l);
        fr(n->r);
        free(n);
    }
}

int main()
{
    const char *s = "this is an example for huffman encoding";
    int f[128] = {0};
    for (const char *p = s; *p;)
        f[(int)*p++]++;
    Heap h = {.n = 0};
    for (int i = 0; i < 128; i++)
        if (f[i])
            put(&h, mk(i, f[i], 0, 0));
    while (h.n > 1) {
        N *a = get(&h), *b = get(&h);
        put(&h, mk('*', a->f + b->f, a, b));
    }
    char buf[64];
    N *r = get(&h);
    codes(r, buf, 0);
    fr(r);
    return 0;
}
