#include <string.h>
int main(void)
{
    char s[20] = "abcdefgh";
    memcpy(s + 2, s, 6); /* !overlap */
    return 0;
}
