int main(void)
{
    int twice(int x) { return 2 * x; } /* !'twice' is defined inside 'main' */
    return twice(3);
}
