#include <string.h>
int main(void)
{
    char *s = "hello";
    strcpy(s, "bye"); /* !read-only */
    return 0;
}
