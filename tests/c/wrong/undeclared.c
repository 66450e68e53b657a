int main(void)
{
    int count = 0;
    return coumt; /* !use of undeclared identifier 'coumt' */
}
