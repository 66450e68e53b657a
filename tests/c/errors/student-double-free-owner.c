#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct team { char *captain; char *player; };
int main(void) {
    struct team t;
    t.captain = malloc(8);
    strcpy(t.captain, "Kim");
    t.player = t.captain;
    free(t.captain);
    free(t.player); /* !In 'free(t.player)' the program frees the block of 8 bytes from line 7 a second time */
    return 0;
}
