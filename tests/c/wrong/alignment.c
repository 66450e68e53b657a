_Alignas(3) int a; /* !not a power of 2 */
int main(void) { return a; }
