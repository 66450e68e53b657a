#include <stdio.h>
#include <string.h>
struct user { char id[6]; char role[6]; };
int main(void)
{
    struct user user;
    strcpy(user.role, "admin");
    strncpy(user.id, "guest", 10); /* !writes 10 bytes into the member 'id' */
    printf("%s %s\n", user.id, user.role);
    return 0;
}
