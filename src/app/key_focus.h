/* The keyboard's focus: everything that can be pointed at can be reached by keys, too.
 *
 * F6 goes from area to area (memory, code, words, timeline, bar, an open card), Tab from thing to thing in it, Alt with an
 * arrow to the next one that way, Enter does what a click does. What has the focus has a dark ring. */
#ifndef REFARROWS_APP_KEY_FOCUS_H
#define REFARROWS_APP_KEY_FOCUS_H

#include "app/viewer.h"

void key_focus_next(Viewer *viewer, int way);              /* 1: the next thing, -1: the one before */
void key_focus_next_area(Viewer *viewer, int way);
void key_focus_go(Viewer *viewer, int x, int y);           /* towards -1, 0 or 1 each, y downwards */

/* Does what a click on it does. False if nothing has the focus. */
bool key_focus_press(Viewer *viewer);
bool key_focus_leave(Viewer *viewer);                      /* false if nothing had it */

/* A menu takes the focus as long as it is open. */
void key_focus_on_entry(Viewer *viewer, int entry);
void key_focus_leave_entries(Viewer *viewer);

void key_focus_fill(const Viewer *viewer, PanelModel *model);

#endif
