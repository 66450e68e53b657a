/* What no system gives: the library says no, and what was there stays. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *text = malloc(8);
    strcpy(text, "kept");
    char *grown = realloc(text, SIZE_MAX);
    printf("%d %s\n", grown == NULL, text);
    grown = realloc(text, SIZE_MAX - 15);
    printf("%d %s\n", grown == NULL, text);
    printf("%d\n", malloc(SIZE_MAX) == NULL);
    printf("%d\n", calloc(SIZE_MAX / 2, 3) == NULL);
    free(text);
    return 0;
}
