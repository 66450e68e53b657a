#include <stdio.h>
#include <stdlib.h>
#include <string.h>
void upper(char *s) {
    for (; *s; s++)
        if (*s >= 'a' && *s <= 'z') *s = *s - 32; /* !In '*s = *s - 32' the program writes to the string literal " */
}
int main(void) { char *s = "hello"; upper(s); printf("%s\n", s); return 0; }
