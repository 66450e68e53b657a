#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    char id[4];
    strncpy(id, "ABCDEF", 4);
    printf("%s\n", id); /* !The text in the array 'id' of main() does not end with '\0', */
    return 0;
}
