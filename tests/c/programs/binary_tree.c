#include <stdio.h>
#include <stdlib.h>

struct tree {
    int key, count;
    struct tree *left, *right;
};

static struct tree *add(struct tree *t, int key)
{
    if (!t) {
        t = calloc(1, sizeof *t);
        t->key = key;
        t->count = 1;
    } else if (key < t->key) {
        t->left = add(t->left, key);
    } else if (key > t->key) {
        t->right = add(t->right, key);
    } else {
        t->count++;
    }
    return t;
}

static int depth(const struct tree *t)
{
    if (!t)
        return 0;
    int l = depth(t->left), r = depth(t->right);
    return 1 + (l > r ? l : r);
}

static void walk(const struct tree *t, void (*visit)(const struct tree *, int), int level)
{
    if (!t)
        return;
    walk(t->left, visit, level + 1);
    visit(t, level);
    walk(t->right, visit, level + 1);
}

static void show(const struct tree *t, int level)
{
    printf("%*s%d (%d)\n", 2 * level, "", t->key, t->count);
}

static void release(struct tree *t)
{
    if (t) {
        release(t->left);
        release(t->right);
        free(t);
    }
}

int main(void)
{
    static const int keys[] = {50, 30, 70, 20, 40, 60, 80, 30, 65, 50, 10};
    struct tree *root = NULL;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        root = add(root, keys[i]);
    walk(root, show, 0);
    printf("depth %d\n", depth(root));
    release(root);
    return depth(NULL);
}
