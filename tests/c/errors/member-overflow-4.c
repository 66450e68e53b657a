#include <stdio.h>
#include <string.h>
int main(void)
{
    char names[3][5] = {"Ada", "Bob", "Eve"};
    strcpy(names[1], "Robert"); /* !writes 7 bytes into a row of an array, which has 5 */
    printf("%s %s\n", names[0], names[2]);
    return 0;
}
