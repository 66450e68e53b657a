#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    char *line = malloc(10);
    strcpy(line, "one");
    line = malloc(20); /* !Nothing points any more to the block of 10 bytes from line 5 */
    strcpy(line, "two");
    printf("%s\n", line);
    free(line);
    return 0;
}
