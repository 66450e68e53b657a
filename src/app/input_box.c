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
    bool ended;                /* there is no more input */
    char *line;                /* submitted and not read yet; NULL */
    char *given;               /* read last: valid until the next read */
    char *script;              /* lines to be given first; NULL: none */
    size_t script_at;
    char *all;                 /* all lines given, with newlines */
    size_t all_length;
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
    free(box->script);
    free(box->all);
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
    while (!box->line && !box->interrupted && !box->ended)
        pthread_cond_wait(&box->changed, &box->lock);
    box->waits = false;
    if (box->interrupted || !box->line)
        return false;
    free(box->given);
    box->given = box->line;
    box->line = NULL;
    return true;
}

/* The next line of the script; false: there is none (any more). Holds the lock. */
static bool take_scripted(InputBox *box)
{
    const char *line = box->script ? box->script + box->script_at : "";
    if (!*line)
        return false;
    size_t length = strcspn(line, "\n");
    char *given = strndup(line, length);
    if (!given)
        return false;
    box->script_at += length + (line[length] == '\n');
    free(box->given);
    box->given = given;
    return true;
}

/* Notes the line that is given now. Holds the lock. */
static void note_given(InputBox *box)
{
    size_t length = strlen(box->given);
    char *all = realloc(box->all, box->all_length + length + 2);
    if (!all)
        return;
    memcpy(all + box->all_length, box->given, length);
    memcpy(all + box->all_length + length, "\n", 2);
    box->all = all;
    box->all_length += length + 1;
}

bool input_box_read(void *context, const char **text, size_t *length)
{
    InputBox *box = context;
    pthread_mutex_lock(&box->lock);
    bool got = take_scripted(box), ended = box->ended;
    pthread_mutex_unlock(&box->lock);
    if (!got && (ended || !box->may_wait || !box->may_wait(box->context)))
        return false;
    pthread_mutex_lock(&box->lock);
    got = got || wait_for_line(box);
    if (got) {
        note_given(box);
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

void input_box_end(InputBox *box)
{
    pthread_mutex_lock(&box->lock);
    box->ended |= box->waits;
    pthread_cond_signal(&box->changed);
    pthread_mutex_unlock(&box->lock);
}

void input_box_script(InputBox *box, const char *lines)
{
    free(box->script);
    box->script = strdup(lines);
    box->script_at = 0;
}

char *input_box_given(InputBox *box)
{
    if (!box)
        return NULL;
    pthread_mutex_lock(&box->lock);
    char *all = box->all ? strdup(box->all) : NULL;
    pthread_mutex_unlock(&box->lock);
    return all;
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
