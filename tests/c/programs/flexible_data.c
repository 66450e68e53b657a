#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct row { int count; int cells[]; };
struct text { char length, bytes[]; };

struct row global = {3, {10, 20, 30}};
static struct text greeting = {5, "hello"};

int main(void)
{
    static struct row local = {2, {1, 2}};
    struct row *made = malloc(sizeof *made + 4 * sizeof(int));
    made->count = 4;
    for (int i = 0; i < made->count; i++)
        made->cells[i] = i * i;
    struct row *rows[] = {&global, &local, made};
    for (int r = 0; r < 3; r++)
        for (int i = 0; i < rows[r]->count; i++)
            printf("%d%c", rows[r]->cells[i], i + 1 < rows[r]->count ? ' ' : '\n');
    printf("%.*s %d %d\n", greeting.length, greeting.bytes, (int)sizeof greeting, (int)sizeof global);
    free(made);
    return 0;
}
