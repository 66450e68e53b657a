int main(void)
{
    int x == 5; /* !did you mean '='? */
    return x;
}
