#include <stdio.h>
#include <string.h>
int main(void)
{
    int choice = 0;
    char answer;
    strcpy(&answer, "y"); /* !'answer' */
    printf("%d %c\n", choice, answer);
    return 0;
}
