struct rect {
    struct rect { /* !nested redefinition */
        int first;
    };
    int second;
};

int main(void)
{
    return 0;
}
