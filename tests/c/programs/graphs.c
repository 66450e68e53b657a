/* Graphs as matrices and lists. */
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#define V 6

typedef struct Edge {
    int to, w;
    struct Edge *next;
} Edge;

typedef struct Graph {
    int n;
    Edge **adj;
    bool *seen;
} Graph;

Graph *graph_new(int n)
{
    Graph *g = malloc(sizeof(Graph));
    g->n = n;
    g->adj = calloc(n, sizeof(Edge *));
    g->seen = calloc(n, sizeof(bool));
    return g;
}

void add(Graph *g, int a, int b, int w)
{
    Edge *e = malloc(sizeof *e);
    *e = (Edge){b, w, g->adj[a]};
    g->adj[a] = e;
}

void dfs(Graph *g, int v)
{
    g->seen[v] = true;
    printf("%d ", v);
    for (Edge *e = g->adj[v]; e; e = e->next)
        if (!g->seen[e->to])
            dfs(g, e->to);
}

void bfs(Graph *g, int s)
{
    int q[V * 2], h = 0, t = 0;
    bool seen[V] = {false};
    q[t++] = s;
    seen[s] = true;
    while (h != t) {
        int v = q[h++];
        printf("%d ", v);
        for (Edge *e = g->adj[v]; e != NULL; e = e->next)
            if (!seen[e->to])
                seen[e->to] = true, q[t++] = e->to;
    }
    puts("");
}

void dijkstra(int g[V][V], int s)
{
    int d[V];
    bool done[V];
    for (int i = 0; i < V; i++)
        d[i] = INT_MAX, done[i] = false;
    d[s] = 0;
    for (int c = 0; c < V - 1; c++) {
        int u = -1, m = INT_MAX;
        for (int v = 0; v < V; v++)
            if (!done[v] && d[v] <= m)
                m = d[v], u = v;
        done[u] = true;
        for (int v = 0; v < V; v++)
            if (!done[v] && g[u][v] && d[u] != INT_MAX && d[u] + g[u][v] < d[v])
                d[v] = d[u] + g[u][v];
    }
    for (int i = 0; i < V; i++)
        printf("%d:%d ", i, d[i]);
    puts("");
}

int parent[V];

int find(int x)
{
    return parent[x] == x ? x : (parent[x] = find(parent[x]));
}

struct E {
    int a, b, w;
};

int cmp(const void *x, const void *y)
{
    return ((struct E *)x)->w - ((struct E *)y)->w;
}

void floyd(int g[V][V])
{
    int d[V][V];
    for (int i = 0; i < V; i++)
        for (int j = 0; j < V; j++)
            d[i][j] = i == j ? 0 : g[i][j] ? g[i][j] : 9999;
    for (int k = 0; k < V; k++)
        for (int i = 0; i < V; i++)
            for (int j = 0; j < V; j++)
                if (d[i][k] + d[k][j] < d[i][j])
                    d[i][j] = d[i][k] + d[k][j];
    for (int i = 0; i < V; i++) {
        for (int j = 0; j < V; j++)
            printf("%3d", d[i][j]);
        puts("");
    }
}

int main()
{
    int m[V][V] = {{0, 4, 1, 0, 0, 0}, {4, 0, 2, 5, 0, 0},  {1, 2, 0, 8, 10, 0},
                   {0, 5, 8, 0, 2, 6}, {0, 0, 10, 2, 0, 3}, {0, 0, 0, 6, 3, 0}};
    Graph *g = graph_new(V);
    struct E es[20];
    int ne = 0;
    for (int i = 0; i < V; i++)
        for (int j = 0; j < V; j++)
            if (m[i][j]) {
                add(g, i, j, m[i][j]);
                if (i < j)
                    es[ne++] = (struct E){i, j, m[i][j]};
            }
    dfs(g, 0);
    puts("");
    bfs(g, 0);
    dijkstra(m, 0);
    floyd(m);
    qsort(es, ne, sizeof es[0], cmp);
    for (int i = 0; i < V; i++)
        parent[i] = i;
    int t = 0;
    for (int i = 0; i < ne; i++) {
        int a = find(es[i].a), b = find(es[i].b);
        if (a != b) {
            parent[a] = b;
            t += es[i].w;
            printf("%d-%d ", es[i].a, es[i].b);
        }
    }
    printf("= %d\n", t);
    for (int i = 0; i < V; i++)
        for (Edge *e = g->adj[i], *n; e; e = n) {
            n = e->next;
            free(e);
        }
    free(g->adj);
    free(g->seen);
    free(g);
    return 0;
}
