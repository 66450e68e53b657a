/* The key that saves the picture: beside the lesson or the program, and to the clipboard if the desktop has a way. */
#ifndef REFARROWS_APP_SNAPSHOT_SAVE_H
#define REFARROWS_APP_SNAPSHOT_SAVE_H

#include "app/viewer.h"

/* Saves what is shown, `scale` pixels to a logical pixel, and says where in the viewer's notice. */
void snapshot_save(Viewer *viewer, const Surface *surface, double scale);

#endif
