#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    int small[2] = {1, 2};
    int *grown = realloc(small, 4 * sizeof(int)); /* !In 'realloc(small, 4 * sizeof(int))' the program gives reall */
    printf("%d\n", grown[0]);
    return 0;
}
