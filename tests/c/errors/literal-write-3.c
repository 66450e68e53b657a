#include <ctype.h>
void upper(char *s)
{
    for (; *s; s++)
        *s = (char)toupper(*s); /* !read-only */
}
int main(void)
{
    upper("text");
    return 0;
}
