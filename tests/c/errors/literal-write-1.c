int main(void)
{
    char *s = "hello";
    s[0] = 'H'; /* !read-only */
    return 0;
}
