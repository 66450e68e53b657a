int main(void)
{
    int x = 2;
    int y = x++ + ++x; /* !changes 'x' */
    return y * 0;
}
