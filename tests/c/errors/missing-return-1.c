int f(int x)
{
    if (x > 0)
        return 1;
} /* !ended without 'return' */
int main(void)
{
    return f(-1) * 0;
}
