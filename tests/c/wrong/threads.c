#include <pthread.h> /* !threads do not exist here */
int main(void) { return 0; }
