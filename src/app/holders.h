/* Who holds this object? The words of the card, from the worker's answer and the picture. */
#ifndef REFARROWS_APP_HOLDERS_H
#define REFARROWS_APP_HOLDERS_H

#include "app/viewer.h"

/* Asks the worker about an object; until the answer is there the card has its title only. False if the picture has no
 * such object, alive or just freed. */
bool holders_ask(Viewer *viewer, uint64_t number);

/* Fills the viewer's words from the answer that it has, if that is about the object asked about and the step shown. */
void holders_tell(Viewer *viewer);

/* The object that a thing of the scene is or refers to (see scene.h for ids); 0 if none. */
uint64_t holders_object_of(const StagePicture *stage, const char *id);

#endif
