struct point { int x, y; };
struct point *make(int x)
{
    struct point p = {x, x}, *result = &p;
    return result; /* !own variable 'p' */
}
int main(void)
{
    return make(1) == 0;
}
