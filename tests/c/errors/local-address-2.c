char *name(void)
{
    char text[] = "me";
    return text; /* !own variable 'text' */
}
int main(void)
{
    return name() != 0;
}
