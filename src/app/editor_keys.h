/* The editor's keys and mouse: one table from keys to what they do to the text. */
#ifndef REFARROWS_APP_EDITOR_KEYS_H
#define REFARROWS_APP_EDITOR_KEYS_H

#include <SDL_events.h>

#include "app/viewer.h"

/* A key while the editor is open. False: it is none of the editor's, such as F1. */
bool editor_keys_press(Viewer *viewer, const SDL_Keysym *key);

/* The same while the program waits for a line. */
bool editor_keys_line(Viewer *viewer, const SDL_Keysym *key);

/* The same for text, typed or being put together by an input method. */
bool editor_keys_text(Viewer *viewer, const SDL_Event *event);

/* And for the mouse's left button; `scale` is pixels per logical pixel. */
bool editor_keys_click(Viewer *viewer, const SDL_Event *event, float scale);

#endif
