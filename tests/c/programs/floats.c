/* Floating-point numbers in every format. */
#include <float.h>
#include <math.h>
#include <stdio.h>

int main(void)
{
    printf("%e %e %g %d %d\n", DBL_MAX, FLT_MIN, DBL_EPSILON, FLT_DIG, DBL_DIG);
    float f = 1.0f / 3;
    double d = 1.0 / 3;
    printf("%.10f %.17g %f %lf\n", f, d, f * 3 - 1, 0.1 + 0.2);
    printf("%g %g %g %g\n", 100000.0, 1000000.0, 0.0001, 0.00001);
    printf("%10.3e|%-12g|%+.0f|%#.0f|%05.1f|% .2f\n", 1234.5, 0.5, 2.5, 2.0, -1.25, 3.0);
    float s = 0;
    for (int i = 0; i < 10; i++)
        s += 0.1f;
    printf("%.8f %d\n", s, s == 1.0f);
    double nan = NAN;
    printf("%f %d %d %f\n", nan, nan == nan, isnan(nan) != 0, -INFINITY);
    printf("%d %d %d\n", (int)2.9, (int)-2.9, (char)65.5);
    printf("%d %.2f\n", 5 / 2, 5 / 2.0);
    return 0;
}
