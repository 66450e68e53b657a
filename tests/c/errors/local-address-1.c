int *f(void)
{
    int x = 5;
    return &x; /* !own variable 'x' */
}
int main(void)
{
    return f() != 0;
}
