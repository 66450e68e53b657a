int sum(int *a, int n)
{
    int s = 0;
    for (int i = 0; i <= n; i++)
        s += a[i]; /* !behind the end of the array 'a' of main() */
    return s;
}
int main(void)
{
    int a[4] = {1, 2, 3, 4};
    return sum(a, 4) * 0;
}
