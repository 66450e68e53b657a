int main(void)
{
    int x = 1;
    int x = 2; /* !redefinition of 'x' */
    return x;
}
