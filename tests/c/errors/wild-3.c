#include <stdio.h>
int main(void)
{
    long secret = 0x7000000000;
    printf("%s\n", (char *)secret); /* !wild */
    return 0;
}
