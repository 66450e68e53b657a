typedef int four __attribute__((vector_size(16))); /* !'vector_size' is not supported */

int main(void)
{
    return 0;
}
