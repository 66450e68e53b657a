/* Who holds this object? The answer in words, from the view: every name and slot that refers to it. */
#ifndef REFARROWS_APP_HOLDERS_H
#define REFARROWS_APP_HOLDERS_H

#include "app/viewer.h"

/* Fills the viewer's words about the object; false if the picture has no such object. */
bool holders_ask(Viewer *viewer, uint64_t number);

/* The object that a thing of the scene is or refers to (see scene.h for ids); 0 if none. */
uint64_t holders_object_of(const StagePicture *stage, const char *id);

#endif
