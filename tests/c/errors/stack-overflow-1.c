int down(int n)
{
    return down(n + 1) + 1; /* !stack is full */
}
int main(void)
{
    return down(0);
}
