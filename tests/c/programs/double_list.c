/* A list linked both ways, a stack that grows. */
#include <stdio.h>
#include <stdlib.h>

typedef struct node {
    int data;
    struct node *prev, *next;
} node;

typedef struct {
    node *head, *tail;
    size_t len;
} list;

static list *new_list(void)
{
    return calloc(1, sizeof(list));
}

static void push_back(list *l, int v)
{
    node *n = malloc(sizeof *n);
    *n = (node){.data = v, .prev = l->tail};
    if (l->tail)
        l->tail->next = n;
    else
        l->head = n;
    l->tail = n;
    l->len++;
}

static void reverse(list *l)
{
    for (node *n = l->head; n; n = n->prev) {
        node *t = n->next;
        n->next = n->prev;
        n->prev = t;
    }
    node *t = l->head;
    l->head = l->tail;
    l->tail = t;
}

static void remove_if(list *l, int (*pred)(int))
{
    node *n = l->head;
    while (n) {
        node *nx = n->next;
        if (pred(n->data)) {
            if (n->prev)
                n->prev->next = nx;
            else
                l->head = nx;
            if (nx)
                nx->prev = n->prev;
            else
                l->tail = n->prev;
            free(n);
            l->len--;
        }
        n = nx;
    }
}

static int odd(int x)
{
    return x & 1;
}

static void show(const list *l)
{
    for (const node *n = l->head; n != NULL; n = n->next)
        printf("%d%s", n->data, n->next ? " <-> " : "\n");
}

typedef struct S {
    int *items;
    int top, cap;
} Stack;

void push(Stack *s, int v)
{
    if (s->top == s->cap) {
        s->cap = s->cap ? s->cap * 2 : 2;
        s->items = realloc(s->items, s->cap * sizeof(int));
    }
    s->items[s->top++] = v;
}

int pop(Stack *s)
{
    if (!s->top) {
        fprintf(stderr, "empty\n");
        exit(2);
    }
    return s->items[--s->top];
}

int main(void)
{
    list *l = new_list();
    for (int i = 0; i < 8; ++i)
        push_back(l, i * 3);
    show(l);
    reverse(l);
    show(l);
    remove_if(l, odd);
    show(l);
    printf("%zu\n", l->len);
    while (l->head) {
        node *n = l->head;
        l->head = n->next;
        free(n);
    }
    free(l);
    Stack s = {0};
    for (int i = 0; i < 5; i++)
        push(&s, i);
    while (s.top)
        printf("%d ", pop(&s));
    puts("");
    free(s.items);
    s.items = NULL;
    pop(&s);
    return 0;
}
