#include <stdlib.h>
static void work(void)
{
    char *buffer = malloc(100);
    buffer[0] = 'a';
} /* !block of 100 bytes from line 4 */
int main(void)
{
    work();
    int x = 0;
    return x;
}
