#include <stdint.h>
#include <stdio.h>
int main(void)
{
    int32_t most = __INT32_MAX__;
    printf("%d %u %ld %lu %d %d\n", most, __UINT32_MAX__, __INT64_MAX__, __SIZE_MAX__, __INT8_MAX__, __INT16_MAX__);
    printf("%d %d %d %d %d\n", __INT_WIDTH__, __LONG_WIDTH__, __FLT_DIG__, __DBL_DIG__, __DBL_MAX_EXP__);
    printf("%ld %ld %d %d\n", __INTPTR_MAX__, __PTRDIFF_MAX__, __LDBL_MANT_DIG__, __FLT_RADIX__);
    return 0;
}
