#include <stdio.h>
#include <stdlib.h>
#include <string.h>
void zero(int *p, int n) { for (int i = 0; i < n; i++) *p++ = 0; } /* !In '*p++ = 0' the program writes to memory right behind the  */
int main(void) {
    int before = 7;
    int a[3] = {1, 2, 3};
    int after = 9;
    zero(a, 4);
    printf("%d %d %d\n", before, a[0], after);
    return 0;
}
