char *pick(int n)
{
    switch (n) {
    case 1: return "one";
    case 2: return "two";
    }
} /* !ended without 'return' */
int main(void)
{
    char *name = pick(3);
    return name == name + 1;
}
