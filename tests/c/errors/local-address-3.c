int *pick(void)
{
    int a[3] = {1, 2, 3}, *p = a + 1;
    return p; /* !own variable 'a' */
}
int main(void)
{
    return pick() == 0;
}
