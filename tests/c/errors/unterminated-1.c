#include <string.h>
int main(void)
{
    char s[3] = {'a', 'b', 'c'};
    return strlen(s) > 1000; /* !does not end with '\0' */
}
