/* Where one looks at the memory from: zoom and pan beyond what makes the scene fit. */
#ifndef REFARROWS_APP_CAMERA_H
#define REFARROWS_APP_CAMERA_H

#include "app/viewer.h"

/* The point of the scene that lies at (x, y) of the window stays there. */
void camera_zoom_at(Viewer *viewer, float x, float y, float factor);
void camera_zoom(Viewer *viewer, int way);                 /* one notch larger or smaller, about the middle of the panel */
void camera_pan(Viewer *viewer, int x, int y);             /* one notch that way, -1, 0 or 1 each */
void camera_fit(Viewer *viewer);                           /* all of the scene in the panel, however small */
void camera_natural(Viewer *viewer);                       /* as at first */

/* Brings what lies under a point of the overview into the middle. */
void camera_look_at(Viewer *viewer, float x, float y);

#endif
