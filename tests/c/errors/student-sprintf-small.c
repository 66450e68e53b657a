#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct rec { char id[4]; int n; };
int main(void) {
    struct rec r;
    r.n = 5;
    sprintf(r.id, "%d", 12345); /* !sprintf() writes 6 bytes into the member 'id', which has 4 */
    printf("%c %d\n", r.id[0], r.n);
    return 0;
}
