int odd(int n);
int even(int n) { return n == 0 ? 1 : odd(n - 1); } /* !stack is full */
int odd(int n) { return n == 0 ? 0 : even(n - 1); } /* !stack is full */
int main(void)
{
    return even(-1);
}
