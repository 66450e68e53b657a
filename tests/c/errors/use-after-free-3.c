#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void)
{
    char *s = malloc(10);
    strcpy(s, "hello");
    free(s);
    puts(s); /* !freed at line 8 */
    return 0;
}
