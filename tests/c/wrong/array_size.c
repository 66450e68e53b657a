int main(void)
{
    int a[]; /* !the array 'a' needs its number of elements */
    return 0;
}
