#include <string.h>
static char buffer[64] = "first second";
int main(void)
{
    memcpy(buffer, buffer + 6, 10); /* !overlap */
    return 0;
}
