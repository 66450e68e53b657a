int twice(int x)
{
    x = x * 2;
} /* !ended without 'return' */
int main(void)
{
    int y = twice(4);
    return y * 0;
}
