#include <stdlib.h>
#include <string.h>
int main(void)
{
    char *s = malloc(4);
    memcpy(s, "abcd", 4);
    int n = strcmp(s, "abcd"); /* !does not end with '\0' */
    free(s);
    return n * 0;
}
