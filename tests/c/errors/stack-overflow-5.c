int main(void)
{
    int n = 100000000;
    char big[n]; /* !stack is full */
    big[0] = 1;
    return big[0];
}
