struct pair { int a, b; };
int main(void)
{
    struct pair p;
    p.a = 1;
    return p.a + p.b > 5 ? 0 : 0; /* !before anything was stored */
}
