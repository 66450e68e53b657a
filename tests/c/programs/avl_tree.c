/* A tree that keeps its balance. */
#include <stdio.h>
#include <stdlib.h>

struct Node {
    int key;
    struct Node *left;
    struct Node *right;
    int height;
};

int max(int a, int b)
{
    return (a > b) ? a : b;
}

int height(struct Node *N)
{
    if (N == NULL)
        return 0;
    return N->height;
}

struct Node *newNode(int key)
{
    struct Node *node = (struct Node *)malloc(sizeof(struct Node));
    node->key = key;
    node->left = NULL;
    node->right = NULL;
    node->height = 1;
    return (node);
}

struct Node *rr(struct Node *y)
{
    struct Node *x = y->left;
    struct Node *T2 = x->right;
    x->right = y;
    y->left = T2;
    y->height = max(height(y->left), height(y->right)) + 1;
    x->height = max(height(x->left), height(x->right)) + 1;
    return x;
}

struct Node *lr(struct Node *x)
{
    struct Node *y = x->right;
    struct Node *T2 = y->left;
    y->left = x;
    x->right = T2;
    x->height = max(height(x->left), height(x->right)) + 1;
    y->height = max(height(y->left), height(y->right)) + 1;
    return y;
}

int bal(struct Node *N)
{
    return N ? height(N->left) - height(N->right) : 0;
}

struct Node *insert(struct Node *node, int key)
{
    if (node == NULL)
        return (newNode(key));
    if (key < node->key)
        node->left = insert(node->left, key);
    else if (key > node->key)
        node->right = insert(node->right, key);
    else
        return node;
    node->height = 1 + max(height(node->left), height(node->right));
    int b = bal(node);
    if (b > 1 && key < node->left->key)
        return rr(node);
    if (b < -1 && key > node->right->key)
        return lr(node);
    if (b > 1) {
        node->left = lr(node->left);
        return rr(node);
    }
    if (b < -1) {
        node->right = rr(node->right);
        return lr(node);
    }
    return node;
}

void pre(struct Node *root)
{
    if (root != NULL) {
        printf("%d ", root->key);
        pre(root->left);
        pre(root->right);
    }
}

void destroy(struct Node **r)
{
    if (!*r)
        return;
    destroy(&(*r)->left);
    destroy(&(*r)->right);
    free(*r);
    *r = NULL;
}

int main()
{
    struct Node *root = NULL;
    int k[] = {10, 20, 30, 40, 50, 25, 5, 4, 3};
    for (int i = 0; i < (int)(sizeof k / sizeof k[0]); i++)
        root = insert(root, k[i]);
    printf("Preorder traversal: \n");
    pre(root);
    printf("\nheight %d\n", height(root));
    destroy(&root);
    printf("%s\n", root ? "left" : "gone");
}
