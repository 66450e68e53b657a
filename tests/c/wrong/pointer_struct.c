struct a { int x; };
struct b { int y; };
int main(void)
{
    struct a one = {1};
    struct b two = one; /* !incompatible type 'struct a' */
    return two.y;
}
