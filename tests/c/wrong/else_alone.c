int main(void)
{
    int x = 0;
    if (x);
        x = 1;
    else /* !'else' without a previous 'if' */
        x = 2;
    return x;
}
