int main(void)
{
    goto nowhere; /* !use of undeclared label 'nowhere' */
}
