int main(void)
{
    int x = 1 /* !expected ';' at end of declaration */
    return x;
}
