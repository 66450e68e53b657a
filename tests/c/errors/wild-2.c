int main(void)
{
    int *p = (int *)42424242;
    *p = 1; /* !wild */
    return 0;
}
