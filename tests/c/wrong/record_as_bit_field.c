struct Kind {
    struct Kind : 3; /* !non-integral type */
    int second;
};

int main(void)
{
    return 0;
}
