/* signal and raise: handlers run, SIG_IGN ignores, the default ends the program with 128 and the number. */
#include <signal.h>
#include <stdio.h>

static volatile sig_atomic_t count;

static void on_signal(int number)
{
    count++;
    printf("signal %d, the %d. time\n", number, (int)count);
}

int main(void)
{
    signal(SIGINT, on_signal);
    raise(SIGINT);
    raise(SIGINT);
    void (*before)(int) = signal(SIGINT, SIG_IGN);
    printf("%s\n", before == on_signal ? "was ours" : "was another");
    raise(SIGINT);
    printf("going on\n");
    fflush(stdout);
    raise(SIGTERM);
    printf("never\n");
    return 0;
}
