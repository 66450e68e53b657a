int main(void)
{
    int i = 1;
    i = i++; /* !changes 'i' */
    return 0;
}
