__attribute__((constructor)) static void first(void) { } /* !'constructor' is not supported: it is gcc's */

int main(void)
{
    return 0;
}
