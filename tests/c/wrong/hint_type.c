struct point { int x, y; };

int main(void)
{
    point p = {1, 2}; /* !write 'struct point' */
    return p.x;
}
