int main(void)
{
    int a[2] = {1, 2};
    int *p = a;
    p += 100000000;
    return *p; /* !wild */
}
