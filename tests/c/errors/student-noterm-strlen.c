#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    char v[5];
    for (int i = 0; i < 5; i++) v[i] = 'a' + i;
    printf("%zu\n", strlen(v)); /* !The text in the array 'v' of main() does not end with '\0',  */
    return 0;
}
