/* The window: SDL at last. Shows what the viewer draws, gives it keys and pointer, sleeps in between. */
#ifndef REFARROWS_APP_WINDOW_H
#define REFARROWS_APP_WINDOW_H

#include <stdbool.h>
#include <stddef.h>

#include "app/viewer.h"
#include "draw/text.h"

typedef struct WindowOptions {
    ViewerOptions viewer;      /* its worker.measure, wake and wake_context are filled in by the window */
    int width, height;         /* pixels; 0: as large as the screen allows, up to 1920 x 1080 */
} WindowOptions;

/* Runs until the user quits. False with one line in `error` when there is no display or no font. */
bool window_run(const WindowOptions *options, char *error, size_t error_size);

#endif
