#include <stdio.h>

int main(void)
{
    prinft("hello\n"); /* !there is no function of that name; did you mean 'printf'? */
    return 0;
}
