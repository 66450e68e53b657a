/* A queue in a ring, full and empty told apart; ends with a status of its own. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#define SIZE 4

typedef struct {
    int items[SIZE];
    int front, rear, count;
} Queue;

bool enqueue(Queue *q, int value)
{
    if (q->count == SIZE)
        return false;
    q->items[q->rear] = value;
    q->rear = (q->rear + 1) % SIZE;
    q->count++;
    return true;
}

bool dequeue(Queue *q, int *value)
{
    if (q->count == 0)
        return false;
    *value = q->items[q->front];
    q->front = (q->front + 1) % SIZE;
    --q->count;
    return true;
}

int main(void)
{
    Queue q = {{0}, 0, 0, 0};
    int value, sum = 0;
    for (int i = 1; i <= 6; i++)
        printf("enqueue %d: %s\n", i, enqueue(&q, i * i) ? "ok" : "full");
    while (dequeue(&q, &value))
        printf("dequeue %d, %d left\n", value, q.count), sum += value;
    fprintf(stderr, "sum %d\n", sum);
    exit(sum);
}
