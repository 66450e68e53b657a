/* The input box: where a program's input() waits for the line that is typed into the window.
 *
 * The program runs on the worker's thread and waits there; the window's thread asks whether somebody waits, and submits
 * lines. A wait is given up when the run is cancelled: whoever calls timeline_cancel calls input_box_interrupt after
 * it, and input_box_resume where timeline_allow is called.
 */
#ifndef REFARROWS_APP_INPUT_BOX_H
#define REFARROWS_APP_INPUT_BOX_H

#include <stdbool.h>
#include <stddef.h>

typedef struct InputBox InputBox;

/* NULL when there is no memory. Destroying takes NULL. */
InputBox *input_box_create(void);
void input_box_destroy(InputBox *box);

/* Asked on the program's thread before it waits; false: it shall not, the run was cancelled instead. Without a gate
 * nobody waits: there is no input. */
void input_box_set_gate(InputBox *box, bool (*may_wait)(void *context), void *context);

/* For TimelineOptions.input; the context is the box. */
bool input_box_read(void *box, const char **text, size_t *length);

/* From any thread. A NULL box is one in which nobody ever waits. */
bool input_box_waits(InputBox *box);
void input_box_submit(InputBox *box, const char *text);
void input_box_end(InputBox *box);         /* the end of input, for whoever waits now and later */

/* Lines (each ends in a newline, the last one may not) that are given before anybody is asked. To be called before the
 * first one is read. */
void input_box_script(InputBox *box, const char *lines);

/* All lines that were given so far, each with a newline; malloc'ed. */
char *input_box_given(InputBox *box);
void input_box_interrupt(InputBox *box);
void input_box_resume(InputBox *box);

#endif
