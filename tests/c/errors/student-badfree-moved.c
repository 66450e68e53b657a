#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    char *s = malloc(20);
    strcpy(s, "   trim me");
    while (*s == ' ') s++;
    printf("%s\n", s);
    free(s); /* !In 'free(s)' the program gives free() a pointer into the mid */
    return 0;
}
