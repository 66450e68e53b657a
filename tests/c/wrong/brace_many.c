#include <stdio.h>

int main(void)
{
    printf("hello\n");
    }
    return 0; /* !is there a '}' too many above? */
}
