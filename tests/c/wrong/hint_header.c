#include <stdoi.h> /* !did you mean <stdio.h>? */

int main(void)
{
    return 0;
}
