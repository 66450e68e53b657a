int main(void)
{
    strng name; /* !unknown type name 'strng' */
    return 0;
}
