/* The splitters between the panels: dragged by the pointer or moved by keys, given back by a double click. */
#ifndef REFARROWS_APP_SPLITTER_H
#define REFARROWS_APP_SPLITTER_H

#include "app/viewer.h"

void splitter_drag(Viewer *viewer, int splitter, float x, float y);        /* to a point of the window */
void splitter_move(Viewer *viewer, int splitter, int notches);             /* right or down */
void splitter_restore(Viewer *viewer, int splitter);                       /* where it is by itself */

#endif
