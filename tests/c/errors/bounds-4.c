int main(void)
{
    int a[3] = {1, 2, 3}, i = -1;
    return a[i] & 0; /* !index -1 is out of bounds */
}
