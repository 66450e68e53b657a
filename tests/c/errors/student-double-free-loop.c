#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    int *rows[3];
    rows[0] = malloc(4); rows[1] = malloc(4); rows[2] = rows[1];
    for (int i = 0; i < 3; i++)
        free(rows[i]); /* !In 'free(rows[i])' the program frees the block of 4 bytes from line 6 a second time */
    return 0;
}
