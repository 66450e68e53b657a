#include <string.h>
int main(void)
{
    char *s = "a,b";
    strtok(s, ","); /* !read-only */
    return 0;
}
