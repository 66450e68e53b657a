#include <string.h>
char code[2] = {'x', 'y'};
int main(void)
{
    char out[64];
    strcpy(out, code); /* !does not end with '\0' */
    return 0;
}
