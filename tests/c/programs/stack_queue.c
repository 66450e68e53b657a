#include <assert.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#define CAPACITY 5
#define DECLARE_STACK(type) \
    typedef struct { type items[CAPACITY]; int top; } type##_stack; \
    static bool type##_push(type##_stack *s, type v) { return s->top < CAPACITY ? (s->items[s->top++] = v, true) : false; } \
    static type type##_pop(type##_stack *s) { assert(s->top > 0); return s->items[--s->top]; }

DECLARE_STACK(int)
DECLARE_STACK(char)

typedef struct { int *data, head, count, size; } queue;

static queue *queue_new(int size)
{
    queue *q = malloc(sizeof *q);
    *q = (queue){malloc(size * sizeof(int)), 0, 0, size};
    return q;
}

static bool enqueue(queue *q, int v)
{
    if (q->count == q->size)
        return false;
    q->data[(q->head + q->count++) % q->size] = v;
    return true;
}

static int dequeue(queue *q)
{
    int v = q->data[q->head];
    q->head = (q->head + 1) % q->size;
    q->count--;
    return v;
}

static bool balanced(const char *s)
{
    char_stack st = {.top = 0};
    for (; *s; s++)
        switch (*s) {
        case '(': case '[': char_push(&st, *s); break;
        case ')': if (!st.top || char_pop(&st) != '(') return false; break;
        case ']': if (!st.top || char_pop(&st) != '[') return false;
        }
    return st.top == 0;
}

int main(void)
{
    int_stack s = {{0}, 0};
    for (int i = 0; i < 7; i++)
        printf("%d", int_push(&s, i * 10));
    printf(" %d %d\n", int_pop(&s), int_pop(&s));
    queue *q = queue_new(3);
    for (int i = 1; i <= 4; i++)
        printf("%s ", enqueue(q, i) ? "in" : "full");
    printf("%d ", dequeue(q));
    enqueue(q, 9);
    while (q->count)
        printf("%d ", dequeue(q));
    putchar('\n');
    free(q->data);
    free(q);
    printf("%d %d %d\n", balanced("([])()"), balanced("([)]"), balanced("(("));
    return 0;
}
