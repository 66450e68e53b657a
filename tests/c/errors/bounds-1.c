int main(void)
{
    int a[3] = {1, 2, 3};
    for (int i = 0; i <= 3; i++)
        a[i] = i; /* !one past the end */
    return 0;
}
