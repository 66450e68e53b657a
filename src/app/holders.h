/* Who holds this object, and what happened to it or to a name? The words of the card, from the worker's answer and the picture. */
#ifndef REFARROWS_APP_HOLDERS_H
#define REFARROWS_APP_HOLDERS_H

#include "app/viewer.h"

/* Opens the card about an object and asks the worker; until the answer is there it has its title only. False, with the card
 * as it was, if the picture has no such object, alive or just freed. */
bool holders_ask(Viewer *viewer, uint64_t number);

/* The same about a thing of the scene and the object that it is or refers to, 0 if none: of a name its history, too. */
bool holders_ask_thing(Viewer *viewer, const char *id, uint64_t number);

/* Opens the card with the calls that have ended, or closes it. */
void holders_ask_calls(Viewer *viewer);

/* What the card is about, asked once more at the step shown. False: there is nothing of it any more. */
bool holders_ask_again(Viewer *viewer);
void holders_close(Viewer *viewer);

/* Fills the viewer's words from the answer that it has, if that is about the object asked about and the step shown. */
void holders_tell(Viewer *viewer);

/* The object that a thing of the scene is or refers to (see scene.h for ids); 0 if none. */
uint64_t holders_object_of(const StagePicture *stage, const char *id);

#endif
