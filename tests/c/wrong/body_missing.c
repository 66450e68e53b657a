#include <stdio.h>

int main(void)
    printf("hello\n"); /* !expected the body of 'main' */
    return 0;
}
