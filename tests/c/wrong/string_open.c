#include <stdio.h>
int main(void)
{
    printf("hello); /* !missing terminating */
    return 0;
}
