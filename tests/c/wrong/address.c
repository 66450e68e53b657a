int main(void)
{
    int *p = &5; /* !cannot take the address of an rvalue */
    return *p;
}
