#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int status = system("clear"); /* !system() does nothing here */
    printf("%d\n", status != 0);
    return 0;
}
