#include <assert.h>
#include <stdio.h>

#define HERE printf("%s:%d\n", __FILE__, __LINE__)

int main(void)
{
#line 100
    HERE;
#line 7 "other.c"
    HERE;
    HERE;
#define NUMBER 2000
#line NUMBER
    HERE;
    assert(1);
    return 0;
}
