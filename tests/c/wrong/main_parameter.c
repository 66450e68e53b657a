struct pair { int a, b; };
int main(struct pair p) /* !first parameter of */
{
    return p.a;
}
