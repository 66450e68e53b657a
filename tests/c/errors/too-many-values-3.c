#include <stdio.h>
char word[3] = "hello"; /* !only 3 fit into the array */
int main(void)
{
    printf("%c%c%c\n", word[0], word[1], word[2]);
    return 0;
}
