#include <fenv.h> /* !is not supported */
int main(void) { return 0; }
