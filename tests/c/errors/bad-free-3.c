#include <stdlib.h>
int main(void)
{
    char *s = "text";
    free(s); /* !string literal */
    return 0;
}
