#include <stdio.h>
#include <string.h>
int main(void)
{
    char s[4];
    strncpy(s, "abcdef", 4);
    puts(s); /* !does not end with '\0' */
    return 0;
}
