#include <stdio.h>
#include <stdlib.h>

typedef struct Node {
    int data;
    struct Node *next;
} Node;

static Node *insert_sorted(Node *head, int data)
{
    Node **at = &head;
    while (*at && (*at)->data < data)
        at = &(*at)->next;
    Node *node = malloc(sizeof(Node));
    if (node == NULL) {
        fprintf(stderr, "out of memory\n");
        exit(EXIT_FAILURE);
    }
    node->data = data;
    node->next = *at;
    *at = node;
    return head;
}

static Node *reverse(Node *head)
{
    Node *previous = NULL;
    while (head) {
        Node *next = head->next;
        head->next = previous;
        previous = head;
        head = next;
    }
    return previous;
}

static Node *delete_value(Node *head, int data)
{
    if (!head)
        return NULL;
    if (head->data == data) {
        Node *rest = head->next;
        free(head);
        return delete_value(rest, data);
    }
    head->next = delete_value(head->next, data);
    return head;
}

static void print(const Node *n)
{
    for (; n; n = n->next)
        printf("%d -> ", n->data);
    printf("NULL\n");
}

int main(void)
{
    Node *list = NULL;
    int values[] = {5, 1, 4, 1, 3, 9, 1};
    for (int i = 0; i < 7; i++)
        list = insert_sorted(list, values[i]);
    print(list);
    list = reverse(list);
    print(list);
    list = delete_value(list, 1);
    print(list);
    while (list) {
        Node *next = list->next;
        free(list);
        list = next;
    }
    print(list);
    return 0;
}
