#include "app/input_box.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct InputBox {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    bool (*may_wait)(void *context);
    void *context;
    bool waits, interrupted;
    char *line;                /* submitted and not read yet; NULL */
    char *given;               /* read last: valid until the next read */
};

InputBox *input_box_create(void)
{
    InputBox *box = calloc(1, sizeof *box);
    if (!box)
        return NULL;
    pthread_mutex_init(&box->lock, NULL);
    pthread_cond_init(&box->changed, NULL);
    return box;
}

void input_box_destroy(InputBox *box)
{
    if (!box)
        return;
    pthread_cond_destroy(&box->changed);
    pthread_mutex_destroy(&box->lock);
    free(box->line);
    free(box->given);
    free(box);
}

void input_box_set_gate(InputBox *box, bool (*may_wait)(void *context), void *context)
{
    box->may_wait = may_wait;
    box->context = context;
}

static bool wait_for_line(InputBox *box)
{
    box->waits = true;
    while (!box->line && !box->interrupted)
        pthread_cond_wait(&box->changed, &box->lock);
    box->waits = false;
    if (box->interrupted)
        return false;
    free(box->given);
    box->given = box->line;
    box->line = NULL;
    return true;
}

bool input_box_read(void *context, const char **text, size_t *length)
{
    InputBox *box = context;
    if (!box->may_wait || !box->may_wait(box->context))
        return false;
    pthread_mutex_lock(&box->lock);
    bool got = wait_for_line(box);
    if (got) {
        *text = box->given;
        *length = strlen(box->given);
    }
    pthread_mutex_unlock(&box->lock);
    return got;
}

bool input_box_waits(InputBox *box)
{
    if (!box)
        return false;
    pthread_mutex_lock(&box->lock);
    bool waits = box->waits;
    pthread_mutex_unlock(&box->lock);
    return waits;
}

void input_box_submit(InputBox *box, const char *text)
{
    pthread_mutex_lock(&box->lock);
    if (box->waits) {
        free(box->line);
        box->line = strdup(text);
        pthread_cond_signal(&box->changed);
    }
    pthread_mutex_unlock(&box->lock);
}

static void set_interrupted(InputBox *box, bool interrupted)
{
    if (!box)
        return;
    pthread_mutex_lock(&box->lock);
    box->interrupted = interrupted;
    pthread_cond_signal(&box->changed);
    pthread_mutex_unlock(&box->lock);
}

void input_box_interrupt(InputBox *box)
{
    set_interrupted(box, true);
}

void input_box_resume(InputBox *box)
{
    set_interrupted(box, false);
}
