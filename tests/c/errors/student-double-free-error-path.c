#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int process(char *buf, int ok) {
    if (!ok) { free(buf); return -1; }
    return 0;
}
int main(void) {
    char *buf = malloc(16);
    if (process(buf, 0) < 0)
        printf("failed\n");
    free(buf); /* !In 'free(buf)' the program frees the block of 16 bytes from line 9 a second time */
    return 0;
}
