#include <nothing.h> /* !file not found */
int main(void) { return 0; }
