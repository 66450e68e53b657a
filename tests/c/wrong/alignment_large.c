_Alignas(1048576) int a; /* !must be 65536 or smaller */
int main(void) { return a; }
