#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BUCKETS 17

typedef struct entry {
    char *key;
    int value;
    struct entry *next;
} entry;

static entry *table[BUCKETS];

static unsigned hash(const char *s)
{
    unsigned h = 0;
    while (*s)
        h = *s++ + 31 * h;
    return h % BUCKETS;
}

static entry *find(const char *key)
{
    for (entry *e = table[hash(key)]; e != NULL; e = e->next)
        if (strcmp(key, e->key) == 0)
            return e;
    return NULL;
}

static void put(const char *key, int value)
{
    entry *e = find(key);
    if (!e) {
        unsigned h = hash(key);
        e = malloc(sizeof *e);
        e->key = strdup(key);
        e->next = table[h];
        table[h] = e;
    }
    e->value = value;
}

int main(void)
{
    char key[32];
    for (int i = 0; i < 40; i++) {
        sprintf(key, "key%02d", i % 25);
        put(key, i * i);
    }
    int used = 0;
    for (int i = 0; i < BUCKETS; i++) {
        printf("%2d:", i);
        for (entry *e = table[i]; e; e = e->next)
            printf(" %s=%d", e->key, e->value);
        used += table[i] != NULL;
        putchar('\n');
    }
    printf("%d buckets used, key03 is %d, none is %p\n", used, find("key03")->value, (void *)find("none"));
    for (int i = 0; i < BUCKETS; i++)
        while (table[i]) {
            entry *e = table[i];
            table[i] = e->next;
            free(e->key);
            free(e);
        }
    return 0;
}
