#include <stdlib.h>
int table[10];
int main(void)
{
    free(table); /* !global array 'table' */
    return 0;
}
