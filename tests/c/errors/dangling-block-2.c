#include <stdio.h>
int main(void)
{
    const char *longest = "";
    for (int i = 1; i <= 3; i++) {
        char text[16];
        sprintf(text, "%d", i * 1000);
        longest = text;
    }
    printf("%c\n", longest[0]); /* !the array 'text' of main(), which is gone */
    return 0;
}
