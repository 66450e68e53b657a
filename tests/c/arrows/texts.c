#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int twice(int n) { return 2 * n; }

int main(void)
{
    char word[6] = "hello";
    const char *literal = "world";
    char *p = word;
    while (*p)                  /* ~literal: object:#/0, ~p: frame:0/word[0] */
        p++;
    int (*f)(int) = twice;
    literal += 2;               /* ~p: frame:0/word[5], ~f: object:# */
    char *copy = malloc(6);     /* ~literal: object:#/2 */
    strcpy(copy, word);
    char *tail = strchr(copy, 'l');
    char *list[2] = {word, copy};
    printf("%s %s %d\n", tail, list[1], f(2));  /* ~tail: object:#/2, ~copy: object:#/0, ~list[0]: frame:0/word[0] */
    free(copy);
    return 0;
}
