#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    char line[] = "one";
    char *first = strtok(line, " ");
    char *second = strtok(NULL, " ");
    printf("%s %d\n", first, (int)strlen(second)); /* !In 'strlen(second)' the program reads memory through a null  */
    return 0;
}
