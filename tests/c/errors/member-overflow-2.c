#include <stdio.h>
#include <string.h>
struct entry { char first[8], last[8]; } table[2];
int main(void)
{
    strcpy(table[0].first, "Ada");
    strcat(table[0].first, " Augusta"); /* !writes 12 bytes into the member 'first' */
    strcpy(table[0].last, "King");
    printf("%s\n", table[0].last);
    return 0;
}
