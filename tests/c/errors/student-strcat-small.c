#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    char path[10] = "home";
    strcat(path, "/documents"); /* !In 'strcat(path, "/documents")' the program writes to memory */
    printf("%c\n", path[0]);
    return 0;
}
