#include <string.h>
int main(void)
{
    char s[20] = "hello";
    strcpy(s + 1, s); /* !overlap */
    return 0;
}
