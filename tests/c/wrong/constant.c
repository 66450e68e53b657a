int main(void)
{
    const int limit = 5;
    limit++; /* !cannot assign to variable 'limit' with const-qualified type */
    return 0;
}
