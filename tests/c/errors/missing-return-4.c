int find(const int *a, int n, int wanted)
{
    for (int i = 0; i < n; i++)
        if (a[i] == wanted)
            return i;
} /* !ended without 'return' */
int main(void)
{
    int a[] = {1, 2, 3};
    int place = find(a, 3, 9);
    return place * 0;
}
