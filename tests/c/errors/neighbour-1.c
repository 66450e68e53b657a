#include <stdio.h>
#include <string.h>
int main(void)
{
    int total = 5;
    char id[4];
    strcpy(id, "A12345"); /* !'id' */
    printf("%d\n", total != 5);
    return 0;
}
