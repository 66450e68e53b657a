#include <stdlib.h>
int main(void)
{
    for (int i = 0; i < 2; i++) {
        char *s = malloc(10);
        s[0] = 'x';
        s = NULL; /* !block of 10 bytes from line 5 */
    }
    return 0;
}
