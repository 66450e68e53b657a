#include <stdio.h>
int main(void)
{
    FILE *f = fopen("a.txt", "r"); /* !'fopen' is not supported: files do not exist here */
    return f != NULL;
}
