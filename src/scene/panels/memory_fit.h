/* How the scene lies in the memory panel: as large as fits, and where it does not fit, with that in sight which the step
 * is about. */
#ifndef REFARROWS_SCENE_PANELS_MEMORY_FIT_H
#define REFARROWS_SCENE_PANELS_MEMORY_FIT_H

#include "scene/panels/panel_model.h"

/* Tells the scene's options what room there is in a memory panel of that size. */
void memory_fit_room(Rect memory, SceneOptions *options);

/* The scene's place in the panel, as the user zoomed and panned it. */
DrawTransform memory_fit_transform(Rect memory, const PanelModel *model);

#endif
