#include <stdio.h>

int main(void)
{
    bool found = 0; /* !write #include <stdbool.h> above */
    printf("%d\n", found);
    return 0;
}
