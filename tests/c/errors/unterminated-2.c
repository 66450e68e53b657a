#include <stdio.h>
int main(void)
{
    char word[5] = "hello";
    printf("%s\n", word); /* !does not end with '\0' */
    return 0;
}
