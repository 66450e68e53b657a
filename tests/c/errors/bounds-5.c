#include <string.h>
int main(void)
{
    char word[4];
    strcpy(word, "long"); /* !right behind the end of the array 'word' */
    return 0;
}
