int main(void)
{
    int *p = (int *)0x1234567890;
    return *p; /* !wild */
}
