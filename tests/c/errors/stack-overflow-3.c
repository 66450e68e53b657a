void eat(int n)
{
    char buffer[100000];
    buffer[n % 10] = 1;
    eat(n + 1); /* !stack is full */
}
int main(void)
{
    eat(0);
    return 0;
}
